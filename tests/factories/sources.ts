import { sha256 } from "@/db/hash";
import { openDossierForJob } from "@/domain/dossiers/gate";
import { ApartError } from "@/domain/kernel/apart";
import type { MemberScope, ReaderScope } from "@/domain/kernel/scope";
import { importSource, quotePassage, receiveSource, reviseSource } from "@/domain/sources/commands";
import { READER, readSource } from "@/domain/sources/commands/read";
import { convert } from "@/domain/sources/formats";
import { locateSourceJob, reviseSourceJob } from "@/domain/sources/jobs";
import type { Upload } from "@/domain/sources/model";
import { comparableText } from "@/domain/sources/rules";
import { codePointLength } from "@/domain/text/rules";

/** A file as a browser hands it over. */
export function fileOf(text: string, fileName = "notulen.md") {
  return { fileName, bytes: new TextEncoder().encode(text) };
}

/** All bytes of a file that comes in pieces. */
export async function bytesIn(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** A file as it is received, to be read by a job: what it is was found out before. */
export async function received(
  scope: MemberScope,
  file: Upload & { title?: string; readByCaller?: boolean },
) {
  const { text, mediaType } = await convert(file);
  const facts = { mediaType, textKey: sha256(comparableText(text)), textSha256: sha256(text) };
  return receiveSource(scope, { ...file, facts });
}

export const SMALL_MINUTES = `# Bijeenkomst begeleiding op school

**Vergaderdatum:** 12 maart 2026

Stelling 1: *Een vaste begeleider per school is nodig.*

Reactie:

- Een bekend gezicht geeft rust aan ouders.
- De vrijdagmiddag is nu **niet** bezet.

Vraag uit de zaal: Blijft de begeleider ook in de vakantie bereikbaar?
`;

/** A source with its text, ready to quote from. */
export async function sourceOf(
  scope: ReaderScope,
  overrides: { text?: string; fileName?: string; title?: string } = {},
) {
  const text = overrides.text ?? SMALL_MINUTES;
  const { title } = overrides;
  const imported = await importSource(scope, { ...fileOf(text, overrides.fileName), title });
  return { ...imported, text };
}

/** A source of which reading took too much memory. */
export async function unreadSourceIn(scope: ReaderScope, text = "Veel te zwaar.") {
  const heavy = await received(scope, { ...fileOf(text, "zwaar.txt"), readByCaller: true });
  await readSource(await openDossierForJob(READER, scope.dossierId), heavy.sourceId, () =>
    Promise.reject(new ApartError("outOfMemory")),
  );
  return heavy;
}

/** A passage of the first place where these words stand. @returns its id. */
export async function passageOf(
  scope: ReaderScope,
  source: { sourceVersionId: string; text: string },
  exact: string,
): Promise<string> {
  const at = source.text.indexOf(exact);
  if (at < 0) throw new Error(`"${exact}" does not stand in the text`);
  const start = codePointLength(source.text.slice(0, at));
  const { passageId } = await quotePassage(scope, {
    sourceVersionId: source.sourceVersionId,
    start,
    end: start + codePointLength(exact),
    exact,
  });
  return passageId;
}

/** A new version of a source, read and with its passages located, as the jobs do it. @returns its id. */
export async function revised(
  scope: ReaderScope,
  sourceId: string,
  text: string,
  base = 1,
): Promise<string> {
  const { dossierId } = scope;
  const { signal } = new AbortController();
  const { revisionId } = await reviseSource(scope, {
    ...fileOf(text, "verbeterd.md"),
    sourceId,
    base,
    note: "Reactie van de aanwezigen verwerkt",
  });
  await reviseSourceJob.run({ dossierId, sourceId, revisionId }, signal);
  await locateSourceJob.run({ dossierId, sourceId }, signal);
  return revisionId;
}
