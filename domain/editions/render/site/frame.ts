import { formatDate } from "../../../kernel/dates";
import { FIELDS, OTHER_EDITIONS, type SitePage, shortMark } from "../../rules/site";
import { type Html, html } from "./html";
import { lineIcon, SHIELD } from "./icons";
import type { Site, SiteMain } from "./site";

/** Under which part of the menu a page stands. */
const PARTS: Record<SitePage["kind"], SitePage["kind"]> = {
  home: "home",
  programme: "programme",
  chapter: "programme",
  requirement: "programme",
  coreValues: "coreValues",
  coreValue: "coreValues",
  reactions: "reactions",
  reaction: "reactions",
  statements: "reactions",
  sources: "sources",
  source: "sources",
  heard: "heard",
  changes: "changes",
  compare: "changes",
  check: "check",
  notes: "notes",
  search: "search",
};

/** On which pages what its reader noted is shown. */
const WITH_NOTES: readonly SitePage["kind"][] = ["programme", "chapter", "requirement", "notes"];

/** A whole page: what stands on every page of an edition, around what this one says. @param page null for what is not there. */
export function framed(site: Site, page: SitePage | null, { title, main }: SiteMain): string {
  const { head } = site.edition;
  const { online, text, language } = site;
  const menu = menuOf(site, page);
  const whole = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${text("editions.site.headTitle", { dossier: head.dossier.title, number: head.number })}</title>
<link rel="stylesheet" href="${site.file("style")}">
${page && WITH_NOTES.includes(page.kind) ? html`<script src="${site.file("notes")}" defer></script>\n` : null}${online && page ? html`<link rel="canonical" href="${online.address}">` : null}</head>
<body>
<a class="skip" href="#inhoud">${text("editions.site.skip")}</a>
<header class="top"><div class="page">
<a class="sender" href="${site.link({ kind: "home" })}">${SHIELD}<span>${sender(site)}</span></a>
${online ? searchForm(site, page?.kind === "search" ? page.words : "") : null}
</div></header>
<nav class="menu wide" aria-label="${text("editions.site.menu.label")}"><div class="page">${menu}</div></nav>
<details class="menu narrow"><summary>${text("editions.site.menu.open")}${lineIcon("open")}</summary>
<nav aria-label="${text("editions.site.menu.label")}">${menu}</nav></details>
<section aria-label="${text("editions.site.about")}"><div class="about"><div class="page">
<span><b>${head.dossier.title}</b>, ${text("editions.site.edition", { number: head.number })}</span>
<span>${text("editions.site.adoptedOn", { date: formatDate(head.decidedOn, language) })}</span>
<span class="tabular">${text("editions.site.mark", { mark: shortMark(site.edition.sha256) })}</span>
${site.edition.others.length > 0 ? html`<a href="${site.link({ kind: "home" }, OTHER_EDITIONS)}">${text("editions.site.others.link")}</a>` : null}
</div>${online ? html`<p class="page own-address">${online.address}</p>` : null}</div>
${noticesOf(site)}</section>
<main class="page" id="inhoud" tabindex="-1">
${main}
</main>
<footer class="foot"><div class="page">
<span>${text("editions.site.footer.sender", { sender: sender(site), number: head.number, date: formatDate(head.decidedOn, language) })}</span>
<span class="foot-links">${online ? html`<a href="${online.accessibility}">${text("declarations.accessibility.title")}</a><a href="${online.privacy}">${text("declarations.privacy.title")}</a><a href="${online.inOtherLanguage}" hreflang="${language === "nl" ? "en" : "nl"}" lang="${language === "nl" ? "en" : "nl"}">${text("editions.site.footer.otherLanguage")}</a>` : null}<span>${text("editions.site.footer.madeWith")}</span></span>
</div></footer>
</body>
</html>
`;
  return whole.text;
}

/** Whose edition it is. */
function sender({ edition }: Site): string {
  const { contractingAuthority, title } = edition.head.dossier;
  return contractingAuthority || title;
}

function menuOf(site: Site, page: SitePage | null): Html[] {
  const { text } = site;
  const items: [SitePage, string][] = [
    [{ kind: "home" }, text("editions.site.menu.home")],
    [{ kind: "programme" }, text("editions.site.menu.programme")],
    [{ kind: "coreValues" }, text("editions.site.menu.coreValues")],
    [{ kind: "reactions", filter: {}, page: 1 }, text("editions.site.menu.reactions")],
    [{ kind: "sources" }, text("editions.site.menu.sources")],
    [{ kind: "heard" }, text("editions.site.menu.heard")],
    ...(site.compared === null
      ? []
      : [[changesSince(site.compared), text("editions.site.menu.changes")] as [SitePage, string]]),
    [{ kind: "check" }, text("editions.site.menu.check")],
    [{ kind: "notes" }, text("editions.site.menu.notes")],
  ];
  return items.map(([to, word]) => {
    const current = page !== null && PARTS[page.kind] === to.kind;
    const mark = page?.kind === to.kind ? html` aria-current="page"` : html` aria-current="true"`;
    return html`<a href="${site.link(to)}"${current ? mark : null}>${word}</a>`;
  });
}

const changesSince = (base: string): SitePage => ({
  ...{ kind: "changes", base, only: null, page: 1 },
});

function searchForm(site: Site, words: string): Html {
  const { text } = site;
  return html`<form class="search" action="${site.link({ kind: "search", words: "" })}" role="search">
<input type="search" name="${FIELDS.words}" value="${words}" maxlength="200" aria-label="${text("editions.site.search.label")}" placeholder="${text("editions.site.search.label")}">
<button aria-label="${text("editions.site.search.button")}">${lineIcon("search")}</button></form>`;
}

/** What one must know before reading: it was withdrawn, another one holds, it is no decision yet. */
function noticesOf({ edition, text, online, language }: Site): Html[] {
  const { head, withdrawn, newer } = edition;
  const notices: Html[] = [];
  if (withdrawn) {
    notices.push(
      html`<b>${text("editions.site.notice.withdrawn", { date: formatDate(withdrawn.at, language) })}</b> <span lang="nl">${withdrawn.reason}</span>`,
    );
  }
  if (newer) {
    const date = formatDate(newer.decidedOn, language);
    const { number } = newer;
    const name = text("editions.site.edition", { number });
    notices.push(
      html`${text("editions.site.notice.newer", { number: head.number, newer: number, date })} ${online ? html`<a href="${online.edition(number)}">${text("editions.site.notice.readNewer", { edition: name })}</a>` : null}`,
    );
  }
  if (head.kind === "concept") notices.push(html`<b>${text("editions.site.notice.concept")}</b>`);
  return notices.map(
    (notice) => html`<div class="notice" role="note"><p class="page">${notice}</p></div>`,
  );
}
