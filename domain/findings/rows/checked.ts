import type { Database } from "@/db/client";
import { giveWay } from "@/db/give-way";
import { sha256 } from "@/db/hash";
import type { Finding } from "../../checking/model";
import { checkStatement } from "../../checking/rules/beside";
import { checkDocument, type Judged, judge } from "../../checking/rules/document";
import type { CheckedText, Ignored, TextToCheck } from "../model";
import { checkedText, findingsOf, type KnownNames, type MarkedText, markedText } from "../rules";
import { ignoredIn, namesIn, textsToCheck } from ".";

/** Dossiers of which it is remembered what was found in each text, and how many texts of each. */
const MOST_DOSSIERS = 20;
const MOST_TEXTS = 10_000;

/** A requirement with what was found in it. */
export type MarkedRequirement = MarkedText & Pick<TextToCheck, "id" | "code" | "title">;

interface Remembered {
  /** Of the names they were checked with. */
  names: string;
  context: KnownNames;
  judged: Map<string, Judged>;
}
const remembered = new Map<string, Remembered>();

/** What is remembered of a dossier: nothing yet when other names are known than before. */
function memoryOf(dossierId: string, context: KnownNames): Remembered {
  const { people, organisations } = context;
  const names = sha256(JSON.stringify([people, organisations]));
  const known = remembered.get(dossierId);
  remembered.delete(dossierId);
  const memory = known?.names === names ? known : { names, context, judged: new Map() };
  // The lists stay the same ones: what is made of them once is remembered by them.
  memory.context = {
    ...context,
    people: memory.context.people,
    organisations: memory.context.organisations,
  };
  remembered.set(dossierId, memory);
  const [oldest] = remembered.keys();
  if (remembered.size > MOST_DOSSIERS && oldest !== undefined) remembered.delete(oldest);
  return memory;
}

/**
 * Every requirement that stands, in the order of the document, with what was found in it and what was let stand. A text is
 * checked once as long as it and the names of the dossier are the same, and others go first in between.
 */
export async function checkedIn(db: Database, dossierId: string): Promise<MarkedRequirement[]> {
  const texts = await textsToCheck(db, dossierId);
  const ignored = await ignoredIn(db, dossierId);
  const { judged, context } = memoryOf(dossierId, await namesIn(db, dossierId));
  const now = new Map<string, Judged>();
  for (const { text } of texts) {
    const known = judged.get(text);
    now.set(text, known ?? judge(text, context));
    if (!known) await giveWay();
  }
  if (now.size <= MOST_TEXTS) {
    judged.clear();
    for (const [text, one] of now) judged.set(text, one);
  }
  const found = checkDocument(
    texts.map(({ code, text }) => ({ name: code, text })),
    context,
    texts.map(({ text }) => now.get(text) ?? judge(text, context)),
  );
  return texts.map((one, i) => shown(one, found[i] ?? [], context, ignored));
}

function shown(
  one: TextToCheck,
  found: readonly Finding[],
  context: KnownNames,
  ignored: Map<string, Map<string, Ignored>>,
): MarkedRequirement {
  const { id, code, title, text } = one;
  const own = ignored.get(id) ?? new Map();
  return { id, code, title, ...markedText(text, findingsOf(one, found, context), own, sha256) };
}

/**
 * Requirements with what was found in each by itself: whether another says the same stands in the list of all. One that does
 * not stand is left out.
 */
export async function checkedAlone(
  db: Database,
  dossierId: string,
  ids: readonly string[],
): Promise<MarkedRequirement[]> {
  if (ids.length === 0) return [];
  const texts = await textsToCheck(db, dossierId, ids);
  const { judged, context } = memoryOf(dossierId, await namesIn(db, dossierId));
  const ignored = await ignoredIn(db, dossierId, ids);
  const checked: MarkedRequirement[] = [];
  for (const one of texts) {
    const known = judged.get(one.text);
    const own = known ?? judge(one.text, context);
    if (judged.size < MOST_TEXTS) judged.set(one.text, own);
    checked.push(shown(one, own.found, context, ignored));
    if (!known) await giveWay();
  }
  return checked;
}

/**
 * What is found in words that are being written of a requirement, in place of those that stand. Nothing of it is remembered: they
 * are others a moment later.
 *
 * @returns null for a requirement that does not stand: nothing is asked of it.
 */
export async function checkedWriting(
  db: Database,
  dossierId: string,
  { id, text }: { id: string; text: string },
): Promise<MarkedText | null> {
  const [one] = await textsToCheck(db, dossierId, [id]);
  if (!one) return null;
  const { context } = memoryOf(dossierId, await namesIn(db, dossierId));
  const ignored = await ignoredIn(db, dossierId, [id]);
  return shown({ ...one, text }, judge(text, context).found, context, ignored);
}

/** A stelling with what was found in it. */
export async function checkedStatement(
  db: Database,
  dossierId: string,
  { id, text }: { id: string; text: string },
): Promise<CheckedText> {
  const ignored = (await ignoredIn(db, dossierId, [id])).get(id) ?? new Map();
  const found = checkStatement(text, await namesIn(db, dossierId));
  return checkedText(markedText(text, found, ignored, sha256));
}
