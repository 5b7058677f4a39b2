import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./test";
import { E2E_ADDRESS, sessionFile } from "./world";

test.use({ storageState: sessionFile("author") });

/** Reading and locating happen in the background, in processes of their own. */
const PATIENCE = { timeout: 150_000 };
const ANNA = "De chauffeur belt ouders als de bus meer dan tien minuten te laat is.";
const BRAM = "De telefoonlijn van de vervoerder is in de ochtend het drukst van alle lijnen.";
const TEXT = `# Bijeenkomst vervoer

Anna: ${ANNA}

- ${BRAM}

Carla: Een begeleider in de bus is *geen* luxe.
`;

const main = (page: Page) => page.getByRole("main");
const button = (page: Page, name: string | RegExp) =>
  main(page).getByRole("button", { name }).first();
const block = (page: Page, words: string) =>
  main(page).locator("[id^=blok-]").filter({ hasText: words });

test("those who were there correct a text by link, and what is accepted is the next version", async ({
  page,
  browser,
  contextOptions,
}) => {
  test.setTimeout(500_000);
  page.setDefaultTimeout(20_000);
  await page.goto("/dossiers/nieuw");
  await main(page).getByLabel("Titel").fill(`Correctie van notulen ${Date.now()}`);
  await main(page).getByLabel("Opdrachtgever").fill("Gemeente Proefstad");
  await button(page, "Dossier beginnen").click();
  await expect(page).toHaveURL(/\/dossiers\/(?!nieuw)[^/]+$/);
  const dossier = new URL(page.url()).pathname;
  await page.goto(`${dossier}/bronnen/toevoegen`);
  await main(page).getByText("Plak tekst").click();
  await main(page).getByLabel("Titel").fill("Notulen vervoer");
  await main(page).getByLabel("Tekst", { exact: true }).fill(TEXT);
  await button(page, "Voeg toe aan de lijst").click();
  await button(page, "Voeg 1 bron toe").click(PATIENCE);
  await expect(page).toHaveURL(/bronnen\/[0-9a-f-]{36}/, PATIENCE);
  const source = /^.*\/bronnen\/[0-9a-f-]{36}/.exec(new URL(page.url()).pathname)?.[0] ?? "";
  await page.goto(source);
  await expect(main(page).getByText(ANNA)).toBeVisible(PATIENCE);
  const start = TEXT.indexOf(ANNA);
  await page.goto(`${source}/herkomst?van=${start}&tot=${start + ANNA.length}`, PATIENCE);
  await button(page, /kernwaarde/i).click();
  await main(page).getByLabel("Naam", { exact: true }).fill("Op tijd bericht");
  await button(page, "Maak kernwaarde").click();
  await expect(page.getByRole("heading", { level: 1, name: "Op tijd bericht" })).toBeVisible();

  let links: string[] = [];
  await test.step("begin a round, and make a link for each", async () => {
    await page.goto(`${source}/versies`);
    await main(page).getByRole("link", { name: "Laat aanwezigen corrigeren" }).click();
    await expect(main(page).getByText("ook de namen die erin staan")).toBeVisible();
    await expectAccessible(page);
    await button(page, "Begin de correctieronde").click();
    await expect(page).toHaveURL(/correctie\/aanwezigen$/);
    await main(page).getByLabel("Namen").fill("Anna de Boer\nBram\nCarla");
    await button(page, "Maak de links").click();
    await expect(main(page).getByText("De 3 links zijn gemaakt")).toBeVisible();
    links = await main(page).locator("code").allTextContents();
    expect(links).toHaveLength(3);
    expect(new Set(links).size).toBe(3);
    await expectAccessible(page);
    await page.reload();
    await expect(main(page).getByRole("cell", { name: "Anna de Boer" })).toBeVisible();
    await expect(main(page).locator("code")).toHaveCount(0);
  });
  const [annas = "", brams = "", carlas = ""] = links;

  const phone = await browser.newContext({
    ...contextOptions,
    storageState: { cookies: [], origins: [] },
    viewport: { width: 320, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  const anna = await phone.newPage();
  await test.step("read and propose on a phone; nothing typed is lost", async () => {
    const answer = await anna.goto(annas);
    expect(answer?.headers()["cache-control"]).toContain("no-store");
    await expect(anna.getByRole("heading", { level: 1, name: "Notulen vervoer" })).toBeVisible();
    await expect(anna.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
    await expect(anna.locator('meta[name="referrer"]')).toHaveAttribute("content", "same-origin");
    await expect(main(anna).getByText("Deze link is van Anna de Boer")).toBeVisible();
    // Nothing else of the dossier, and no way into it.
    await expect(anna.getByText("Op tijd bericht")).toHaveCount(0);
    expect(await anna.locator('a[href*="/dossiers"]').count()).toBe(0);
    await expectNoSidewaysScroll(anna);
    await expectAccessible(anna);
    await block(anna, ANNA)
      .getByRole("link", { name: /Stel iets anders voor/ })
      .click();
    const field = anna.getByLabel("Wat moet hier staan?");
    await expect(field).toHaveValue(`Anna: ${ANNA}`);
    await expectNoSidewaysScroll(anna);
    await expectAccessible(anna);
    await button(anna, "Stel dit voor").click();
    await expect(main(anna).getByText("Dit staat er al zo.").first()).toBeVisible();
    const better = ANNA.replace("tien", "vijf");
    await field.fill(`Anna: ${better}`);
    await phone.setOffline(true);
    await button(anna, "Stel dit voor").click();
    await expect(main(anna).getByText("U hebt geen verbinding met internet").first()).toBeVisible();
    await phone.setOffline(false);
    await anna.reload();
    await expect(anna.getByLabel("Wat moet hier staan?")).toHaveValue(`Anna: ${better}`);
    await anna.getByLabel("Waarom?").fill("Ik zei vijf.");
    await button(anna, "Stel dit voor").click();
    const own = block(anna, ANNA);
    await expect(own.getByText("Uw voorstel")).toBeVisible();
    await expect(own.locator("ins")).toContainText("vijf");
    await expect(own.getByText("nog niet beslist")).toBeVisible();
    await expect(anna.getByLabel("Wat moet hier staan?")).toHaveCount(0);
    await own.getByRole("link", { name: /Wijzig/ }).click();
    await expect(anna.getByLabel("Waarom?")).toHaveValue("Ik zei vijf.");
    await button(anna, "Stel voor dit blok weg te halen").click();
    await expect(own.getByText("U stelt voor dit blok weg te halen.")).toBeVisible();
    await own.getByRole("button", { name: /Trek in/ }).click();
    await expect(own.getByText("Uw voorstel")).toHaveCount(0);
    await own.getByRole("link", { name: /Stel iets anders voor/ }).click();
    await anna.getByLabel("Wat moet hier staan?").fill(`Anna: ${better}`);
    await button(anna, "Stel dit voor").click();
    await expect(own.getByText("Uw voorstel")).toBeVisible();
    await button(anna, "De rest klopt zo").click();
    await expect(main(anna).getByText("U zei dat de rest klopt.")).toBeVisible();
    await expectNoSidewaysScroll(anna);
    await expectAccessible(anna);
  });

  const plain = await browser.newContext({
    ...contextOptions,
    storageState: { cookies: [], origins: [] },
    javaScriptEnabled: false,
  });
  await test.step("propose without scripts", async () => {
    const bram = await plain.newPage();
    await bram.goto(brams);
    await expect(bram.getByText("vijf")).toHaveCount(0);
    await block(bram, ANNA)
      .getByRole("link", { name: /Stel iets anders voor/ })
      .click();
    await bram.getByLabel("Wat moet hier staan?").fill("  ");
    await button(bram, "Stel dit voor").click();
    await expect(main(bram).getByText("Vul in wat hier moet staan.").first()).toBeVisible();
    await bram.getByLabel("Wat moet hier staan?").fill("Anna: Er wordt altijd gebeld.");
    await button(bram, "Stel dit voor").dblclick();
    await expect(block(bram, ANNA).getByText("Uw voorstel")).toBeVisible();
    await block(bram, BRAM)
      .getByRole("link", { name: /Stel iets anders voor/ })
      .click();
    // Without the sign of the list, which stays.
    await expect(bram.getByLabel("Wat moet hier staan?")).toHaveValue(BRAM);
    await button(bram, "Stel voor dit blok weg te halen").click();
    await expect(main(bram).getByText("U stelde bij 2 blokken iets anders voor.")).toBeVisible();
  });

  await test.step("decide on each, with a reply; take back and decide again", async () => {
    await page.goto(`${source}/versies`);
    await expect(main(page).getByText("3 voorstellen van aanwezigen te beslissen.")).toBeVisible();
    await page.goto(`${source}/correctie`);
    await expect(main(page).getByText("Nog 3 voorstellen te beslissen")).toBeVisible();
    await expect(main(page).getByText("Beslis eerst over de 3 voorstellen")).toBeVisible();
    await expectAccessible(page);
    const of = (name: string, words: string) =>
      block(page, words)
        .locator("div")
        .filter({ has: page.getByText(`${name} stelt voor`) })
        .last();
    const bram = of("Bram", ANNA);
    await bram.getByRole("button", { name: "Neem niet over" }).click();
    await expect(bram.getByText("Schrijf waarom u dit niet overneemt.").first()).toBeVisible();
    await of("Anna de Boer", ANNA).getByRole("button", { name: "Neem aan" }).click();
    await expect(main(page).getByText("Nog 2 voorstellen te beslissen")).toBeVisible();
    await expect(block(page, ANNA).getByText("een ander voorstel aangenomen")).toBeVisible();
    await expect(bram.getByRole("button", { name: "Neem aan" })).toHaveCount(0);
    await of("Anna de Boer", ANNA)
      .getByRole("button", { name: /Neem terug/ })
      .click();
    await expect(main(page).getByText("Nog 3 voorstellen te beslissen")).toBeVisible();
    await of("Anna de Boer", ANNA).getByLabel("Antwoord aan Anna de Boer").fill("Dank u.");
    await of("Anna de Boer", ANNA).getByRole("button", { name: "Neem aan" }).click();
    await expect(main(page).getByText("Nog 2 voorstellen te beslissen")).toBeVisible();
    await bram.getByLabel("Antwoord aan Bram").fill("Dat is niet gezegd.");
    await bram.getByRole("button", { name: "Neem niet over" }).click();
    await expect(main(page).getByText("Nog 1 voorstel te beslissen")).toBeVisible();
    await of("Bram", BRAM).getByRole("button", { name: "Neem aan" }).click();
    await expect(main(page).getByText("Over alles is beslist")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("make the next version, of which the passages are located", async () => {
    await button(page, "Maak nieuwe versie met 2 aangenomen wijzigingen").click();
    await expect(page).toHaveURL(/\/versies$/);
    await expect(main(page).getByText("Bij 1 passage moet u nog beslissen")).toBeVisible(PATIENCE);
    await expect(main(page).getByText("2 wijzigingen van aanwezigen overgenomen")).toBeVisible();
    await page.goto(`${source}/versies/2`);
    await expect(main(page).locator("ins").filter({ hasText: "vijf" })).toBeVisible();
    await page.goto(`${source}/nalopen`);
    await expect(main(page).getByText("vijf").first()).toBeVisible();
    await page.goto(`${source}/correctie`);
    await expect(main(page).getByText("De nieuwe versie is gemaakt.")).toBeVisible();
    await expect(main(page).getByRole("button", { name: /Neem/ })).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step("the reply stands behind the same link, and the text no longer", async () => {
    await anna.goto(annas);
    await expect(main(anna).getByText("Er is een nieuwe versie van de tekst")).toBeVisible();
    await expect(main(anna).getByText("Antwoord: Dank u.")).toBeVisible();
    await expect(main(anna).getByText("Carla:")).toHaveCount(0);
    await expectNoSidewaysScroll(anna);
    await expectAccessible(anna);
  });

  await test.step("a link that is taken back is as one that never was", async () => {
    await page.goto(`${source}/correctie/aanwezigen`);
    await main(page).locator("summary").filter({ hasText: "Link van Carla" }).click();
    await button(page, "Trek de link in").click();
    await page.getByRole("dialog").getByRole("button", { name: "Trek de link in" }).click();
    await expect(main(page).getByText("link ingetrokken")).toBeVisible();
    const said: string[] = [];
    for (const link of [carlas, `${E2E_ADDRESS}/correctie/${"x".repeat(43)}`]) {
      await anna.goto(link);
      await expect(anna.getByRole("heading", { level: 1 })).toHaveText("Deze link werkt niet");
      said.push((await main(anna).textContent()) ?? "");
    }
    expect(said[0]).toBe(said[1]);
  });
  await phone.close();
  await plain.close();
});
