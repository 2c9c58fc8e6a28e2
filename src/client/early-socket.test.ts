import { describe, expect, test, vi } from "vitest";
import { catchUp, onTime, spare } from "./early-socket";

/** A connection of a page that says `first` as soon as it hears that the connection is open. */
function pageSaying(first: string) {
  const [send, close, hears] = [vi.fn(), vi.fn(), vi.fn()];
  const socket = {
    ...({ readyState: 0, OPEN: 1 } as const),
    ...{ send, close, onopen: null },
    onmessage: ((event) => {
      hears(event.data);
      if (event.data === "open") socket.send(first);
    }) as ((event: MessageEvent) => void) | null,
  };
  return { socket, send, close, hears };
}

describe("a connection that the page's first script has opened", () => {
  const heard = [
    { data: "open", at: 0 },
    { data: "seated", at: 0 },
  ];

  test("asks for the seat once, and says everything else itself", () => {
    const { socket, send, close, hears } = pageSaying("my seat");
    spare(socket, "my seat");
    catchUp({ socket, heard });
    expect(send).not.toHaveBeenCalled();
    socket.send("my answer");
    socket.send("my seat");
    expect(send.mock.calls).toEqual([["my answer"], ["my seat"]]);
    expect(hears.mock.calls).toEqual([["open"], ["seated"]]);
    expect(close).not.toHaveBeenCalled();
  });

  test("is given up, and what it was told with it, when the page wants another seat by now", () => {
    const { socket, send, close, hears } = pageSaying("a newer seat");
    spare(socket, "my seat");
    catchUp({ socket, heard });
    expect(close).toHaveBeenCalledOnce();
    expect(send).not.toHaveBeenCalled();
    expect(hears.mock.calls).toEqual([["open"]]);
    expect(socket.onmessage).toBeNull();
  });

  test.each([
    ['42/player,3["clock",1000,null]', '42/player,3["clock",1250,null]'],
    ['42/player,3["clock",1000,80]', '42/player,3["clock",1250,80]'],
    ['42/player,["patch",{"now":1000}]', '42/player,["patch",{"now":1000}]'],
    [
      '42/player,["seated",{"name":"[\\"clock\\",1000"}]',
      '42/player,["seated",{"name":"[\\"clock\\",1000"}]',
    ],
  ])("tells the server's time as it is when it is read: %s", (data, expected) => {
    expect(onTime(data, 249.6)).toBe(expected);
  });
});
