import JSZip from "jszip";
import { expect, forThisTry, test } from "./test";
import { E2E_ADDRESS } from "./world";

// A meeting in a room: the screen, who takes notes, a phone, and the report. Each builds on what was done before.
test.describe.configure({ mode: "serial" });

test("the screen follows who takes notes, a phone votes, and nothing that is typed without a connection is lost", async ({
  as,
  browser,
  world,
}) => {
  test.setTimeout(120_000);
  const { slug, code, consultation } = forThisTry(world.room);
  const room = `${E2E_ADDRESS}/dossiers/${slug}/consultaties/${consultation}/online/zaal`;
  const taker = await as("author");
  await taker.goto(room);
  // Somebody who reacts at home before it begins hears of it; the clock of their browser goes on at once.
  const early = await (
    await browser.newContext({ storageState: { cookies: [], origins: [] } })
  ).newPage();
  await early.clock.install();
  await early.goto(`${E2E_ADDRESS}/inbreng/${code}`);
  await early.getByRole("button", { name: /^(Begin|Start)/ }).click();
  await expect(early).toHaveURL(/stelling\/1$/);
  await taker.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(taker.getByText("Stelling 1 van 2")).toBeVisible();
  await early.clock.fastForward(40_000);
  await expect(early.getByText("Nu op het scherm: stelling 1")).toBeVisible();
  await early.getByRole("link", { name: "Ga naar deze stelling" }).click();
  await expect(early.getByText("Deze stelling staat nu op het scherm.")).toBeVisible();
  await expect(early.getByRole("button", { name: "Verstuur mijn stem" })).toBeVisible();
  await early.context().close();

  // The screen, in a window of its own.
  const screen = await taker.context().newPage();
  await screen.setViewportSize({ width: 1920, height: 1080 });
  await screen.goto(`${room}/scherm`);
  await expect(screen.getByRole("heading", { level: 1 })).toHaveText("De bus komt op tijd.");
  await expect(screen.getByRole("img", { name: /QR-code/ })).toBeVisible();
  await expect(screen.getByText("De aantallen worden vanzelf bijgewerkt.")).toBeVisible();

  // A phone in the room begins at what is on the screen.
  await taker.getByLabel("Wat wordt er gezegd?").focus();
  await taker.keyboard.press("Alt+ArrowDown");
  await expect(screen.getByRole("heading", { level: 1 })).toHaveText(
    "De chauffeur kent ieder kind.",
  );
  const held = await browser.newContext({
    storageState: { cookies: [], origins: [] },
    viewport: { width: 390, height: 844 },
  });
  const phone = await held.newPage();
  await phone.goto(`${E2E_ADDRESS}/inbreng/${code}`);
  await phone.getByRole("button", { name: /^(Begin|Start)/ }).click();
  await expect(phone).toHaveURL(/stelling\/2$/);
  await expect(phone.getByText("Deze stelling staat nu op het scherm.")).toBeVisible();
  await phone.getByText("Eens", { exact: true }).click();
  await held.setOffline(true);
  await phone.getByRole("button", { name: "Verstuur mijn stem" }).click();
  await expect(phone.getByText("Er is geen verbinding")).toBeVisible();
  await held.setOffline(false);
  await expect(phone.getByText(/Uw stem is verstuurd om/)).toBeVisible({ timeout: 15_000 });
  await expect(screen.getByText("1 mens stemde")).toBeVisible();

  // The result appears when somebody shows it, and is hidden with the next stelling: until then the page has none of it.
  const sent = await (await screen.request.get(`${room}/scherm`)).text();
  expect(sent.includes("resultShown")).toBe(true);
  expect(["1 stem: zichtbaar", 'results\\":['].filter((one) => sent.includes(one))).toEqual([]);
  await screen.keyboard.press("u");
  await expect(screen.getByText("1 stem: zichtbaar vanaf 5").first()).toBeVisible();
  await screen.keyboard.press("ArrowLeft");
  await expect(screen.getByText("De uitslag komt straks op het scherm.")).toBeVisible();
  await expect(phone.getByText("Nu op het scherm: stelling 1")).toBeVisible({ timeout: 10_000 });
  await expect(taker.getByText("Stelling 1 van 2")).toBeVisible();

  // With keys alone, and by a digit at the beginning of the line.
  const words = taker.getByLabel("Wat wordt er gezegd?");
  await words.focus();
  await taker.keyboard.press("Alt+1");
  await taker.keyboard.type("De bus staat vast bij de brug.");
  await taker.keyboard.press("Enter");
  await expect(taker.getByRole("listitem").filter({ hasText: "bij de brug" })).toContainText(
    "bewaard",
  );
  await expect(words).toHaveValue("");
  // A role that is typed stays with its group, and goes to no other.
  const role = taker.getByLabel(/^Rol/);
  await role.fill("rolstoelgebruiker");
  await words.fill("Met een rol gezegd.");
  await taker.keyboard.press("Enter");
  await expect(taker.getByRole("listitem").filter({ hasText: "Met een rol" })).toContainText(
    "rolstoelgebruiker",
  );
  await expect(role).toHaveValue("rolstoelgebruiker");
  await words.fill("0: Door iemand anders gezegd.");
  await taker.keyboard.press("Enter");
  const other = taker.getByRole("listitem").filter({ hasText: "Door iemand anders" });
  await expect(other).toContainText("bewaard");
  await expect(other).not.toContainText("rolstoelgebruiker");

  // Also while the page is being drawn anew, as after each line.
  await taker.context().setOffline(true);
  await words.focus();
  for (const line of ["0: Zonder verbinding gezegd.", "En nog een regel."]) {
    await taker.keyboard.type(line);
    await taker.keyboard.press("Enter");
  }
  await expect(taker.getByText("2 regels zijn nog niet verstuurd")).toBeVisible();
  await taker.context().setOffline(false);
  await expect(taker.getByText(/nog niet verstuurd/)).toHaveCount(0, { timeout: 20_000 });
  await expect(taker.getByRole("listitem").filter({ hasText: "Zonder verbinding" })).toContainText(
    "bewaard",
  );
  // What is begun at one stelling stays there when another comes on the screen.
  await words.fill("Begonnen bij de eerste.");
  await taker.keyboard.press("Alt+ArrowDown");
  await expect(taker.getByText("Wat u typt, hoort bij stelling 1.")).toBeVisible();
  await taker.keyboard.press("Enter");
  await expect(taker.getByRole("heading", { name: "Opgeschreven bij stelling 2" })).toBeVisible();
  await expect(taker.getByText("Begonnen bij de eerste.")).toHaveCount(0);
  await taker.getByRole("button", { name: "Vorige stelling" }).click();
  await expect(taker.getByRole("listitem").filter({ hasText: "Begonnen" })).toContainText(
    "bewaard",
  );
  // What is half typed outlives the page.
  await words.focus();
  await taker.keyboard.type("Half getyp");
  await taker.reload();
  await expect(words).toHaveValue("Half getyp");
  await words.fill("");
  await expect(
    taker.getByRole("listitem").filter({ hasText: "Zonder verbinding gezegd." }),
  ).toHaveCount(1);

  // In another window of the same browser nothing is typed until it takes over, with what was half typed here.
  await words.fill("Hier begonnen.");
  const second = await taker.context().newPage();
  await second.goto(room);
  await expect(second.getByText("U schrijft al mee in een ander venster")).toBeVisible();
  await second.getByRole("button", { name: "Schrijf hier verder" }).click();
  await expect(second.getByLabel("Wat wordt er gezegd?")).toHaveValue("Hier begonnen.");
  await expect(taker.getByText("U schrijft al mee in een ander venster")).toBeVisible();
  await second.getByLabel("Wat wordt er gezegd?").press("Enter");
  await expect(second.getByRole("listitem").filter({ hasText: "Hier begonnen." })).toContainText(
    "bewaard",
  );
  await taker.getByRole("button", { name: "Schrijf hier verder" }).click();
  await expect(words).toHaveValue("");
  await second.close();
  await expect(taker.getByRole("listitem").filter({ hasText: "Hier begonnen." })).toHaveCount(1);

  // Correcting the last one.
  await words.focus();
  const kept = (said: string) => taker.getByRole("listitem").filter({ hasText: said });
  await kept("En nog een regel.")
    .getByRole("button", { name: /^Verbeter/ })
    .click();
  await expect(words).toHaveValue("En nog een regel.");
  await words.fill("En nog een betere regel.");
  // Another one is taken up before this was kept: it is kept first.
  await kept("Zonder verbinding")
    .getByRole("button", { name: /^Verbeter/ })
    .click();
  await expect(words).toHaveValue("Zonder verbinding gezegd.");
  await taker.getByRole("button", { name: "Stop met verbeteren" }).click();
  await expect(taker.getByRole("listitem").filter({ hasText: "betere regel" })).toHaveCount(1);
  await expect(taker.getByRole("listitem").filter({ hasText: "nog een regel" })).toHaveCount(0);
  await held.close();
});

test("the report is a Word document with what was said, by stelling", async ({ as, world }) => {
  test.setTimeout(120_000);
  const { slug, consultation } = forThisTry(world.room);
  const taker = await as("author");
  const room = `${E2E_ADDRESS}/dossiers/${slug}/consultaties/${consultation}/online/zaal`;
  // It is held back until all that was noted was searched for personal data, a moment later.
  const report = `${room}/verslag.docx`;
  await expect
    .poll(async () => (await taker.request.get(report, { maxRedirects: 0 })).status(), {
      timeout: 40_000,
    })
    .toBe(200);
  await taker.goto(room);
  const [download] = await Promise.all([
    taker.waitForEvent("download"),
    taker.getByRole("link", { name: "Verslag in Word" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^herleid-verslag-.*\.docx$/);
  const stream = await download.createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  const zip = await JSZip.loadAsync(Buffer.concat(parts));
  const words = (await zip.file("word/document.xml")?.async("string")) ?? "";
  for (const said of [
    "De bus komt op tijd.",
    "De bus staat vast bij de brug.",
    "Gezegd in de zaal",
  ]) {
    expect(words).toContain(said);
  }
  // Another one of the room, who hears nothing of what happens.
  const late = await taker.context().newPage();
  await late.route("**/stroom", (route) => route.abort());
  await late.goto(room);
  const end = { name: "Einde van de bijeenkomst" };
  await expect(late.getByRole("button", end)).toBeVisible();
  // It ends for everybody in the room, so it is asked first.
  taker.once("dialog", (asked) => asked.dismiss());
  await taker.getByRole("button", end).click();
  await expect(taker.getByRole("button", end)).toBeEnabled();
  for (const page of [taker, late]) page.on("dialog", (asked) => asked.accept());
  await taker.getByRole("button", end).click();
  await expect(taker.getByRole("button", { name: "Begin", exact: true })).toBeVisible();
  await late.getByRole("button", end).click();
  await expect(late.getByRole("button", { name: "Begin", exact: true })).toBeVisible();
  // What was written down is read and corrected when it is over.
  await taker.reload();
  await expect(taker.getByRole("heading", { name: /^Opgeschreven op / })).toBeVisible();
  const said = taker.getByRole("listitem").filter({ hasText: "betere regel" });
  await expect(said).toContainText("stelling 1");
  await said.getByRole("button", { name: /^Verbeter/ }).click();
  const field = taker.getByLabel("Wat wordt er gezegd?");
  await expect(field).toBeFocused();
  await field.fill("Na afloop verbeterd.");
  await taker.getByRole("button", { name: /^Bewaar de verbetering/ }).click();
  await expect(taker.getByRole("listitem").filter({ hasText: "Na afloop" })).toBeVisible();
  await expect(field).toHaveCount(0);
});
