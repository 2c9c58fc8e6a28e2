import type { Page } from "@playwright/test";
import type pg from "pg";
import { inPhase, next, shows, type TestPhone } from "#server/testing/live-players";
import type { HostLink } from "@/client/host";
import { masteryHasHeard } from "../fixtures/days";
import { expect } from "../fixtures/test";

/** The deck: each country's capital is asked for. */
export const CAPITALS = {
  France: "Paris",
  Spain: "Madrid",
  Italy: "Rome",
  Austria: "Vienna",
  Greece: "Athens",
  Portugal: "Lisbon",
  Poland: "Warsaw",
  Hungary: "Budapest",
};

/** What a phone says to take the seat of the student with this name. */
export async function claim({ link }: TestPhone, pin: string, name: string, cards: Record<string, string>) {
  const look = await link.look({ pin });
  const student = look.ok ? look.roster?.students.find((one) => one.name === name) : undefined;
  return { studentId: student?.id ?? "", words: cards[name] ?? "" };
}

/** Answers the open question in a browser. */
export async function tapOnPage(page: Page, right: boolean, db: pg.Pool) {
  const { rows } = await db.query(`select options from "Round" order by "opensAt" desc limit 1`);
  const options: { text: string; correct: boolean }[] = rows[0].options;
  const text = options.find(({ correct }) => correct === right)?.text ?? "";
  await page.getByRole("group", { name: "Answers" }).getByRole("button", { name: text }).click();
}

/** Plays rounds in which every phone answers, rightly or not by the country asked about. @returns the countries */
export async function play(
  db: pg.Pool,
  host: HostLink,
  phones: ReadonlyMap<string, TestPhone>,
  rounds: number,
  rightOn: (country: string) => boolean,
  also: (right: boolean) => Promise<void> = async () => {},
): Promise<string[]> {
  const countries: string[] = [];
  for (let i = 0; i < rounds; i++) {
    await shows(host.store, ({ view }) => view?.hasNext === true);
    expect(await next(host)).toEqual({ ok: true });
    const { view } = await shows(host.store, inPhase("question"));
    if (view?.phase.name !== "question") throw new Error("No question is open.");
    const { round } = view.phase;
    const { rows } = await db.query(`select front, options from "Round" where id = $1`, [round.id]);
    const country = Object.keys(CAPITALS).find((land) => rows[0].front.includes(land)) ?? "";
    countries.push(country);
    const options: { id: string; correct: boolean }[] = rows[0].options;
    const wanted = options.find(({ correct }) => correct === rightOn(country))?.id;
    const option = round.options.find(({ id }) => id === wanted);
    if (!option) throw new Error("The option is missing.");
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, round.opensAt - Date.now()) + 50));
    await Promise.all([
      ...[...phones.values()].map(async ({ link }) => {
        await shows(link.store, (live) => inPhase("question")(live) && live.connection === "connected");
        const answer = await link.send({ type: "answer", roundId: round.id, optionId: option.id });
        expect(answer).toEqual({ ok: true });
      }),
      also(rightOn(country)),
    ]);
    await shows(host.store, inPhase("reveal"));
  }
  // Nothing is read before mastery has heard of it.
  await masteryHasHeard(db);
  return countries;
}
