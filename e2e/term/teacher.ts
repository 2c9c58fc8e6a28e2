import { callAction, serverActions } from "../fixtures/server-actions";
import type { TermDeck } from "./decks";

export type SeatCard = { studentId: string; name: string; words: string };

const MAKING_LIMIT_MS = 60_000;
const PASSWORD = "three plain words";
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A teacher who uses the app's own doors, its actions and routes, without drawing its pages. */
export class TermTeacher {
  private readonly actions = new Map(serverActions().map((action) => [action.name, action]));

  private constructor(
    readonly origin: string,
    /** Of the signed-in teacher, as a header. */
    readonly cookie: string,
  ) {}

  /** The first visit to an empty server. */
  static async first(origin: string, email: string): Promise<TermTeacher> {
    const visitor = new TermTeacher(origin, "");
    const { cookie } = await visitor.act("welcome", "/teach/welcome", [
      null,
      formOf({ name: "Ada Teacher", email, password: PASSWORD }),
    ]);
    if (cookie === "") throw new Error("The first teacher was not signed in.");
    return new TermTeacher(origin, cookie);
  }

  /** A colleague who takes an invitation of this teacher's. */
  async colleague(email: string): Promise<TermTeacher> {
    const { value } = await this.act("invite", "/teach/account", []);
    const link = (value as { path: string }).path;
    const visitor = new TermTeacher(this.origin, "");
    const { cookie } = await visitor.act("accept", link, [
      link.split("/").at(-1),
      null,
      formOf({ name: "Grace Colleague", email, password: PASSWORD }),
    ]);
    if (cookie === "") throw new Error("The colleague was not signed in.");
    return new TermTeacher(this.origin, cookie);
  }

  /** Pastes a deck, saves it and waits until its questions are made. @returns its id */
  async importDeck({ title, cards }: TermDeck): Promise<string> {
    const pasted = formOf({ text: cards.map((card) => card.join("\t")).join("\n") });
    const preview = await this.send("/api/decks/preview", pasted);
    const { format, cards: read } = (await preview.json()) as {
      format: string;
      cards: { front: string; back: string; tags?: string[] }[];
    };
    pasted.set("deck", JSON.stringify({ title, format, cards: read }));
    const { id } = (await (await this.send("/api/decks", pasted)).json()) as { id: string };
    const limit = Date.now() + MAKING_LIMIT_MS;
    while (!(await this.json<{ made: boolean }>(`/api/decks/${id}/making`)).made) {
      if (Date.now() > limit) throw new Error(`The questions of “${title}” were not made in time.`);
      await wait(100);
    }
    return id;
  }

  /** A class from a list of names, with two words drawn for everybody. */
  async makeClass(name: string, students: readonly string[]): Promise<{ id: string; cards: SeatCard[] }> {
    const form = formOf({ name, students: students.join("\n") });
    const made = await this.act("createClass", "/teach/classes/new", [null, form]);
    const id = made.redirect?.split("/").at(-1);
    if (!id) throw new Error(`The class ${name} was not made: ${JSON.stringify(made)}`);
    const { value } = await this.act("drawSeatCards", `/teach/classes/${id}/seats`, [id, "all", "words"]);
    return { id, cards: value as SeatCard[] };
  }

  /** Opens the lobby of a game. @returns its session's id */
  async host(deckId: string, classId: string, settings: object): Promise<string> {
    const { value } = await this.act("hostDeck", `/teach/decks/${deckId}`, [deckId, { settings, classId }]);
    const answer = value as { ok: boolean; sessionId: string; message?: string };
    if (!answer.ok) throw new Error(`The game was not opened: ${answer.message}`);
    return answer.sessionId;
  }

  async mergeGuest(classId: string, playerId: string, studentId: string): Promise<void> {
    const command = { type: "merge-guest", playerId, studentId };
    const { value } = await this.act("classCommand", `/teach/classes/${classId}`, [classId, command]);
    if (!(value as { ok: boolean }).ok) throw new Error("The guest could not be merged.");
  }

  /** A file or an answer of a route, as this teacher gets it. @throws on anything but success */
  async get(path: string): Promise<Response> {
    const response = await fetch(this.origin + path, { headers: { cookie: this.cookie } });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response;
  }

  async json<T>(path: string): Promise<T> {
    return (await (await this.get(path)).json()) as T;
  }

  private async send(path: string, body: FormData): Promise<Response> {
    const headers = { cookie: this.cookie, origin: this.origin };
    const response = await fetch(this.origin + path, { method: "POST", headers, body });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  }

  /** Calls a server action by its name, as the page does. */
  async act(name: string, page: string, args: readonly unknown[]) {
    const action = this.actions.get(name);
    if (!action) throw new Error(`The app has no action ${name}.`);
    return callAction(this.origin, { id: action.id, page, args, cookie: this.cookie });
  }
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
