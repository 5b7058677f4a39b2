import fs from "node:fs";
import path from "node:path";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { extractText } from "unpdf";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./test";
import { MAIL_FOLDER } from "./world";

// Somebody is invited, reacts on a phone by the address in the mail, goes on on another, and changes their mind.

const main = (page: Page) => page.getByRole("main");
const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { level: 1, name });
const press = (page: Page, name: string | RegExp) =>
  main(page).getByRole("button", { name }).first().click();

async function phone(browser: Browser, options: BrowserContextOptions, scripts: boolean) {
  const context = await browser.newContext({
    ...options,
    storageState: { cookies: [], origins: [] },
    viewport: { width: 320, height: 640 },
    javaScriptEnabled: scripts,
  });
  return context.newPage();
}

/** The address in the newest mail to somebody. */
function addressFor(email: string): string {
  if (!fs.existsSync(MAIL_FOLDER)) return "";
  const mails = fs
    .readdirSync(MAIL_FOLDER)
    .filter((name) => name.endsWith(".html"))
    .sort()
    .map((name) => fs.readFileSync(path.join(MAIL_FOLDER, name), "utf8"))
    .filter((mail) => mail.includes(email));
  return /href="([^"]+)"/.exec(mails.at(-1) ?? "")?.[1] ?? "";
}

for (const scripts of [true, false]) {
  const how = scripts ? "with" : "without";
  test(`somebody is invited by mail, and reacts ${how} scripts on two devices`, async ({
    as,
    browser,
    contextOptions,
    world,
  }) => {
    test.setTimeout(300_000);
    // Each try its own: who is on the list already is not added again.
    const email = `wie-${how}-${test.info().retry}@proef.example`;
    const who = `Wie Ook ${how} ${test.info().retry}`;
    const list = `/dossiers/${world.example.slug}/consultaties/${world.example.online}/online/uitnodigingen`;
    const desk = await as("author");
    await desk.goto(`${list}/toevoegen`);
    await main(desk).getByLabel("Lijst").fill(`${email};${who}\ngeen adres`);
    await press(desk, "Bekijk de lijst");
    await expect(main(desk).getByText(/Regel 2.*is geen e-mailadres/)).toBeVisible();
    await main(desk).getByLabel("Lijst").fill(`${email};${who};Ouders`);
    await press(desk, "Bekijk de lijst");
    await press(desk, "Voeg 1 genodigde toe");
    await expect(main(desk).getByText("1 genodigde toegevoegd.")).toBeVisible();
    await expectAccessible(desk);
    await main(desk).getByLabel(`Kies ${who}`).last().check();
    // A letter, in the language that is chosen; the mail goes as well.
    await main(desk).getByLabel("Taal van de brieven").first().selectOption("Engels");
    const [letter] = await Promise.all([
      desk.waitForEvent("download"),
      press(desk, "Maak brieven"),
    ]);
    const bytes = new Uint8Array(fs.readFileSync(await letter.path()));
    const { text } = await extractText(bytes, { mergePages: true });
    expect(text).toContain(who);
    expect(text.replace(/\s+/g, " ")).toContain("The code has no letter L or O");
    await press(desk, "Verstuur mails");
    await expect(heading(desk, "Uitnodigingen versturen")).toBeVisible();
    await expectAccessible(desk);
    await press(desk, "Verstuur 1 mail");
    await expect(main(desk).getByText("Er gaat 1 mail weg.")).toBeVisible();
    await expect.poll(() => addressFor(email), { timeout: 60_000 }).toContain("/inbreng/");
    const address = addressFor(email);

    const page = await phone(browser, contextOptions, scripts);
    await page.goto(address);
    await expect(main(page).getByText("Ouders")).toBeVisible();
    await expectNoSidewaysScroll(page);
    // What is kept of who is invited is said to them, and to nobody else.
    await page.goto(`${address}/privacy`);
    await expect(
      main(page).getByText(/Uw naam en adres bewaren wij uiterlijk tot en met \d/),
    ).toBeVisible();
    await expectNoSidewaysScroll(page);
    await page.goto(`/inbreng/${world.onlineCode}/privacy`);
    await expect(heading(page, "Uw privacy")).toBeVisible();
    await expect(main(page).getByText(/U bent uitgenodigd/)).toHaveCount(0);
    await page.goto(address);
    await press(page, "Begin met stelling 1");
    await main(page).getByLabel("Eens", { exact: true }).check();
    await main(page)
      .getByLabel(/Uw reactie/)
      .fill(`Genodigd en eens, ${how}.`);
    await press(page, "Volgende");
    // The one before has the same choices: it is waited for.
    await expect(heading(page, /op hun telefoon waar de bus is/)).toBeVisible();
    await main(page).getByLabel("Oneens").check();
    await press(page, "Stoppen en later verder");
    await expect(main(page).locator("code")).toHaveText(address);

    const other = await phone(browser, contextOptions, scripts);
    await other.goto(address);
    await expect(heading(other, "Welkom terug")).toBeVisible();
    await expect(main(other).getByText("Genodigd en eens")).toHaveCount(0);
    await press(other, /Dat ben ik/);
    await expect(heading(other, /langer dan een uur/)).toBeVisible();
    await main(other)
      .getByLabel(/Uw reactie/)
      .fill("Een uur is lang.");
    await press(other, "Volgende");
    await press(other, "Kijk uw antwoorden na");
    await press(other, "Verstuur mijn reacties");
    await expect(heading(other, /Uw reacties zijn binnen/)).toBeVisible();
    await expect(main(other).getByText("Begin als iemand anders")).toHaveCount(0);
    await main(other).getByRole("link", { name: "Bekijk mijn reacties" }).click();
    await main(other)
      .getByRole("link", { name: /Wijzig.*langer dan een uur/ })
      .click();
    await main(other)
      .getByLabel(/Uw reactie/)
      .fill("Toch niet zo lang.");
    await press(other, "Klaar met wijzigen");
    await press(other, "Verstuur mijn wijzigingen");
    await expect(heading(other, /Uw reacties zijn binnen/)).toBeVisible();

    // The code works by hand as well, and another does not.
    const code = address.split("/").at(-1) ?? "";
    const typing = await phone(browser, contextOptions, scripts);
    await typing.goto("/inbreng");
    await main(typing)
      .getByLabel("Code")
      .fill(`${code.slice(0, -1)}l`);
    await press(typing, "Ga verder");
    await expect(
      main(typing)
        .getByText(/Deze code werkt niet/)
        .first(),
    ).toBeVisible();
    await main(typing).getByLabel("Code").fill(code.toUpperCase());
    await press(typing, "Ga verder");
    await expect(heading(typing, "Welkom terug")).toBeVisible();

    // Withdrawn: nothing is changed any more, and what was sent can still be read and taken back.
    await desk.goto(`${list}?zoek=${email}`);
    await main(desk).getByLabel(`Kies ${who}`).check();
    await press(desk, "Trek in");
    await expectAccessible(desk);
    await press(desk, "Trek 1 uitnodiging in");
    await expect(main(desk).getByText("1 uitnodiging ingetrokken.")).toBeVisible();
    await other.goto(`${address}/stelling/1`);
    await expect(heading(other, "Uw uitnodiging is ingetrokken")).toBeVisible();
    await main(other).getByRole("link", { name: "Bekijk mijn reacties" }).click();
    await expect(main(other).getByText("Toch niet zo lang.")).toBeVisible();
    await expect(main(other).getByRole("link", { name: /^Wijzig/ })).toHaveCount(0);
    await expectNoSidewaysScroll(other);
    await main(other)
      .getByRole("link", { name: /Trek.*in/ })
      .click();
    await main(other)
      .getByRole("button", { name: /Trek|Ja/ })
      .click();
    await expect(main(other).getByText("Toch niet zo lang.")).toHaveCount(0);
  });
}
