import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { Invalid } from "../../../kernel/errors";
import type { Upload } from "../../model";
import { type Operators, Pen } from "./draw";
import type { Page } from "./model";
import { type StructNode, tagsOf } from "./tags";

/** A document that is open: its pages one by one. */
export interface OpenPdf {
  pages: number;
  /** A form of a kind that only one program shows; what stands in the file is a request to open it there. */
  dynamicForm: boolean;
  attachments: number;
  /** @param n from 0. @throws when the page is damaged. */
  read: (n: number) => Promise<Page>;
  close: () => Promise<void>;
}

/**
 * Opens a PDF. Nothing in it is run and nothing is fetched; pictures are not unpacked.
 *
 * @throws Invalid `sources.errors.pdfPassword` or `sources.errors.pdfBroken` ({fileName}).
 */
export async function openPdf({ fileName, bytes }: Upload): Promise<OpenPdf> {
  beforeFonts();
  const { OPS } = await getResolvedPDFJS();
  const ops: Operators = OPS;
  const pdf = await getDocumentProxy(bytes.slice(), {
    verbosity: 0,
    isEvalSupported: false,
    enableXfa: false,
    maxImageSize: 1,
  }).catch((error: unknown) => {
    const key =
      error instanceof Error && error.name === "PasswordException"
        ? "sources.errors.pdfPassword"
        : "sources.errors.pdfBroken";
    throw new Invalid(key, { fileName });
  });
  const layers = await pdf.getOptionalContentConfig().catch(() => null);
  const marked = await pdf.getMarkInfo().catch(() => null);
  const about = await pdf.getMetadata().catch(() => null);
  const info = (about?.info ?? {}) as Record<string, unknown>;
  const attachments = await pdf.getAttachments().catch(() => null);

  const read = async (n: number): Promise<Page> => {
    const page = await pdf.getPage(n + 1);
    try {
      const { width, height, transform } = page.getViewport({ scale: 1 });
      const list = await page.getOperatorList();
      const pen = new Pen(
        {
          width,
          height,
          transform,
          font: (name) => fontOf(page.commonObjs, name),
          visible: (layer) => isVisible(layers, layer),
        },
        ops,
      );
      const { unseen, ...drawn } = pen.draw(list);
      const tree = marked?.Marked ? await page.getStructTree().catch(() => null) : null;
      const shown = count(drawn.words);
      const recognised = count(unseen) > 40 && count(unseen) > 2 * shown;
      if (recognised) drawn.words.push(...unseen);
      else drawn.hidden.push(...unseen.map((word) => word.text));
      return { width, height, ...drawn, recognised, tags: tagsOf(tree as StructNode | null) };
    } finally {
      page.cleanup();
    }
  };
  return {
    pages: pdf.numPages,
    dynamicForm: info.IsXFAPresent === true && info.IsAcroFormPresent !== true,
    attachments: Object.keys((attachments ?? {}) as object).length,
    read,
    close: () => pdf.destroy(),
  };
}

const count = (words: readonly { text: string }[]): number =>
  words.reduce((sum, word) => sum + word.text.length, 0);

interface FontStore {
  has(name: string): boolean;
  get(name: string): unknown;
}

function fontOf(store: FontStore, id: string): { name: string; scale: number } {
  const font = store.has(id) ? (store.get(id) as { name?: string; fontMatrix?: number[] }) : null;
  return { name: font?.name ?? "", scale: font?.fontMatrix?.[0] ?? 0.001 };
}

function isVisible(layers: { isVisible(layer: unknown): boolean } | null, layer: unknown): boolean {
  try {
    return layers?.isVisible(layer) ?? true;
  } catch {
    return true;
  }
}

/** pdf.js hands over a font by a function that Node has from version 21. */
function beforeFonts(): void {
  const buffers: { transferToFixedLength?: (length: number) => ArrayBuffer } =
    ArrayBuffer.prototype;
  buffers.transferToFixedLength ??= function (this: ArrayBuffer, length: number) {
    return this.slice(0, length);
  };
}
