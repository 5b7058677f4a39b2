import { expect, expectAccessible, test } from "./test";
import { sessionFile } from "./world";

test.use({ storageState: sessionFile("author") });

/** Reading and locating happen in the background, in processes of their own. */
const PATIENCE = { timeout: 150_000 };
const MOET = "De chauffeur moet ouders bellen als de bus meer dan tien minuten te laat is.";
const WEG = "De telefoonlijn van de vervoerder is in de ochtend het drukst van alle lijnen.";
const TEXT = `# Bijeenkomst vervoer

Anna: ${MOET}

Bram: ${WEG}

Carla: Een begeleider in de bus is geen luxe, zeker niet voor jonge kinderen.
`;

/** Of a source that was removed each of these leads to its own page. */
const REMOVED_WITH_IT = [
  "",
  "/afdrukken",
  "/correctie",
  "/nalopen",
  "/origineel",
  "/splitsen",
  "/splitsen/1",
  "/versies",
  "/versies/1",
  "/versies/nieuw",
];

test("a corrected text is decided on, word by word, and what rests on it says so until then", async ({
  page,
  as,
}) => {
  test.setTimeout(400_000);
  page.setDefaultTimeout(20_000);
  const main = page.getByRole("main");
  const button = (name: string | RegExp) => main.getByRole("button", { name }).first();
  await page.goto("/dossiers/nieuw");
  await main.getByLabel("Titel").fill(`Verbeterde notulen ${Date.now()}`);
  await main.getByLabel("Opdrachtgever").fill("Gemeente Proefstad");
  await button("Dossier beginnen").click();
  await expect(page).toHaveURL(/\/dossiers\/(?!nieuw)[^/]+$/);
  const dossier = new URL(page.url()).pathname;

  await page.goto(`${dossier}/bronnen/toevoegen`);
  await main.getByText("Plak tekst").click();
  await main.getByLabel("Titel").fill("Notulen vervoer");
  await main.getByLabel("Tekst", { exact: true }).fill(TEXT);
  await button("Voeg toe aan de lijst").click();
  await button("Voeg 1 bron toe").click(PATIENCE);
  await expect(page).toHaveURL(/bronnen\/[0-9a-f-]{36}/, PATIENCE);
  const source = /^.*\/bronnen\/[0-9a-f-]{36}/.exec(new URL(page.url()).pathname)?.[0] ?? "";

  // Until it was read the page says so, and becomes the text by itself.
  await page.goto(source);
  await expect(main.getByText(MOET)).toBeVisible(PATIENCE);

  for (const [name, words] of [
    ["Op tijd bericht", MOET],
    ["Bereikbaar", WEG],
  ] as const) {
    const start = TEXT.indexOf(words);
    await page.goto(`${source}/herkomst?van=${start}&tot=${start + words.length}`, PATIENCE);
    await button(/kernwaarde/i).click();
    await main.getByLabel("Naam", { exact: true }).fill(name);
    await button("Maak kernwaarde").click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  }
  const coreValue = page.url();

  await test.step("change the text where it stands", async () => {
    await page.goto(`${source}/versies`);
    await expect(main.getByText("Deze tekst is een concept")).toBeVisible();
    await main.getByRole("link", { name: "Nieuwe versie" }).click();
    await main.getByText("Of verander de tekst hier").click();
    await main
      .getByLabel("De tekst")
      .fill(TEXT.replace("moet", "kan").replace(`Bram: ${WEG}\n\n`, ""));
    await main.getByLabel("Wat is er veranderd, en waarom?").last().fill("Reactie van Bram");
    await button(/Maak de nieuwe versie/).waitFor();
    await main.getByRole("button", { name: "Maak de nieuwe versie" }).last().click();
    await expect(page).toHaveURL(/\/versies$/);
    await expect(main.getByText("Bij 2 passages moet u nog beslissen")).toBeVisible(PATIENCE);
    await expectAccessible(page);
  });

  await test.step("everything that rests on it says so", async () => {
    await page.goto(coreValue);
    // With the title, and at the words.
    await expect(main.getByText("bron gewijzigd")).toHaveCount(2);
    await page.goto(dossier);
    await expect(main.getByText(/Daarop rusten .*2 kernwaarden/)).toBeVisible();
  });

  await test.step("see what changed, and read the old version", async () => {
    await page.goto(`${source}/versies/2`);
    await expect(main.locator("del").filter({ hasText: "moet" })).toBeVisible();
    await expectAccessible(page);
    await page.goto(`${source}?versie=1`);
    await expect(main.getByText("Dit is versie 1")).toBeVisible();
    await expect(main.getByText(WEG)).toBeVisible();
    await page.goto(source);
    await expect(main.getByText(WEG)).toHaveCount(0);
  });

  await test.step("decide by keyboard, take it back, and decide again", async () => {
    await page.goto(`${source}/nalopen`);
    await expect(main.getByText("moeten, mogen of kunnen", { exact: false })).toBeVisible();
    // Nothing is chosen beforehand where the meaning may differ.
    await expect(button("Ja, dezelfde passage")).not.toHaveClass(/primary/);
    await expectAccessible(page);
    // What changed is said before the answer, in the list, and in both texts.
    await expect(main.getByText("“moet” is nu “kan”.")).toBeVisible();
    const list = main.getByRole("navigation", { name: "Passages om te beslissen" });
    await expect(list.getByText("“moet” werd “kan”")).toBeVisible();
    await expect(list.getByRole("link", { name: "K-1 De chauffeur" })).toBeVisible();
    await expect(main.locator("del").filter({ hasText: "moet" })).toBeVisible();
    await expect(main.locator("ins").filter({ hasText: "kan" })).toBeVisible();
    await expect(main.getByText("Tot u beslist, staat bij")).toHaveCount(0);
    await expect(main.getByText("0 van 2 passages staan al goed.")).toBeVisible();
    // A line joins the passage, and one what stayed as it is; of what is gone it ends in the open. On a phone there
    // is no room for them.
    const lines = main.locator("section + svg");
    await expect(lines.locator("path")).toHaveCount(4);
    await expect(lines.locator("circle")).toHaveCount(1);
    // The other passage that asks for an answer is marked in the text, and leads to its own question.
    await expect(
      main.getByRole("region", { name: "Versie 1" }).getByRole("link", { name: "K-2" }),
    ).toBeVisible();
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(lines).toBeHidden();
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.keyboard.press("2");
    await expect(
      main.getByRole("heading", { name: "Waar is deze passage gebleven?" }),
    ).toBeVisible();
    // Of what is gone the line ends in the open.
    await expect(lines.locator("circle")).toHaveCount(1);
    await page.keyboard.press("u");
    await expect(main.getByRole("heading", { name: "Is dit dezelfde passage?" })).toBeVisible();
    await button("Ja, dezelfde passage").click();
    await expect(
      main.getByRole("heading", { name: "Waar is deze passage gebleven?" }),
    ).toBeVisible();
    await page.keyboard.press("3");
    await page.keyboard.type("Deze woorden staan er niet");
    await button("Dit zijn ze").click();
    await expect(
      main.getByText("Deze woorden staan zo niet in de nieuwe versie.").first(),
    ).toBeVisible();
    await button("Staat er niet meer in").click();
    await expect(main.getByText("Alles is nagelopen")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("adopt it", async () => {
    await page.goto(`${source}/versies`);
    await main.getByText("Versie 2 is vastgesteld").first().click();
    await main.getByLabel("Vastgesteld op").fill("2026-03-20");
    await main.getByLabel("Vastgesteld door").fill("de aanwezigen");
    await button("Leg vast").click();
    await expect(
      main.getByText(/Versie 2 is vastgesteld op 20 maart 2026 door de aanwezigen/),
    ).toBeVisible();
    await main.getByText("Klopt dit niet? Wijzig het").click();
    await expect(main.getByLabel("Vastgesteld door")).toHaveValue("de aanwezigen");
    await main.getByLabel("Vastgesteld op").fill("2026-03-21");
    await button("Leg vast").click();
    await expect(main.getByText(/Versie 2 is vastgesteld op 21 maart 2026/)).toBeVisible();
  });

  await test.step("removed, only the page that says so is left of it", async () => {
    const beheer = await as("administrator");
    await beheer.goto(`/beheer${source}`);
    const form = beheer.getByRole("main").locator("form").first();
    await form.getByLabel("Typ de titel van de bron over").fill("Notulen vervoer");
    await form.getByLabel("Waarom?").fill("Bij vergissing toegevoegd");
    await form.getByRole("button").last().click();
    await expect(beheer).toHaveURL(/\/beheer\/dossiers\/[^/]+(\?.*)?$/);
    for (const part of REMOVED_WITH_IT) {
      await page.goto(source + part);
      expect(new URL(page.url()).pathname, part).toBe(source);
      await expect(main.getByText("Bij vergissing toegevoegd")).toBeVisible();
    }
    await expect(main.getByText(MOET.replace("moet", "kan"))).toBeVisible();
    await expect(main.getByText("Carla")).toHaveCount(0);
    await page.goto(coreValue);
    await expect(main.getByText("bron verwijderd").first()).toBeVisible();
  });
});
