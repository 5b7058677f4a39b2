import type { Page } from "@playwright/test";
import { crowd } from "../crowd";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./test";
import { type Anybody, sessionFile } from "./world";

test.use({ storageState: sessionFile("author") });

/** Reading happens in the background, in processes of their own. */
const PATIENCE = { timeout: 150_000 };
const TEXT = `# Overleg over de bus

Aanwezig: Marleen Ottens, mevrouw De Wit en Sem Bos

Mevrouw Ottens vindt de bus te laat. Bel 06-12345678 of mail naar bos@school.example.

Daarna vertelt Marleen Ottens over de haltes. Snorrebol was er niet.
`;

test.describe("by keyboard", () => {
  test("an author decides on everybody whom the minutes name", ({ page, as }) =>
    decideOnAll(page, as, false));
});

test.describe("on a phone", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test("an author decides on everybody whom the minutes name", ({ page, as }) =>
    decideOnAll(page, as, true));
});

async function decideOnAll(
  page: Page,
  as: (visitor: Anybody) => Promise<Page>,
  phone: boolean,
): Promise<void> {
  test.setTimeout(300_000);
  page.setDefaultTimeout(20_000);
  const main = page.getByRole("main");
  const name = (text: string) => main.getByRole("heading", { level: 2, name: text });
  const outside = main.getByRole("complementary");
  /** By its key, or with a finger. */
  const choose = async (key: string, label: RegExp) => {
    if (!phone) return page.keyboard.press(key);
    await main.getByRole("radio", { name: label }).check();
  };
  const send = async (label: RegExp) => {
    if (!phone) return page.keyboard.press("Enter");
    await main.getByRole("button", { name: label }).tap();
  };

  await page.goto("/dossiers/nieuw");
  await main.getByLabel("Titel").fill(`Namen in notulen ${phone} ${Date.now()}`);
  await main.getByLabel("Opdrachtgever").fill("Gemeente Proefstad");
  await main.getByRole("button", { name: "Dossier beginnen" }).click();
  await expect(page).toHaveURL(/\/dossiers\/(?!nieuw)[^/]+$/);
  const dossier = new URL(page.url()).pathname;
  const persons = `${dossier}/bronnen/persoonsgegevens`;

  await test.step("an empty page says what comes here", async () => {
    await page.goto(persons);
    await expect(main.getByText("Nog geen persoonsgegevens gevonden")).toBeVisible();
    await expectAccessible(page);
  });

  await page.goto(`${dossier}/bronnen/toevoegen`);
  await main.getByText("Plak tekst").click();
  await main.getByLabel("Titel").fill("Overleg over de bus");
  await main.getByLabel("Tekst", { exact: true }).fill(TEXT);
  await main.getByRole("button", { name: "Voeg toe aan de lijst" }).click();
  await main.getByRole("button", { name: "Voeg 1 bron toe" }).click(PATIENCE);
  await expect(page).toHaveURL(/bronnen\/[0-9a-f-]{36}/, PATIENCE);
  const source = /^.*\/bronnen\/[0-9a-f-]{36}/.exec(new URL(page.url()).pathname)?.[0] ?? "";
  await page.goto(source);
  await expect(main.getByText("Snorrebol was er niet", { exact: false })).toBeVisible(PATIENCE);

  await test.step("come from the source, and decide by key or by finger", async () => {
    await main.getByRole("link", { name: "Persoonsgegevens in deze bron" }).click();
    await expect(name("Marleen Ottens")).toBeVisible();
    await expect(main.getByText("Zolang iets openstaat, gaat er niets naar buiten.")).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await choose("1", /Vervang door een rol/);
    const role = main.getByLabel("Wat een ander leest");
    await role.fill("schoolleider");
    await expect(outside.getByText("[schoolleider]").first()).toBeVisible();
    // One of the three is somebody else: there the words stay.
    await main.getByRole("checkbox", { name: /haltes/ }).uncheck();
    await expect(outside.getByText("[schoolleider]")).toHaveCount(2);
    await role.focus();
    await send(/Vervang op 2 plaatsen/);
    await expect(name("mevrouw De Wit")).toBeVisible();
    await expect(main.getByRole("status").first()).toContainText("Marleen Ottens");
  });

  await test.step("keep one with a reason, which must be given", async () => {
    await choose("3", /Laat staan, met een reden/);
    await main.getByRole("textbox", { name: "Waarom mag dit blijven staan?" }).focus();
    await send(/^Laat staan/);
    await expect(main.getByText("Vul dit veld in.").first()).toBeVisible();
    await main.getByRole("textbox", { name: "Waarom mag dit blijven staan?" }).fill("Wethouder");
    await send(/^Laat staan/);
    await expect(name("Sem Bos")).toBeVisible();
  });

  await test.step("skip, give a code, and take that back", async () => {
    if (phone) await main.getByRole("link", { name: "Sla over" }).tap();
    else await page.keyboard.press("n");
    await expect(name("06-12345678")).toBeVisible();
    await choose("2", /Vervang door een code/);
    await expect(outside.getByText("[P-01]")).toBeVisible();
    await expect(main.getByRole("button", { name: /Vervang op 1 plaats/ })).toBeVisible();
    if (!phone) await page.getByRole("heading", { level: 1 }).click();
    await send(/Vervang op 1 plaats/);
    await expect(name("bos@school.example")).toBeVisible();
    if (phone) await main.getByRole("button", { name: "06-12345678 terug" }).tap();
    else await page.keyboard.press("u");
    await expect(name("06-12345678")).toBeVisible();
    await expect(main.getByRole("button", { name: "mevrouw De Wit terug" })).toBeVisible();
  });

  await test.step("decide on phone numbers and addresses at once", async () => {
    await main.getByRole("link", { name: "Kies meer tegelijk" }).click();
    await main.getByRole("link", { name: "Telefoon, e-mail, adres" }).click();
    await expect(main.getByText("2 gekozen, op 2 plaatsen")).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await main.getByRole("button", { name: "Beslis over 2" }).click();
    await expect(main.getByRole("button", { name: "Laatste 2 terug" })).toBeVisible();
  });

  await test.step("add what was not found", async () => {
    await page.goto(persons);
    await main.getByText("Iets gemist? Voeg het toe").click();
    await main.getByLabel("Naam of woorden, zoals ze er staan").fill("Snorrebol");
    await main.getByRole("button", { name: "Voeg toe en zoek" }).click();
    await expect(name("Snorrebol")).toBeVisible();
    await expect(main.getByRole("checkbox", { name: /was er niet/ })).toBeChecked();
  });

  await test.step("nobody else sees the page", async () => {
    const stranger = await as("stranger");
    expect((await stranger.goto(persons))?.status()).toBe(404);
  });
}

test("of hundreds of people a page is no heavier than of fifty, and all are decided on in parts", async ({
  page,
}) => {
  test.setTimeout(300_000);
  page.setDefaultTimeout(20_000);
  const main = page.getByRole("main");
  await page.goto("/dossiers/nieuw");
  await main.getByLabel("Titel").fill(`Een volle zaal ${Date.now()}`);
  await main.getByLabel("Opdrachtgever").fill("Gemeente Proefstad");
  await main.getByRole("button", { name: "Dossier beginnen" }).click();
  await expect(page).toHaveURL(/\/dossiers\/(?!nieuw)[^/]+$/);
  const dossier = new URL(page.url()).pathname;
  await page.goto(`${dossier}/bronnen/toevoegen`);
  await main.getByText("Plak tekst").click();
  await main.getByLabel("Titel").fill("Volle zaal");
  await main.getByLabel("Tekst", { exact: true }).fill(crowd(400).text);
  await main.getByRole("button", { name: "Voeg toe aan de lijst" }).click();
  await main.getByRole("button", { name: "Voeg 1 bron toe" }).click(PATIENCE);
  await expect(page).toHaveURL(/bronnen\/[0-9a-f-]{36}/, PATIENCE);
  const persons = `${dossier}/bronnen/persoonsgegevens`;
  await expect(async () => {
    await page.goto(persons);
    await expect(main.getByText("400 vondsten")).toBeVisible({ timeout: 2_000 });
  }).toPass(PATIENCE);
  for (const query of ["", "?toon=alles&pagina=8", "?kies=ja", "?kies=ja&soort=personen"]) {
    const answer = await page.request.get(persons + query);
    expect(answer.status()).toBe(200);
    expect((await answer.body()).length, query).toBeLessThan(400_000);
  }
  await page.goto(`${persons}?kies=ja&soort=personen`);
  for (const left of [/nog 200 open/, /niets meer open/]) {
    await main.getByRole("button", { name: "Beslis over 200" }).click();
    await expect(main.getByRole("button", { name: "Laatste 200 terug" })).toBeVisible(PATIENCE);
    await expect(main.getByRole("status").first()).toContainText(left, PATIENCE);
    await page.goto(`${persons}?kies=ja&soort=personen`);
  }
});
