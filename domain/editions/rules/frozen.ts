import { canonicalJson } from "@/db/canonical";
import type { Outcome } from "@/db/vocabulary";
import { type EditionContent, type Hash, SECTIONS, type Section, type SectionSum } from "../model";
import { markedThing, sectionSum } from "./marks";

/** A thing as it is stored: what it is found by, and how it stands in the file. */
export interface FrozenPart {
  n: number;
  key: string;
  /** Canonical JSON. */
  body: string;
  parent: string | null;
  group: string | null;
  outcome: Outcome | null;
  statement: string | null;
}

/** A content as it is stored, with the sums of its parts and of all of it. */
export interface Frozen {
  parts: Record<Section, FrozenPart[]>;
  sections: Record<Section, SectionSum>;
  contentSha256: string;
}

/** Makes of a content what is stored of it. The same content gives the same, whenever and by whomever. */
export function frozen(content: EditionContent, hash: Hash): Frozen {
  const parts = {} as Record<Section, FrozenPart[]>;
  const sections = {} as Record<Section, SectionSum>;
  for (const section of SECTIONS) {
    const things: readonly Found[] = content[section];
    parts[section] = things.map((thing, i) => ({
      n: i + 1,
      key: thing.key,
      body: canonicalJson(markedThing(thing, hash)),
      parent: parentOf(section, thing),
      group: section === "reactions" ? (thing.group ?? null) : null,
      outcome: thing.answer?.outcome ?? null,
      statement: section === "reactions" ? (thing.statement ?? null) : null,
    }));
    sections[section] = sectionSum(
      parts[section].map(({ body }) => body),
      hash,
    );
  }
  return { parts, sections, contentSha256: hash(canonicalJson(sections)) };
}

/** What a thing may have that it is found by. */
interface Found {
  key: string;
  source?: string;
  coreValue?: string;
  chapter?: string;
  group?: string | null;
  statement?: string | null;
  answer?: { outcome: Outcome } | null;
}

function parentOf(section: Section, thing: Found): string | null {
  if (section === "blocks") return thing.source ?? null;
  if (section === "words") return thing.coreValue ?? null;
  return section === "requirements" ? (thing.chapter ?? null) : null;
}
