import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { KeptLog } from "../testing/live-server";
import { checkOwnAddress } from "./own-address";

const open: Server[] = [];
afterEach(() => {
  for (const http of open.splice(0)) http.close().closeAllConnections();
});

async function server() {
  const http = createServer((_, response) => response.writeHead(404).end());
  open.push(http);
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  return { http, address: `http://127.0.0.1:${(http.address() as AddressInfo).port}` };
}

/** What the log says of a server that is told to be at this address. */
async function said(http: Server, address: string): Promise<string[]> {
  const logger = new KeptLog();
  await checkOwnAddress(http, { address, basePath: "/quiz", logger });
  return logger.entries.map(({ message }) => message);
}

test("a server that its address leads to has nothing to say", async () => {
  const { http, address } = await server();
  expect(await said(http, address)).toEqual([]);
  expect((await fetch(`${address}/quiz/other`)).status).toBe(404);
});

test("a server says what to do when its address leads nowhere, or to another server", async () => {
  const [own, other] = [await server(), await server()];
  await said(other.http, other.address);
  expect(await said(own.http, other.address)).toEqual([
    expect.stringMatching(/^another server answers .* set NODE_URL/),
  ]);
  open.splice(open.indexOf(other.http), 1);
  await new Promise((resolve) => other.http.close(resolve).closeAllConnections());
  expect(await said(own.http, other.address)).toEqual([
    expect.stringMatching(/cannot be reached .* set NODE_URL/),
  ]);
});
