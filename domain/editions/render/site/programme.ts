import type { ChapterThing, RequirementThing } from "../../model";
import type { SiteView } from "../../queries/site";
import { RESTS_ON, SIZES } from "../../rules/site";
import { type Html, html } from "./html";
import { lineIcon } from "./icons";
import { ownMark, ownNote, ownProgress } from "./notes";
import {
  codeBadge,
  coreValueLink,
  crumbs,
  dutch,
  groupName,
  outcomeWord,
  pager,
  quoteGroups,
  quoteKey,
  reactionLink,
} from "./parts";
import type { Site, SiteMain } from "./site";
import { bodyHtml, linesHtml, said } from "./words";

export function programmePage(
  site: Site,
  { chapters }: Extract<SiteView, { kind: "programme" }>,
): SiteMain {
  const { text } = site;
  const title = text("editions.site.menu.programme");
  const main = html`<div class="stack"><h1>${title}</h1>
<p class="lead">${text("editions.site.programme.sums", { count: site.edition.head.sections.requirements.count, chapters: chapters.length })} ${text("editions.site.programme.lead")}</p>
${ownProgress(site)}</div>
<ol class="contents large">${chapters.map(({ key, title, introduction, total }, i) => html`<li><span class="number">${i + 1}</span><div><a href="${site.link({ kind: "chapter", key, page: 1 })}"${dutch(site)}>${title}</a>${introduction ? html`<p class="muted"${dutch(site)}>${firstLine(introduction)}</p>` : null}</div><span class="tabular muted">${text("editions.site.programme.count", { count: total })}</span></li>`)}</ol>`;
  return { title, main };
}

const firstLine = (text: string) => text.split("\n").find((line) => line.trim()) ?? "";

export function chapterPage(site: Site, view: Extract<SiteView, { kind: "chapter" }>): SiteMain {
  const { text } = site;
  const { chapter, number, chapters, requirements } = view;
  const title = `${number} ${chapter.title}`;
  const main = html`<div class="between">${crumbs(site, [[{ kind: "programme" }, text("editions.site.menu.programme")]], title)}
${besideChapters(site, chapters, number)}</div>
<div class="stack"><h1${dutch(site)}>${title}</h1>${requirements.page === 1 && chapter.introduction ? html`<div class="lead"${dutch(site)}>${linesHtml(chapter.introduction)}</div>` : null}</div>
${requirements.rows.length === 0 ? html`<p>${text("editions.site.programme.empty")}</p>` : null}
<ol class="requirements">${requirements.rows.map((one) => requirementItem(site, one))}</ol>
${pager(site, requirements, SIZES.chapter, (page) => ({ kind: "chapter", key: chapter.key, page }))}`;
  return { title, main };
}

function besideChapters(site: Site, chapters: readonly ChapterThing[], number: number): Html {
  const link = (n: number, back: boolean) => {
    const chapter = chapters[n - 1];
    if (!chapter) return null;
    const name = site.text("editions.site.programme.chapter", { number: n });
    return html`<a href="${site.link({ kind: "chapter", key: chapter.key, page: 1 })}">${back ? lineIcon("back") : null}${name}${back ? null : lineIcon("on")}</a>`;
  };
  return html`<p class="beside">${link(number - 1, true)}${link(number + 1, false)}</p>`;
}

function requirementItem(site: Site, requirement: RequirementThing): Html {
  const { key, title, coreValues, words, dropped } = requirement;
  const { text } = site;
  const rests = [
    coreValues.length > 0
      ? text("editions.site.programme.coreValues", { count: coreValues.length })
      : "",
    words.length > 0 ? text("editions.site.programme.direct", { count: words.length }) : "",
  ].filter(Boolean);
  return html`<li id="${key}"><p class="meta">${codeBadge("requirement", key)}<span>${text(`kinds.requirement.${requirement.kind}`)}</span>${dropped ? html`<b>${text("editions.site.requirement.dropped")}</b>` : null}${ownMark(site, key)}</p>
<h2><a href="${site.link({ kind: "requirement", key })}"${dutch(site)}>${title}</a></h2>
<div class="body"${dutch(site)}>${bodyOf(requirement)}</div>
<p class="meta">${rests.length > 0 ? html`<a href="${site.link({ kind: "requirement", key }, RESTS_ON)}">${text("editions.site.programme.rests")}</a><span>${rests.join(", ")}</span>` : html`<span>${text("editions.site.requirement.noSource")}</span>`}</p></li>`;
}

const bodyOf = ({ body, text }: RequirementThing): Html =>
  body ? bodyHtml(body) : linesHtml(text);

export function requirementPage(
  site: Site,
  view: Extract<SiteView, { kind: "requirement" }>,
): SiteMain {
  const { text } = site;
  const { requirement, chapter, number, before, after } = view;
  const { key, title } = requirement;
  const quoted =
    view.direct.length + view.ways.reduce((sum, { coreValue }) => sum + coreValue.total, 0);
  const main = html`<div class="between">${crumbs(site, [
    [{ kind: "programme" }, text("editions.site.menu.programme")],
    ...(chapter
      ? [
          [{ kind: "chapter", key: chapter.key, page: 1 }, `${number} ${chapter.title}`] as [
            { kind: "chapter"; key: string; page: number },
            string,
          ],
        ]
      : []),
  ])}
<p class="beside">${before ? html`<a rel="prev" href="${site.link({ kind: "requirement", key: before })}">${lineIcon("back")}${before}</a>` : null}${after ? html`<a rel="next" href="${site.link({ kind: "requirement", key: after })}">${after}${lineIcon("on")}</a>` : null}</p></div>
<div class="requirement-page"><div class="head stack"><div class="stack tight"><p class="meta">${codeBadge("requirement", key)}<span>${text(`editions.site.requirement.kind.${requirement.kind}`)}</span></p>
<h1${dutch(site)}>${title}</h1></div>
${requirement.dropped ? html`<p class="notice-line"><b>${text("editions.site.requirement.dropped")}.</b> ${text("editions.site.requirement.droppedHint")}</p>` : null}
${requirement.suspect ? html`<p class="notice-line">${text("editions.site.requirement.suspect")}</p>` : null}
<div class="requirement-text body"${dutch(site)}>${bodyOf(requirement)}</div>
<p class="narrow-only"><a href="#${RESTS_ON}">${lineIcon("down")}${text("editions.site.requirement.jump", { count: quoted })}</a></p>
${facts(site, requirement)}
${ownNote(site, requirement)}</div>
<section class="trace stack" id="${RESTS_ON}"><h2>${text("editions.site.requirement.rests")}</h2>
${trace(site, view)}</section>
<div class="rest stack wide-gap">${otherwise(site, view)}
<section class="card small-text"><h2 class="small">${text("editions.site.requirement.refer")}</h2><p><span${dutch(site)}>${site.edition.head.dossier.title}</span>, ${text("editions.site.edition", { number: site.edition.head.number })}, ${key}</p>${site.online ? html`<p class="whole-address">${site.online.address}</p><p class="muted">${text("editions.site.requirement.stays")}</p>` : null}</section></div></div>`;
  return { title: `${key} ${title}`, main };
}

function facts(site: Site, requirement: RequirementThing): Html {
  const { text } = site;
  const rows: [string, string | number | null][] = [
    [text("editions.site.requirement.explanation"), requirement.explanation],
    [text("editions.site.requirement.evidence"), requirement.evidence],
    [text("editions.site.requirement.verification"), requirement.verification],
    [text("editions.site.requirement.score"), requirement.score],
    [text("editions.site.requirement.weight"), requirement.weight],
  ];
  return html`<dl class="facts">${rows.map(([term, value]) => (value === null || value === "" ? null : html`<div><dt>${term}</dt><dd${dutch(site)}>${linesHtml(String(value))}</dd></div>`))}</dl>`;
}

/** From the requirement down to the words in the minutes. */
function trace(
  site: Site,
  { requirement, direct, ways }: Extract<SiteView, { kind: "requirement" }>,
): Html {
  const { text } = site;
  const ids = new Set<string>();
  if (direct.length === 0 && ways.length === 0) {
    return html`<p>${text("editions.site.requirement.noSource")}</p>${requirement.noSourceReason ? html`<blockquote class="remark"${dutch(site)}>${requirement.noSourceReason}</blockquote>` : null}`;
  }
  // Words that are linked directly and stand under a kernwaarde too are read once, there.
  const under = new Set(
    ways.flatMap(({ carrying, quotes }) => [...carrying, ...quotes].map(quoteKey)),
  );
  const marked = new Set(direct.map(quoteKey));
  const own = direct.filter((quote) => !under.has(quoteKey(quote)));
  const via = ways.reduce((sum, { coreValue }) => sum + coreValue.total, 0);
  return html`<p class="lead">${direct.length > 0 ? text("editions.site.requirement.direct", { count: direct.length }) : null} ${ways.length > 0 ? text("editions.site.requirement.via", { count: via, coreValues: ways.length }) : null}</p>
${requirement.noSourceReason ? html`<p${dutch(site)}>${requirement.noSourceReason}</p>` : null}
${own.length > 0 ? html`<div class="way"><div class="stop requirement"><h3>${text("editions.site.requirement.directTitle")}</h3></div>${quoteGroups(site, own, ids)}</div>` : null}
${ways.map(
  ({
    coreValue,
    carrying,
    carryingTotal,
    quotes,
  }) => html`<div class="way"><div class="stop coreValue"><h3>${coreValueLink(site, coreValue)}</h3>${coreValue.definition ? html`<p class="muted"${dutch(site)}>${coreValue.definition}</p>` : null}</div>${carryingTotal > 0 ? html`<p class="carry"><b>${text("editions.site.requirement.carrying", { count: carryingTotal })}</b></p>${quoteGroups(site, carrying, ids, marked)}` : null}${carryingTotal > 0 && quotes.length > 0 ? html`<p class="carry"><b>${text("editions.site.requirement.also")}</b></p>` : null}${quoteGroups(site, quotes, ids, marked)}
${coreValue.total > carrying.length + quotes.length ? html`<p><a class="button small" href="${site.link({ kind: "coreValue", key: coreValue.key, page: 1 })}">${text("editions.site.requirement.more", { count: coreValue.total - carrying.length - quotes.length, code: coreValue.key })}</a></p>` : null}</div>`,
)}
<p class="hint">${lineIcon("check")}<span>${text("editions.site.requirement.literal")} <a href="${site.link({ kind: "check" })}">${text("editions.site.requirement.check")}</a></span></p>`;
}

/** What was said under the same kernwaarden and was answered in another way: never left out. */
function otherwise(
  site: Site,
  { otherwise: { reactions, total }, names, ways }: Extract<SiteView, { kind: "requirement" }>,
): Html {
  const { text } = site;
  const items = reactions.map(
    (
      one,
    ) => html`<li><p class="meta">${reactionLink(site, one.key)}<span${dutch(site)}>${groupName(site, one, names)}</span>${outcomeWord(site, one.answer?.outcome ?? null)}</p>
<blockquote class="remark"${dutch(site)}>${said(one.text)}</blockquote>${one.answer?.reason ? html`<p${dutch(site)}>${one.answer.reason}</p>` : null}</li>`,
  );
  const more = total - reactions.length;
  return html`<section class="stack tight"><h2 class="medium">${text("editions.site.requirement.otherwise")}</h2>
${items.length > 0 ? html`<ul class="otherwise">${items}</ul>` : html`<p class="muted">${text("editions.site.requirement.noneOtherwise")}</p>`}
${more > 0 ? html`<p>${text("editions.site.requirement.moreOtherwise", { count: more })} ${ways.map(({ coreValue }) => coreValueLink(site, coreValue))}</p>` : null}</section>`;
}
