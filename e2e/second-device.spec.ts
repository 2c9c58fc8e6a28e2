import { becomeFirstTeacher, openDemoLobby } from "./fixtures/desk";
import { expect, test } from "./fixtures/test";

test("L27: a second device hosts by the link on the screen, and both say so until the host removes it", async ({
  page: host,
  browser,
  server,
}) => {
  // What a phone's camera reads from the picture is the code that the server sends to this screen and to nobody else.
  let code = "";
  host.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      code = /"code":"([\w.-]{20,})"/.exec(String(payload))?.[1] ?? code;
    }),
  );
  await becomeFirstTeacher(host);
  await openDemoLobby(host, 3);
  await host.keyboard.press("h");
  const sheet = host.getByRole("dialog", { name: "Host from a second device" });
  await expect(sheet.getByText("If the class can see this screen")).toBeVisible();
  await expect(sheet.getByRole("img")).toHaveCount(0);
  await sheet.getByRole("button", { name: "Show the link" }).click();
  await expect(sheet.getByRole("img", { name: /QR code of the link/ })).toBeVisible();

  const tablet = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await tablet.goto(`${server.url}/remote#${code}`);
  await expect(tablet.getByText("You cannot let another device in.")).toBeVisible();
  await tablet.getByRole("button", { name: "Host from here" }).click();
  await expect(sheet).toBeHidden();
  await expect(host.getByText("A second device hosts this game")).toBeVisible();
  await expect(tablet.getByText("it moves the big screen too")).toBeVisible();
  expect(await tablet.context().cookies()).toEqual([]);
  await host.getByRole("button", { name: "It is mine" }).click();
  await expect(host.getByText("A second device hosts this game")).toBeHidden();
  const sign = host.getByRole("banner");
  await expect(sign.getByRole("button", { name: "Second device", exact: true })).toBeVisible();

  await tablet.getByRole("button", { name: /^Start/ }).click();
  await expect(host.getByText("Question 1 of 3")).toBeVisible();
  await tablet.getByRole("button", { name: "Tools" }).click();
  await expect(tablet.getByRole("button", { name: "Settings" })).toBeVisible();
  await expect(tablet.getByRole("button", { name: "Second device" })).toHaveCount(0);
  const address = tablet.url();
  await tablet.goto("about:blank");
  await expect(sign.getByRole("button", { name: "Second device away" })).toBeVisible();
  await tablet.goto(address);
  await expect(tablet.getByText("Question 1 of 3")).toBeVisible();
  await expect(sign.getByRole("button", { name: "Second device", exact: true })).toBeVisible();

  await sign.getByRole("button", { name: "Remove the second device" }).click();
  await expect(tablet.getByText("This device does not host any more")).toBeVisible();
  await expect(sign.getByRole("button", { name: /Second device/ })).toHaveCount(0);

  const late = await browser.newPage();
  await late.goto(`${server.url}/remote#${code}`);
  await late.getByRole("button", { name: "Host from here" }).click();
  await expect(late.getByText("This link is no longer good")).toBeVisible();
});
