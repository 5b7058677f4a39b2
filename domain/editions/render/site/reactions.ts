import { OUTCOMES, type Outcome } from "@/db/vocabulary";
import type { ReactionCell, SiteView } from "../../queries/site";
import {
  FIELDS,
  FIRST_STATEMENTS,
  OUTCOME_WORDS,
  type ReactionFilter,
  SIZES,
  WITHOUT,
} from "../../rules/site";
import { type Html, html } from "./html";
import { outcomeShape } from "./icons";
import {
  answerOf,
  consultationTitle,
  coreValueLink,
  crumbs,
  dutch,
  inOrderPut,
  pager,
  quoteItem,
  reactionItem,
  reactionLink,
  statementLink,
  statementName,
} from "./parts";
import type { Site, SiteMain } from "./site";
import { fits, outcomeBar, sumOf, sumsBy } from "./sums";

type View = Extract<SiteView, { kind: "reactions" }>;

export function reactionsPage(site: Site, view: View): SiteMain {
  const { text } = site;
  const { filter, cells, reactions, names } = view;
  const title = text("editions.site.reactions.title");
  const all = sumOf(cells);
  const asked = Object.keys(filter).length > 0;
  const { outcome: _outcome, ...withoutOutcome } = filter;
  const shown = cells.filter((cell) => fits(cell, withoutOutcome));
  const main = html`<div class="stack"><h1>${title}</h1><p class="lead">${text("editions.site.reactions.lead", { total: all })}</p></div>
<div class="filtered">${filters(site, view)}
<div class="stack"><div class="between"><h2>${text("editions.site.reactions.found", { count: reactions.total })}${asked ? html` <span class="of">${askedWords(site, view).join(", ")}</span>` : null}</h2>${asked ? html`<a href="${site.link({ kind: "reactions", filter: {}, page: 1 })}">${text("editions.site.reactions.all", { total: all })}</a>` : null}</div>
${outcomeBar(site, shown, withoutOutcome)}
<p class="muted small-text">${text("editions.site.reactions.once")}</p>
${reactions.rows.length > 0 ? html`<ol class="answer-list">${reactions.rows.map((one) => reactionItem(site, one, names))}</ol>` : html`<p>${text("editions.site.reactions.none")}</p>`}
${pager(site, reactions, SIZES.reactions, (page) => ({ kind: "reactions", filter, page }))}</div></div>`;
  return { title, main };
}

/** What was chosen, in words. */
function askedWords(site: Site, { filter, groups, statements }: View): string[] {
  const { text } = site;
  const words: string[] = [];
  if (filter.group === null) words.push(text("editions.site.noGroup"));
  else if (filter.group) words.push(groups.find(({ key }) => key === filter.group)?.name ?? "–");
  if (filter.outcome === null) words.push(text("editions.site.unanswered"));
  else if (filter.outcome) words.push(text(`dispositions.outcome.${filter.outcome}`));
  if (filter.statement === null) words.push(text("editions.site.noStatement"));
  else if (filter.statement) {
    const statement = statements.find(({ key }) => key === filter.statement);
    words.push(statement ? statementName(site, statement) : "–");
  }
  return words;
}

interface Choice {
  value: string;
  filter: ReactionFilter;
  word: Html | string;
  count: number;
  chosen: boolean;
}

/** By group, outcome and stelling: a form where there is a server, and else links, one at a time. */
function filters(site: Site, { filter, cells, groups, statements }: View): Html {
  const { text } = site;
  const of = <K extends "group" | "outcome" | "statement">(field: K) => {
    const { [field]: _own, ...others } = site.online ? filter : {};
    return sumsBy(
      cells.filter((cell) => fits(cell, others)),
      field,
    ) as Map<ReactionCell[K], number>;
  };
  const byGroup = of("group");
  const byOutcome = of("outcome");
  const byStatement = of("statement");
  const groupChoices = [
    ...groups.map(({ key, name }) => ({ key, name: html`<span${dutch(site)}>${name}</span>` })),
    { key: null, name: text("editions.site.noGroup") },
  ].map(
    ({ key, name }): Choice => ({
      ...{
        value: key ?? WITHOUT,
        filter: { group: key },
        word: name,
        count: byGroup.get(key) ?? 0,
      },
      chosen: filter.group === key,
    }),
  );
  const outcomes: (Outcome | null)[] = [...OUTCOMES, null];
  const outcomeChoices = outcomes.map(
    (outcome): Choice => ({
      value: outcome ? OUTCOME_WORDS[outcome] : WITHOUT,
      filter: { outcome },
      word: outcome
        ? html`${outcomeShape(outcome)}${text(`dispositions.outcome.${outcome}`)}`
        : text("editions.site.unanswered"),
      count: byOutcome.get(outcome) ?? 0,
      chosen: filter.outcome === outcome,
    }),
  );
  const statementChoices = [
    ...inOrderPut(statements).map((one) => ({
      key: one.key,
      word: html`<b>${statementName(site, one)}</b> <span${dutch(site)}>${one.text}</span>`,
    })),
    { key: null, word: html`${text("editions.site.noStatement")}` },
  ].map(
    ({ key, word }): Choice => ({
      ...{
        value: key ?? WITHOUT,
        filter: { statement: key },
        word,
        count: byStatement.get(key) ?? 0,
      },
      chosen: filter.statement === key,
    }),
  );
  const parts = [
    choices(
      site,
      FIELDS.group,
      text("editions.site.reactions.group"),
      text("editions.site.reactions.allGroups"),
      groupChoices,
    ),
    choices(
      site,
      FIELDS.outcome,
      text("editions.site.reactions.answer"),
      text("editions.site.reactions.allAnswers"),
      outcomeChoices,
    ),
    choices(
      site,
      FIELDS.statement,
      text("editions.site.reactions.statement"),
      text("editions.site.reactions.allStatements"),
      statementChoices,
      FIRST_STATEMENTS,
    ),
    statements.length > FIRST_STATEMENTS
      ? html`<p><a href="${site.link({ kind: "statements", page: 1 })}">${text("editions.site.statements.all", { total: statements.length })}</a></p>`
      : null,
  ];
  if (!site.online)
    return html`<nav class="filters" aria-label="${text("editions.site.reactions.filter")}">${parts}</nav>`;
  return html`<form class="filters" action="${site.link({ kind: "reactions", filter: {}, page: 1 })}">${parts}<button class="button main">${text("editions.site.reactions.show")}</button></form>`;
}

function choices(
  site: Site,
  field: string,
  title: string,
  all: string,
  choices: readonly Choice[],
  most = choices.length,
): Html {
  // The first of those that say something, and what was chosen, wherever it stands.
  const some = choices.filter(({ count, chosen }) => count > 0 || chosen);
  const shown = some.filter(({ chosen }, i) => i < most || chosen);
  const none = !shown.some(({ chosen }) => chosen);
  if (!site.online) {
    return html`<h2 class="small">${title}</h2><ul class="plain">${shown.map(({ filter, word, count, chosen }) => html`<li${chosen ? html` class="chosen"` : null}><a href="${site.link({ kind: "reactions", filter, page: 1 })}">${word}</a><span class="tabular muted">${count}</span></li>`)}</ul>`;
  }
  const total = choices.reduce((sum, { count }) => sum + count, 0);
  const radio = (value: string, word: Html | string, count: number, chosen: boolean) =>
    html`<label><input type="radio" name="${field}" value="${value}"${chosen ? html` checked` : null}><span>${word}</span><span class="tabular muted">${count}</span></label>`;
  return html`<fieldset><legend>${title}</legend>${radio("", all, total, none)}${shown.map(({ value, word, count, chosen }) => radio(value, word, count, chosen))}</fieldset>`;
}

/** All stellingen, with how many reactions there are to each: they are more than stand beside the reactions. */
export function statementsPage(
  site: Site,
  { statements, cells }: Extract<SiteView, { kind: "statements" }>,
): SiteMain {
  const { text } = site;
  const title = text("editions.site.statements.title");
  const counts = sumsBy(cells, "statement");
  const main = html`${crumbs(site, [[{ kind: "reactions", filter: {}, page: 1 }, text("editions.site.menu.reactions")]], title)}
<div class="stack"><h1>${title}</h1><p class="lead">${text("editions.site.statements.lead")}</p></div>
<ol class="requirements">${statements.rows.map((one) => html`<li id="${one.key}"><p class="meta">${statementLink(site, one)}<span class="tabular">${text("editions.site.reactions.found", { count: counts.get(one.key) ?? 0 })}</span></p><p${dutch(site)}>${one.text}</p></li>`)}</ol>
${pager(site, statements, SIZES.statements, (page) => ({ kind: "statements", page }))}`;
  return { title, main };
}

export function reactionPage(site: Site, view: Extract<SiteView, { kind: "reaction" }>): SiteMain {
  const { text } = site;
  const { reaction, quote, coreValues, names } = view;
  const title = text("editions.site.reaction.title", { code: reaction.key });
  const { consultation, statement } = quote;
  const main = html`${crumbs(site, [[{ kind: "reactions", filter: {}, page: 1 }, text("editions.site.menu.reactions")]], reaction.key)}
<h1>${title}</h1>
<div class="two"><section class="stack"><h2>${text("editions.site.reaction.said")}</h2>
<dl class="facts"><div><dt>${text("editions.site.reactions.group")}</dt><dd${dutch(site)}>${quote.group?.name ?? text("editions.site.noGroup")}</dd></div>
${consultation ? html`<div><dt>${text("editions.site.reaction.occasion")}</dt><dd${dutch(site)}>${consultationTitle(site, consultation)}</dd></div>` : null}
${statement ? html`<div><dt>${text("editions.site.reactions.statement")}</dt><dd>${statementLink(site, statement, consultation?.key)} <span${dutch(site)}>${statement.text}</span></dd></div>` : null}
<div><dt>${text("editions.site.reaction.kind")}</dt><dd>${text(`kinds.input.${reaction.kind}`)}</dd></div>
${reaction.replyTo ? html`<div><dt>${text("editions.site.reaction.replyTo")}</dt><dd>${reactionLink(site, reaction.replyTo)}</dd></div>` : null}</dl>
<ul class="quotes plain">${quoteItem(site, quote, null)}</ul></section>
<section class="stack"><h2>${text("editions.site.reaction.answer")}</h2>${answerOf(site, reaction, names.requirements)}
<h3>${text("editions.site.reaction.coreValues")}</h3>${coreValues.length > 0 ? html`<p class="codes">${coreValues.map((one) => coreValueLink(site, one))}</p>` : html`<p class="muted">${text("editions.site.reaction.noCoreValue")}</p>`}</section></div>`;
  return { title, main };
}
