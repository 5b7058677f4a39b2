import type { Task } from "../kernel/apart";
import type { PageFormat, Paper, PaperTable, TableFormat } from "./model";
import { paperHtml } from "./render/html";
import { paperPdf } from "./render/pdf";
import { paperCsv, paperJson, paperSpreadsheet } from "./render/table";
import { paperWord } from "./render/word";

/** What a process of its own is told: the paper or the table, and as what it is wanted. */
export type PaperTask =
  | { paper: Paper; format: PageFormat }
  | { table: PaperTable; format: TableFormat };

/** Makes a file of a paper: seconds of computing where it is long. See `apart`. */
const task: Task<PaperTask, never, Uint8Array> = async (wanted) => {
  switch (wanted.format) {
    case "pdf":
      return paperPdf(wanted.paper);
    case "docx":
      return paperWord(wanted.paper);
    case "html":
      return new TextEncoder().encode(paperHtml(wanted.paper));
    case "xlsx":
      return paperSpreadsheet(wanted.table);
    case "csv":
      return paperCsv(wanted.table);
    case "json":
      return paperJson(wanted.table);
  }
};
export default task;
