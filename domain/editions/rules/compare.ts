import { canonicalJson } from "@/db/canonical";
import { SECTIONS, type Section, type Verdict } from "../model";
import { firstDifference } from "./verify";

/** Where one file first says something else than another. */
export interface FirstChange {
  /** The thing and its field: `E-3.1, text`. */
  where: string;
  /** The first sign that differs, from 1; 1 when the whole is missing or new. */
  at: number;
  /** What stands there, from a few signs before. */
  before: string;
  after: string;
}

/** Signs that are shown before and after what differs. */
const AROUND = 30;

/**
 * The first place where a file says something else than the original; null when they say the same.
 *
 * @param original an edition as it was published; @param file what is held against it. Both from anybody.
 */
export function firstChange(original: unknown, file: unknown): FirstChange | null {
  const [one, other] = [partsOf(original), partsOf(file)];
  for (const [name, fields] of one) {
    const now = other.get(name);
    for (const [field, value] of fields) {
      const became = now?.get(field);
      if (became !== value)
        return changeIn([name, field].filter(Boolean).join(", "), value, became ?? "");
    }
  }
  for (const [name, fields] of other) {
    for (const [field, value] of fields) {
      if (!one.get(name)?.has(field))
        return changeIn([name, field].filter(Boolean).join(", "), "", value);
    }
  }
  return null;
}

function changeIn(where: string, before: string, after: string): FirstChange {
  const at = firstDifference(before, after);
  const around = (text: string) =>
    [...text].slice(Math.max(0, at - 1 - AROUND), at + AROUND).join("");
  return { where, at, before: around(before), after: around(after) };
}

/** Every field of every thing as text, by the key of the thing. */
function partsOf(file: unknown): Map<string, Map<string, string>> {
  const parts = new Map<string, Map<string, string>>();
  const { content, edition } = (file ?? {}) as {
    content?: Partial<Record<Section, unknown>>;
    edition?: unknown;
  };
  for (const section of SECTIONS) {
    const things = content?.[section];
    for (const thing of Array.isArray(things) ? things : []) {
      parts.set(String((thing as { key?: unknown } | null)?.key ?? section), fieldsOf(thing));
    }
  }
  parts.set("", fieldsOf(edition));
  return parts;
}

function fieldsOf(thing: unknown): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [field, value] of Object.entries(thing ?? {})) {
    if (field === "marks") continue;
    // Of what a field holds itself the part is named: `answer.reason`.
    const parts =
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.entries(value).map(([part, inner]) => [`${field}.${part}`, inner] as const)
        : [[field, value] as const];
    for (const [name, said] of parts) {
      fields.set(name, typeof said === "string" ? said : canonicalJson(said));
    }
  }
  return fields;
}

/**
 * Holds editions of one dossier against each other: one that names another as the edition before it names that by its kenmerk.
 * And the log of the dossier went on between them: that the one was adopted stands in it. Says so in the verdict of the one that
 * does not follow.
 */
export function withChain(verdicts: readonly Verdict[]): void {
  for (const one of verdicts) {
    const before = verdicts.find(
      (other) =>
        other !== one && other.dossier === one.dossier && other.number === one.previous?.number,
    );
    if (!before) continue;
    const faults: Verdict["faults"] = [];
    if (before.sha256 !== one.previous?.sha256) faults.push({ field: "previous", what: "chain" });
    else if (one.log && before.log && one.log.rows <= before.log.rows)
      faults.push({ field: "log", what: "log" });
    if (faults.length === 0) continue;
    one.state = "changed";
    one.faults.push(...faults);
    one.count += faults.length;
  }
}
