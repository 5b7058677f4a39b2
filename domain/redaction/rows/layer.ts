import { type Database, database } from "@/db/client";
import { changeWords, type Layer, placedThrough } from "../../kernel/layer";
import { type AuthorizedDossierId, layerOf, type ReaderScope } from "../../kernel/scope";
import { askerOf, type Replaced, replacerOf, throughLayer } from "../../privacy/rules/layer";
import { seekerOf } from "../../privacy/rules/seek";
import { CodePointIndex, codePointLength } from "../../text/rules";
import { replacedForms, replacementOf } from "../rules";
import { formsOf, mayBeRead, placesOf } from "./decided";

/** The layer over a dossier, read once and only when it is asked for. */
export function layerOver(dossierId: AuthorizedDossierId): () => Promise<Layer> {
  let made: Promise<Layer> | undefined;
  return () => {
    made ??= read(dossierId);
    return made;
  };
}

async function read(dossierId: AuthorizedDossierId): Promise<Layer> {
  const rows = await formsOf(await database(), dossierId);
  const forms = replacedForms(rows);
  // An address and a firm have words that are asked for as such: "vervoer".
  const telling = rows.filter(({ kind }) => kind === "name" || kind === "phone" || kind === "bsn");
  const places = seekerOf(forms);
  return { shown: replacerOf(forms), places, asked: askerOf(telling.map(({ text }) => text)) };
}

/** What stands in place of a text that was not searched yet, or is held by who keeps order. */
const UNSEARCHED = "[wordt nog nagekeken]";

/** Stands in a text for each sign that is replaced, so that all other places hold. */
const MASK = "█";

/**
 * Blocks of a version as somebody reads them: what is replaced is masked sign for sign, so that places hold, and stands
 * beside it with what is to be read there. For who sees names they stay as they are.
 */
export async function blocksThrough<Block extends BlockPlace>(
  db: Database,
  scope: ReaderScope,
  sourceVersionId: string,
  blocks: Block[],
): Promise<Block[]> {
  const [first] = blocks;
  const last = blocks.at(-1);
  if (!scope.layer || !first || !last) return blocks;
  const inStretch = await replacedIn(db, scope, sourceVersionId, first.start, last.end);
  return blocks.map((block) => {
    const { start, text } = block;
    const replaced = inStretch(text, start);
    return placedThrough({ ...block, replaced, text: masked(text, start, replaced) });
  });
}

/** A block of a version, by its place in code points. */
interface BlockPlace {
  start: number;
  end: number;
  text: string;
  replaced?: Replaced[];
}

function masked(text: string, start: number, replaced: readonly Replaced[]): string {
  const index = new CodePointIndex(text);
  let out = "";
  let at = 0;
  for (const place of replaced) {
    const from = Math.max(place.start - start, 0);
    const to = Math.min(place.end - start, index.length);
    out += text.slice(at, index.toUtf16(from)) + MASK.repeat(to - from);
    at = index.toUtf16(to);
  }
  return out + text.slice(at);
}

/**
 * A stretch of a version as somebody reads it, with words in place of what is replaced.
 *
 * @param start where the stretch begins, in code points.
 */
export async function wordsThrough(
  db: Database,
  scope: ReaderScope,
  sourceVersionId: string,
  stretches: readonly { text: string; start: number }[],
): Promise<string[]> {
  if (!scope.layer || stretches.length === 0) return stretches.map(({ text }) => text);
  let [from, until] = [Number.MAX_SAFE_INTEGER, 0];
  for (const { text, start } of stretches) {
    from = Math.min(from, start);
    until = Math.max(until, start + codePointLength(text));
  }
  const inStretch = await replacedIn(db, scope, sourceVersionId, from, until);
  return stretches.map(({ text, start }) => throughLayer(text, start, inStretch(text, start)));
}

/** Quoted words, with the words around them; `start` and `end` in code points of the version. */
interface Quoted {
  sourceVersionId: string;
  start: number;
  end: number;
  exact: string;
  /** Left out where only the quoted words are shown. */
  before?: string;
  after?: string;
}

/** Quoted words as somebody reads them, of any versions: by their places, so that of a name that is cut nothing is left. */
export async function contextThrough<Row extends Quoted>(
  db: Database,
  scope: ReaderScope,
  rows: readonly Row[],
): Promise<Row[]> {
  const layer = await layerOf(scope);
  if (!layer) return [...rows];
  const read = new Map<Row, Row>();
  for (const versionId of new Set(rows.map((row) => row.sourceVersionId))) {
    const own = rows.filter((row) => row.sourceVersionId === versionId);
    const texts = await wordsThrough(
      db,
      scope,
      versionId,
      own.flatMap(({ before = "", exact, after = "", start, end }) => [
        { text: before, start: start - codePointLength(before) },
        { text: exact, start },
        { text: after, start: end },
      ]),
    );
    for (const [i, row] of own.entries()) {
      const [before = "", exact = "", after = ""] = texts.slice(3 * i, 3 * i + 3);
      const others = changeWords(row, layer.shown);
      const around = row.before === undefined ? {} : { before, after };
      read.set(row, placedThrough({ ...others, ...around, exact }));
    }
  }
  return rows.map((row) => read.get(row) ?? row);
}

/**
 * What is replaced in a stretch of a version: at the places where it was found, and wherever else a known form stands,
 * but not where somebody said that it is something else.
 */
async function replacedIn(
  db: Database,
  scope: ReaderScope,
  sourceVersionId: string,
  start: number,
  end: number,
): Promise<(text: string, start: number) => Replaced[]> {
  const layer = await layerOf(scope);
  if (!layer || !(await mayBeRead(db, sourceVersionId))) {
    return (text, at) => [{ start: at, end: at + codePointLength(text), words: UNSEARCHED }];
  }
  const found = await placesOf(db, scope.dossierId, sourceVersionId, { start, end });
  return (text, at) => {
    const index = new CodePointIndex(text);
    const until = at + index.length;
    const here = touching(found, at, until);
    const replaced = here.flatMap(({ start, end, stays, ...decided }): Replaced[] => {
      const words = stays ? null : replacementOf(decided);
      return words === null ? [] : [{ start, end, words }];
    });
    for (const { start, end, form } of layer.places(text)) {
      const place = {
        start: at + index.toCodePoint(start),
        end: at + index.toCodePoint(end),
        words: form.words,
      };
      const taken = here.some((one) => one.start < place.end && one.end > place.start);
      if (!taken) replaced.push(place);
    }
    return replaced.sort((a, b) => a.start - b.start);
  };
}

/** Of places in order, none in another, those that touch a stretch: found without looking at all that come before it. */
function touching<Place extends { start: number; end: number }>(
  places: readonly Place[],
  start: number,
  end: number,
): Place[] {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const touched: Place[] = [];
  for (let i = low; i < places.length; i++) {
    const place = places[i];
    if (!place || place.start >= end) break;
    touched.push(place);
  }
  return touched;
}
