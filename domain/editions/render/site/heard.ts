import type { GroupThing } from "../../model";
import type { ReactionCell, SiteView } from "../../queries/site";
import { type Html, html } from "./html";
import { consultationTitle, dutch } from "./parts";
import type { Site, SiteMain } from "./site";
import { sumsBy } from "./sums";

/** Who was heard and who was not, in two sentences. */
export function heardGroups(
  site: Site,
  groups: readonly GroupThing[],
  cells: readonly ReactionCell[],
): Html {
  const { text } = site;
  const sums = sumsBy(cells, "group");
  const heard = groups.filter(({ key }) => sums.has(key));
  const missed = groups.filter(({ key, expected }) => expected && !sums.has(key));
  const unknown = sums.get(null) ?? 0;
  return html`<p>${text("editions.site.heard.sums", { count: heard.length })} ${unknown > 0 ? text("editions.site.heard.unknown", { count: unknown }) : null}</p>
<p>${missed.length > 0 ? html`<b>${text("editions.site.heard.missed")}</b> <span${dutch(site)}>${missed.map(({ name }) => name).join(", ")}.</span>` : text("editions.site.heard.noneMissed")}</p>`;
}

export function heardPage(site: Site, view: Extract<SiteView, { kind: "heard" }>): SiteMain {
  const { text } = site;
  const { groups, cells, consultations } = view;
  const sums = sumsBy(cells, "group");
  const most = Math.max(1, ...sums.values());
  const rows = groups.map((group) => {
    const count = sums.get(group.key) ?? 0;
    return row(site, group.name, count, most, {
      group: group.key,
      note:
        count > 0
          ? ""
          : text(
              group.expected ? "editions.site.heard.expected" : "editions.site.heard.notExpected",
            ),
    });
  });
  const unknown = sums.get(null) ?? 0;
  const main = html`<div class="stack"><h1>${text("editions.site.heard.title")}</h1>
<p class="lead">${text("editions.site.heard.lead")}</p></div>
<section class="stack"><h2>${text("editions.site.heard.groups")}</h2>
<table class="sums"><thead><tr><th scope="col">${text("editions.site.heard.group")}</th><th scope="col" class="number">${text("editions.site.heard.reactions")}</th><td class="wide-only"></td></tr></thead>
<tbody>${rows}${unknown > 0 ? row(site, text("editions.site.noGroup"), unknown, most, { group: null, note: "" }) : null}</tbody></table>
<div class="measure stack tight">${heardGroups(site, groups, cells)}</div></section>
<section class="stack"><h2>${text("editions.site.heard.occasions")}</h2>
<ul class="list">${consultations.map((one) => html`<li><span${dutch(site)}>${consultationTitle(site, one)}</span> <span class="muted">${text(`kinds.consultation.${one.kind}`)}</span></li>`)}</ul></section>`;
  return { title: text("editions.site.heard.title"), main };
}

function row(
  site: Site,
  name: string,
  count: number,
  most: number,
  { group, note }: { group: string | null; note: string },
): Html {
  const words = html`<span${dutch(site)}>${name}</span>`;
  return html`<tr><th scope="row">${count > 0 ? html`<a href="${site.link({ kind: "reactions", filter: { group }, page: 1 })}">${words}</a>` : words}${note ? html` <span class="muted">${note}</span>` : null}</th><td class="number">${count}</td><td class="wide-only" aria-hidden="true">${countBar(count, most, "reaction")}</td></tr>`;
}

/** A bar as long as a count, beside its figure. */
export function countBar(count: number, most: number, step: string): Html {
  return html`<svg class="count-bar ${step}" viewBox="0 0 200 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${Math.round((count / most) * 2000) / 10}" height="10"/></svg>`;
}
