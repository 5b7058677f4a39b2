import fs from "node:fs";
import path from "node:path";
import type { SiteView } from "../../queries/site";
import type { SitePage } from "../../rules/site";
import { changesPage } from "./changes";
import { checkPage, missingPage, searchPage } from "./check";
import { coreValuePage, coreValuesPage } from "./core-values";
import { framed } from "./frame";
import { heardPage } from "./heard";
import { homePage } from "./home";
import { html } from "./html";
import { notesPage } from "./notes";
import { chapterPage, programmePage, requirementPage } from "./programme";
import { reactionPage, reactionsPage, statementsPage } from "./reactions";
import type { Site, SiteMain } from "./site";
import { sourcePage, sourcesPage } from "./sources";

export type { Site, SiteLanguage } from "./site";
export { SITE_STYLE } from "./style";

/** A page of a published edition as a whole HTML document, that reads without scripts: the same for its address and for the zip. */
export function sitePage(site: Site, page: SitePage, view: SiteView): string {
  return framed(site, page, mainOf(site, view));
}

/** The page that says that there is no such page in this edition. */
export const noSitePage = (site: Site): string => framed(site, null, missingPage(site));

/** The same where there is no such edition: it tells nothing of any other. */
export function noEditionPage({
  language,
  text,
  style,
}: Pick<Site, "language" | "text"> & { style: string }): string {
  const title = text("editions.site.missing.title");
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="stylesheet" href="${style}"></head>
<body><main class="page" id="inhoud"><div class="stack"><h1>${title}</h1><p class="lead">${text("editions.site.missing.noEdition")}</p></div></main></body></html>
`.text;
}

let letters: Uint8Array | undefined;

/** The letters of the pages: those of the app. */
export function siteLetters(): Uint8Array {
  letters ??= fs.readFileSync(path.join(process.cwd(), ...LETTERS));
  return letters;
}

let notes: string | undefined;

/** The script by which a reader keeps notes of their own: as it is written, so that anybody can read what it does. */
export function siteNotes(): string {
  notes ??= fs.readFileSync(path.join(process.cwd(), ...NOTES), "utf8");
  return notes;
}

const NOTES = ["domain", "editions", "render", "site", "notes.browser.js"];

const LETTERS = [
  ...["node_modules", "@fontsource-variable", "noto-sans", "files"],
  "noto-sans-latin-standard-normal.woff2",
];

function mainOf(site: Site, view: SiteView): SiteMain {
  switch (view.kind) {
    case "home":
      return homePage(site, view);
    case "changes":
      return changesPage(site, view);
    case "programme":
      return programmePage(site, view);
    case "chapter":
      return chapterPage(site, view);
    case "requirement":
      return requirementPage(site, view);
    case "coreValues":
      return coreValuesPage(site, view);
    case "coreValue":
      return coreValuePage(site, view);
    case "reactions":
      return reactionsPage(site, view);
    case "statements":
      return statementsPage(site, view);
    case "reaction":
      return reactionPage(site, view);
    case "sources":
      return sourcesPage(site, view);
    case "source":
      return sourcePage(site, view);
    case "heard":
      return heardPage(site, view);
    case "check":
      return checkPage(site);
    case "notes":
      return notesPage(site);
    case "search":
      return searchPage(site, view);
  }
}
