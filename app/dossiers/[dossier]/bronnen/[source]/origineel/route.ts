import { Readable } from "node:stream";
import { gate, requireDossier } from "@/app/_lib/session";
import { originalFile } from "@/domain/sources/queries";

type Context = { params: Promise<{ dossier: string; source: string }> };

/** The file exactly as it came in, to keep, never to open in this origin. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { dossier, source } = await params;
  const scope = await requireDossier(dossier);
  const file = await gate(originalFile(scope, source));
  return new Response(Readable.toWeb(Readable.from(file.pieces)) as ReadableStream, {
    headers: {
      "content-type": file.mediaType,
      "content-disposition": attachment(file.fileName),
      "content-length": String(file.byteSize),
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

/** RFC 6266: a plain name for old clients and the real one, encoded as RFC 8187 says. */
function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\w. -]/g, "_");
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
