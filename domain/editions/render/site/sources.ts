import { formatDate } from "../../../kernel/dates";
import { CodePointIndex } from "../../../text/rules";
import { wordsBetweenSigns } from "../../../text/signs";
import type { BlockThing, QuotedStretch, ReactionThing } from "../../model";
import type { SiteView } from "../../queries/site";
import { blockAnchor, SIZES } from "../../rules/site";
import { type Html, html } from "./html";
import {
  coreValueLink,
  crumbs,
  dutch,
  outcomeWord,
  pager,
  reactionLink,
  requirementLink,
  requirementsOf,
} from "./parts";
import type { Site, SiteMain } from "./site";
import { type Marked, said } from "./words";

export function sourcesPage(
  site: Site,
  { sources }: Extract<SiteView, { kind: "sources" }>,
): SiteMain {
  const { text, language } = site;
  const title = text("editions.site.menu.sources");
  const main = html`<div class="stack"><h1>${title}</h1><p class="lead">${text("editions.site.sources.lead")}</p></div>
${sources.length === 0 ? html`<p>${text("editions.site.sources.empty")}</p>` : null}
<ul class="things">${sources.map(({ key, title, adoptedOn, replaced }) => html`<li><p class="code">${key}</p><div><h2><a href="${site.link({ kind: "source", key, page: 1 })}"${dutch(site)}>${title}</a></h2><p class="meta"><span>${adoptedOn ? text("editions.site.sources.adopted", { date: formatDate(adoptedOn, language) }) : text("editions.site.sources.concept")}</span><span>${text("editions.site.sources.replaced", { count: replaced })}</span></p></div></li>`)}</ul>`;
  return { title, main };
}

type View = Extract<SiteView, { kind: "source" }>;

export function sourcePage(site: Site, { source, blocks, reactions }: View): SiteMain {
  const { text, language } = site;
  const { key, title, adoptedOn, replaced, fileSha256 } = source;
  const main = html`${crumbs(site, [[{ kind: "sources" }, text("editions.site.menu.sources")]], title)}
<div class="hero"><div class="stack"><h1${dutch(site)}>${title}</h1>
<p class="lead">${adoptedOn ? text("editions.site.sources.adopted", { date: formatDate(adoptedOn, language) }) : text("editions.site.sources.concept")}. ${text("editions.site.source.lead")}</p>
<ul class="legend"><li><mark class="requirement">${text("editions.site.source.requirement")}</mark></li><li><mark class="coreValue">${text("editions.site.source.coreValue")}</mark></li><li><mark class="answered">${text("editions.site.source.answered")}</mark></li>${replaced > 0 ? html`<li><span class="removed"${dutch(site)}>[naam verwijderd]</span></li>` : null}</ul></div>
<aside class="card small-text"><p><b>${text("editions.site.sources.replaced", { count: replaced })}</b></p><p class="muted">${text("editions.site.source.literal")}</p><p class="muted mark-of">${text("editions.site.source.file")} <code>${fileSha256}</code></p></aside></div>
${pager(site, blocks, SIZES.source, (page) => ({ kind: "source", key, page }))}
<ol class="blocks">${blocks.rows.map((block) => blockItem(site, block, reactions))}</ol>
${pager(site, blocks, SIZES.source, (page) => ({ kind: "source", key, page }))}`;
  return { title, main };
}

/** A block with the marks in it, and beside it what rests on its words. */
function blockItem(site: Site, block: BlockThing, reactions: View["reactions"]): Html {
  const { n, form, quoted } = block;
  const id = blockAnchor(n);
  const number = html`<a class="number" href="#${id}" aria-label="${site.text("editions.site.block", { n })}">${n}</a>`;
  const margin = quoted.map((stretch) => marginItem(site, stretch, reactions));
  return html`<li class="block ${form}${margin.length > 0 ? " resting" : ""}" id="${id}">${number}<div class="text"${dutch(site)}>${blockText(block, reactions)}</div><div class="margin">${margin}</div></li>`;
}

/** What of a stretch weighs most: a requirement, a kernwaarde, an answer. */
function markOf(
  { reaction, coreValues, requirements }: QuotedStretch,
  reactions: View["reactions"],
): Marked["mark"] | null {
  const found = reaction === null ? undefined : reactions.get(reaction);
  if (requirements.length > 0 || (found && requirementsOf(found).length > 0)) return "requirement";
  if (coreValues.length > 0) return "coreValue";
  return found?.answer ? "answered" : null;
}

const WEIGHT = { answered: 0, coreValue: 1, requirement: 2, quote: 3 };

function blockText(block: BlockThing, reactions: View["reactions"]): Html {
  const { text, start, form, level, quoted } = block;
  const index = new CodePointIndex(text);
  const marks = quoted
    .flatMap((stretch): Marked[] => {
      const mark = markOf(stretch, reactions);
      if (!mark) return [];
      const from = index.toUtf16(Math.max(0, stretch.start - start));
      const to = index.toUtf16(Math.min(index.length, stretch.end - start));
      return to > from ? [{ start: from, end: to, mark }] : [];
    })
    .sort((a, b) => WEIGHT[a.mark] - WEIGHT[b.mark]);
  // Signs of a heading or a list say how it is written, and the page shows that.
  const { from, to } = wordsBetweenSigns(text, form);
  const inner = said(
    text.slice(from, to),
    marks.flatMap(({ start, end, mark }) => {
      const own = { start: Math.max(0, start - from), end: Math.min(to, end) - from, mark };
      return own.end > own.start ? [own] : [];
    }),
  );
  if (form !== "heading") return inner;
  // The page has a heading of its own above these.
  return level <= 1
    ? html`<h2>${inner}</h2>`
    : level === 2
      ? html`<h3>${inner}</h3>`
      : html`<h4>${inner}</h4>`;
}

function marginItem(site: Site, stretch: QuotedStretch, reactions: View["reactions"]): Html {
  const found: ReactionThing | undefined =
    stretch.reaction === null ? undefined : reactions.get(stretch.reaction);
  const codes = [...new Set([...stretch.requirements, ...(found ? requirementsOf(found) : [])])];
  const coreValues = [...new Set(stretch.coreValues)];
  return html`<div class="rests">${found ? html`<p class="meta">${reactionLink(site, found.key)}${outcomeWord(site, found.answer?.outcome ?? null)}</p>` : null}${
    codes.length + coreValues.length > 0
      ? html`<p class="codes">${codes.map((key) => requirementLink(site, key, undefined, found?.key))}${coreValues.map((key) => coreValueLink(site, { key }))}</p>`
      : null
  }</div>`;
}
