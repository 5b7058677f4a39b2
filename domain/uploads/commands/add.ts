import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { AuditEntry } from "@/db/audit";
import type { JobRequest } from "@/db/jobs";
import { upload } from "@/db/schema";
import { command } from "../../kernel/command";
import { Invalid, says } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { member } from "../../kernel/scope";
import { readSourceJob } from "../../sources/jobs";
import { addSource } from "../../sources/rows";
import { titleOfFile } from "../../sources/rules";
import { type Added, type Found, MAX_DRAFTS } from "../model";
import { maySendFiles } from "../policy";
import { ownDrafts } from "../rows";

/**
 * Adds drafts to the dossier: each becomes a source under the id it has, so that its bytes stay where they
 * are. What another tab added or took away meanwhile is passed over; of what turns out to be known the draft
 * stays, and says so.
 *
 * @throws Invalid `uploads.errors.nothingToAdd` when none was there any more.
 */
export const addUploads = command({
  scope: member,
  action: "source.import",
  input: z.object({
    uploadIds: z.array(uuid).min(1, says("uploads.errors.nothingToAdd")).max(MAX_DRAFTS),
  }),
  allow: maySendFiles,
  run: async (tx, scope, { uploadIds }) => {
    const drafts = await tx
      .select()
      .from(upload)
      .where(and(ownDrafts(scope), eq(upload.state, "ready"), inArray(upload.id, uploadIds)))
      // In one order, so that two tabs wait for each other and not in a circle.
      .orderBy(upload.createdAt, upload.id)
      .for("update");
    const added: Added = { sourceIds: [], known: [] };
    const audit: AuditEntry[] = [];
    const jobs: JobRequest[] = [];
    for (const draft of drafts) {
      const found = draft.found as Found | null;
      // A spreadsheet becomes reactions: see `addReactions`.
      if (!found || found.sheet || !draft.sha256) continue;
      const said = {
        title: draft.title ?? titleOfFile(draft.fileName),
        fileName: draft.fileName,
        sha256: draft.sha256,
      };
      const known = await addSource(tx, scope, {
        ...said,
        id: draft.id,
        mediaType: found.mediaType,
        byteSize: draft.byteSize,
        textKey: found.textKey,
        textSha256: found.textSha256,
        choices: Object.keys(draft.choices).length > 0 ? draft.choices : null,
        attachedTo: draft.attachedTo,
      });
      if (known) {
        added.known.push(known);
        continue;
      }
      await tx.delete(upload).where(eq(upload.id, draft.id));
      added.sourceIds.push(draft.id);
      audit.push({ entity: "source", entityId: draft.id, after: said });
      jobs.push(readSourceJob.request({ dossierId: scope.dossierId, sourceId: draft.id }));
    }
    if (added.sourceIds.length + added.known.length === 0)
      throw new Invalid("uploads.errors.nothingToAdd");
    return { result: added, audit, jobs };
  },
});
