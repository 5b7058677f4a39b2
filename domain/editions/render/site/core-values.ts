import type { SiteView } from "../../queries/site";
import { SIZES } from "../../rules/site";
import { html } from "./html";
import { codeBadge, crumbs, dutch, pager, quoteGroups, requirementLink } from "./parts";
import type { Site, SiteMain } from "./site";
import { linesHtml } from "./words";

export function coreValuesPage(
  site: Site,
  { coreValues }: Extract<SiteView, { kind: "coreValues" }>,
): SiteMain {
  const { text } = site;
  const title = text("editions.site.menu.coreValues");
  const main = html`<div class="stack"><h1>${title}</h1><p class="lead">${text("editions.site.coreValues.lead")}</p></div>
${coreValues.length === 0 ? html`<p>${text("editions.site.coreValues.empty")}</p>` : null}
<ul class="things">${coreValues.map(({ key, name, definition, total, requirements }) => html`<li><p>${codeBadge("coreValue", key)}</p><div><h2><a href="${site.link({ kind: "coreValue", key, page: 1 })}"${dutch(site)}>${name}</a></h2>${definition ? html`<p${dutch(site)}>${definition}</p>` : null}<p class="meta"><span>${text("editions.site.coreValues.words", { count: total })}</span><span>${text("editions.site.coreValues.requirements", { count: requirements.length })}</span></p></div></li>`)}</ul>`;
  return { title, main };
}

export function coreValuePage(
  site: Site,
  view: Extract<SiteView, { kind: "coreValue" }>,
): SiteMain {
  const { text } = site;
  const { coreValue, requirements, quotes } = view;
  const { key, name, definition, rule } = coreValue;
  const facts: [string, string][] = [
    [text("editions.site.coreValues.definition"), definition],
    [text("editions.site.coreValues.rule"), rule],
  ];
  const main = html`${crumbs(site, [[{ kind: "coreValues" }, text("editions.site.menu.coreValues")]], key)}
<div class="stack"><p>${codeBadge("coreValue", key)}</p><h1${dutch(site)}>${name}</h1>
<dl class="facts measure">${facts.map(([term, value]) => (value ? html`<div><dt>${term}</dt><dd${dutch(site)}>${linesHtml(value)}</dd></div>` : null))}</dl></div>
<section class="stack tight"><h2>${text("editions.site.coreValues.inRequirements", { count: requirements.length })}</h2>
${requirements.length > 0 ? html`<ul class="plain">${requirements.map((one) => html`<li>${requirementLink(site, one.key, one.title)}</li>`)}</ul>` : html`<p class="muted">${text("editions.site.coreValues.noRequirement")}</p>`}</section>
<section class="stack"><h2>${text("editions.site.coreValues.rests", { count: quotes.total })}</h2>
<div class="way wide"><div class="stop coreValue">${codeBadge("coreValue", key)}</div>${quoteGroups(site, quotes.rows, new Set())}</div>
${pager(site, quotes, SIZES.coreValue, (page) => ({ kind: "coreValue", key, page }))}</section>`;
  return { title: `${key} ${name}`, main };
}
