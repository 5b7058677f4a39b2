import type { RequirementThing } from "../../model";
import { MAX_NOTE, OWN_NOTE, sitePath } from "../../rules/site";
import { type Html, html } from "./html";
import { dutch } from "./parts";
import type { Site, SiteMain } from "./site";

// What a reader notes stays in their browser: here stands where, and `notes.browser.js` shows and keeps it. Without scripts all of
// it is hidden.

/** By what the script finds the notes of this edition. */
const kept = (site: Site): Html =>
  html` data-own-edition="${site.edition.sha256.slice(0, 32)}" lang="${site.language}"`;

/** Where one writes with a requirement. */
export function ownNote(site: Site, { key, title }: RequirementThing): Html {
  const { text } = site;
  return html`<section class="own" id="${OWN_NOTE}" aria-labelledby="${OWN_NOTE}-titel" hidden data-own="note" data-key="${key}" data-title="${title}" data-here="${site.here}"${kept(site)}${wordsOf(site)}><h2 class="small" id="${OWN_NOTE}-titel">${text("editions.site.notes.own")}</h2>
<label class="tick"><input type="checkbox" autocomplete="off" data-is="checked"> <span>${text("editions.site.notes.checked")}</span></label>
<label>${text("editions.site.notes.note", { code: key })}<textarea rows="4" maxlength="${MAX_NOTE}" autocomplete="off" aria-describedby="${OWN_NOTE}-uitleg" data-is="text"></textarea></label>
<p class="muted small-text" id="${OWN_NOTE}-uitleg">${text("editions.site.notes.here")}</p>
${onDisk(site)}
<p class="failed" role="alert" hidden data-is="failed">${text("editions.site.notes.failed")}</p>
<p class="muted small-text status" role="status" data-is="status"></p>
<p class="buttons"><button type="button" class="button small" hidden data-is="take">${text("editions.site.notes.take")}</button><a class="button small" href="${site.link({ kind: "notes" })}">${text("editions.site.notes.all")}</a></p></section>`;
}

/** With a requirement in a list: that its reader looked at it, or noted something. */
export function ownMark(site: Site, key: string): Html {
  const { text } = site;
  return html`<a class="own-mark" hidden data-own="mark" data-key="${key}" href="${site.link({ kind: "requirement", key }, OWN_NOTE)}"${kept(site)}><span class="unseen">${key}: </span><span hidden data-is="checked">${text("editions.site.notes.isChecked")}</span><span hidden data-is="text">${text("editions.site.notes.isNoted")}</span></a>`;
}

/** How far its reader is. */
export function ownProgress(site: Site): Html {
  return html`<p hidden data-own="progress"${kept(site)}>${sums(site)} <a href="${site.link({ kind: "notes" })}">${site.text("editions.site.notes.all")}</a></p>`;
}

function sums(site: Site): Html {
  const { text, edition } = site;
  const total = edition.head.sections.requirements.count;
  return html`${text("editions.site.notes.checkedSum")} <b class="tabular" data-is="checkedSum">0</b> ${text("editions.site.notes.of", { total })} ${text("editions.site.notes.notedSum")} <b class="tabular" data-is="notedSum">0</b>.`;
}

/** A folder that is read from a disk is no place that every browser keeps things for. */
const onDisk = ({ online, text }: Site): Html | null =>
  online ? null : html`<p class="notice-line small-text">${text("editions.site.notes.onDisk")}</p>`;

/** All that a reader noted with this edition. */
export function notesPage(site: Site): SiteMain {
  const { text, online } = site;
  const { head, others } = site.edition;
  const title = text("editions.site.menu.notes");
  const edition = `${head.dossier.title}, ${text("editions.site.edition", { number: head.number })}`;
  // Where pages of the edition stand from here; what stands in a note is put behind it.
  const root = online ? `${site.link({ kind: "home" })}/` : "./";
  const main = html`<div class="stack measure"><h1>${title}</h1><p class="lead">${text("editions.site.notes.lead")}</p><p>${text("editions.site.notes.here")}</p>${onDisk(site)}
<p data-own="without">${text("editions.site.notes.without")}</p></div>
<section class="stack" aria-label="${title}" hidden data-own="list" data-root="${root}" data-edition="${edition}" data-number="${head.number}" data-name="${`notities-${head.dossier.slug}-editie-${head.number}`}"${kept(site)}${wordsOf(site)}>
<p class="failed" role="alert" hidden data-is="failed">${text("editions.site.notes.noStorage")}</p>
<p>${sums(site)}</p>
<p class="buttons" data-is="some"><button type="button" class="button" data-is="csv">${text("editions.site.notes.csv")}</button><button type="button" class="button" data-is="txt">${text("editions.site.notes.txt")}</button></p>
<p hidden data-is="none">${text("editions.site.notes.none")} <a href="${site.link({ kind: "programme" })}">${text("editions.site.home.read")}</a></p>
<div class="undo"><span role="status" data-is="status"></span><button type="button" class="button small" hidden data-is="undo">${text("editions.site.notes.undo")}</button></div>
<ol class="own-list" data-is="items"></ol>
<template><li><p class="meta"><a class="code-link" data-is="link"${dutch(site)}></a><b hidden data-is="checked">${text("editions.site.notes.isChecked")}</b></p><p class="said" data-is="text"></p><p class="meta muted"><time data-is="at"></time></p><button type="button" class="button small" data-is="remove">${text("editions.site.notes.remove")}</button></li></template>
<details class="clear" data-is="some"><summary>${text("editions.site.notes.clear")}</summary><div><p>${text("editions.site.notes.clearHint")}</p><button type="button" class="button" data-is="clear">${text("editions.site.notes.clearAll")}</button></div></details></section>
${
  online && others.length > 0
    ? html`<section class="stack tight" hidden data-own="others"><h2 class="medium">${text("editions.site.notes.others")}</h2><ul class="list">${others.map(
        ({ number, sha256 }) =>
          html`<li hidden data-own-edition="${sha256.slice(0, 32)}"><a href="${`${online.edition(number)}/${sitePath({ kind: "notes" })}`}">${text("editions.site.edition", { number })}</a></li>`,
      )}</ul></section>`
    : null
}`;
  return { title, main };
}

/** The sentences that the script says itself. */
function wordsOf({ text }: Site): Html {
  const words = {
    saved: text("editions.site.notes.saved"),
    both: text("editions.site.notes.both"),
    between: text("editions.site.notes.between"),
    changed: text("editions.site.notes.changed"),
    removed: text("editions.site.notes.removed"),
    restored: text("editions.site.notes.restored"),
    yes: text("editions.site.notes.yes"),
    no: text("editions.site.notes.no"),
    columns: [
      text("editions.site.notes.column.edition"),
      text("editions.site.notes.column.code"),
      text("editions.site.notes.column.title"),
      text("editions.site.notes.column.checked"),
      text("editions.site.notes.column.note"),
      text("editions.site.notes.column.at"),
      text("editions.site.notes.column.address"),
    ],
  };
  return html` data-words="${JSON.stringify(words)}"`;
}
