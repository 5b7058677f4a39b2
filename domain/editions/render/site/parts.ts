import type { Outcome } from "@/db/vocabulary";
import { formatDate } from "../../../kernel/dates";
import type {
  ConsultationThing,
  CoreValueThing,
  EditionPage,
  ReactionThing,
  RequirementThing,
  StatementThing,
} from "../../model";
import type { Names, QuoteView } from "../../queries/site";
import { inOrderPut, requirementsOf } from "../../rules/reading";
import { blockAnchor, pageOfBlock, type SitePage } from "../../rules/site";
import { type Html, html, joined, type Part } from "./html";
import { lineIcon, outcomeShape, type Step, stepShape } from "./icons";
import type { Site } from "./site";
import { said } from "./words";

export { inOrderPut, requirementsOf };

/** The words of an edition are Dutch, whatever language the page around them speaks. */
export const dutch = ({ language }: Site): Html | null =>
  language === "nl" ? null : html` lang="nl"`;

/** The way to a page that stands below another. */
export function crumbs(site: Site, steps: readonly [SitePage, string][], last?: string): Html {
  const links: Part[] = steps.map(([page, word]) => html`<a href="${site.link(page)}">${word}</a>`);
  const all = last ? [...links, html`<span>${last}</span>`] : links;
  return html`<nav class="crumbs" aria-label="${site.text("editions.site.crumbs")}">${joined(all, lineIcon("next"))}</nav>`;
}

/** A code in its colour and with its shape. */
export function codeBadge(step: Step, code: string): Html {
  return html`<span class="badge ${step}">${stepShape(step)}${code}</span>`;
}

export function outcomeWord(site: Site, outcome: Outcome | null): Html {
  if (!outcome)
    return html`<span class="said-outcome open">${site.text("editions.site.unanswered")}</span>`;
  return html`<span class="said-outcome">${outcomeShape(outcome)}${site.text(`dispositions.outcome.${outcome}`)}</span>`;
}

export function requirementLink(site: Site, key: string, title?: string, part?: string): Html {
  return html`<a class="code-link" href="${site.link({ kind: "requirement", key }, part)}">${stepShape("requirement")}${key}${title ? html` <span${dutch(site)}>${title}</span>` : null}</a>`;
}

export function coreValueLink(
  site: Site,
  { key, name }: CoreValueThing | { key: string; name?: string },
): Html {
  return html`<a class="code-link" href="${site.link({ kind: "coreValue", key, page: 1 })}">${stepShape("coreValue")}${key}${name ? html` <span${dutch(site)}>${name}</span>` : null}</a>`;
}

export function reactionLink(site: Site, key: string): Html {
  return html`<a class="reaction-code" href="${site.link({ kind: "reaction", key })}">${key}</a>`;
}

/** "Stelling 2": by its number where it was put. */
export function statementName(
  site: Site,
  statement: StatementThing,
  consultation?: string | null,
): string {
  const put = statement.puts.find((one) => one.consultation === consultation) ?? statement.puts[0];
  return put ? site.text("editions.site.statement", { number: put.number }) : statement.key;
}

export function statementLink(
  site: Site,
  statement: StatementThing,
  consultation?: string | null,
): Html {
  const page: SitePage = { kind: "reactions", filter: { statement: statement.key }, page: 1 };
  return html`${stepShape("statement")}<a href="${site.link(page)}">${statementName(site, statement, consultation)}</a>`;
}

export function consultationTitle(
  { language }: Site,
  { title, heldOn }: ConsultationThing,
): string {
  return heldOn ? `${title}, ${formatDate(heldOn, language)}` : title;
}

export function requirementList(
  site: Site,
  keys: readonly string[],
  titles: ReadonlyMap<string, RequirementThing>,
): Html | null {
  if (keys.length === 0) return null;
  return html`<p class="codes">${keys.map((key) => requirementLink(site, key, titles.get(key)?.title))}</p>`;
}

/** What was answered to a reaction: the outcome, why, and where it is arranged. */
export function answerOf(
  site: Site,
  reaction: ReactionThing,
  titles: ReadonlyMap<string, RequirementThing>,
): Html {
  const { answer } = reaction;
  return html`<div class="answer"><p>${outcomeWord(site, answer?.outcome ?? null)}</p>
${answer?.reason ? html`<div${dutch(site)}>${answer.reason.split("\n").map((line) => (line.trim() ? html`<p>${line}</p>` : null))}</div>` : null}
${answer?.where ? html`<p>${site.text("editions.site.where")} <span${dutch(site)}>${answer.where}</span></p>` : null}
${requirementList(site, requirementsOf(reaction), titles)}</div>`;
}

/** A reaction in a list: what was said, and what was answered. */
export function reactionItem(site: Site, reaction: ReactionThing, names: Names): Html {
  const statement = names.statements.get(reaction.statement ?? "");
  return html`<li class="said-answered" id="${reaction.key}"><div class="left"><p class="meta">${reactionLink(site, reaction.key)}<span${dutch(site)}>${groupName(site, reaction, names)}</span>${statement ? html`<span>${statementName(site, statement, reaction.consultation)}</span>` : null}</p>
<blockquote class="remark"${dutch(site)}>${said(reaction.text)}</blockquote></div>
${answerOf(site, reaction, names.requirements)}</li>`;
}

export function groupName(
  site: Site,
  { group }: ReactionThing,
  names: Pick<Names, "groups">,
): string {
  return names.groups.get(group ?? "")?.name ?? site.text("editions.site.noGroup");
}

/** Words with who said them and what stands around them, and the way to where they stand. @param id as a part of the page. */
export function quoteItem(site: Site, quote: QuoteView, id: string | null, isDirect = false): Html {
  const { reaction, group, at } = quote;
  const { text } = site;
  return html`<li class="quote-item"${id ? html` id="${id}"` : null}><p class="meta">${
    reaction
      ? html`${reactionLink(site, reaction.key)}<span${dutch(site)}>${group?.name ?? text("editions.site.noGroup")}</span>${outcomeWord(site, reaction.answer?.outcome ?? null)}`
      : html`<span>${text("editions.site.looseWords")}</span>`
  }${isDirect ? html`<span class="direct">${text("editions.site.requirement.isDirect")}</span>` : null}</p>
<blockquote class="quote"${dutch(site)}>${quote.before ? html`<span class="around">${said(around(quote.before).trimStart())}</span>` : null}<mark class="quote">${said(quote.text)}</mark>${quote.after ? html`<span class="around">${said(around(quote.after).trimEnd())}</span>` : null}</blockquote>
<p class="meta">${at ? html`<a href="${blockLink(site, at)}">${text("editions.site.readInSource")}</a><span class="tabular"><span${dutch(site)}>${at.source.title}</span>, ${text("editions.site.block", { n: at.block })}</span>` : html`<span>${text("editions.site.writtenIn")}</span>`}</p></li>`;
}

/** What stands around quoted words, on the same line where it did: bullets and empty lines say nothing. */
function around(text: string): string {
  return text.replace(/\n[ \t]*[-*•](?:[ \t]+|(?=\n|$))/g, "\n").replace(/\n{2,}/g, "\n");
}

export function blockLink(site: Site, at: { source: { key: string }; block: number }): string {
  const page: SitePage = { kind: "source", key: at.source.key, page: pageOfBlock(at.block) };
  return site.link(page, blockAnchor(at.block));
}

/** The same words of the same person. */
export const quoteKey = ({ reaction, text, at }: QuoteView): string =>
  `${reaction?.key} ${at?.source.key} ${at?.block} ${text}`;

/**
 * Words under the occasion and the stelling that they were said at, in their order.
 *
 * @param ids of what stands on the page already; those of these words are added.
 * @param direct keys of words that are linked to the requirement itself.
 */
export function quoteGroups(
  site: Site,
  quotes: readonly QuoteView[],
  ids: Set<string>,
  direct: ReadonlySet<string> = new Set(),
): Html[] {
  const parts: Html[] = [];
  let open: Html[] = [];
  let last = "";
  const close = () => {
    if (open.length > 0) parts.push(html`<ul class="quotes">${open}</ul>`);
    open = [];
  };
  for (const quote of quotes) {
    const { consultation, statement, reaction } = quote;
    const here = `${consultation?.key} ${statement?.key}`;
    if (here !== last) {
      close();
      const [lastConsultation] = last.split(" ");
      if (consultation && consultation.key !== lastConsultation) {
        parts.push(
          html`<p class="occasion"${dutch(site)}>${consultationTitle(site, consultation)}</p>`,
        );
      }
      if (statement) {
        parts.push(
          html`<p class="meta put">${statementLink(site, statement, consultation?.key)}<span${dutch(site)}>${statement.text}</span></p>`,
        );
      }
      last = here;
    }
    // The first time that a reaction stands on a page, one can be led there.
    const id = reaction && !ids.has(reaction.key) ? reaction.key : null;
    if (id) ids.add(id);
    open.push(quoteItem(site, quote, id, direct.has(quoteKey(quote))));
  }
  close();
  return parts;
}

/** Where one is in a list, and the pages around it. */
export function pager(
  site: Site,
  { page, pages, total }: EditionPage<unknown>,
  size: number,
  to: (page: number) => SitePage,
): Html | null {
  if (pages <= 1) return null;
  const { text } = site;
  const from = (page - 1) * size + 1;
  const near = [...new Set([1, page - 1, page, page + 1, pages])].filter(
    (n) => n >= 1 && n <= pages,
  );
  return html`<nav class="pager" aria-label="${text("editions.site.pager.label")}"><span>${text("editions.site.pager.range", { from, to: Math.min(total, from + size - 1), total })}</span>
<span class="pages">${page > 1 ? html`<a rel="prev" href="${site.link(to(page - 1))}">${lineIcon("back")}${text("editions.site.pager.previous")}</a>` : null}${near.map((n) => (n === page ? html`<b aria-current="page">${n}</b>` : html`<a href="${site.link(to(n))}" aria-label="${text("editions.site.pager.page", { n })}">${n}</a>`))}${page < pages ? html`<a rel="next" href="${site.link(to(page + 1))}">${text("editions.site.pager.next")}${lineIcon("on")}</a>` : null}</span></nav>`;
}
