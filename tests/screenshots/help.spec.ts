import fs from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { TOPIC_NAMES, type Topic } from "@/components/help/topics";
import { addressIn, placeOf, ROUTES, readerOf } from "../e2e/routes";
import { test } from "../e2e/test";
import { still } from "./still";

const FOLDER = path.resolve("components", "help", "pictures");
/** Wide enough for a screen to look as it does on a desk, and its words can still be read beside the help. */
const SIZE = { width: 1024, height: 640 };

/** The route that each topic shows, by the name it has in the table. */
const SHOWN: Record<Topic, string> = {
  start: "start",
  overview: "overzicht",
  settings: "instellingen",
  sources: "bronnen",
  addSource: "bron-toevoegen",
  columns: "kolommen",
  workbench: "splitsen-werkbank",
  confirm: "splitsen-bevestigen",
  reader: "bron",
  personalData: "persoonsgegevens",
  corrections: "bron-correctie",
  consultations: "consultatie",
  following: "consultatie-online-volgen",
  room: "consultatie-online-zaal",
  moderation: "consultatie-online-nakijken",
  invitations: "consultatie-online-uitnodigingen",
  statements: "stellingen",
  coreValues: "kernwaarde",
  code: "kernwaarde-coderen",
  specification: "pve",
  findings: "bevindingen",
  table: "pve-tabel",
  matrix: "herkomstmatrix",
  review: "nakijken",
  requirement: "eis",
  trace: "eis-herkomst",
  accountability: "verantwoording",
  answering: "verantwoording-afwegen",
  publication: "publicatie",
  search: "zoeken",
  log: "dossier-logboek",
  accounts: "gebruikers",
  mail: "mail",
  declarations: "verklaringen",
  management: "dossiers-beheren",
};

/** What must be in the picture, where that does not stand at the top. */
const ABOUT: Partial<Record<Topic, string>> = {
  overview: 'h2:has-text("Van stelling naar eis")',
  columns: 'h2:has-text("Wat is elke kolom?")',
  reader: "[data-block]:has(mark)",
  corrections: "#voorstellen",
  statements: "#reacties",
};

/** Whom is looked at, where nobody is to be decided on. */
const CHOSEN: Partial<Record<Topic, string>> = { personalData: "mevrouw Marleen Ottens" };

/** Lists that are of the whole installation: only what is of the example is shown, and not what the tests made. */
const OF_THE_EXAMPLE: readonly Topic[] = ["start", "accounts", "management"];

for (const topic of TOPIC_NAMES) {
  test(`help: ${topic}`, async ({ as, world }) => {
    const route = ROUTES.find(({ name }) => name === SHOWN[topic]);
    if (!route) throw new Error(`there is no route ${SHOWN[topic]}`);
    const page = await as(readerOf(route));
    await page.setViewportSize(SIZE);
    const query = topic === "search" ? "?zoek=chauffeur" : "";
    await page.goto(addressIn(route, placeOf(route, world), world) + query, { waitUntil: "load" });
    const chosen = CHOSEN[topic];
    if (chosen) {
      await page.getByRole("main").getByRole("link", { name: chosen }).click();
      await page.getByRole("heading", { level: 2, name: chosen }).waitFor();
    }
    await still(page);
    if (OF_THE_EXAMPLE.includes(topic)) await onlyExample(page);
    const about = ABOUT[topic];
    if (about) {
      await page
        .locator(about)
        .first()
        .evaluate((element) => {
          const below = 130;
          window.scrollBy(0, element.getBoundingClientRect().top - below);
        });
    }
    fs.writeFileSync(path.join(FOLDER, `${topic}.webp`), await webp(page));
  });
}

/** Leaves the rows of the example, of what follows on it and of its administrator, and counts them. */
async function onlyExample(page: Page): Promise<void> {
  const left = await page.locator("main tbody tr").evaluateAll((rows) => {
    const others = rows.filter(
      (row) => !/waterbroek|leerlingenvervoer|Fatima el Amrani/i.test(row.textContent ?? ""),
    );
    for (const row of others) row.remove();
    return rows.length - others.length;
  });
  await page.evaluate((count) => {
    for (const nav of document.querySelectorAll("main nav")) nav.remove();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode;
      node.nodeValue = (node.nodeValue ?? "")
        .replace(/^\d+(?= (?:gebruikers|dossiers)$)/, String(count))
        .replace("Gemeente Proefstad", "Gemeente Waterbroek")
        .replace("fatima.el.amrani@proef.example", "fatima@waterbroek.example");
    }
  }, left);
}

/** WebP is a third of PNG; Playwright itself writes none. */
async function webp(page: Page): Promise<Buffer> {
  const browser = await page.context().newCDPSession(page);
  const { data } = await browser.send("Page.captureScreenshot", { format: "webp", quality: 75 });
  return Buffer.from(data, "base64");
}
