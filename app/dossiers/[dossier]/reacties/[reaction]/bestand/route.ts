import { Readable } from "node:stream";
import { attachment } from "@/app/_lib/attachment";
import { gate, requireDossier } from "@/app/_lib/session";
import type { FileKind } from "@/db/vocabulary";
import { reactionFileBytes } from "@/domain/participation/queries";

type Context = { params: Promise<{ dossier: string; reaction: string }> };

const MEDIA_TYPES: Record<FileKind, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  picture: "image/webp",
};

/**
 * A file that came with a reaction, to keep and never to open in this origin: it came from somebody nobody knows. Its policy
 * is set before this (edge/edge.ts).
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { dossier, reaction } = await params;
  const scope = await requireDossier(dossier);
  const file = await gate(reactionFileBytes(scope, reaction));
  return new Response(Readable.toWeb(Readable.from(file.pieces)) as ReadableStream, {
    headers: {
      "content-type": MEDIA_TYPES[file.kind],
      "content-disposition": attachment(file.fileName),
      "content-length": String(file.byteSize),
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
