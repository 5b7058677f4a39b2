import { formatDate } from "../../../kernel/dates";
import { sentenceStart } from "../../../text/rules";
import type {
  ChangesInShort,
  ChangesView,
  OriginView,
  RequirementChangeView,
} from "../../queries/site";
import { inOrder } from "../../rules/beside";
import { CHANGES, type ChangeKind, SAID } from "../../rules/changes";
import { changesLead, changesSum, movedWords, saidIn } from "../../rules/changes-words";
import { codesAreFixed } from "../../rules/numbers";
import { type ChangesOnly, FIELDS, SIZES, type SitePage } from "../../rules/site";
import { alsoChanged, coreValueChange, reactionChange } from "./changes-beside";
import { goneText, newText, wordChanges } from "./diff";
import { type Html, html } from "./html";
import { blockLink, coreValueLink, dutch, pager, reactionLink, requirementLink } from "./parts";
import type { Site, SiteMain } from "./site";
import { said } from "./words";

/** What changed in this edition since another one: each change with its words, why, and what gave occasion to it. */
export function changesPage(site: Site, view: ChangesView): SiteMain {
  const { text } = site;
  const { base, only, list } = view;
  const { number, reason } = site.edition.head;
  const title = text("editions.changes.title");
  const here = (only: ChangesOnly, page = 1): SitePage => ({
    ...{ kind: "changes", base: base.number, only, page },
  });
  const main = html`<div class="stack"><h1>${title}</h1>
<p class="lead">${changesLead(text, view.sums, base.number)}</p>
<p class="sum tabular">${changesSum(text, view.sums, { number, base: base.number })}</p>
<p class="measure"><span class="muted">${text("editions.changes.reasonOf", { number })}</span> <span${dutch(site)}>${reason}</span></p></div>
${chooser(site, view)}
<div class="stack"><div class="between">${chips(site, view, here)}<p class="diff-legend" aria-hidden="true"><ins>${text("editions.changes.legend.added")}</ins> <del>${text("editions.changes.legend.removed")}</del></p></div>
${list.of === "requirements" && list.rows.length === 0 ? html`<p>${text("editions.changes.none")}</p>` : null}
<div class="changes">${rowsOf(site, view)}</div>
${pager(site, list, SIZES.changes, (page) => here(only, page))}</div>
${only === "coreValues" || only === "reactions" ? html`<p><a href="${site.link(here(null))}">${text("editions.changes.back")}</a></p>` : alsoChanged(site, view, here)}`;
  return { title, main };
}

function rowsOf(site: Site, { list, base }: ChangesView): Html[] {
  switch (list.of) {
    case "requirements":
      return list.rows.map((row) => requirementChange(site, row, base.number));
    case "coreValues":
      return list.rows.map((row) => coreValueChange(site, row));
    case "reactions":
      return list.rows.map((row) => reactionChange(site, row));
  }
}

/** Any two of the published editions, in a form that needs no scripts; where there is a server. */
function chooser(site: Site, { base }: ChangesView): Html | null {
  const { text, edition, language, online } = site;
  if (!online) return null;
  const { head, others } = edition;
  const dates = new Map([
    ...others.flatMap(({ number, decidedOn, withdrawn }): [string, string][] =>
      withdrawn ? [] : [[number, decidedOn]],
    ),
    [head.number, head.decidedOn],
  ]);
  const all = inOrder([...dates.keys()]);
  const select = (field: string, label: string, chosen: string) =>
    html`<label>${label}<select name="${field}">${all.map((number) => html`<option value="${number}"${number === chosen ? html` selected` : null}>${sentenceStart(text("editions.site.edition", { number }))}, ${formatDate(dates.get(number) ?? "", language)}</option>`)}</select></label>`;
  return html`<form class="choose" action="${site.link({ kind: "compare", from: null, to: null })}">${select(FIELDS.from, text("editions.changes.from"), base.number)}${select(FIELDS.to, text("editions.changes.to"), head.number)}<button class="button">${text("editions.changes.compare")}</button></form>`;
}

/** All of them, or one kind: links with their counts. */
function chips(
  site: Site,
  { sums, only }: ChangesView,
  here: (only: ChangesOnly) => SitePage,
): Html {
  const { text } = site;
  const all = CHANGES.reduce((sum, kind) => sum + sums[kind], 0);
  const chip = (value: ChangesOnly, word: string, count: number) => {
    const words = html`${word} <span class="tabular">${count}</span>`;
    if (value === only)
      return html`<li><a class="chosen" aria-current="true" href="${site.link(here(value))}">${words}</a></li>`;
    return count > 0 || value === null
      ? html`<li><a href="${site.link(here(value))}">${words}</a></li>`
      : html`<li><span>${words}</span></li>`;
  };
  return html`<nav aria-label="${text("editions.changes.filter")}"><ul class="chips">${chip(null, text("editions.changes.all"), all)}${CHANGES.map((kind) => chip(kind, text(`editions.changes.kind.${kind}`), sums[kind]))}</ul></nav>`;
}

function requirementChange(site: Site, row: RequirementChangeView, base: string): Html {
  const { text } = site;
  const { kind, is, was, after, before } = row;
  const shown = is ?? was;
  const code = after ?? before ?? "";
  if (!shown) return html``;
  const title = after
    ? html`<a href="${site.link({ kind: "requirement", key: after })}"${dutch(site)}>${shown.title}</a>`
    : html`<span${dutch(site)}>${shown.title}</span>`;
  const wasCode = before && after && before !== after ? before : null;
  return html`<article class="change" id="${after ?? `was-${code}`}"><div class="what"><p class="kind">${text(`editions.changes.kind.${kind}`)}</p><p class="strong">${after ? requirementLink(site, after) : html`<span class="code-link">${code}</span>`}</p>${wasCode ? html`<p class="muted small-text">${text("editions.changes.codeWas", { code: wasCode, number: base })}</p>` : null}</div>
<div class="words stack tight"><h2 class="medium">${title}</h2>${whatChanged(site, row)}</div>
<div class="why stack tight">${why(site, row)}${occasion(site, row)}</div></article>`;
}

function whatChanged(site: Site, row: RequirementChangeView): Html {
  const { text } = site;
  const { kind, was, is } = row;
  const moved = movedWords(text, row);
  const place = moved ? html`<p>${moved}</p>` : null;
  if (kind === "added" && is) {
    return html`${newText(site, is.text)}${was ? html`<p class="muted">${text("editions.changes.restored")}</p>` : null}`;
  }
  if (kind === "dropped" && was) {
    return html`${goneText(site, was.text)}${is ? (codesAreFixed(site.edition.head.number) ? html`<p class="muted">${text("editions.changes.codeStays", { code: is.key })}</p>` : null) : html`<p class="muted">${text("editions.changes.gone", { number: site.edition.head.number })}</p>`}`;
  }
  if (kind === "origin") return html`<p class="muted">${text("editions.changes.onlyOrigin")}</p>`;
  if (kind === "moved")
    return html`${place}<p class="muted">${text("editions.changes.onlyMoved")}</p>`;
  if (!was || !is) return html``;
  const fields = SAID.filter((field) => saidIn(text, was, field) !== saidIn(text, is, field));
  const own = was.text !== is.text;
  return html`${fields.length === 0 ? html`<p class="muted">${text("editions.changes.onlyForm")}</p>` : null}
${fields.length > 0 && !own ? html`<p class="muted">${text("editions.changes.sameText")}</p>` : null}
${fields.map((field) => html`${field === "text" ? null : html`<h3 class="field">${text(`editions.changes.field.${field}`)}</h3>`}${wordChanges(site, saidIn(text, was, field), saidIn(text, is, field))}`)}${place}`;
}

function why(site: Site, { reasons }: RequirementChangeView): Html {
  const { text } = site;
  return html`<h3>${text("editions.changes.why")}</h3>${
    reasons.length > 0
      ? reasons.map((reason) => html`<p${dutch(site)}>${reason}</p>`)
      : html`<p class="muted">${text("editions.changes.noReason")}</p>`
  }`;
}

/** What it rests on by now and did not, and what it rests on no more. */
function occasion(site: Site, row: RequirementChangeView): Html | null {
  const { text } = site;
  const { kind, gained, lost, grown, is } = row;
  if (kind === "dropped") return null;
  const came = [
    ...gained.coreValues.map((one) => html`<li>${coreValueLink(site, one)}</li>`),
    ...quotesOf(site, gained, true),
    ...grown.map(
      ({ coreValue, gained }) =>
        html`<li>${coreValueLink(site, coreValue)}<br><span class="muted">${text("editions.changes.grown", { count: gained })}</span></li>`,
    ),
  ];
  const went = [
    ...lost.coreValues.map(
      ({ key, name }) => html`<li>${key} <span${dutch(site)}>${name}</span></li>`,
    ),
    ...quotesOf(site, lost, false),
  ];
  const none =
    kind === "added"
      ? html`<p class="muted">${text("editions.site.requirement.noSource")}</p>${is?.noSourceReason ? html`<p${dutch(site)}>${is.noSourceReason}</p>` : null}`
      : html`<p class="muted">${text("editions.changes.noOccasion")}</p>`;
  return html`<h3>${text("editions.changes.occasion")}</h3>${came.length > 0 ? html`<ul class="plain">${came}</ul>` : went.length === 0 ? none : null}
${went.length > 0 ? html`<h3>${text("editions.changes.lost")}</h3><ul class="plain">${went}</ul>` : null}`;
}

/** @param links whether what is named stands in this edition. */
function quotesOf(site: Site, { quotes, more }: OriginView, links: boolean): Html[] {
  const { text } = site;
  const items = quotes.map(({ reaction, group, text: words, at }) => {
    const who = reaction
      ? html`${links ? reactionLink(site, reaction.key) : html`<b>${reaction.key}</b>`} <span${dutch(site)}>${group?.name ?? text("editions.site.noGroup")}</span>`
      : links && at
        ? html`<a href="${blockLink(site, at)}"${dutch(site)}>${at.source.title}</a>`
        : at
          ? html`<span${dutch(site)}>${at.source.title}</span>`
          : html`${text("editions.site.looseWords")}`;
    return html`<li>${who}<br><span class="said-short"${dutch(site)}>“${said(words)}”</span></li>`;
  });
  if (more > 0)
    items.push(html`<li class="muted">${text("editions.changes.moreWords", { count: more })}</li>`);
  return items;
}

/** What is new in this edition, on its first page. */
export function newInEdition(site: Site, changes: ChangesInShort | null): Html | null {
  if (!changes) return null;
  const { text } = site;
  const { base, sums, reactions, first } = changes;
  const { number, reason } = site.edition.head;
  const counts = (Object.keys(sums) as (ChangeKind | "unchanged")[])
    .filter((kind) => kind !== "unchanged" && sums[kind] > 0)
    .map((kind) => text(`editions.changes.counted.${kind}`, { count: sums[kind] }));
  if (reactions > 0) counts.push(text("editions.changes.countedReactions", { count: reactions }));
  const page: SitePage = { kind: "changes", base: base.number, only: null, page: 1 };
  return html`<section class="stack" id="nieuw"><div><h2>${text("editions.changes.newIn", { number })}</h2><p class="muted"${dutch(site)}>${reason}</p></div>
<p>${counts.length > 0 ? `${counts.join(", ")}.` : text("editions.changes.none")}</p>
${first.length > 0 ? html`<ul class="new-list">${first.map(({ kind, key, title, isThere }) => html`<li><span class="kind">${text(`editions.changes.kind.${kind}`)}</span>${isThere ? requirementLink(site, key, title) : html`<span><b>${key}</b> <span${dutch(site)}>${title}</span></span>`}</li>`)}</ul>` : null}
<p><a href="${site.link(page)}">${text("editions.changes.wordByWord", { base: base.number, number })}</a></p></section>`;
}
