import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { httpCloser } from "./close-http";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections();
});

async function listening(respond: RequestListener, busyLimitMs?: number) {
  const server = createServer(respond);
  servers.push(server);
  const close = httpCloser(server, busyLimitMs);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { server, close, port };
}

describe("closing the HTTP server", () => {
  it("does not wait for a connection on which nothing was ever said", async () => {
    const { server, close, port } = await listening((_, response) => void response.end());
    const accepted = once(server, "connection");
    const silent = connect(port, "127.0.0.1");
    await accepted;
    await close();
    await once(silent, "close");
  });

  it("lets a request end that is being answered", async () => {
    let answer = () => {};
    const { server, close, port } = await listening((_, response) => {
      answer = () => void response.end("in time");
    });
    const asked = once(server, "request");
    const response = fetch(`http://127.0.0.1:${port}/`).then((got) => got.text());
    await asked;
    const closed = close();
    answer();
    expect(await response).toBe("in time");
    await closed;
  });

  it("cuts a request that never ends", async () => {
    const { server, close, port } = await listening(() => {}, 20);
    const asked = once(server, "request");
    const response = fetch(`http://127.0.0.1:${port}/`).then(
      () => "answered",
      () => "cut",
    );
    await asked;
    await close();
    expect(await response).toBe("cut");
  });

  it("can be called twice", async () => {
    const { close } = await listening(() => {});
    await Promise.all([close(), close()]);
  });
});
