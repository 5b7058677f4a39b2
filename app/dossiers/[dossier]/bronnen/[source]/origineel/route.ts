import { Readable } from "node:stream";
import { getLocale, getTranslations } from "next-intl/server";
import { attachment } from "@/app/_lib/attachment";
import { gate, requireDossier } from "@/app/_lib/session";
import { formatMoment } from "@/domain/kernel/dates";
import type { OriginalFile } from "@/domain/sources/model";
import { originalFile } from "@/domain/sources/queries";
import { requireStanding } from "../standing";

type Context = { params: Promise<{ dossier: string; source: string }> };

/** The file exactly as it came in, to keep, never to open in this origin. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { dossier, source } = await params;
  const scope = await requireDossier(dossier);
  const file = await gate(originalFile(scope, source));
  await requireStanding(scope, source);
  if (file.destroyedAt) return gone(file, file.destroyedAt);
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

/** Of a file that was destroyed: when and why, and what is left to check it by. */
async function gone(file: OriginalFile, destroyedAt: string): Promise<Response> {
  const t = await getTranslations("sources.destroy");
  const moment = formatMoment(destroyedAt, await getLocale());
  const { fileName, sha256, destroyedReason: reason } = file;
  const words = [
    reason ? t("gone", { fileName, moment, reason }) : t("goneByTime", { fileName, moment }),
    t("goneHash", { sha256 }),
  ];
  return new Response(`${words.join("\n\n")}\n`, {
    status: 410,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
