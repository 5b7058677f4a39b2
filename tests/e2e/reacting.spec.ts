import fs from "node:fs";
import path from "node:path";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, forThisTry, test } from "./test";
import { MAIL_FOLDER } from "./world";

// Who reacts, on a phone of 320 pixels: the whole way, with scripts and without, and what goes wrong on it.

const main = (page: Page) => page.getByRole("main");
const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { level: 1, name });
const press = (page: Page, name: string | RegExp) =>
  main(page).getByRole("button", { name }).first().click();

async function phone(
  browser: Browser,
  options: BrowserContextOptions,
  more: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    ...options,
    storageState: { cookies: [], origins: [] },
    viewport: { width: 320, height: 640 },
    ...more,
  });
  return context.newPage();
}

/** The mail that lies ready for somebody. */
function mailTo(email: string): string {
  const mails = fs.existsSync(MAIL_FOLDER) ? fs.readdirSync(MAIL_FOLDER) : [];
  const pages = mails.map((name) => fs.readFileSync(path.join(MAIL_FOLDER, name), "utf8"));
  return pages.find((page) => page.includes(email)) ?? "";
}

for (const scripts of [true, false]) {
  test(`somebody reacts, stops, goes on elsewhere and changes their mind, ${scripts ? "with" : "without"} scripts`, async ({
    browser,
    contextOptions,
    world,
  }) => {
    test.setTimeout(240_000);
    const more = { javaScriptEnabled: scripts };
    const looked = async (page: Page) => {
      await expectNoSidewaysScroll(page);
      // axe is a script itself.
      if (scripts) await expectAccessible(page);
    };
    const page = await phone(browser, contextOptions, more);
    await page.goto(`/inbreng/${world.onlineCode}`);
    await expect(heading(page, "Denk mee over het leerlingenvervoer")).toBeVisible();
    await expect(page.locator('meta[name="referrer"]')).toHaveAttribute("content", "same-origin");
    await expect(page.getByRole("link", { name: "Aanmelden" })).toHaveCount(0);
    await looked(page);
    await main(page).getByLabel("Ouders", { exact: true }).check();
    await press(page, "Begin met stelling 1");
    await expect(heading(page, /dezelfde chauffeur/)).toBeVisible();
    await looked(page);
    await main(page).getByLabel("Eens", { exact: true }).check();
    await main(page)
      .getByLabel(/Uw reactie/)
      .fill("Mijn zoon kent nu vier chauffeurs.\n\nDat is veel.");
    await press(page, "Volgende");
    await expect(heading(page, /op hun telefoon/)).toBeVisible();
    await main(page).getByLabel("Oneens").check();
    await press(page, "Stoppen en later verder");
    await expect(heading(page, "Later verder")).toBeVisible();
    await looked(page);
    const address = (await main(page).locator("code").textContent()) ?? "";
    expect(address).toMatch(/\/inbreng\/([a-z2-9]{4}-){3}[a-z2-9]{4}$/);

    const other = await phone(browser, contextOptions, more);
    await other.goto(address);
    await expect(heading(other, "Welkom terug")).toBeVisible();
    await expect(main(other).getByText("vier chauffeurs")).toHaveCount(0);
    await looked(other);
    await press(other, /Dat ben ik/);
    await expect(heading(other, /langer dan een uur/)).toBeVisible();
    await main(other)
      .getByLabel(/Uw reactie/)
      .fill("Vraag het aan Jan de Vries.");
    await press(other, "Vorige");
    await expect(main(other).getByLabel("Oneens")).toBeChecked();
    await press(other, "Volgende");
    await expect(main(other).getByLabel(/Uw reactie/)).toHaveValue("Vraag het aan Jan de Vries.");
    await press(other, "Volgende");
    await press(other, "Kijk uw antwoorden na");
    await expect(heading(other, "Klopt alles?")).toBeVisible();
    await expect(main(other).getByText("Staat hier een naam of nummer?")).toBeVisible();
    await expect(main(other).getByText("Mijn zoon kent nu vier chauffeurs.")).toBeVisible();
    await looked(other);
    await press(other, "Verstuur mijn reacties");
    await expect(heading(other, /Uw reacties zijn binnen/)).toBeVisible();
    const number = /[A-Z2-9]{4}-[A-Z2-9]{2}/.exec((await main(other).textContent()) ?? "")?.[0];
    expect(number).toBeTruthy();
    await expect(main(other).locator("code")).toHaveText(address);
    await looked(other);
    // The same by mail, for who wants that.
    await main(other).getByLabel("Uw e-mailadres").fill("wie@ergens");
    await press(other, "Mail mij dit");
    await expect(main(other).getByText(/Vul een e-mailadres in/)).toBeVisible();
    await expect(main(other).getByLabel("Uw e-mailadres")).toHaveValue("wie@ergens");
    await looked(other);
    const email = `ontvangst-${scripts}-${test.info().retry}@proef.example`;
    await main(other).getByLabel("Uw e-mailadres").fill(email);
    await press(other, "Mail mij dit");
    await expect(main(other).getByText(/De mail gaat zo weg/)).toBeVisible();
    await looked(other);
    const mailed = () => mailTo(email);
    await expect.poll(mailed, { timeout: 60_000 }).toContain(address);
    expect(mailed()).toContain(number);
    // Back, and once more: the same receipt.
    await other.goBack();
    await other.goto(`/inbreng/${world.onlineCode}/ontvangen`);
    await expect(main(other).getByText(number ?? "-")).toBeVisible();

    await main(other).getByRole("link", { name: "Bekijk mijn reacties" }).click();
    await expect(heading(other, "Uw reacties")).toBeVisible();
    // What has no words needs no control.
    await expect(main(other).getByText("Wacht op controle")).toHaveCount(2);
    await looked(other);
    await main(other)
      .getByRole("link", { name: /Wijzig.*langer dan een uur/ })
      .click();
    await main(other)
      .getByLabel(/Uw reactie/)
      .fill("Een uur is al lang.");
    await press(other, "Klaar met wijzigen");
    await press(other, "Verstuur mijn wijzigingen");
    await expect(heading(other, /Uw reacties zijn binnen/)).toBeVisible();
    await expect(main(other).getByText(number ?? "-")).toBeVisible();
    await other.goto(`/inbreng/${world.onlineCode}/mijn`);
    await expect(main(other).getByText("Een uur is al lang.")).toBeVisible();
    await expect(main(other).getByText("Jan de Vries")).toHaveCount(0);

    // Somebody else on this device sees and gets nothing of it.
    await other.goto(`/inbreng/${world.onlineCode}`);
    await press(other, "Begin als iemand anders");
    await press(other, "Begin met stelling 1");
    await expect(main(other).getByLabel(/Uw reactie/)).toHaveValue("");
    await other.goto(`/inbreng/${world.onlineCode}/mijn`);
    await expect(main(other).getByText("Een uur is al lang.")).toHaveCount(0);

    // The first device still knows them; there they take it back.
    await page.goto(`/inbreng/${world.onlineCode}/intrekken`);
    await expect(heading(page, "Uw reacties intrekken?")).toBeVisible();
    await looked(page);
    await press(page, "Ja, trek in");
    await expect(main(page).getByText("Ingetrokken", { exact: true })).toHaveCount(3);
    await expect(main(page).getByText("Mijn zoon kent nu vier chauffeurs.")).toHaveCount(0);
    await page.context().close();
    await other.context().close();
  });
}

test("without a connection the words stay on the screen, and are sent when it is back", async ({
  browser,
  contextOptions,
  world,
}) => {
  const page = await phone(browser, contextOptions);
  await page.goto(`/inbreng/${world.onlineCode}`);
  await press(page, "Begin met stelling 1");
  await expect(heading(page, /dezelfde chauffeur/)).toBeVisible();
  await page.context().setOffline(true);
  const words = main(page).getByLabel(/Uw reactie/);
  await words.fill("In de tunnel geschreven.");
  // It comes above the button, which then goes down: only after that is there something to press.
  await expect(main(page).getByText("Er is geen verbinding")).toBeVisible();
  await press(page, "Volgende");
  await expect(words).toHaveValue("In de tunnel geschreven.");
  await expectAccessible(page);
  // Once the line is back what was pressed goes by itself: nobody presses again.
  await page.context().setOffline(false);
  await expect(heading(page, /op hun telefoon/)).toBeVisible();
  await press(page, "Vorige");
  await expect(words).toHaveValue("In de tunnel geschreven.");
  // What is typed is saved after a moment, without a press.
  await words.fill("In de tunnel geschreven, en bewaard.");
  await expect(main(page).getByText(/^Bewaard om/)).toBeVisible();
  await page.reload();
  await expect(words).toHaveValue("In de tunnel geschreven, en bewaard.");
  await page.context().close();
});

test("a program that fills in what nobody sees begins nothing", async ({
  browser,
  contextOptions,
  world,
}) => {
  const page = await phone(browser, contextOptions);
  await page.goto(`/inbreng/${world.onlineCode}`);
  const unseen = page.locator("input[name=website]");
  await unseen.evaluate((field: HTMLInputElement) => {
    field.value = "https://koop.example";
  });
  await press(page, "Begin met stelling 1");
  await expect(page).toHaveURL(/\/inbreng\/[a-z0-9-]+$/);
  await expect(main(page).getByRole("button", { name: "Begin met stelling 1" })).toBeVisible();
  expect((await page.context().cookies()).some(({ name }) => name.endsWith("_nu"))).toBe(false);
  await page.context().close();
});

test("it closes while somebody writes: nothing is lost or counted, and a later end lets them send it", async ({
  as,
  browser,
  contextOptions,
  world,
}) => {
  test.setTimeout(120_000);
  const { slug, code, consultation } = forThisTry(world.closing);
  const online = `/dossiers/${slug}/consultaties/${consultation}/online`;
  const page = await phone(browser, contextOptions, { javaScriptEnabled: false });
  await page.goto(`/inbreng/${code}`);
  await press(page, "Begin met stelling 1");
  const desk = await as("author");
  await desk.goto(online);
  await main(desk).getByRole("link", { name: "Sluiten en bedanken" }).click();
  await press(desk, "Sluit nu");
  await expect(main(desk).getByText("Gesloten", { exact: true }).first()).toBeVisible();
  await main(page)
    .getByLabel(/Uw reactie/)
    .fill("Net te laat geschreven.");
  await press(page, "Volgende");
  await expect(heading(page, "De consultatie is gesloten")).toBeVisible();
  await expect(main(page).getByText("Net te laat geschreven.")).toBeVisible();
  await expect(main(page).getByText(/telt het niet mee/)).toBeVisible();
  const own = (await main(page).locator("code").textContent()) ?? "";
  await expectNoSidewaysScroll(page);
  await desk.reload();
  await expect(main(desk).getByText(/^1 mens/)).toHaveCount(0);

  // Their own address leads back to it on another device, until it opens again.
  const other = await phone(browser, contextOptions);
  await other.goto(own);
  await press(other, /Dat ben ik/);
  await expect(main(other).getByText("Net te laat geschreven.")).toBeVisible();
  await expectAccessible(other);
  await press(desk, "Open de consultatie");
  await expect(main(desk).getByText("Open", { exact: true }).first()).toBeVisible();
  await other.goto(own);
  await press(other, /Dat ben ik/);
  await other.goto(`/inbreng/${code}/klopt`);
  await press(other, "Verstuur mijn reacties");
  await expect(heading(other, /Uw reacties zijn binnen/)).toBeVisible();
  await page.context().close();
  await other.context().close();
});

test("what is typed in a text that was kept stays, when it is quicker than the scripts", async ({
  browser,
  contextOptions,
  world,
}) => {
  const page = await phone(browser, contextOptions);
  await page.goto(`/inbreng/${world.onlineCode}`);
  await press(page, "Begin met stelling 1");
  const words = main(page).getByLabel(/Uw reactie/);
  await words.fill("Al bewaard.");
  await expect(main(page).getByText(/^Bewaard om/)).toBeVisible();
  let arrive = () => {};
  const line = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await line;
    await route.continue();
  });
  await page.reload({ waitUntil: "commit" });
  await expect(words).toHaveValue("Al bewaard.");
  await words.press("Control+Home");
  await words.pressSequentially("Op een trage lijn. ");
  await main(page).getByLabel("Oneens").check();
  const kept = () => page.waitForResponse(/\/insturen$/);
  const heard = kept();
  arrive();
  // It is sent when the page wakes up, and the place where one types is kept.
  await heard;
  await expect(words).toHaveValue("Op een trage lijn. Al bewaard.");
  const more = kept();
  await words.pressSequentially("Nog wat. ");
  await expect(words).toHaveValue("Op een trage lijn. Nog wat. Al bewaard.");
  await more;
  await page.unroute("**/_next/static/**/*.js");
  await page.reload();
  await expect(words).toHaveValue("Op een trage lijn. Nog wat. Al bewaard.");
  await expect(main(page).getByLabel("Oneens")).toBeChecked();
  await page.context().close();
});

test("who chose no position finds none chosen when they come back after sending", async ({
  browser,
  contextOptions,
  world,
}) => {
  const page = await phone(browser, contextOptions, { javaScriptEnabled: false });
  const at = `/inbreng/${world.onlineCode}`;
  await page.goto(at);
  await press(page, "Begin met stelling 1");
  await main(page)
    .getByLabel(/Uw reactie/)
    .fill("Zonder standpunt.");
  await press(page, "Volgende");
  await page.goto(`${at}/klopt`);
  await press(page, "Verstuur mijn reacties");
  await page.goto(`${at}/stelling/1?van=mijn`);
  await expect(main(page).getByLabel(/Uw reactie/)).toHaveValue("Zonder standpunt.");
  await expect(main(page).getByRole("radio", { checked: true })).toHaveCount(0);
  await page.context().close();
});

test("too long is kept whole and said, and two windows that differ are shown beside each other", async ({
  browser,
  contextOptions,
  world,
}) => {
  const page = await phone(browser, contextOptions, { javaScriptEnabled: false });
  await page.goto(`/inbreng/${world.onlineCode}`);
  await press(page, "Begin met stelling 1");
  const second = await page.context().newPage();
  await second.goto(page.url());
  await main(page)
    .getByLabel(/Uw reactie/)
    .fill("a".repeat(2_005));
  await press(page, "Volgende");
  await expect(main(page).getByText("Maak uw reactie 5 tekens korter.").first()).toBeVisible();
  await expect(main(page).getByLabel(/Uw reactie/)).toHaveValue("a".repeat(2_005));
  await main(second)
    .getByLabel(/Uw reactie/)
    .fill("Uit het tweede venster.");
  await press(second, "Volgende");
  await expect(main(second).getByText("U schreef ook in een ander venster")).toBeVisible();
  await expect(main(second).getByLabel(/Uw reactie/)).toHaveValue("Uit het tweede venster.");
  await expect(main(second).getByText("a".repeat(2_005))).toBeVisible();
  await page.context().close();
});

/** Bytes of what a page fetches as they come over the line, by what it is; `nameOf` calls some by a name of their own. */
async function fetched(
  page: Page,
  go: () => Promise<unknown>,
  nameOf: (url: string) => string | undefined = () => undefined,
): Promise<Map<string, number>> {
  const line = await page.context().newCDPSession(page);
  const kinds = new Map<string, string>();
  const bytes = new Map<string, number>();
  await line.send("Network.enable");
  await line.send("Network.setCacheDisabled", { cacheDisabled: true });
  line.on("Network.responseReceived", ({ requestId, type, response }) => {
    const picture = response.mimeType.startsWith("image/");
    kinds.set(requestId, nameOf(response.url) ?? (picture ? "Image" : type));
  });
  line.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "Other";
    bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
  });
  await go();
  await page.waitForLoadState("networkidle");
  await line.detach();
  return bytes;
}

/** What must be there before one reads: the page and how it looks. Its letters come after, and others stand in for them. */
const toRead = (bytes: Map<string, number>) =>
  (bytes.get("Document") ?? 0) + (bytes.get("Stylesheet") ?? 0);

test("the first stelling is read within 100 kB on a slow line, without scripts", async ({
  browser,
  contextOptions,
  world,
}) => {
  const page = await phone(browser, contextOptions, { javaScriptEnabled: false });
  const start = await fetched(page, () => page.goto(`/inbreng/${world.onlineCode}`));
  await press(page, "Begin met stelling 1");
  await expect(heading(page, /dezelfde chauffeur/)).toBeVisible();
  const bytes = await fetched(page, () => page.reload());
  expect(toRead(start), JSON.stringify([...start])).toBeLessThan(100_000);
  expect(toRead(bytes), JSON.stringify([...bytes])).toBeLessThan(100_000);
  expect(bytes.get("Script") ?? 0).toBe(0);
  await page.context().close();
});

test("the picture with an explanation comes when that is opened, and keeps its place", async ({
  browser,
  contextOptions,
  world,
}) => {
  // A browser without scripts fetches it at once: the HTML standard has it put off nothing then.
  const page = await phone(browser, contextOptions);
  await page.goto(`/inbreng/${world.onlineCode}`);
  await press(page, "Begin met stelling 1");
  await expect(heading(page, /dezelfde chauffeur/)).toBeVisible();
  const before = await fetched(page, () => page.reload());
  expect(before.get("Image") ?? 0).toBe(0);
  const later = await fetched(page, async () => {
    await main(page).getByText("Waarom deze stelling?").click();
    const picture = main(page).getByRole("img", { name: /Staafdiagram van 110 kinderen/ });
    await picture.scrollIntoViewIfNeeded();
    // Its place is there before it is.
    const width = () => picture.evaluate((shown: HTMLImageElement) => shown.naturalWidth);
    await expect.poll(width).toBeGreaterThan(0);
  });
  expect(later.get("Image") ?? 0).toBeGreaterThan(5_000);
  await expectNoSidewaysScroll(page);
  await page.context().close();
});

test("of the script of a stelling no more is ours than is the framework's own", async ({
  browser,
  contextOptions,
  world,
}) => {
  const manifest = JSON.parse(fs.readFileSync(".next/build-manifest.json", "utf8"));
  const theirs: string[] = [...manifest.rootMainFiles, ...manifest.polyfillFiles];
  const page = await phone(browser, contextOptions);
  await page.goto(`/inbreng/${world.onlineCode}`);
  await press(page, "Begin met stelling 1");
  await expect(heading(page, /dezelfde chauffeur/)).toBeVisible();
  const bytes = await fetched(
    page,
    () => page.reload(),
    (url) => (theirs.some((file) => url.includes(file)) ? "Framework" : undefined),
  );
  const said = JSON.stringify([...bytes]);
  console.log(`script of a stelling: ${said}`);
  expect(bytes.get("Framework") ?? 0, said).toBeGreaterThan(50_000);
  expect(bytes.get("Script") ?? 0, said).toBeLessThanOrEqual(bytes.get("Framework") ?? 0);
  await page.context().close();
});

for (const scripts of [true, false]) {
  test(`at 400 % zoom each screen is read and filled in, ${scripts ? "with" : "without"} scripts`, async ({
    browser,
    contextOptions,
    world,
  }) => {
    // A window of 1280 by 1024, in which everything is four times as large.
    const page = await phone(browser, contextOptions, {
      javaScriptEnabled: scripts,
      viewport: { width: 320, height: 256 },
      deviceScaleFactor: 4,
    });
    const free = async (name: string) => {
      await expectNoSidewaysScroll(page);
      for (const one of await main(page)
        .locator("textarea, input:visible:not([aria-hidden] input), button:visible")
        .all()) {
        await one.scrollIntoViewIfNeeded();
        // Nothing that stays in its place lies over what one has to press.
        await one.click({ trial: true, timeout: 5_000 }).catch((error: Error) => {
          throw new Error(`${name}: ${error.message}`);
        });
      }
    };
    const at = `/inbreng/${world.onlineCode}`;
    await page.goto(at);
    await free("start");
    await press(page, "Begin met stelling 1");
    await expect(heading(page, /dezelfde chauffeur/)).toBeVisible();
    await free("stelling");
    await main(page).getByText("Waarom deze stelling?").click();
    await expectNoSidewaysScroll(page);
    await main(page)
      .getByLabel(/Uw reactie/)
      .fill("Op een groot scherm, heel groot.");
    await press(page, "Liever alles op één pagina");
    await expect(heading(page, "Denk mee over het leerlingenvervoer")).toBeVisible();
    await free("alles");
    await press(page, "Kijk uw antwoorden na");
    await expect(heading(page, "Klopt alles?")).toBeVisible();
    await free("klopt");
    await press(page, "Verstuur mijn reacties");
    await expect(heading(page, /Uw reacties zijn binnen/)).toBeVisible();
    await free("ontvangen");
    await page.goto(`${at}/mijn`);
    await free("mijn");
    await page.goto(`${at}/privacy`);
    await free("privacy");
    await page.context().close();
  });
}
