import { SECTIONS } from "../../model";
import type { SiteView } from "../../queries/site";
import { html } from "./html";
import { blockLink, coreValueLink, dutch, reactionItem, requirementLink } from "./parts";
import type { Site, SiteMain } from "./site";
import { said } from "./words";

/** How anybody finds out whether this edition is what was adopted. */
export function checkPage(site: Site): SiteMain {
  const { text } = site;
  const { head, sha256 } = site.edition;
  const title = text("editions.site.check.title");
  const main = html`<div class="stack"><h1>${title}</h1><p class="lead">${text("editions.site.check.lead")}</p></div>
<section class="stack measure"><h2>${text("editions.site.check.mark")}</h2><p>${text("editions.site.check.markLead", { number: head.number })}</p><p><code class="whole">${sha256}</code></p><p>${text("editions.site.check.compare")}</p>
${head.previous ? html`<p>${text("editions.site.check.previous", { number: head.previous.number })} <code>${head.previous.sha256}</code></p>` : html`<p>${text("editions.site.check.first")}</p>`}</section>
<section class="stack measure"><h2>${text("editions.site.check.how")}</h2><ol class="steps">
<li>${site.data ? html`<a href="${site.data}">${text("editions.site.check.fetch")}</a>` : text("editions.site.check.fetch")}</li>
<li>${text("editions.site.check.run")}<pre><code>npm run --silent herleid -- verify editie.json</code></pre></li>
<li>${text("editions.site.check.read")}</li></ol>${site.online ? html`<p class="buttons"><a class="button" href="${site.online.verify}">${text("editions.site.check.browser")}</a></p>` : null}<p>${text("editions.site.check.ownTool")}</p></section>
<section class="stack measure"><h2>${text("editions.site.check.proves")}</h2><ul class="list"><li>${text("editions.site.check.proof.unchanged")}</li><li>${text("editions.site.check.proof.quotes")}</li><li>${text("editions.site.check.proof.chain")}</li></ul>
<h3>${text("editions.site.check.provesNot")}</h3><ul class="list"><li>${text("editions.site.check.notProven.said")}</li><li>${text("editions.site.check.notProven.removed")}</li></ul></section>
<section class="stack measure"><h2>${text("editions.site.check.parts")}</h2><table class="sums"><thead><tr><th scope="col">${text("editions.site.check.part")}</th><th scope="col" class="number">${text("editions.site.check.count")}</th><th scope="col">SHA-256</th></tr></thead><tbody>${SECTIONS.map((section) => html`<tr><th scope="row">${text(`editions.site.section.${section}`)}</th><td class="number">${head.sections[section].count}</td><td><code>${head.sections[section].sha256}</code></td></tr>`)}</tbody></table></section>`;
  return { title, main };
}

export function searchPage(site: Site, view: Extract<SiteView, { kind: "search" }>): SiteMain {
  const { text } = site;
  const { words, requirements, coreValues, reactions, blocks, names } = view;
  const total = requirements.total + coreValues.total + reactions.total + blocks.total;
  const more = ({ rows, total }: { rows: unknown[]; total: number }) =>
    total > rows.length
      ? html`<p class="muted">${text("editions.site.search.more", { shown: rows.length, total })}</p>`
      : null;
  const main = html`<div class="stack"><h1>${words ? text("editions.site.search.found", { count: total, words }) : text("editions.site.search.label")}</h1><p class="lead">${text(words ? "editions.site.search.lead" : "editions.site.search.type")}</p></div>
${requirements.total > 0 ? html`<section class="stack tight"><h2>${text("editions.site.section.requirements")} <span class="of">${requirements.total}</span></h2><ul class="list">${requirements.rows.map((one) => html`<li>${requirementLink(site, one.key, one.title)}<p class="clamp"${dutch(site)}>${one.text}</p></li>`)}</ul>${more(requirements)}</section>` : null}
${coreValues.total > 0 ? html`<section class="stack tight"><h2>${text("editions.site.section.coreValues")} <span class="of">${coreValues.total}</span></h2><ul class="list">${coreValues.rows.map((one) => html`<li>${coreValueLink(site, one)}<p${dutch(site)}>${one.definition}</p></li>`)}</ul>${more(coreValues)}</section>` : null}
${reactions.total > 0 ? html`<section class="stack tight"><h2>${text("editions.site.section.reactions")} <span class="of">${reactions.total}</span></h2><ol class="answer-list">${reactions.rows.map((one) => reactionItem(site, one, names))}</ol>${more(reactions)}</section>` : null}
${blocks.total > 0 ? html`<section class="stack tight"><h2>${text("editions.site.search.inSources")} <span class="of">${blocks.total}</span></h2><ul class="list">${blocks.rows.map((one) => html`<li><a href="${blockLink(site, { source: { key: one.source }, block: one.n })}">${one.source}, ${text("editions.site.block", { n: one.n })}</a><p class="clamp"${dutch(site)}>${said(one.text)}</p></li>`)}</ul>${more(blocks)}</section>` : null}`;
  return { title: text("editions.site.search.label"), main };
}

/** What is not there, in the frame of the edition in which it was looked for. */
export function missingPage(site: Site): SiteMain {
  const { text } = site;
  const title = text("editions.site.missing.title");
  const main = html`<div class="stack"><h1>${title}</h1><p class="lead">${text("editions.site.missing.lead")}</p>
<p class="buttons"><a class="button main" href="${site.link({ kind: "home" })}">${text("editions.site.missing.home")}</a></p></div>`;
  return { title, main };
}
