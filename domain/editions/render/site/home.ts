import { formatDate, formatMoment } from "../../../kernel/dates";
import { sentenceStart } from "../../../text/rules";
import type { ReactionThing } from "../../model";
import type { Names, SiteView } from "../../queries/site";
import { OTHER_EDITIONS } from "../../rules/site";
import { newInEdition } from "./changes";
import { flowPicture } from "./flow";
import { heardGroups } from "./heard";
import { type Html, html } from "./html";
import { lineIcon } from "./icons";
import {
  dutch,
  groupName,
  outcomeWord,
  reactionLink,
  requirementLink,
  requirementsOf,
} from "./parts";
import type { Site, SiteMain } from "./site";
import { outcomeBar, sumOf, sumsBy } from "./sums";
import { said } from "./words";

export function homePage(site: Site, view: Extract<SiteView, { kind: "home" }>): SiteMain {
  const { text } = site;
  const { head } = site.edition;
  const { cells, chapters, examples } = view;
  const total = sumOf(cells);
  const sums = sumsBy(cells, "outcome");
  const taken = (sums.get("adopted") ?? 0) + (sums.get("partly") ?? 0);
  const open = sums.get(null) ?? 0;
  const { title, subject } = head.dossier;
  const main = html`<div class="hero"><div class="stack">
<p class="over">${text("editions.site.home.over")}</p>
<h1${dutch(site)}>${title}</h1>
${subject ? html`<p class="lead"${dutch(site)}>${subject}</p>` : null}
<p class="measure">${text("editions.site.home.sums", { total, taken, rejected: sums.get("rejected") ?? 0 })} ${open > 0 ? text("editions.site.home.open", { open }) : total > 0 ? text("editions.site.home.all", { total }) : null}</p>
<p class="buttons"><a class="button main" href="${site.link({ kind: "programme" })}">${text("editions.site.home.read")}</a><a class="button" href="${site.link({ kind: "reactions", filter: {}, page: 1 })}">${text("editions.site.home.find")}</a></p></div>
${decisionCard(site)}</div>
${total > 0 ? html`<section class="stack tight"><h2 class="small">${text("editions.site.reactions.title")}</h2>${outcomeBar(site, cells, {})}</section>${flowPicture(site, view)}` : null}
${
  examples.length > 0
    ? html`<section class="stack"><div><h2>${text("editions.site.home.examples.title")}</h2><p class="muted">${text("editions.site.home.examples.lead", { count: examples.length })} <a href="${site.link({ kind: "reactions", filter: {}, page: 1 })}">${text("editions.site.home.examples.all", { total })}</a></p></div>
<ul class="examples">${examples.map((one) => example(site, one, view.names))}</ul></section>`
    : null
}
${newInEdition(site, view.changes)}
<div class="two"><section class="stack"><div><h2>${text("editions.site.home.contents.title")}</h2><p class="muted">${text("editions.site.programme.sums", { count: head.sections.requirements.count, chapters: chapters.length })}</p></div>
<ol class="contents">${chapters.map(({ key, title, total }, i) => html`<li><span class="number">${i + 1}</span><a href="${site.link({ kind: "chapter", key, page: 1 })}"${dutch(site)}>${title}</a><span class="tabular muted">${total}</span></li>`)}</ol></section>
<div class="stack wide-gap"><section class="stack"><h2>${text("editions.site.heard.title")}</h2>${heardGroups(site, view.groups, cells)}<p><a href="${site.link({ kind: "heard" })}">${text("editions.site.home.heard")}</a></p></section>
<section class="stack"><h2>${text("editions.site.home.check.title")}</h2><p>${text("editions.site.home.check.lead")}</p><p><a class="button" href="${site.link({ kind: "check" })}">${lineIcon("check")}${text("editions.site.home.check.button")}</a></p></section></div></div>
${otherEditions(site)}`;
  return { title: text("editions.site.menu.home"), main };
}

/** Who decided, and on what authority. */
function decisionCard(site: Site): Html {
  const { text, language } = site;
  const { head, sha256 } = site.edition;
  const rows: [string, string][] = [
    [text("editions.site.decision.by"), head.decidedBy],
    [text("editions.site.decision.on"), formatDate(head.decidedOn, language)],
    [text("editions.site.decision.number"), head.decisionNumber],
    [text("editions.site.decision.mandate"), head.mandate],
    [text("editions.site.decision.reason"), head.reason],
  ];
  return html`<aside class="card" aria-labelledby="besluit"><h2 class="small" id="besluit">${sentenceStart(text("editions.site.edition", { number: head.number }))}</h2>
<dl class="facts narrow">${rows.map(([term, value]) => (value ? html`<div><dt>${term}</dt><dd${dutch(site)}>${value}</dd></div>` : null))}</dl>
${site.papers.length > 0 ? html`<ul class="plain papers">${site.papers.map(({ name, files }) => html`<li>${name} <span>${files.map(({ format, address }) => html`<a href="${address}"><span class="unseen">${name}: </span>${format}</a> `)}</span></li>`)}</ul>` : null}
${site.data ? html`<p><a href="${site.data}">${text("editions.site.decision.data")}</a> <span class="muted">JSON</span></p>` : null}
<p class="muted mark-of">${text("editions.site.decision.mark")} <code>${sha256}</code></p></aside>`;
}

/** A reaction, what was decided on it, and why. */
function example(site: Site, reaction: ReactionThing, names: Names): Html {
  const { answer } = reaction;
  return html`<li><blockquote${dutch(site)}>“${said(reaction.text)}”</blockquote><p class="meta">${reactionLink(site, reaction.key)}<span${dutch(site)}>${groupName(site, reaction, names)}</span></p>
<p class="arrow">${lineIcon("down")}</p><p class="meta strong">${outcomeWord(site, answer?.outcome ?? null)}${requirementsOf(reaction).map((key) => requirementLink(site, key))}</p>
${answer?.reason ? html`<p${dutch(site)}>${answer.reason}</p>` : null}</li>`;
}

/** The other editions, and what was passed over to come to this one. */
function otherEditions(site: Site): Html {
  const { text, language, online } = site;
  const { others, head } = site.edition;
  const passed = head.passedOver.map(
    ({ blocker, count, reason, by, at }) =>
      html`<li>${text(`editions.site.passedOver.${blocker}`, { count })} <span${dutch(site)}>“${reason}”</span> <span class="muted">${text("editions.site.passedOver.by", { by: by ?? text("editions.site.passedOver.somebody"), at: formatMoment(at, language) })}</span></li>`,
  );
  const release = head.release;
  return html`${passed.length > 0 || release ? html`<section class="stack"><h2>${text("editions.site.passedOver.title")}</h2><ul class="list">${passed}${release ? html`<li>${text("editions.site.passedOver.personalData", { count: release.open })} <span${dutch(site)}>“${release.reason}”</span> <span class="muted">${text("editions.site.passedOver.by", { by: release.by ?? text("editions.site.passedOver.somebody"), at: formatMoment(release.at, language) })}</span></li>` : null}</ul></section>` : null}
${
  others.length > 0
    ? html`<section class="stack" id="${OTHER_EDITIONS}"><h2>${text("editions.site.others.title")}</h2><ul class="list">${others.map(
        ({ number, kind, decidedOn, withdrawn }) => {
          const name = text("editions.site.edition", { number });
          const facts = [
            formatDate(decidedOn, language),
            kind === "concept" ? text("editions.site.others.concept") : "",
            withdrawn ? text("editions.site.others.withdrawn") : "",
          ];
          return html`<li>${online ? html`<a href="${online.edition(number)}">${name}</a>` : name}, ${facts.filter(Boolean).join(", ")}</li>`;
        },
      )}</ul></section>`
    : null
}`;
}
