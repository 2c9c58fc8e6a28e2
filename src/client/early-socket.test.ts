import { describe, expect, test, vi } from "vitest";
import { onTime, spare } from "./early-socket";

describe("a connection that the page's first script has opened", () => {
  const link = () => {
    const [send, close] = [vi.fn(), vi.fn()];
    return { socket: { send, close }, send, close };
  };

  test("asks for the seat once, and says everything else itself", () => {
    const { socket, send, close } = link();
    spare(socket, "my seat");
    socket.send("my seat");
    expect(send).not.toHaveBeenCalled();
    socket.send("my answer");
    socket.send("my seat");
    expect(send.mock.calls).toEqual([["my answer"], ["my seat"]]);
    expect(close).not.toHaveBeenCalled();
  });

  test("is given up when the seat is another one by now", () => {
    const { socket, send, close } = link();
    spare(socket, "my seat");
    socket.send("nobody's");
    expect(close).toHaveBeenCalledOnce();
    expect(send).not.toHaveBeenCalled();
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
