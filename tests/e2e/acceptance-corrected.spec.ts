import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { decodeUpload } from "@/domain/sources/rules";
import { realSource, sourcesPresent } from "@/tests/sources";
import { tellsOf } from "@/tests/tells";
import { correctionOf, nameIn, phonesIn, type Stretch, stretchWith } from "./corrected";
import { Keyboard } from "./keyboard";
import { bringIn, confirmDocument, focusedMarks, newDossier, solid } from "./minutes";
import { expectNobodyIn, sentIn } from "./outsider";
import { everybody } from "./people";
import { addressIn, ROUTES } from "./routes";
import { expect, expectAccessible, test } from "./test";
import { EVERYBODY, type Place, type World } from "./world";

/** Reading and locating happen in the background, in processes of their own. */
const PATIENCE = { timeout: 60_000 };
const asking = everybody();

/** A requirement and the words it rests on. */
interface Resting {
  title: string;
  path: string;
  source: string;
  at: Stretch;
  /** What stands there after the correction. */
  now: string;
  suspect: boolean;
}

test("what rests on the real minutes survives their correction, and no name leaves", async ({
  as,
  world,
}) => {
  test.skip(!sourcesPresent, "HERLEID_SOURCES names no folder with the real minutes");
  test.setTimeout(300_000);
  const page = await as("author");
  page.setDefaultTimeout(20_000);
  const minutes = textOf("minutes");
  const sheet = textOf("sheet");
  const speaker = nameIn(minutes, "minutes");
  const contact = nameIn(sheet, "sheet");
  const correction = correctionOf(minutes);

  // Names are in what is typed as well, and in the names of files.
  const keyboard = new Keyboard(page);
  await newDossier(page, keyboard, `Coaches, vraag van ${speaker}`);
  const dossier = new URL(page.url()).pathname;
  await bringIn(page, keyboard, file(`Informatie van ${contact}.txt`, sheet));
  const information = sourceIn(page);
  await bringIn(page, keyboard, file(`Notulen ${speaker}.md`, minutes));
  const source = sourceIn(page);
  await page.goto(`${source}/splitsen/2`);
  await confirmDocument(page, keyboard, { offersKnown: false });

  const spoken = stretchWith(minutes, speaker);
  const asked = stretchWith(sheet, contact);
  const { changed, now, gone, moved } = correction;
  const resting = await test.step("requirements rest on words", async () => {
    await page.goto(`${dossier}/pve`);
    await button(page, "Begin met deze hoofdstukken").click();
    await expect(page).toHaveURL(/melding=/);
    return [
      await requirementOn(page, {
        title: "Op een kernwaarde van de zin die verandert",
        coreValue: "Anders gezegd",
        ...{ source, at: changed, now, suspect: true },
      }),
      await requirementOn(page, {
        title: "Op de zin die weggaat",
        ...{ source, at: gone, now: gone.words, suspect: true },
      }),
      await requirementOn(page, {
        title: "Op de alinea die verhuist",
        ...{ source, at: moved, now: moved.words, suspect: false },
      }),
      await requirementOn(page, {
        title: `Op de vraag van ${speaker}`,
        ...{ source, at: spoken, now: spoken.words, suspect: false },
      }),
      await requirementOn(page, {
        title: "Op wie men kan bellen",
        ...{ source: information, at: asked, now: asked.words, suspect: false },
      }),
    ];
  });

  await test.step("correct the text", async () => {
    await page.goto(`${source}/versies/nieuw`);
    await page.getByText("Of verander de tekst hier").click();
    await page.getByLabel("De tekst").fill(correction.text);
    const note = page.getByLabel("Wat is er veranderd, en waarom?").last();
    await note.fill(`Gevraagd door ${speaker}`);
    await page.getByRole("button", { name: "Maak de nieuwe versie" }).last().click();
    await expect(page).toHaveURL(/\/versies$/);
    await expect(page.getByText("Bij 4 passages moet u nog beslissen")).toBeVisible(PATIENCE);
    await expectSuspect(page, resting);
  });

  await test.step("decide on what must be decided", async () => {
    const answers = await decideOnAll(page, source, correction);
    // Both sentences, and the reactions that they stand in.
    expect(answers.sort()).toEqual([
      "Ja, betekenis is anders",
      "Ja, dezelfde passage",
      "Ja, dezelfde passage",
      "Staat er niet meer in",
    ]);
    await expectAccessible(page);
    // What means something else, or is gone, goes on saying so.
    await expectSuspect(page, resting);
  });

  await test.step("every trace lands on the right words, in both versions", async () => {
    for (const { title, path, at, now, source: of } of resting) {
      const landing = async (link: RegExp) => {
        await page.goto(`${path}/herkomst`);
        await page.getByRole("main").getByRole("link", { name: link }).first().click();
        await expect(page).toHaveURL(/#citaat$/);
        return solid((await (await focusedMarks(page)).allTextContents()).join(""));
      };
      expect(await landing(/^Lees in de bron/), title).toBe(solid(now));
      if (of !== source) continue;
      expect(await landing(/^Lees in versie 1/), `${title}, before`).toBe(solid(at.words));
      await expect(page.getByText("Dit is versie 1")).toBeVisible();
    }
  });

  const organisations = await test.step("replace the names", () =>
    replaceAll(page, dossier, speaker));
  const tells = tellsOf([
    ...[speaker, contact, ...`${speaker} ${contact}`.split(" ")],
    ...phonesIn(sheet),
    ...organisations,
  ]);
  const stakeholders = await letOthersIn(page, dossier);

  const place = await placeIn(page, dossier, resting, spoken);
  await test.step("who may not see names sees none, on any page", async () => {
    // With who may see them they are there, so that it is worth looking.
    for (const where of [
      "",
      "/bronnen",
      source.slice(dossier.length),
      `/reacties/${place.reaction}`,
    ]) {
      const sent = await sentIn(await page.request.get(`${dossier}${where}`));
      expect(tells(sent), where).toContain(speaker);
    }
    const faces = pagesIn(world, place, resting);
    // Who is let in nowhere has no more of a page than its address.
    const refused = new Set([...faces].map((address) => address.replace(/\?.*/, "")));
    for (const visitor of EVERYBODY.filter((one) => one !== "author")) {
      const pages = ["reviewer", "administrator"].includes(visitor) ? faces : refused;
      await expectNobodyIn(asking(visitor), visitor, [...pages, stakeholders], tells);
    }
  });

  await test.step("nor does what an author takes along", async () => {
    const files = ["/publicatie/pve.docx", "/publicatie/pve.docx?namen=ja", "/logboek/logboek.csv"];
    for (const one of files) {
      const answer = await page.request.get(`${dossier}${one}`, { maxRedirects: 0 });
      expect(answer.status(), one).toBe(200);
      expect(tells(await sentIn(answer)), one).toEqual([]);
    }
    expect(tells(dossier), "the address").toEqual([]);
  });
});

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("main").getByRole("button", { name }).first();

function textOf(name: "minutes" | "sheet"): string {
  const fileName = realSource(name);
  return decodeUpload({ fileName, bytes: new Uint8Array(readFileSync(fileName)) }).text;
}

function file(name: string, text: string) {
  return { name, mimeType: "text/plain", buffer: Buffer.from(text) };
}

function sourceIn(page: Page): string {
  return /^.*\/bronnen\/[0-9a-f-]{36}/.exec(new URL(page.url()).pathname)?.[0] ?? "";
}

/** Writes a requirement on words, through a kernwaarde when one is named. */
async function requirementOn(
  page: Page,
  { coreValue, ...about }: Omit<Resting, "path"> & { coreValue?: string },
): Promise<Resting> {
  const main = page.getByRole("main");
  const { title, source, at } = about;
  await page.goto(`${source}/herkomst?van=${at.start}&tot=${at.end}`);
  if (coreValue) {
    await button(page, "Maak of koppel kernwaarde").click();
    await main.getByLabel("Naam", { exact: true }).fill(coreValue);
    await button(page, "Maak kernwaarde").click();
    await main.getByRole("link", { name: "Schrijf een eis op deze kernwaarde" }).first().click();
  } else await button(page, "Schrijf een eis").click();
  await main.getByLabel("Titel", { exact: true }).fill(title);
  await main.getByRole("textbox", { name: "Tekst van de eis" }).click();
  await page.keyboard.insertText("De opdrachtnemer antwoordt binnen vijf werkdagen.");
  await button(page, "Eis toevoegen").click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return { ...about, path: new URL(page.url()).pathname };
}

/** Those of which the words changed say *bron gewijzigd*, and the others do not. */
async function expectSuspect(page: Page, resting: Resting[]): Promise<void> {
  for (const { title, path, suspect } of resting) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    // With the title; at the words it comes from it says of which they are too.
    await expect(
      page.getByRole("main").getByRole("link", { name: "bron gewijzigd", exact: true }),
      title,
    ).toHaveCount(suspect ? 1 : 0);
    if (!suspect) await expect(page.getByRole("main").getByText("bron gewijzigd")).toHaveCount(0);
  }
}

/** Answers for each passage that is asked about. @returns the answers. */
async function decideOnAll(
  page: Page,
  source: string,
  { changed, gone }: { changed: Stretch; gone: Stretch },
): Promise<string[]> {
  const answers: string[] = [];
  await page.goto(`${source}/nalopen`);
  const asked = page.getByRole("complementary").getByText(/^Passage \d+ van \d+\./);
  const done = page.getByText("Alles is nagelopen");
  await expect(page.getByText(/^Tot u beslist, staat bij \d+ eis/)).toBeVisible();
  while (await asked.isVisible()) {
    const box = page
      .getByRole("region", { name: "Versie 1" })
      .locator("[class*=alike], [class*=lost]");
    const words = solid(
      await box.locator(":scope > :nth-child(2)").evaluate((text) => {
        const read = text.cloneNode(true) as Element;
        for (const said of read.querySelectorAll(".visually-hidden")) said.remove();
        return read.textContent ?? "";
      }),
    );
    expect([changed, gone].some((one) => words.includes(solid(one.words)))).toBe(true);
    const answer =
      words === solid(gone.words)
        ? "Staat er niet meer in"
        : words === solid(changed.words)
          ? "Ja, betekenis is anders"
          : "Ja, dezelfde passage";
    const said = (await asked.textContent()) ?? "";
    await button(page, answer).click();
    await expect(done.or(asked.filter({ hasNotText: said })).first()).toBeVisible();
    answers.push(answer);
  }
  return answers;
}

/** Decides on all that was found: a role for one, codes for the others. @returns the organisations. */
async function replaceAll(page: Page, dossier: string, speaker: string): Promise<string[]> {
  const main = page.getByRole("main");
  const list = `${dossier}/bronnen/persoonsgegevens`;
  await page.goto(list);
  const found = main.getByRole("navigation", { name: "Wat is gevonden" });
  const organisations = await found
    .getByRole("region", { name: "Organisaties" })
    .getByRole("link")
    .allTextContents();
  expect(organisations.length).toBeGreaterThan(4);
  await found.getByRole("link", { name: speaker }).click();
  await expect(main.getByRole("heading", { level: 2, name: speaker })).toBeVisible();
  await main.getByRole("radio", { name: /Vervang door een rol/ }).check();
  await main.getByLabel("Wat een ander leest").fill("adviseur van de gemeente");
  await button(page, /^Vervang op/).click();
  await expect(main.getByRole("status").first()).toContainText(speaker);
  await page.goto(`${list}?kies=ja`);
  await button(page, "Kies alles").click();
  await main.getByRole("radio", { name: /Vervang door een code/ }).check();
  await button(page, /^Beslis over/).click();
  await expect(main.getByText("Hier staat niets meer open.")).toBeVisible();
  await expectAccessible(page);
  return organisations;
}

/** Makes members of a reviewer and a stakeholder, and opens the page for stakeholders. @returns its address. */
async function letOthersIn(page: Page, dossier: string): Promise<string> {
  const main = page.getByRole("main");
  await page.goto(`${dossier}/instellingen`);
  for (const [email, role] of [
    ["ruben@waterbroek.example", "Beoordelaar"],
    ["sam.hoekstra@proef.example", "Belanghebbende"],
  ] as const) {
    const form = main.locator("form").filter({ has: page.getByLabel("E-mailadres") });
    await form.getByLabel("E-mailadres").fill(email);
    await form.getByRole("radio", { name: role }).check();
    await form.getByRole("button", { name: "Toevoegen" }).click();
    await expect(main.getByText(email)).toBeVisible();
  }
  await button(page, "Adres openen").click();
  const address = main.getByRole("link", { name: /Bekijk de pagina/ });
  return (await address.getAttribute("href")) ?? "";
}

/** One of each kind of thing in the dossier, the one that somebody is named in where there are more. */
async function placeIn(
  page: Page,
  dossier: string,
  [first, , , named]: Resting[],
  spoken: Stretch,
): Promise<
  Pick<
    Place,
    | "slug"
    | "consultation"
    | "statement"
    | "reaction"
    | "passage"
    | "coreValue"
    | "chapter"
    | "passageStart"
    | "passageEnd"
  >
> {
  const read = async (address: string, what: RegExp) => {
    const [, id] = what.exec(await (await page.request.get(address)).text()) ?? [];
    if (!id) throw new Error(`${address} shows nothing of ${what}`);
    return id;
  };
  const { start: passageStart, end: passageEnd } = spoken;
  const words = `${named?.source}/herkomst?van=${passageStart}&tot=${passageEnd}`;
  const reaction = await read(words, /\/reacties\/([0-9a-f-]{36})/);
  return {
    slug: dossier.split("/").at(-1) ?? "",
    ...{ reaction, passageStart, passageEnd },
    consultation: await read(`${dossier}/consultaties`, /\/consultaties\/([0-9a-f-]{36})/),
    statement: await read(`${dossier}/stellingen`, /\/stellingen\/([0-9a-f-]{36})/),
    passage: await read(`${named?.path}/herkomst`, /passage=([0-9a-f-]{36})/),
    coreValue: await read(`${first?.path}/herkomst`, /\/kernwaarden\/([\w-]+)/),
    chapter: await read(`${dossier}/pve/hoofdstukken`, /hoofdstuk=([0-9a-f-]{36})/),
  };
}

/** The address of every page, in the dossier on each source and requirement in it, in all the faces it has. */
function pagesIn(world: World, known: Partial<Place>, resting: Resting[]): Set<string> {
  const pages = new Set<string>();
  for (const { source, path } of resting) {
    const ids = { source: source.split("/").at(-1), requirement: path.split("/").at(-1) };
    const place = { ...world.example, ...known, ...ids } as Place;
    for (const route of ROUTES) {
      const address = addressIn(route, place, world);
      const [bare] = address.split("?");
      for (const one of [
        address,
        ...(route.also?.(place) ?? []).map((query) => `${bare}${query}`),
      ]) {
        pages.add(one);
        // Of documents and versions the second.
        if (route.file.includes("[n]")) pages.add(one.replace(/\/1(?=[/?]|$)/, "/2"));
      }
    }
  }
  return pages;
}
