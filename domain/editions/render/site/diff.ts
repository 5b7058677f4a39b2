import type { DiffPart } from "../../../requirements/rules/diff";
import { wordChange } from "../../rules/word-change";
import { type Html, html } from "./html";
import { dutch } from "./parts";
import type { Site } from "./site";

/**
 * What a text became, word by word: words that went are struck, words that came are underlined, and both are said aloud. A text that is
 * new as a whole has a bar beside it, one that is gone stays to be read.
 */
export function wordChanges(site: Site, before: string, after: string): Html {
  const change = wordChange(before, after);
  if ("mixed" in change)
    return html`<p class="text"${dutch(site)}>${change.mixed.map((part) => partHtml(site, part))}</p>`;
  return html`${change.gone ? goneText(site, change.gone) : null}${change.fresh ? newText(site, change.fresh) : null}`;
}

function partHtml({ text: say }: Site, { type, text }: DiffPart): Html {
  if (type === "same") return html`${text}`;
  return type === "added"
    ? html`<ins><span class="unseen">${say("editions.changes.inserted")} </span>${text}</ins>`
    : html`<del><span class="unseen">${say("editions.changes.deleted")} </span>${text}</del>`;
}

export function newText(site: Site, text: string): Html {
  return html`<div class="new-text"><span class="unseen">${site.text("editions.changes.inserted")} </span><p class="text"${dutch(site)}>${text}</p></div>`;
}

export function goneText(site: Site, text: string): Html {
  return html`<div class="gone-text"><span class="unseen">${site.text("editions.changes.deleted")} </span><p class="text"${dutch(site)}><del>${text}</del></p></div>`;
}
