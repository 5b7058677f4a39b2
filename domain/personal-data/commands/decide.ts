import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { personalSubject } from "@/db/schema";
import { mayWrite } from "../../dossiers/policy";
import { takeNumbers } from "../../dossiers/rows";
import { command, scopeSuffices } from "../../kernel/command";
import { Conflict, Invalid, NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { actorAccountId, job, member } from "../../kernel/scope";
import type { PersonalFind } from "../../privacy/model";
import { titlesThrough } from "../../redaction/rows";
import { decision, reopened } from "../model";
import {
  keepPlaces,
  type MovedPlaces,
  movePlaces,
  replaceEverywhere,
  storeFinds,
  takeSubject,
} from "../rows";

/** Stores what was found in a version of a source that had not been searched. */
export const keepFinds = command({
  scope: job,
  action: "source.search",
  input: z.object({
    sourceId: uuid,
    sourceVersionId: uuid,
    finds: z.custom<readonly PersonalFind[]>(),
  }),
  allow: scopeSuffices,
  run: async (tx, scope, { sourceId, sourceVersionId, finds }) => {
    const renamed = await storeFinds(tx, scope.dossierId, sourceVersionId, finds);
    return {
      result: {},
      audit: renamed
        ? [
            { entity: "source", entityId: sourceId, after: { personalData: finds.length } },
            ...renamed,
          ]
        : [],
    };
  },
});

/**
 * Decides what others read in place of somebody, or that the words stay, and at which places they stay all the same. A
 * code once given stays that person's.
 *
 * @throws NotFound; Conflict when somebody else decided meanwhile; Invalid on `role` when that names somebody.
 */
export const decideSubject = command({
  scope: member,
  action: "personalSubject.decide",
  input: decision,
  allow: mayWrite,
  find: (tx, scope, { subjectId }) => takeSubject(tx, scope.dossierId, subjectId),
  run: async (tx, scope, input, subject) => {
    if (subject.lockVersion !== input.lockVersion)
      throw new Conflict("errors.stale", {}, subject.lockVersion);
    if (input.redaction === "role") await refuseName(tx, scope.dossierId, input.role);
    const code =
      input.redaction === "code"
        ? (subject.code ?? (await takeNumbers(tx, scope.dossierId, "person")))
        : subject.code;
    const after = {
      redaction: input.redaction,
      role: input.redaction === "role" ? input.role : null,
      reason: input.redaction === "keep" ? input.reason : null,
      code,
    };
    const moved = input.places ? await keepPlaces(tx, subject.id, input.places) : NO_PLACES;
    await tx
      .update(personalSubject)
      .set({
        ...after,
        decidedBy: actorAccountId(scope.actor),
        decidedAt: sql`now()`,
        earlier: withEarlier(subject, moved),
        lockVersion: subject.lockVersion + 1,
      })
      .where(eq(personalSubject.id, subject.id));
    const places = moved.left.length + moved.replaced.length;
    const { redaction, role, reason } = subject;
    return {
      result: { id: subject.id, lockVersion: subject.lockVersion + 1 },
      // Without the name: the log is read by more people than may see it.
      audit: {
        entity: "personalSubject",
        entityId: subject.id,
        before: { redaction, role, reason, code: subject.code },
        after: places > 0 ? { ...after, places } : after,
      },
    };
  },
});

/** A role is read by everybody: it names nobody who is known and replaced. @throws Invalid on `role` */
async function refuseName(tx: Database, dossierId: string, role: string) {
  const read = await titlesThrough(tx, [{ dossierId, text: role }]);
  if (read(dossierId, role) !== role) {
    throw new Invalid("errors.fields", {}, { role: "personalData.errors.roleNames" });
  }
}

const NO_PLACES: MovedPlaces = { left: [], replaced: [] };

/** How many decisions on one can be taken back, one after the other. */
const MOST_EARLIER = 20;

/** What was decided before, with the places that the next decision moved; what is open was not decided. */
function withEarlier(
  { earlier, redaction, role, reason, decidedBy, decidedAt }: typeof personalSubject.$inferSelect,
  moved: MovedPlaces,
) {
  if (redaction === "open") return earlier;
  const last = { redaction, role, reason, decidedBy, decidedAt, ...moved };
  return [last, ...(earlier ?? [])].slice(0, MOST_EARLIER);
}

/**
 * Takes the last decision back: what was decided before it counts again, with the places where the words stayed; when
 * nothing was, it is to be decided again, everywhere. It keeps the code it had.
 *
 * @throws NotFound when nothing is decided; Conflict when somebody else decided meanwhile.
 */
export const reopenSubject = command({
  scope: member,
  action: "personalSubject.reopen",
  input: reopened,
  allow: mayWrite,
  find: (tx, scope, { subjectId }) => takeSubject(tx, scope.dossierId, subjectId),
  run: async (tx, _scope, input, subject) => {
    if (subject.lockVersion !== input.lockVersion)
      throw new Conflict("errors.stale", {}, subject.lockVersion);
    if (subject.redaction === "open") throw new NotFound();
    const [before, ...earlier] = subject.earlier ?? [];
    const after = {
      redaction: before?.redaction ?? "open",
      role: before?.role ?? null,
      reason: before?.reason ?? null,
      code: subject.code,
    };
    await tx
      .update(personalSubject)
      .set({
        ...after,
        decidedBy: before?.decidedBy ?? null,
        decidedAt: before?.decidedAt ?? null,
        earlier: earlier.length > 0 ? earlier : null,
        lockVersion: subject.lockVersion + 1,
      })
      .where(eq(personalSubject.id, subject.id));
    if (before) await movePlaces(tx, subject.id, { left: before.replaced, replaced: before.left });
    else await replaceEverywhere(tx, subject.id);
    const { redaction, role, reason, code } = subject;
    return {
      result: { id: subject.id, lockVersion: subject.lockVersion + 1 },
      audit: {
        entity: "personalSubject",
        entityId: subject.id,
        before: { redaction, role, reason, code },
        after,
      },
    };
  },
});
