import { CsvError, parse } from "csv-parse/sync";
import { nameKey } from "@/db/name-key";
import { storable } from "../../kernel/fields";
import { emailAddress } from "../../mail/model";
import { decodeBytes } from "../../sources/formats/sheet/charset";
import { type LineFault, type ListedPerson, MAX_INVITED, type ReadList } from "../model";

/** Longest words in one place of a line, in UTF-16 units. */
const LONGEST = 200;

type Column = "email" | "name" | "group" | "address";

/** What a column can be called in the first line. */
const CALLED: Record<string, Column> = {
  email: "email",
  "e-mail": "email",
  "e-mailadres": "email",
  emailadres: "email",
  mail: "email",
  mailadres: "email",
  "e-mail address": "email",
  "email address": "email",
  naam: "name",
  name: "name",
  groep: "group",
  group: "group",
  belanghebbendengroep: "group",
  "stakeholder group": "group",
  adres: "address",
  postadres: "address",
  address: "address",
  "postal address": "address",
};

/** The order of a list without names above its columns. */
const USUAL: readonly Column[] = ["email", "name", "group", "address"];

/** The words of a file with a list, as a spreadsheet program saves it, in whatever character set. */
export function listOfFile(fileName: string, bytes: Uint8Array): string {
  return decodeBytes(bytes, fileName).text;
}

/** What stands between the places of a line: as most lines have it. */
function delimiterOf(text: string): string {
  const counts = [";", "\t", ","].map((sign) => ({ sign, n: text.split(sign).length - 1 }));
  return counts.reduce((most, one) => (one.n > most.n ? one : most)).sign;
}

/**
 * Reads a list of people: pasted, or the words of a CSV file. Places are e-mail address, name, group and postal address,
 * in that order or as the first line calls them; between them stands a semicolon, a comma or a tab.
 *
 * @param groups those of the dossier. @param groupId of whom no line says a group.
 * @returns who is in it and all that is wrong, by line. With faults nothing may be done of it.
 */
export function readList(
  text: string,
  groups: readonly { id: string; name: string }[],
  groupId: string | null,
): ReadList {
  const read: ReadList = { people: [], faults: [] };
  const body = storable(text.replace(/^\ufeff/, "")).replace(/^sep=[;,\t|]\n/i, "");
  const records: { line: number; cells: string[] }[] = [];
  // A line that is left empty is no person, and counts all the same.
  let line = 1;
  try {
    parse(body, {
      delimiter: delimiterOf(body),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      record_delimiter: ["\n"],
      on_record: (cells: string[], { lines }: { lines: number }) => {
        const trimmed = cells.map((cell) => cell.trim());
        if (trimmed.some((cell) => cell !== "")) records.push({ line, cells: trimmed });
        line = lines + 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    read.faults.push({ line, fault: "quote", words: "" });
    return read;
  }
  const columns = columnsOf(records[0]?.cells ?? []);
  if (columns) records.shift();
  const byName = new Map(groups.map(({ id, name }) => [nameKey(name), id]));
  const seen = new Set<string>();
  for (const record of records.slice(0, MAX_INVITED + 1)) {
    readLine(read, record, columns ?? USUAL, byName, groupId, seen);
  }
  return read;
}

/** What the columns are, when the first line says it and names nobody. */
function columnsOf(cells: readonly string[]): (Column | null)[] | null {
  const called = cells.map((cell) => CALLED[cell.toLowerCase()] ?? null);
  const names = called.filter((one) => one !== null);
  const says = names.includes("email") || names.includes("name");
  return says && new Set(names).size === names.length ? called : null;
}

function readLine(
  { people, faults }: ReadList,
  { line, cells }: { line: number; cells: readonly string[] },
  columns: readonly (Column | null)[],
  groups: ReadonlyMap<string, string>,
  usualGroup: string | null,
  seen: Set<string>,
): void {
  const cell = (column: Column) => cells[columns.indexOf(column)] ?? "";
  const wrong = (fault: LineFault, words: string) =>
    faults.push({ line, fault, words: words.slice(0, LONGEST) });
  const long = cells.find((one) => one.length > LONGEST);
  if (long) return void wrong("tooLong", long.slice(0, 40));
  // As a mail program writes it: Ada Bos <ada@example.org>.
  const [, before = "", inside] = /^([^<>]*)<([^<>\s]+)>$/.exec(cell("email")) ?? [];
  const name = cell("name") || before.replaceAll('"', "").trim();
  const said = inside ?? cell("email");
  const elsewhere = [cell("name"), cell("group")].find((one) => one.includes("@"));
  if (elsewhere) return void wrong("order", elsewhere);
  const email = said === "" ? "" : emailAddress.safeParse(said).data;
  if (email === undefined) return void wrong("email", said);
  if (email === "" && name === "") return void wrong("nobody", cells.join(" "));
  const group = cell("group");
  const groupId = group === "" ? usualGroup : groups.get(nameKey(group));
  if (groupId === undefined) return void wrong("group", group);
  const person: ListedPerson = { line, name, email, address: cell("address"), groupId };
  const same = sameness(person);
  if (seen.has(same)) return void wrong("twice", email || name);
  seen.add(same);
  people.push(person);
}

/** By which two lines name the same person: their e-mail address, or their name and where they live. */
export const sameness = ({ email, name, address }: Omit<ListedPerson, "line" | "groupId">) =>
  email ? `mail ${email}` : `letter ${nameKey(name)} ${nameKey(address)}`;
