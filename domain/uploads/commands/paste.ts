import { eq } from "drizzle-orm";
import { z } from "zod";
import { sha256 } from "@/db/hash";
import { upload } from "@/db/schema";
import { slugOf } from "../../dossiers/rules";
import { command } from "../../kernel/command";
import { says } from "../../kernel/errors";
import { requiredText } from "../../kernel/fields";
import { member } from "../../kernel/scope";
import { storeFile } from "../../sources/rows";
import { isBlank } from "../../text/rules";
import { maySendFiles } from "../policy";
import { finishUpload, startUpload } from "./send";

/** Takes in text that somebody pasted, as a file of text: a draft like any other. */
export const pasteText = command({
  scope: member,
  action: "upload.draft",
  input: z.object({
    title: requiredText(200),
    text: z.string().refine((text) => !isBlank(text), says("sources.errors.nothing")),
  }),
  allow: maySendFiles,
  run: async (tx, scope, { title, text }) => {
    const bytes = new TextEncoder().encode(text);
    const file = { fileName: `${slugOf(title)}.txt`, title, expected: bytes.length };
    const { uploadId } = await startUpload.within(tx, scope, file);
    await storeFile(tx, uploadId, bytes);
    await tx.update(upload).set({ byteSize: bytes.length }).where(eq(upload.id, uploadId));
    await finishUpload.within(tx, scope, { uploadId, sha256: sha256(bytes) });
    return { result: { uploadId }, audit: [] };
  },
});
