import type { ChangesView, CoreValueChangeView, ReactionChangeView } from "../../queries/site";
import type { ChangesOnly, SitePage } from "../../rules/site";
import { wordChanges } from "./diff";
import { type Html, html } from "./html";
import {
  answerOf,
  coreValueLink,
  dutch,
  outcomeWord,
  reactionLink,
  requirementLink,
} from "./parts";
import type { Site } from "./site";
import { said } from "./words";

/** What else is different: reactions and their answers, kernwaarden, chapters and sources. */
export function alsoChanged(
  site: Site,
  { sums, chapters, sources }: ChangesView,
  here: (only: ChangesOnly) => SitePage,
): Html {
  const { text } = site;
  const counted = (of: "reactions" | "coreValues") => {
    const count = sums[of];
    const words = text(`editions.changes.also.${of}`, { count });
    return count > 0
      ? html`<li><a href="${site.link(here(of))}">${words}</a></li>`
      : html`<li>${words}</li>`;
  };
  const named = (key: "added" | "gone", titles: readonly string[]) =>
    titles.length > 0
      ? html`<li>${text(`editions.changes.also.chapters.${key}`, { count: titles.length })} <span${dutch(site)}>${titles.join(", ")}</span></li>`
      : null;
  const { added, changed, gone } = sources;
  return html`<section class="stack tight measure"><h2>${text("editions.changes.also.title")}</h2><ul class="list">${counted("reactions")}${counted("coreValues")}
${named("added", chapters.added)}${named("gone", chapters.gone)}${chapters.renamed.map(({ from, to }) => html`<li>${text("editions.changes.also.chapters.renamed")} ${wordChanges(site, from, to)}</li>`)}
<li>${added + changed + gone === 0 ? text("editions.changes.also.sources.same") : text("editions.changes.also.sources.other", sources)}</li></ul></section>`;
}

export function coreValueChange(site: Site, row: CoreValueChangeView): Html {
  const { text } = site;
  const { key, kind, was, is, gained, lost } = row;
  const shown = is ?? was;
  if (!shown) return html``;
  const fields = (["name", "definition", "rule"] as const).filter(
    (field) => kind === "changed" && was?.[field] !== is?.[field],
  );
  const facts = [
    was && is && was.total !== is.total
      ? text("editions.changes.coreValue.total", { before: was.total, after: is.total })
      : "",
    gained > 0 ? text("editions.changes.coreValue.gained", { count: gained }) : "",
    lost > 0 ? text("editions.changes.coreValue.lost", { count: lost }) : "",
  ].filter(Boolean);
  const codes = (some: readonly string[] = [], others: readonly string[] = []) =>
    some.filter((code) => !others.includes(code));
  const more = kind === "gone" ? [] : codes(is?.requirements, was?.requirements);
  const less = kind === "gone" ? [] : codes(was?.requirements, is?.requirements);
  return html`<article class="change" id="${key}"><div class="what"><p class="kind">${text(`editions.changes.thing.${kind}`)}</p><p class="strong">${is ? coreValueLink(site, { key }) : html`<b>${key}</b>`}</p></div>
<div class="words stack tight"><h2 class="medium"><span${dutch(site)}>${shown.name}</span></h2>
${fields.map((field) => html`<h3 class="field">${text(`editions.changes.coreValue.field.${field}`)}</h3>${wordChanges(site, was?.[field] ?? "", is?.[field] ?? "")}`)}
${kind !== "changed" && shown.definition ? html`<p${dutch(site)}>${shown.definition}</p>` : null}</div>
<div class="why stack tight">${facts.length > 0 ? html`<ul class="plain">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>` : null}
${more.length > 0 ? html`<h3>${text("editions.changes.coreValue.more")}</h3><p class="codes">${more.map((code) => requirementLink(site, code))}</p>` : null}
${less.length > 0 ? html`<h3>${text("editions.changes.coreValue.less")}</h3><p>${less.join(", ")}</p>` : null}</div></article>`;
}

/** A reaction that was answered otherwise, came or went: what was said left, what became of the answer right. */
export function reactionChange(site: Site, row: ReactionChangeView): Html {
  const { text } = site;
  const { key, kind, was, is, group } = row;
  const shown = is ?? was;
  if (!shown) return html``;
  const words =
    kind === "reworded" || (was && is && was.text !== is.text)
      ? wordChanges(site, was?.text ?? "", is?.text ?? "")
      : html`<blockquote class="remark"${dutch(site)}>${said(shown.text)}</blockquote>`;
  return html`<article class="change" id="${key}"><div class="what"><p class="kind">${text(`editions.changes.reaction.${kind}`)}</p><p class="strong">${is ? reactionLink(site, key) : html`<b>${key}</b>`}</p></div>
<div class="words stack tight"><p class="meta"><span${dutch(site)}>${group?.name ?? text("editions.site.noGroup")}</span></p>${words}</div>
<div class="why stack tight">${kind === "answered" && was && is ? answerChange(site, was, is) : answerOf(site, shown, new Map())}</div></article>`;
}

function answerChange(
  site: Site,
  was: NonNullable<ReactionChangeView["was"]>,
  is: NonNullable<ReactionChangeView["is"]>,
): Html {
  const { text } = site;
  const [before, after] = [was.answer, is.answer];
  const outcome =
    before?.outcome === after?.outcome
      ? html`<p>${outcomeWord(site, after?.outcome ?? null)}</p>`
      : html`<p class="meta"><span class="unseen">${text("editions.changes.answerWas")}</span><del>${outcomeWord(site, before?.outcome ?? null)}</del> <span class="unseen">${text("editions.changes.answerIs")}</span>${outcomeWord(site, after?.outcome ?? null)}</p>`;
  const reasons = [before?.reason ?? "", after?.reason ?? ""] as const;
  const places = [before?.where ?? "", after?.where ?? ""] as const;
  const codes = after?.requirements ?? [];
  return html`${outcome}${reasons.join("") ? wordChanges(site, ...reasons) : null}
${places.join("") ? html`<h3>${text("editions.site.where")}</h3>${wordChanges(site, ...places)}` : null}
${codes.length > 0 ? html`<p class="codes">${codes.map((code) => requirementLink(site, code))}</p>` : null}`;
}
