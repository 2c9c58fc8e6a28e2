import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { KeptLog } from "../testing/live-server";
import { addressOf, CLIENT_HEADER } from "../transport/origin";
import { standAtDoor } from "./door";
import { Vouch } from "./vouch";

const PLACE = { basePath: "/quiz", publicUrl: undefined, trustProxy: 1, shared: true };
const ROOM = "123456";

const open: Server[] = [];
afterEach(() => {
  for (const http of open.splice(0)) http.close().closeAllConnections();
});

/** A server of the cluster that answers with what has reached it, and where its keeper says the room is. */
async function server(whereIs: (room: string) => Promise<string | null>) {
  const http = createServer(async (request, response) => {
    const address = addressOf({ headers: request.headers, address: peerOf(request) }, PLACE);
    const { method, url } = request;
    response.setHeader("x-reached", http.listening ? originOf(http) : "");
    response.end(JSON.stringify({ method, url, address, body: await text(request) }));
  });
  open.push(http);
  standAtDoor(http, {
    ...{ keeper: { whereIs }, vouch: new Vouch("the cluster's secret"), place: PLACE, logger: new KeptLog() },
    opened: Promise.resolve(),
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  return originOf(http);
}
const originOf = (http: Server) => `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
const peerOf = ({ socket }: IncomingMessage) => socket.remoteAddress ?? "";
const here = async () => null;
const knock = (origin: string, init: RequestInit = {}, room = ROOM) =>
  fetch(`${origin}/quiz/socket.io/?EIO=4&transport=polling&room=${room}`, init);

test("L29: a request of polling reaches the server of its room with its body, its query and its sender's address", async () => {
  const keeper = await server(here);
  const asked = await server(async (room) => (room === ROOM ? keeper : null));
  const headers = { "x-forwarded-for": "198.51.100.1, 203.0.113.7" };
  const answer = await knock(asked, { method: "POST", body: "40/player,", headers });
  expect(answer.headers.get("x-reached")).toBe(keeper);
  expect(await answer.json()).toEqual({
    method: "POST",
    url: `/quiz/socket.io/?EIO=4&transport=polling&room=${ROOM}`,
    address: "203.0.113.7",
    body: "40/player,",
  });
  expect((await knock(asked, {}, "654321")).headers.get("x-reached")).toBe(asked);
});

test.each([
  ["a browser", { [CLIENT_HEADER]: "192.0.2.1" }],
  ["a browser with a proof of its own", { [CLIENT_HEADER]: "192.0.2.1", "x-deckdash-proof": "guessed" }],
])("L32: the address that %s claims to come from is not believed", async (_, claimed) => {
  const answer = await knock(await server(here), {
    headers: { ...claimed, "x-forwarded-for": "203.0.113.7" },
  });
  expect(await answer.json()).toMatchObject({ address: "203.0.113.7" });
});

const PATH = `/quiz/socket.io/?EIO=4&transport=polling&room=${ROOM}`;
test.each([
  ["a server of the cluster is", "the cluster's secret", PATH, "192.0.2.1"],
  ["a server with another secret is not", "another secret", PATH, "203.0.113.7"],
  ["a server of the cluster for another connection is not", "the cluster's secret", "/other", "203.0.113.7"],
])("L32: the word of %s believed", async (_, secret, url, address) => {
  const said = {
    [CLIENT_HEADER]: "192.0.2.1",
    "x-deckdash-proof": new Vouch(secret).sign("192.0.2.1", url),
    "x-forwarded-for": "203.0.113.7",
  };
  expect(await (await knock(await server(here), { headers: said })).json()).toMatchObject({ address });
});

test("L30: a connection is passed on once: where its room is not, it is told to come again", async () => {
  const third = await server(here);
  const second = await server(async () => third);
  const first = await server(async () => second);
  expect((await knock(first)).status).toBe(503);
});

test("L30: a connection whose room's server is down, or cannot be told, is told to come again", async () => {
  const gone = await server(here);
  const [http] = open.splice(0);
  await new Promise((resolve) => http?.close(resolve).closeAllConnections());
  expect((await knock(await server(async () => gone))).status).toBe(503);
  const unsure = await server(() => Promise.reject(new Error("Redis is away.")));
  expect((await knock(unsure)).status).toBe(503);
});
