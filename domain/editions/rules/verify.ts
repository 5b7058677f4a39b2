import { canonicalJson } from "@/db/canonical";
import { CodePointIndex, codePointLength } from "../../text/rules";
import {
  EDITION_FORMAT,
  type EditionFile,
  type Hash,
  type Place,
  SECTIONS,
  type Section,
  type ThingFault,
  type Verdict,
} from "../model";
import { changedFields, sectionSum } from "./marks";

/** Most faults that are named; all are counted. */
const NAMED = 100;

/**
 * Holds an edition against itself: every thing against its marks, every part against its sum, the edition against its
 * kenmerk, every source against its sum, every quotation against the text of its source, and every link against what it
 * leads to, both ways. Nothing else is needed; docs/edition.md says how.
 *
 * @param file what stands in the file, as JSON gives it: from anybody, so nothing of it is believed.
 * @param published the kenmerk as it was published, when that is known: only that tells a file that was made anew as a whole.
 */
export function verifyEdition(file: unknown, hash: Hash, published?: string): Verdict {
  const found = new Findings();
  if (!isFile(file)) return found.unreadable();
  const { content, edition } = file;

  for (const section of SECTIONS) {
    const things = content[section];
    const said = edition.sections[section];
    for (const thing of things) {
      found.checked.things++;
      for (const field of changedFields(thing, hash))
        found.add({ section, key: thing.key, field, what: "field" });
    }
    const keys = new Set(things.map(({ key }) => key));
    if (keys.size !== things.length) found.add({ section, what: "twice" });
    if (said.count !== things.length) found.add({ section, what: "count" });
    const sum = sectionSum(
      things.map((thing) => canonicalJson(thing)),
      hash,
    );
    if (said.sha256 !== sum.sha256) found.add({ section, what: "sum" });
  }

  const { marks: _marks, ...head } = edition;
  for (const field of changedFields(edition, hash)) found.add({ field, what: "head" });
  const sha256 = hash(canonicalJson(head));
  if (sha256 !== file.sha256) found.add({ what: "kenmerk" });
  if (published !== undefined && sha256 !== published) found.add({ what: "published" });

  const texts = sourceTexts(file, hash, found);
  quotations(file, texts, found);
  links(file, found);
  return found.verdict(edition, sha256);
}

class Findings {
  readonly checked = { things: 0, quotes: 0, links: 0 };
  private readonly faults: ThingFault[] = [];
  private count = 0;

  add(fault: ThingFault): void {
    this.count++;
    if (this.faults.length < NAMED) this.faults.push(fault);
  }

  unreadable(): Verdict {
    const none = {
      number: "",
      kind: null,
      dossier: "",
      decidedOn: "",
      previous: null,
      log: null,
      sha256: "",
    };
    return { state: "unreadable", ...none, checked: this.checked, faults: [], count: 0 };
  }

  verdict(
    { number, kind, dossier, decidedOn, previous, log }: EditionFile["edition"],
    sha256: string,
  ): Verdict {
    return {
      state: this.count === 0 ? "whole" : "changed",
      ...{ number, kind, dossier: dossier.title, decidedOn, previous, sha256 },
      log: isLog(log) ? log : null,
      ...{ checked: this.checked, faults: this.faults, count: this.count },
    };
  }
}

interface SourceText {
  text: string;
  index: CodePointIndex;
}

/** The text of each source from its blocks, which must make it up from its first sign to its last. */
function sourceTexts(
  { content }: EditionFile,
  hash: Hash,
  found: Findings,
): Map<string, SourceText> {
  const pieces = new Map<string, { text: string[]; at: number; n: number }>();
  for (const { key } of content.sources) pieces.set(key, { text: [], at: 0, n: 0 });
  for (const { key, source, n, start, end, before, text } of content.blocks) {
    const of = pieces.get(source);
    if (!of) {
      found.add({ section: "blocks", key, field: "source", what: "link" });
      continue;
    }
    const from = of.at + codePointLength(before);
    const until = from + codePointLength(text);
    if (start !== from || end !== until || n <= of.n)
      found.add({ section: "blocks", key, what: "place" });
    of.text.push(before, text);
    of.at = until;
    of.n = n;
  }
  const texts = new Map<string, SourceText>();
  for (const { key, trailing, textSha256, characters } of content.sources) {
    const text = (pieces.get(key)?.text.join("") ?? "") + trailing;
    const index = new CodePointIndex(text);
    if (hash(text) !== textSha256)
      found.add({ section: "sources", key, field: "textSha256", what: "text" });
    if (index.length !== characters)
      found.add({ section: "sources", key, field: "characters", what: "text" });
    texts.set(key, { text, index });
  }
  return texts;
}

/** Every quotation stands in the text of its source, letter for letter. */
function quotations(
  { content }: EditionFile,
  texts: ReadonlyMap<string, SourceText>,
  found: Findings,
): void {
  const reactions = new Map(content.reactions.map((one) => [one.key, one]));
  const check = (
    section: Section,
    key: string,
    quoted: { place: Place | null; text: string | null; reaction?: string | null },
  ) => {
    if (quoted.text === null) return;
    if (!quoted.place) {
      // Of words that were written as a reaction: a part of those.
      const whole = quoted.reaction ? reactions.get(quoted.reaction)?.text : undefined;
      if (whole === undefined) return;
      found.checked.quotes++;
      if (!whole.includes(quoted.text)) found.add({ section, key, field: "text", what: "quote" });
      return;
    }
    found.checked.quotes++;
    const { source, start, end } = quoted.place;
    const of = texts.get(source);
    const stands = of && start < end && end <= of.index.length;
    const words = stands ? of.text.slice(of.index.toUtf16(start), of.index.toUtf16(end)) : null;
    if (words === quoted.text) return;
    found.add({
      section,
      key,
      field: "text",
      what: "quote",
      at: firstDifference(words ?? "", quoted.text),
    });
  };
  for (const { key, place, text } of content.reactions) check("reactions", key, { place, text });
  for (const word of content.words) check("words", word.key, word);
  for (const { key, words } of content.requirements) {
    for (const word of words) check("requirements", key, word);
  }
}

/** The first sign (from 1, in code points) at which two texts differ. */
export function firstDifference(a: string, b: string): number {
  const [one, other] = [[...a], [...b]];
  const at = one.findIndex((sign, i) => sign !== other[i]);
  return (at === -1 ? one.length : at) + 1;
}

/** Every link leads to a thing that is there, and that thing says so too. */
function links({ content }: EditionFile, found: Findings): void {
  const keys = {} as Record<Section, Set<string>>;
  for (const section of SECTIONS) keys[section] = new Set(content[section].map(({ key }) => key));
  const to = (
    section: Section,
    key: string,
    field: string,
    target: Section,
    keyed: string | null,
  ) => {
    if (keyed === null) return;
    found.checked.links++;
    if (!keys[target].has(keyed)) found.add({ section, key, field, what: "link" });
  };
  const pairs = new Pairs();
  for (const one of content.statements) {
    for (const put of one.puts)
      to("statements", one.key, "puts", "consultations", put.consultation);
  }
  for (const one of content.reactions) {
    to("reactions", one.key, "consultation", "consultations", one.consultation);
    to("reactions", one.key, "statement", "statements", one.statement);
    to("reactions", one.key, "group", "groups", one.group);
    to("reactions", one.key, "replyTo", "reactions", one.replyTo);
    for (const key of one.answer?.requirements ?? [])
      to("reactions", one.key, "answer", "requirements", key);
    for (const key of one.coreValues) {
      to("reactions", one.key, "coreValues", "coreValues", key);
      pairs.said("reactions", one.key, "coreValues", `${one.key} ${key}`);
    }
    for (const key of one.requirements) {
      to("reactions", one.key, "requirements", "requirements", key);
      pairs.said("reactions", one.key, "requirements", `${one.key} ${key}`);
    }
  }
  for (const word of content.words) {
    to("words", word.key, "coreValue", "coreValues", word.coreValue);
    to("words", word.key, "reaction", "reactions", word.reaction);
    to("words", word.key, "consultation", "consultations", word.consultation);
    if (word.reaction)
      pairs.answered("words", word.key, "reaction", `${word.reaction} ${word.coreValue}`);
  }
  for (const one of content.coreValues) {
    for (const key of one.requirements) {
      to("coreValues", one.key, "requirements", "requirements", key);
      pairs.said("coreValues", one.key, "requirements", `${one.key} ${key}`);
    }
  }
  for (const one of content.requirements) {
    to("requirements", one.key, "chapter", "chapters", one.chapter);
    for (const key of one.coreValues) {
      to("requirements", one.key, "coreValues", "coreValues", key);
      pairs.answered("requirements", one.key, "coreValues", `${key} ${one.key}`);
    }
    for (const key of one.carriedBy ?? []) {
      to("requirements", one.key, "carriedBy", "words", key);
      // Of one of its own kernwaarden.
      if (!one.coreValues.some((own) => key.startsWith(`${own}/`))) {
        found.add({ section: "requirements", key: one.key, field: "carriedBy", what: "link" });
      }
    }
    for (const { reaction } of one.words) {
      to("requirements", one.key, "words", "reactions", reaction);
      if (reaction) pairs.answered("requirements", one.key, "words", `${reaction} ${one.key}`);
    }
  }
  for (const block of content.blocks) {
    for (const stretch of block.quoted) {
      to("blocks", block.key, "quoted", "reactions", stretch.reaction);
      for (const key of stretch.coreValues) to("blocks", block.key, "quoted", "coreValues", key);
      for (const key of stretch.requirements)
        to("blocks", block.key, "quoted", "requirements", key);
    }
  }
  pairs.settle(found);
}

/** What one thing says of another, and that other of the one. */
class Pairs {
  private readonly one = new Map<string, ThingFault>();
  private readonly other = new Map<string, ThingFault>();

  said(section: Section, key: string, field: string, pair: string): void {
    this.one.set(pair, { section, key, field, what: "back" });
  }

  answered(section: Section, key: string, field: string, pair: string): void {
    this.other.set(pair, { section, key, field, what: "back" });
  }

  settle(found: Findings): void {
    for (const [pair, fault] of this.one) if (!this.other.has(pair)) found.add(fault);
    for (const [pair, fault] of this.other) if (!this.one.has(pair)) found.add(fault);
  }
}

/** Whether it has the shape of an edition: enough for every check to look at what it needs. */
function isFile(file: unknown): file is EditionFile {
  if (!isObject(file) || file.format !== EDITION_FORMAT || typeof file.sha256 !== "string")
    return false;
  const { content, edition } = file;
  if (!isObject(content) || !isObject(edition) || !isObject(edition.sections)) return false;
  const { sections, dossier } = edition;
  if (!isObject(dossier) || typeof dossier.title !== "string") return false;
  if (typeof edition.number !== "string" || typeof edition.decidedOn !== "string") return false;
  return SECTIONS.every((section) => {
    const [things, said] = [content[section], (sections as Record<string, unknown>)[section]];
    return (
      isObject(said) &&
      Array.isArray(things) &&
      things.every((thing) => isShaped(SHAPES[section], thing))
    );
  });
}

const isLog = (log: unknown): log is EditionFile["edition"]["log"] =>
  isObject(log) && isCount(log.rows) && isText(log.sha256);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown) => typeof value === "string";
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
const orNull =
  (is: Is): Is =>
  (value) =>
    value === null || is(value);
const listOf =
  (is: Is): Is =>
  (value) =>
    Array.isArray(value) && value.every(is);
const withFields =
  (shape: Shape): Is =>
  (value) =>
    isShaped(shape, value);

type Is = (value: unknown) => boolean;
type Shape = Record<string, Is>;

function isShaped(shape: Shape, value: unknown): boolean {
  return isObject(value) && Object.entries(shape).every(([field, is]) => is(value[field]));
}

const isPlace = withFields({ source: isText, start: isCount, end: isCount });
const QUOTED = {
  reaction: orNull(isText),
  consultation: orNull(isText),
  place: orNull(isPlace),
  text: orNull(isText),
};

/** Of each thing what the checks look at. */
const SHAPES: Record<Section, Shape> = {
  blocks: {
    ...{
      key: isText,
      source: isText,
      n: isCount,
      start: isCount,
      end: isCount,
      before: isText,
      text: isText,
    },
    quoted: listOf(
      withFields({
        reaction: orNull(isText),
        coreValues: listOf(isText),
        requirements: listOf(isText),
      }),
    ),
  },
  chapters: { key: isText },
  consultations: { key: isText },
  coreValues: { key: isText, requirements: listOf(isText) },
  groups: { key: isText },
  reactions: {
    ...{
      key: isText,
      consultation: isText,
      statement: orNull(isText),
      group: orNull(isText),
      text: isText,
    },
    ...{
      place: orNull(isPlace),
      replyTo: orNull(isText),
      coreValues: listOf(isText),
      requirements: listOf(isText),
    },
    answer: orNull(withFields({ requirements: listOf(isText) })),
  },
  requirements: {
    ...{
      key: isText,
      chapter: isText,
      coreValues: listOf(isText),
      carriedBy: (value) => value === undefined || listOf(isText)(value),
      words: listOf(withFields(QUOTED)),
    },
  },
  sources: { key: isText, trailing: isText, textSha256: isText, characters: isCount },
  statements: { key: isText, puts: listOf(withFields({ consultation: isText })) },
  words: { key: isText, coreValue: isText, ...QUOTED },
};
