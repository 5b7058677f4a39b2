import { PAPER_FORMATS, PAPERS, type PaperFormat, type PaperKind } from "../model";

/** What the media type of each format is. */
export const MEDIA_TYPES: Record<PaperFormat, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  html: "text/html; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
};

/** As what papers stand beside the pages of a published edition: those pages are HTML already. */
export const PUBLIC_FORMATS = ["pdf", "docx"] as const;
export interface PublicPaper {
  kind: PaperKind;
  format: (typeof PUBLIC_FORMATS)[number];
}

/** The same for anybody: which paper stands at the last part of an address; null for none. */
export function publicPaperAt(name: string): PublicPaper | null {
  const at = paperAt(name);
  const format = PUBLIC_FORMATS.find((one) => one === at?.format);
  return at && format ? { kind: at.kind, format } : null;
}

/** The last part of the address of a paper: `pve.pdf`. */
export const paperAddress = (kind: PaperKind, format: PaperFormat): string => `${kind}.${format}`;

/** Which paper stands at the last part of an address; null for none. */
export function paperAt(name: string): { kind: PaperKind; format: PaperFormat } | null {
  for (const kind of PAPERS) {
    for (const format of PAPER_FORMATS) {
      if (name === paperAddress(kind, format)) return { kind, format };
    }
  }
  return null;
}

/** What a paper is called when it is taken along. */
export function paperFileName(
  slug: string,
  number: string,
  kind: PaperKind,
  format: PaperFormat,
): string {
  return `${kind}-${slug}-editie-${number}.${format}`;
}
