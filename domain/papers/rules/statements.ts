import type { ConsultationThing, EditionContent, StatementThing } from "../../editions/model";
import type { Line, PaperText } from "../model";
import { date } from "./cover";
import { words } from "./lines";

/** "Stelling 2", by its number where it was put. */
export function statementName(
  statement: StatementThing,
  consultation: string | null,
  text: PaperText,
): string {
  const put = statement.puts.find((one) => one.consultation === consultation) ?? statement.puts[0];
  return put ? text("editions.site.statement", { number: put.number }) : statement.key;
}

/** A stelling above what was said to it; of none that there is none. */
export function statementLine(
  { statements }: EditionContent,
  at: { statement: string | null; consultation: string | null },
  text: PaperText,
): Line {
  const statement = statements.find(({ key }) => key === at.statement);
  if (!statement) return [words(text("editions.site.noStatement"), "strong")];
  const name = statementName(statement, at.consultation, text);
  return [{ shape: "statement" }, words(` ${name}. `, "strong"), words(statement.text, "em")];
}

export function consultationName({ title, heldOn }: ConsultationThing): string {
  return heldOn ? `${title}, ${date(heldOn)}` : title;
}
