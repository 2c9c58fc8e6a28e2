import { becomeFirstTeacher, openDemoLobby } from "./fixtures/desk";
import { expect, test } from "./fixtures/test";

test("L27: a second device hosts by the link on the screen, until the host puts it out", async ({
  page: host,
  browser,
  server,
}) => {
  // What a phone's camera reads from the picture is the code that the server sends to this screen and to nobody else.
  let code = "";
  host.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      code = /"code":"([\w-]{20,})"/.exec(String(payload))?.[1] ?? code;
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
  await tablet.getByRole("button", { name: "Host from here" }).click();
  await expect(sheet.getByText("A second device hosts this game")).toBeVisible();
  await expect(sheet.getByRole("img", { name: /QR code of the link/ })).toHaveCount(0);
  expect(await tablet.context().cookies()).toEqual([]);

  await tablet.getByRole("button", { name: /^Start/ }).click();
  await expect(host.getByText("Question 1 of 3")).toBeVisible();
  await expect(tablet.getByRole("button", { name: "Second device" })).toHaveCount(0);
  await tablet.reload();
  await expect(tablet.getByText("Question 1 of 3")).toBeVisible();

  await sheet.getByRole("button", { name: "Put it out" }).click();
  await expect(tablet.getByText("This device does not host any more")).toBeVisible();

  const late = await browser.newPage();
  await late.goto(`${server.url}/remote#${code}`);
  await late.getByRole("button", { name: "Host from here" }).click();
  await expect(late.getByText("This link is no longer good")).toBeVisible();
});
