import { nameKey } from "@/db/name-key";
import type { SheetFacts } from "../../sources/formats/sheet/model";
import { sentenceStart } from "../../text/rules";
import {
  type BulkChoices,
  type ColumnRole,
  MAX_VALUES,
  type Meaning,
  type RowChoices,
  type ValueCount,
} from "../model";
import { proposeColumns } from "./columns";
import { isFormulaError, statementNumberOf, stemKey } from "./values";

/** The values in the column of a role; none when no column has it, or when there are too many to choose for. */
export function valuesOf(
  { columns }: Pick<SheetFacts, "columns">,
  roles: BulkChoices["roles"],
  role: ColumnRole,
): ValueCount[] {
  const index = roles.find((one) => one.role === role)?.index;
  const column = columns.find((one) => one.index === index);
  if (!column || column.distinct > MAX_VALUES) return [];
  return column.values.filter(({ value }) => !isFormulaError(value));
}

/** A group for each value: as it was said before, by its name, or a new one by that name. */
export function proposeGroups(
  values: readonly ValueCount[],
  groups: readonly { id: string; name: string }[],
  remembered: ReadonlyMap<string, string> = new Map(),
): Meaning[] {
  const ids = new Set(groups.map(({ id }) => id));
  const byName = new Map(groups.map(({ id, name }) => [nameKey(name), id]));
  const byStem = new Map(groups.map(({ id, name }) => [stemKey(name), id]));
  return values.map(({ value }) => {
    const before = remembered.get(nameKey(value));
    const id =
      (before && ids.has(before) ? before : undefined) ??
      byName.get(nameKey(value)) ??
      byStem.get(stemKey(value));
    return { value, to: id ? { id } : { name: sentenceStart(value.slice(0, 80)) } };
  });
}

/**
 * A stelling for each value: by its number in the consultation or by its words, else a new one of those
 * words. A number that no stelling has is left open: nobody can tell what was meant.
 */
export function proposeStatements(
  values: readonly ValueCount[],
  statements: readonly { id: string; text: string; number: number | null }[],
): Meaning[] {
  const byNumber = new Map(
    statements.flatMap(({ id, number }) => (number === null ? [] : [[number, id]])),
  );
  const byWords = new Map(statements.map(({ id, text }) => [wordsKey(text), id]));
  return values.flatMap(({ value }): Meaning[] => {
    const number = statementNumberOf(value);
    const id = number === null ? byWords.get(wordsKey(value)) : byNumber.get(number);
    if (id) return [{ value, to: { id } }];
    return number === null ? [{ value, to: { name: withoutNumber(value) } }] : [];
  });
}

/** "Stelling 3: De bus rijdt op tijd." without what stands before its words. */
const withoutNumber = (words: string) =>
  words.replace(/^(?:stelling|statement) \d{1,3} ?[:.–-] ?/i, "").trim() || words;

const wordsKey = (words: string) => nameKey(withoutNumber(words)).replace(/[.!]$/, "");

/** What is known of the dossier that a spreadsheet is for. */
export interface KnownMeanings {
  /** What columns were before, by `headerKey`. */
  roles: ReadonlyMap<string, ColumnRole | null>;
  /** Groups by what was written for them before, as `nameKey`. */
  groupsBefore: ReadonlyMap<string, string>;
  groups: readonly { id: string; name: string }[];
  /** `number` is the one within the consultation; null for a stelling that is not put there. */
  statements: readonly { id: string; text: string; number: number | null }[];
}

/** What is proposed when nobody said anything yet, or all but what they said. */
export function proposeChoices(
  facts: SheetFacts,
  known: KnownMeanings,
  said: Partial<RowChoices> = {},
): RowChoices {
  const roles = said.roles ?? proposeColumns(facts, known.roles);
  const groups = valuesOf(facts, roles, "group");
  const statements = valuesOf(facts, roles, "statement");
  return {
    table: said.table ?? {},
    roles: roles.map(({ index, role }) => ({ index, role })),
    groups: over(proposeGroups(groups, known.groups, known.groupsBefore), said.groups),
    statements: over(proposeStatements(statements, known.statements), said.statements),
    leaveEmpty: said.leaveEmpty ?? [],
    emptyCells: said.emptyCells ?? [],
  };
}

/** What somebody said goes before what was proposed for the same value. */
function over(proposed: readonly Meaning[], said: readonly Meaning[] = []): Meaning[] {
  const keys = new Set(said.map(({ value }) => nameKey(value)));
  return [...said, ...proposed.filter(({ value }) => !keys.has(nameKey(value)))].slice(
    0,
    MAX_VALUES,
  );
}
