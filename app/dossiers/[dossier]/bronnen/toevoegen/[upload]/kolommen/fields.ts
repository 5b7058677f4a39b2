import { fieldsOf } from "@/domain/kernel/submission";
import { sentenceStart } from "@/domain/text/rules";

/** The fields of the form of a spreadsheet as what is chosen for it; what it holds is checked by the command. */
export function bulkOf(data: FormData): Record<string, unknown> {
  const fields = fieldsOf(data);
  const numbered = (name: string) =>
    Object.keys(fields)
      .filter((key) => key.startsWith(`${name}.`))
      .map((key) => key.slice(name.length + 1));
  const table = {
    ...(fields.sheet ? { sheet: fields.sheet } : {}),
    ...(fields.delimiter ? { delimiter: fields.delimiter } : {}),
    ...(fields.encoding ? { encoding: fields.encoding } : {}),
    ...(fields.headerRow ? { headerRow: fields.headerRow } : {}),
  };
  const { consultationId, groupId, title, kind, heldOn } = fields;
  const fresh = consultationId === undefined || consultationId === "new";
  const consultation = fresh ? { title, kind, heldOn } : { id: consultationId };
  const about = { table, groupId: groupId === "none" ? "" : groupId, consultation };
  // Read in another way, its columns are others: what was said of them does not count.
  if (JSON.stringify(table) !== fields.readAs) return about;
  return {
    ...about,
    roles: numbered("role").map((index) => ({ index, role: roleOf(fields[`role.${index}`]) })),
    groups: numbered("group").flatMap((n) => meaning(fields, "group", n, 80)),
    statements: numbered("statement").flatMap((n) => meaning(fields, "statement", n, 400)),
    leaveEmpty: numbered("emptyAll"),
    emptyCells: numbered("empty").map((cell) => {
      const [role, row] = cell.split(".");
      return { role, row };
    }),
  };
}

const roleOf = (chosen = "none") => (chosen === "none" ? null : chosen);

/** "new" is something new by the name of the value, "none" is nothing, and else it is an id; or nothing was said. */
function meaning(fields: Record<string, string>, name: string, n: string, longest: number) {
  const value = fields[`${name}Value.${n}`] ?? "";
  const chosen = fields[`${name}.${n}`] ?? "";
  if (chosen === "") return [];
  if (chosen === "none") return { value, to: null };
  return {
    value,
    to: chosen === "new" ? { name: sentenceStart(value.slice(0, longest)) } : { id: chosen },
  };
}
