import JSZip from "jszip";
import type { Database } from "@/db/client";
import { sha256 } from "@/db/hash";
import { importReactions, spreadsheetFacts, spreadsheetHere } from "@/domain/bulk/commands";
import type { BulkInput, RowChoices } from "@/domain/bulk/model";
import { knownMeanings } from "@/domain/bulk/queries";
import { proposeChoices } from "@/domain/bulk/rules/meanings";
import type { ReaderScope } from "@/domain/kernel/scope";

/** Text with separators as a file. */
export function csvOf(text: string, fileName = "uitvraag-scholen.csv") {
  return { fileName, title: "Uitvraag scholen", bytes: new TextEncoder().encode(text) };
}

export const SMALL_SURVEY = `Nummer;Uw reactie;Ik ben;Datum;Cijfer
1;De bus komt vaak te laat.;ouder;4-3-2026;3
2;"Wij horen niets, ook niet per telefoon.";school;5-3-2026;4
3;De bus komt vaak te laat.;ouder;4-3-2026;2
`;

/** A column of a workbook: text, a number, whatever XML a cell of it must be. */
export type Cell = string | number | boolean | { xml: (ref: string) => string } | null;

const TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const escaped = (words: string) =>
  words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** A workbook as a spreadsheet program writes it. */
export async function workbookOf(
  sheets: readonly {
    name: string;
    rows: readonly (readonly Cell[] | null)[];
    hidden?: boolean;
    merges?: readonly string[];
    /** Numbers of rows that are not shown. */
    hiddenRows?: readonly number[];
  }[],
  fileName = "uitvraag.xlsx",
) {
  const zip = new JSZip();
  zip.file(
    "[Content_Types].xml",
    `<Types><Override PartName="/xl/workbook.xml"
      ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
  );
  zip.file(
    "xl/workbook.xml",
    `<workbook xmlns:r="${TYPE}"><sheets>${sheets
      .map(
        ({ name, hidden }, i) =>
          `<sheet name="${escaped(name)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${i + 1}"/>`,
      )
      .join("")}</sheets></workbook>`,
  );
  zip.file(
    "xl/_rels/workbook.xml.rels",
    `<Relationships>${sheets
      .map(
        (_, i) =>
          `<Relationship Id="rId${i + 1}" Type="${TYPE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join(
        "",
      )}<Relationship Id="rId99" Type="${TYPE}/styles" Target="styles.xml"/></Relationships>`,
  );
  // 1 is a date, 2 a phone number of ten figures.
  zip.file(
    "xl/styles.xml",
    `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="00\\-00000000"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs><cellStyles/></styleSheet>`,
  );
  sheets.forEach(({ rows, merges = [], hiddenRows = [] }, i) => {
    const written = rows.map((cells, at) => {
      const hidden = hiddenRows.includes(at + 1) ? ' hidden="1"' : "";
      const inside = (cells ?? [])
        .map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${at + 1}`))
        .join("");
      return `<row r="${at + 1}"${hidden}>${inside}</row>`;
    });
    const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
    zip.file(
      `xl/worksheets/sheet${i + 1}.xml`,
      `<worksheet><sheetData>${written.join("")}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`,
    );
  });
  const bytes = await zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
  return { fileName, title: "Uitvraag", bytes };
}

function cellXml(cell: Cell, ref: string): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "object") return cell.xml(ref);
  if (typeof cell === "number") return `<c r="${ref}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${ref}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** The same as it is known once it was received. */
export const received = ({ title, bytes }: ReturnType<typeof csvOf>) => ({
  title,
  bytes,
  byteSize: bytes.length,
  sha256: sha256(bytes),
});

export const NEW_CONSULTATION = {
  title: "Uitvraag scholen",
  kind: "survey",
  audience: "stakeholder",
} as const;

/** Imports a spreadsheet with what is proposed for it, but for what is said. */
export async function importedInto(
  scope: ReaderScope,
  file: ReturnType<typeof csvOf>,
  consultation: BulkInput["consultation"] = NEW_CONSULTATION,
  {
    groupId,
    onProgress,
    finish,
    ...said
  }: Partial<RowChoices> & {
    groupId?: string;
    onProgress?: () => void;
    finish?: (tx: Database) => Promise<void>;
  } = {},
) {
  const sheet = spreadsheetHere(file);
  const facts = await spreadsheetFacts(sheet, said.table ?? {});
  const consultationId = "id" in consultation ? consultation.id : null;
  const known = await knownMeanings(scope, facts.columns, consultationId);
  const choices = proposeChoices(facts, known, said);
  return importReactions(
    scope,
    { sheet, file: received(file), facts, choices: { ...choices, groupId, consultation } },
    { onProgress, finish },
  );
}
