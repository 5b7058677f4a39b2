import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { passage, passageLocation, source, sourceVersion } from "@/db/schema";
import { PLACE_DECISIONS } from "@/db/vocabulary";
import { occurrences } from "../../anchoring/occurrences";
import { command } from "../../kernel/command";
import { today } from "../../kernel/dates";
import { Conflict, Invalid, NotFound, says } from "../../kernel/errors";
import { calendarDate, lockVersion, requiredText, uuid } from "../../kernel/fields";
import { actorAccountId, type MemberScope, member } from "../../kernel/scope";
import { CodePointIndex } from "../../text/rules";
import { MAX_QUOTE } from "../model";
import { mayImportSources } from "../policy";
import { lockSource, newestVersion, textOfVersion } from "../rows";

type Location = typeof passageLocation.$inferSelect;

const place = z.object({ sourceId: uuid, passageId: uuid });

/** Where a passage of the source stands in its newest version. @throws NotFound */
async function lockLocation(
  tx: Database,
  scope: MemberScope,
  { sourceId, passageId }: z.output<typeof place>,
): Promise<Location> {
  await lockSource(tx, scope, { sourceId });
  const newest = await newestVersion(tx, sourceId);
  const [found] = await tx
    .select({ location: passageLocation })
    .from(passageLocation)
    .innerJoin(passage, eq(passage.id, passageLocation.passageId))
    .innerJoin(sourceVersion, eq(sourceVersion.id, passage.sourceVersionId))
    .where(
      and(
        eq(passageLocation.passageId, passageId),
        eq(passageLocation.sourceVersionId, newest.id),
        eq(sourceVersion.sourceId, sourceId),
        eq(passage.dossierId, scope.dossierId),
      ),
    );
  if (!found) throw new NotFound();
  return found.location;
}

const said = ({ decision, decidedStart, decidedEnd, passageId }: Location) => ({
  passageId,
  decision,
  start: decidedStart,
  end: decidedEnd,
});

/**
 * Says what became of quoted words in the newest version: `same` or `different` in meaning at the place that
 * was found, `elsewhere` at words that stand there once, or `gone`. Said again, the last one counts.
 *
 * @throws NotFound; Invalid on `words` when they do not stand in the new text, or more than once; Invalid when
 *   there is no place to agree with; Conflict when a newer version came in meanwhile.
 */
export const decideLocation = command({
  scope: member,
  action: "source.decide",
  input: place.extend({
    versionId: uuid,
    decision: z.enum(PLACE_DECISIONS),
    /** For `elsewhere`: the words as they stand in the new text. */
    words: z.string().max(MAX_QUOTE, says("sources.errors.quoteTooLong")).optional(),
  }),
  allow: mayImportSources,
  find: lockLocation,
  run: async (tx, scope, { sourceId, versionId, decision, words }, found) => {
    if (found.sourceVersionId !== versionId) throw new Conflict("sources.errors.newestVersion");
    if ((decision === "same" || decision === "different") && found.start === null) {
      throw new Invalid("sources.errors.noPlace");
    }
    const at = decision === "elsewhere" ? await placeOfWords(tx, versionId, words ?? "") : null;
    const [after] = await tx
      .update(passageLocation)
      .set({
        decision,
        decidedStart: at?.start ?? null,
        decidedEnd: at?.end ?? null,
        decidedBy: actorAccountId(scope.actor),
        decidedAt: new Date().toISOString(),
      })
      .where(isLocation(found))
      .returning();
    if (!after) throw new NotFound();
    return {
      result: {},
      audit: { entity: "source", entityId: sourceId, before: said(found), after: said(after) },
    };
  },
});

const isLocation = ({ passageId, sourceVersionId }: Location) =>
  and(
    eq(passageLocation.passageId, passageId),
    eq(passageLocation.sourceVersionId, sourceVersionId),
  );

async function placeOfWords(tx: Database, versionId: string, typed: string) {
  // A form sends line ends as CR LF; in a source they are LF.
  const words = typed.replaceAll("\r\n", "\n").trim().normalize("NFC");
  if (!words) throw new Invalid("errors.fields", {}, { words: "errors.field.required" });
  const text = await textOfVersion(tx, versionId);
  const [at, again] = occurrences(text, words, "", "");
  const refuse =
    at === undefined ? "sources.errors.wordsNotInVersion" : "sources.errors.wordsTwice";
  if (at === undefined || again !== undefined) {
    throw new Invalid("errors.fields", {}, { words: refuse });
  }
  const index = new CodePointIndex(text);
  return { start: index.toCodePoint(at), end: index.toCodePoint(at + words.length) };
}

/** Takes back what was decided: it is to be decided again. @throws NotFound when nothing was. */
export const undecideLocation = command({
  scope: member,
  action: "source.undecide",
  input: place,
  allow: mayImportSources,
  find: lockLocation,
  run: async (tx, _scope, { sourceId }, found) => {
    if (!found.decision) throw new NotFound();
    const [after] = await tx
      .update(passageLocation)
      .set({
        decision: null,
        decidedStart: null,
        decidedEnd: null,
        decidedBy: null,
        decidedAt: null,
      })
      .where(isLocation(found))
      .returning();
    if (!after) throw new NotFound();
    return {
      result: {},
      audit: { entity: "source", entityId: sourceId, before: said(found), after: said(after) },
    };
  },
});

/**
 * Says that those who were there agreed with the newest version, when, and who they were or who decided it. Said
 * again, the last counts, and the log has what was said before.
 *
 * @throws NotFound; Conflict when a newer version came in; Invalid for a day that has not come.
 */
export const adoptVersion = command({
  scope: member,
  action: "source.adopt",
  input: z.object({
    sourceId: uuid,
    n: lockVersion,
    adoptedOn: calendarDate,
    adoptedBy: requiredText(200),
  }),
  allow: mayImportSources,
  find: lockSource,
  run: async (tx, _scope, { sourceId, n, adoptedOn, adoptedBy }, found) => {
    const newest = await newestVersion(tx, sourceId);
    if (newest.n !== n) throw new Conflict("sources.errors.newerVersion", { n: newest.n });
    if (adoptedOn > today()) {
      throw new Invalid("errors.fields", {}, { adoptedOn: "sources.errors.adoptedLater" });
    }
    const after = { adoptedVersion: n, adoptedOn, adoptedBy };
    await tx.update(source).set(after).where(eq(source.id, sourceId));
    return {
      result: {},
      audit: {
        entity: "source",
        entityId: sourceId,
        before: {
          adoptedVersion: found.adoptedVersion,
          adoptedOn: found.adoptedOn,
          adoptedBy: found.adoptedBy,
        },
        after,
      },
    };
  },
});
