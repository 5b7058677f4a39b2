import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import type { NextRequest } from "next/server";
import { addresses } from "@/components/addresses";
import { openBeside, openEdition } from "@/domain/editions/gate";
import {
  editionBodies,
  type PublicEdition,
  publicEdition,
  siteView,
} from "@/domain/editions/queries";
import { editionFile } from "@/domain/editions/render/file";
import {
  noEditionPage,
  noSitePage,
  SITE_STYLE,
  type Site,
  type SiteLanguage,
  siteLetters,
  siteNotes,
  sitePage,
} from "@/domain/editions/render/site";
import { comparedNumber, inOrder } from "@/domain/editions/rules/beside";
import {
  editionFolder,
  FIELDS,
  FILES,
  numberInFolder,
  SITE_POLICY,
  type SitePage,
  sitePageOf,
  sitePath,
} from "@/domain/editions/rules/site";
import { NotFound, TooLarge, Unavailable } from "@/domain/kernel/errors";
import type { EditionScope } from "@/domain/kernel/scope";
import { PAPERS } from "@/domain/papers/model";
import { paperFile } from "@/domain/papers/queries";
import {
  MEDIA_TYPES,
  PUBLIC_FORMATS,
  type PublicPaper,
  paperAddress,
  paperFileName,
  publicPaperAt,
} from "@/domain/papers/rules/files";
import { DEFAULT_LANGUAGE, isLanguage, LANGUAGE_COOKIE } from "@/i18n/catalogue";
import { sentencesIn } from "@/i18n/sentence";
import { fullAddress } from "./address";
import { attachment } from "./attachment";
import { KeptPages } from "./kept-pages";
import { secure } from "./session-token";
import { writtenOut } from "./written-out";

/** May be kept by anybody, and asked each time whether it still is so: it can be withdrawn. */
const KEPT = "public, no-cache";
const KEPT_FOR_GOOD = "public, max-age=31536000, immutable";
const KEPT_A_DAY = "public, max-age=86400";
const YEAR = 365 * 24 * 60 * 60;

/** The answer to whoever asks for a page of a published edition, or for a file beside it. */
export async function publishedAnswer(request: NextRequest): Promise<Response> {
  const { searchParams, pathname } = request.nextUrl;
  const [, , dossier = "", folder, ...segments] = pathname.replace(/\/$/, "").split("/");
  const file = segments.at(-1) ?? folder ?? dossier;
  if (file === FILES.style) return ownAnswer(request, "style");
  if (file === FILES.notes) return ownAnswer(request, "notes");
  if (file === FILES.letters) return lettersAnswer();

  const chosen = request.cookies.get(LANGUAGE_COOKIE)?.value;
  const language = isLanguage(chosen) ? chosen : DEFAULT_LANGUAGE;
  const wanted = searchParams.get(FIELDS.language) ?? undefined;
  if (isLanguage(wanted)) return languageAnswer(request, wanted);

  const number = folder === undefined ? undefined : numberInFolder(folder);
  const scope = number === null ? null : await opened(dossier, number);
  if (!scope)
    return missing(
      noEditionPage({ language, text: sentencesIn(language), style: fileIn("", "style") }),
    );
  const edition = await publicEdition(scope);
  const base = addresses.published(scope.slug, editionFolder(edition.head.number));
  if (number === undefined) return to(base);
  if (segments.length === 1 && file === FILES.data) return dataAnswer(request, scope, edition);
  const paper = segments.length === 1 ? publicPaperAt(file) : null;
  if (paper) return paperAnswer(request, scope, edition, paper);

  const page = sitePageOf(segments, searchParams);
  const tag = tagOf(edition, [language, page ? sitePath(page) : null]);
  if (page && isKnown(request, tag))
    return new Response(null, { status: 304, headers: headersWith(tag) });
  if (page?.kind === "compare") return compareAnswer(scope, edition, page);
  const headers = { ...headersWith(tag), "content-type": "text/html; charset=utf-8" };
  const kept = KEPT_PAGES.get(tag);
  if (kept !== undefined) return new Response(kept, { headers });
  const against = page && (await besideOf(scope, page));
  const site = siteOf(edition, language, scope.slug, base, page);
  const view = page && (await siteView(scope, page, against).catch(nothingWhenMissing));
  if (!page || !view) return missing(noSitePage(site));
  const made = sitePage(site, page, view);
  // There are as many searches as there are words.
  if (page.kind !== "search") KEPT_PAGES.keep(tag, made);
  return new Response(made, { headers });
}

/** What is asked for again is not made again: its tag says all that it is made of. */
const KEPT_PAGES = new KeptPages();

/** The edition that a page holds its own against. */
function besideOf(scope: EditionScope, page: SitePage): Promise<EditionScope | null> {
  if (page.kind === "changes") return openBeside(scope, page.base);
  return page.kind === "home" ? openBeside(scope) : Promise.resolve(null);
}

/** Leads to what changed between two editions, the newest of them in its own folder; without a choice to what is new in this one. */
async function compareAnswer(
  scope: EditionScope,
  { head }: PublicEdition,
  { from, to: until }: Extract<SitePage, { kind: "compare" }>,
): Promise<Response> {
  const chosen = [from, until ?? head.number].filter((number) => number !== null);
  const [older, newer] = inOrder(chosen);
  const number = newer ?? head.number;
  const own = await opened(scope.slug, number);
  const beside = own && (await openBeside(own, older === number ? undefined : older));
  const there = addresses.published(scope.slug, editionFolder(beside ? number : head.number));
  if (!beside) return to(there);
  const base = (await publicEdition(beside)).head.number;
  return to(`${there}/${sitePath({ kind: "changes", base, only: null, page: 1 })}`);
}

function opened(dossier: string, number: string | undefined): Promise<EditionScope | null> {
  let slug: string;
  try {
    slug = decodeURIComponent(dossier);
  } catch {
    return Promise.resolve(null);
  }
  return openEdition(slug, number).catch(nothingWhenMissing);
}

function nothingWhenMissing(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}

function siteOf(
  edition: PublicEdition,
  language: SiteLanguage,
  slug: string,
  base: string,
  page: SitePage | null,
): Site {
  const link: Site["link"] = (to, part) => {
    const path = [base, sitePath(to)].filter(Boolean).join("/");
    return part ? `${path}#${part}` : path;
  };
  const here = page ? link(page) : base;
  const other = language === "nl" ? "en" : "nl";
  const [path = "", query = ""] = here.split("?");
  const text = sentencesIn(language);
  const compared = comparedNumber(edition);
  const inOther = new URLSearchParams(query);
  inOther.set(FIELDS.language, other);
  return {
    edition,
    language,
    text,
    link,
    here: page ? sitePath(page) : "",
    file: (name) => fileIn(base, name),
    data: `${base}/${FILES.data}`,
    // Of the first one nothing changed since another.
    papers: PAPERS.filter((kind) => kind !== "wijzigingen" || compared !== null).map((kind) => ({
      name: text(`papers.kind.${kind}`),
      files: PUBLIC_FORMATS.map((format) => ({
        format: text(`papers.format.${format}`),
        address: `${base}/${paperAddress(kind, format)}`,
      })),
    })),
    compared,
    online: {
      address: fullAddress(here),
      edition: (number) => addresses.published(slug, editionFolder(number)),
      verify: addresses.verify({ dossier: slug, edition: edition.head.number }),
      inOtherLanguage: `${path}?${inOther}`,
      ...{ accessibility: addresses.accessibility(), privacy: addresses.privacy() },
    },
  };
}

/** What is made here beside an edition, the same for each. */
const OWN_FILES = {
  style: { type: "text/css", text: () => SITE_STYLE },
  notes: { type: "text/javascript", text: siteNotes },
};
type OwnFile = keyof typeof OWN_FILES;

/** A file of that kind; it has another address when it is another. */
function fileIn(base: string, name: OwnFile): string {
  const folder = base || addresses.published("", "");
  return `${folder}/${FILES[name]}?v=${versionOf(name)}`;
}

const VERSIONS = new Map<OwnFile, string>();

function versionOf(name: OwnFile): string {
  const known = VERSIONS.get(name);
  if (known) return known;
  const version = createHash("sha256").update(OWN_FILES[name].text()).digest("hex").slice(0, 12);
  VERSIONS.set(name, version);
  return version;
}

function ownAnswer({ nextUrl }: NextRequest, name: OwnFile): Response {
  const own = nextUrl.searchParams.get("v") === versionOf(name);
  return new Response(OWN_FILES[name].text(), {
    headers: {
      "content-type": `${OWN_FILES[name].type}; charset=utf-8`,
      "content-security-policy": SITE_POLICY,
      "cache-control": own ? KEPT_FOR_GOOD : KEPT,
    },
  });
}

function lettersAnswer(): Response {
  return new Response(new Uint8Array(siteLetters()), {
    headers: {
      "content-type": "font/woff2",
      "content-security-policy": SITE_POLICY,
      "cache-control": KEPT_A_DAY,
    },
  });
}

/** The edition itself, written out while it is read. */
function dataAnswer(request: NextRequest, scope: EditionScope, edition: PublicEdition): Response {
  // What is in it never changes, whatever is done with it.
  const tag = `"${edition.sha256}"`;
  const headers = { "content-security-policy": SITE_POLICY, "cache-control": KEPT, etag: tag };
  if (isKnown(request, tag)) return new Response(null, { status: 304, headers });
  const pieces = editionFile(scope, edition, editionBodies);
  return new Response(writtenOut(pieces), {
    headers: { ...headers, "content-type": "application/json; charset=utf-8" },
  });
}

/** A paper of the edition: Dutch, as the edition is, in whatever language its pages are read. */
async function paperAnswer(
  request: NextRequest,
  scope: EditionScope,
  { sha256, head }: PublicEdition,
  { kind, format }: PublicPaper,
): Promise<Response> {
  // Another build may set it in another way.
  const base = await openBeside(scope);
  // Which one holds before it may become another one: when that is withdrawn.
  const beside = base && kind === "wijzigingen" ? (await publicEdition(base)).sha256 : "";
  const tag = `"${sha256.slice(0, 32)}-${kind}-${format}-${beside.slice(0, 16)}-${BUILD}"`;
  const headers = { "content-security-policy": SITE_POLICY, "cache-control": KEPT, etag: tag };
  if (isKnown(request, tag)) return new Response(null, { status: 304, headers });
  try {
    const bytes = await paperFile(scope, base, { kind, format }, sentencesIn("nl"));
    return new Response(Buffer.from(bytes), {
      headers: {
        ...headers,
        "content-type": MEDIA_TYPES[format],
        "content-disposition": attachment(paperFileName(scope.slug, head.number, kind, format)),
      },
    });
  } catch (error) {
    if (error instanceof Unavailable) return refusedFor(503);
    if (error instanceof TooLarge) return refusedFor(413);
    throw error;
  }
}

function refusedFor(status: number): Response {
  const headers = { "content-security-policy": SITE_POLICY, "cache-control": "private, no-store" };
  return new Response(null, { status, headers });
}

/** Keeps the language that was chosen, and leads to the same page in it. */
function languageAnswer({ nextUrl }: NextRequest, language: SiteLanguage): Response {
  const query = new URLSearchParams(nextUrl.search);
  query.delete(FIELDS.language);
  const cookie = [
    `${LANGUAGE_COOKIE}=${language}`,
    `Path=/; Max-Age=${YEAR}; HttpOnly; SameSite=Lax`,
    ...(secure() ? ["Secure"] : []),
  ].join("; ");
  const answer = to(`${nextUrl.pathname}${query.size > 0 ? `?${query}` : ""}`, 303);
  answer.headers.append("set-cookie", cookie);
  return answer;
}

function to(location: string, status = 307): Response {
  return new Response(null, {
    status,
    headers: { location, "content-security-policy": SITE_POLICY, "cache-control": "no-cache" },
  });
}

function missing(page: string): Response {
  return new Response(page, {
    status: 404,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": SITE_POLICY,
      "cache-control": "private, no-store",
    },
  });
}

function headersWith(etag: string): Record<string, string> {
  return { etag, "content-security-policy": SITE_POLICY, "cache-control": KEPT, vary: "cookie" };
}

function isKnown({ headers }: NextRequest, tag: string): boolean {
  const known = headers.get("if-none-match") ?? "";
  return known.split(",").some((one) => one.trim().replace(/^W\//, "") === tag);
}

/** Of which build a page is: another one may write it in another way. */
const BUILD = buildOf();

function buildOf(): string {
  const file = path.join(process.cwd(), ".next", "BUILD_ID");
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8").trim() : String(process.pid);
}

/** What a page is made of: what is in the edition, which page it is, and what was done with the edition since. */
function tagOf({ sha256, withdrawn, newer, others }: PublicEdition, page: unknown): string {
  const made = createHash("sha256").update(
    JSON.stringify([BUILD, sha256, page, withdrawn, newer, others]),
  );
  return `"${made.digest("hex").slice(0, 32)}"`;
}
