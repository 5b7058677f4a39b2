import { nameKey } from "@/db/name-key";
import { storable } from "../../kernel/fields";
import type { Column, SheetRow, SheetTable } from "../../sources/formats/sheet/model";
import type { BlockRow } from "../../sources/model";
import { dateOf, monthsFirst, type ReadDate } from "../../text/dates";
import { codePointLength } from "../../text/rules";
import {
  type BulkCheck,
  type BulkRow,
  type ColumnRole,
  type EmptiableRole,
  type KnownRow,
  MAX_ROW_LENGTH,
  NAMED_PROBLEMS,
  type Problem,
  type ProblemKind,
} from "../model";
import { headerKey } from "./columns";
import { isFormulaError, kindOf, positionOf } from "./values";

/** What the rows of a spreadsheet are read by. */
export interface RowWork {
  title: string;
  table: SheetTable;
  /** By the index of the column. */
  roles: ReadonlyMap<number, ColumnRole>;
  /** Places of values in the list of what they mean, by `nameKey`; one that means nothing is null. */
  groups: ReadonlyMap<string, number | null>;
  statements: ReadonlyMap<string, number | null>;
  leaveEmpty: readonly EmptiableRole[];
  emptyCells: readonly { role: EmptiableRole; row: number }[];
  known: readonly KnownRow[];
  /** Of words: their SHA-256, and an id for what is new. Given, for rules hold no machine. */
  hash: (words: string) => string;
  id: () => string;
}

/** What comes of all rows together. */
export interface RowsRead {
  check: BulkCheck;
  blocks: BlockRow[];
  /** What is new. */
  rows: BulkRow[];
  text: string;
}

/** Longest of what stands beside a reaction as who said it. */
const MAX_SPEAKER = 120;
const CHANGED_ROWS = 20;

/**
 * Reads all rows: what each becomes, what is wrong with it, and whether it is there already. The text
 * holds every row with words as one block: those first, then its other columns that take part, then the
 * number of the row.
 */
export function readRows(work: RowWork): RowsRead {
  const reader = new RowReader(work);
  for (const row of work.table.rows) reader.read(row);
  return reader.result();
}

class RowReader {
  readonly #work: RowWork;
  readonly #columns: { column: Column; role: ColumnRole }[];
  readonly #words: Column[];
  readonly #byRole: ReadonlyMap<ColumnRole, Column>;
  readonly #monthsFirst: boolean;
  readonly #blocks: BlockRow[] = [];
  readonly #rows: BulkRow[] = [];
  readonly #problems: Problem[] = [];
  readonly #emptied: Problem[] = [];
  readonly #emptyCells: ReadonlySet<string>;
  readonly #unread: BulkCheck["unread"] = {};
  readonly #byReference = new Map<string, KnownRow>();
  readonly #byContent = new Map<string, KnownRow>();
  /** Reactions of this file by the number of their row, for what answers them. */
  readonly #ids = new Map<string, string>();
  readonly #rowsByReference = new Map<string, number>();
  readonly #times = new Map<string, number>();
  readonly #sums = { withoutWords: 0, reactions: 0, added: 0, known: 0, changed: 0 };
  readonly #changedRows: number[] = [];
  readonly #text: string[] = [];
  #problemCount = 0;
  #at = 0;

  constructor(work: RowWork) {
    this.#work = work;
    this.#columns = work.table.columns.flatMap((column) => {
      const role = work.roles.get(column.index);
      return role ? [{ column, role }] : [];
    });
    this.#words = this.#columns.filter(({ role }) => role === "words").map(({ column }) => column);
    this.#byRole = new Map(this.#columns.map(({ column, role }) => [role, column]));
    this.#emptyCells = new Set(work.emptyCells.map(({ role, row }) => `${role} ${row}`));
    for (const known of work.known) {
      if (known.reference !== null) this.#byReference.set(known.reference, known);
      else this.#byContent.set(known.contentKey, known);
    }
    // A file without numbers is held against everything that is there.
    if (!this.#column("reference")) {
      for (const known of work.known) this.#byContent.set(known.contentKey, known);
    }
    this.#monthsFirst = monthsFirst(this.#dates());
    this.#addBlock(`# ${storable(work.title).replace(/\s+/g, " ").trim()}`, "heading");
  }

  result(): RowsRead {
    const { table } = this.#work;
    const sums = { rows: table.rows.length, ...this.#sums, changedRows: this.#changedRows };
    return {
      check: {
        sums,
        problems: this.#problems,
        problemCount: this.#problemCount,
        emptied: this.#emptied,
        unread: this.#unread,
        remarks: table.remarks,
      },
      blocks: this.#blocks,
      rows: this.#rows,
      text: this.#text.join(""),
    };
  }

  read(row: SheetRow): void {
    const cell = ({ index }: Column) => storable(row.cells[index] ?? "").trim();
    this.#refuseLoose(row);
    const said = this.#words.filter((column) => cell(column) !== "");
    if (said.length === 0) {
      this.#sums.withoutWords += 1;
      return;
    }
    const about = this.#about(row, cell);
    const { text, places } = this.#layOut(row, said, cell);
    if (text.length > MAX_ROW_LENGTH) {
      this.#problem("rowTooLong", row, null, "");
      return;
    }
    const start = this.#addBlock(text, "paragraph");
    const reference = this.#reference(row, cell);
    for (const { column, from, words } of places) {
      const id = this.#work.id();
      const own =
        reference === null || this.#words.length === 1 ? "" : ` ${headerKey(column.name)}`;
      const group = this.#column("group");
      this.#add({
        id,
        passageId: this.#work.id(),
        start: start + from,
        end: start + from + codePointLength(words),
        words,
        ...about,
        row: row.n,
        reference: reference === null ? null : reference + own,
        contentKey: this.#contentKey([
          words,
          group ? nameKey(cell(group)) : "",
          about.saidOn ?? "",
          this.#words.length === 1 ? "" : headerKey(column.name),
        ]),
      });
      if (reference !== null && !this.#ids.has(reference)) this.#ids.set(reference, id);
    }
  }

  /** Counts a reaction, and keeps it when it is new. */
  #add(reaction: BulkRow): void {
    this.#sums.reactions += 1;
    const numbered =
      reaction.reference === null ? undefined : this.#byReference.get(reaction.reference);
    const known = numbered ?? this.#byContent.get(reaction.contentKey);
    if (!known) {
      this.#sums.added += 1;
      this.#rows.push(reaction);
      return;
    }
    if (numbered?.wordsKey && numbered.wordsKey !== this.#work.hash(reaction.words)) {
      this.#sums.changed += 1;
      if (this.#changedRows.length < CHANGED_ROWS) this.#changedRows.push(reaction.row);
    } else {
      this.#sums.known += 1;
    }
  }

  /** The row as it stands in the text, and where in it each of its reactions stands. */
  #layOut(row: SheetRow, said: readonly Column[], cell: (column: Column) => string) {
    const places: { column: Column; from: number; words: string }[] = [];
    let text = "";
    let length = 0;
    const add = (words: string) => {
      text += words;
      length += codePointLength(words);
    };
    const title = this.#column("title");
    for (const column of said) {
      // With one column of words everybody knows what was asked; with more each says it.
      if (this.#words.length > 1) add(`${column.name}\n`);
      const before = title && column === said[0] ? cell(title) : "";
      const own = cell(column);
      const words = before === "" || own.startsWith(before) ? own : `${before}\n${own}`;
      places.push({ column, from: length, words });
      add(`${words}\n`);
    }
    for (const { column, role } of this.#columns) {
      const value = cell(column);
      if (role === "words" || role === "title" || value === "") continue;
      add(`${column.name}: ${value}\n`);
    }
    add(`Rij ${row.n}`);
    return { text, places };
  }

  #addBlock(text: string, form: BlockRow["form"]): number {
    const before = this.#blocks.length === 0 ? "" : "\n\n";
    const start = this.#at + before.length;
    const end = start + codePointLength(text);
    const level = form === "heading" ? 1 : 0;
    this.#blocks.push({ n: this.#blocks.length + 1, start, end, before, text, form, level });
    this.#text.push(before, text);
    this.#at = end;
    return start;
  }

  /** What is the same for all reactions of a row. */
  #about(row: SheetRow, cell: (column: Column) => string) {
    const read = <Value>(role: EmptiableRole, of: (value: string) => Value | Unreadable) =>
      this.#read(role, row, cell, of);
    return {
      kind: read("kind", (value) => kindOf(value) ?? new Unreadable("noKind")) ?? "reaction",
      position:
        read("position", (value) => positionOf(value) ?? new Unreadable("noPosition")) ?? "none",
      group: read("group", (value) => this.#meaning("group", value)),
      statement: read("statement", (value) => this.#meaning("statement", value)),
      speaker: read("speaker", (value) =>
        value.length > MAX_SPEAKER ? new Unreadable("tooLong") : value,
      ),
      saidOn: read("date", (value) => this.#day(value)),
      replyTo: read("replyTo", (value) => this.#answered(value)),
    };
  }

  /** The cell of a role as what it means, null when it is empty; what cannot be read is a problem. */
  #read<Value>(
    role: EmptiableRole,
    row: SheetRow,
    cell: (column: Column) => string,
    of: (value: string) => Value | Unreadable,
  ): Value | null {
    const column = this.#column(role);
    const value = column ? cell(column) : "";
    if (!column || value === "") return null;
    const found = isFormulaError(value) ? new Unreadable("formulaError") : of(value);
    if (!(found instanceof Unreadable)) return found;
    this.#unread[role] = (this.#unread[role] ?? 0) + 1;
    if (this.#work.leaveEmpty.includes(role)) return null;
    if (this.#emptyCells.has(`${role} ${row.n}`)) {
      this.#emptied.push(problemOf(found.kind, row, { column, role }, value));
    } else this.#problem(found.kind, row, { column, role }, value);
    return null;
  }

  #meaning(role: "group" | "statement", value: string): number | null | Unreadable {
    const meanings = role === "group" ? this.#work.groups : this.#work.statements;
    const means = meanings.get(nameKey(value));
    if (means !== undefined) return means;
    return new Unreadable(role === "group" ? "noGroup" : "noStatement");
  }

  #day(value: string): string | Unreadable {
    const date = dateOf(value);
    if (date === null) return new Unreadable("noDate");
    const turned = this.#monthsFirst && date.monthFirst !== undefined;
    return (turned ? date.monthFirst : date.day) ?? new Unreadable("noSuchDay");
  }

  /** Only what stands above it, or is there already, can be answered. */
  #answered(value: string): string | Unreadable {
    const id = this.#ids.get(value) ?? this.#byReference.get(value)?.reactionId;
    return id ?? new Unreadable("noSuchReference");
  }

  #reference(row: SheetRow, cell: (column: Column) => string): string | null {
    const column = this.#column("reference");
    const value = column ? cell(column) : "";
    if (!column || value === "") return null;
    const other = this.#rowsByReference.get(value);
    const place = { column, role: "reference" as const };
    if (isFormulaError(value)) this.#problem("formulaError", row, place, value);
    else if (value.length > MAX_SPEAKER) this.#problem("tooLong", row, place, value);
    else if (other !== undefined) this.#problem("twice", row, place, value, other);
    this.#rowsByReference.set(value, row.n);
    return value;
  }

  /** Equal for the same words of the same group on the same day; the second of them is another. */
  #contentKey(of: readonly string[]): string {
    const key = this.#work.hash(JSON.stringify(of));
    const times = (this.#times.get(key) ?? 0) + 1;
    this.#times.set(key, times);
    return `${key}-${times}`;
  }

  /** In text with separators, what stands beside the columns was cut off from one of them. */
  #refuseLoose(row: SheetRow): void {
    const { columns, headerRow, text } = this.#work.table;
    const words = this.#words.find((column) =>
      isFormulaError((row.cells[column.index] ?? "").trim()),
    );
    if (words) {
      this.#problem(
        "formulaError",
        row,
        { column: words, role: "words" },
        row.cells[words.index] ?? "",
      );
    }
    if (!text || headerRow === 0) return;
    const loose = columns.find(
      ({ index, name, letter }) =>
        name === letter && !this.#work.roles.has(index) && (row.cells[index] ?? "").trim() !== "",
    );
    if (loose)
      this.#problem("noColumn", row, { column: loose, role: null }, row.cells[loose.index] ?? "");
  }

  #problem(...of: Parameters<typeof problemOf>): void {
    this.#problemCount += 1;
    if (this.#problems.length < NAMED_PROBLEMS) this.#problems.push(problemOf(...of));
  }

  #column(role: ColumnRole): Column | undefined {
    return this.#byRole.get(role);
  }

  #dates(): ReadDate[] {
    const column = this.#column("date");
    if (!column) return [];
    return this.#work.table.rows.flatMap(({ cells }) => dateOf(cells[column.index] ?? "") ?? []);
  }
}

function problemOf(
  kind: ProblemKind,
  row: SheetRow,
  at: { column: Column; role: ColumnRole | null } | null,
  value: string,
  other?: number,
): Problem {
  const shown = value.length > 60 ? `${value.slice(0, 59)}…` : value;
  const column = at?.column.name ?? "";
  return { kind, row: row.n, column, value: shown, role: at?.role ?? null, other };
}

/** What cannot be read, told apart from what can. */
class Unreadable {
  constructor(readonly kind: ProblemKind) {}
}
