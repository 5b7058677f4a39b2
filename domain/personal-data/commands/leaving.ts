import { z } from "zod";
import { database } from "@/db/client";
import { asOutsider } from "../../dossiers/gate";
import { mayWrite } from "../../dossiers/policy";
import { isOpenOutside } from "../../dossiers/rows";
import { command } from "../../kernel/command";
import { Forbidden } from "../../kernel/errors";
import { changeWords, wordsIn } from "../../kernel/layer";
import {
  type MemberScope,
  member,
  proves,
  type ReaderScope,
  reader,
  readerOf,
} from "../../kernel/scope";
import type { Form } from "../../privacy/rules/subjects";
import { refuseHeld, storeForms, unknownIn } from "../rows";

/** Keeps what was found in words that were about to go out, to be decided on; until then it is replaced. */
const noteForms = command({
  scope: member,
  action: "dossier.notePersonalData",
  input: z.object({ forms: z.custom<readonly Form[]>() }),
  allow: mayWrite,
  run: async (tx, scope, { forms }) => {
    const { renamed } = await storeForms(tx, scope.dossierId, forms);
    return {
      result: {},
      // Without the words themselves: the log is read by more people than may see them.
      audit: [
        {
          entity: "dossier",
          entityId: scope.dossierId,
          after: { personalData: forms.length },
        },
        ...renamed,
      ],
    };
  },
});

/**
 * Searches what is about to go out for personal data that nobody knows of. Found by an author it is kept as open, and
 * replaced from then on; a reviewer changes nothing.
 *
 * @param leaving what goes out, as somebody outside reads it: any data, of which all words are searched.
 * @returns how much was found.
 */
export async function searchLeaving(scope: ReaderScope, leaving: unknown): Promise<number> {
  if (!proves(reader, scope)) throw new Forbidden();
  const forms = await unknownIn(await database(), scope.dossierId, wordsIn(leaving));
  if (forms.length > 0 && mayWrite(scope)) await noteForms(scope, { forms });
  return forms.length;
}

/**
 * The gate for words that are added to the page for stakeholders while that is open, the same as for opening it: they
 * are searched, and nothing is added while something is open that nobody answered for. Of a page that is not open
 * nothing is asked.
 *
 * @param now the words as they were typed; @param before those that stood there, which add nothing.
 * @throws Forbidden for who may not write; Invalid that says how much is open.
 */
export async function addedOutside(
  scope: MemberScope,
  now: unknown,
  before: unknown = null,
): Promise<void> {
  if (!proves(reader, scope) || !mayWrite(scope)) throw new Forbidden();
  const stood = new Set(wordsIn(before));
  const added = wordsIn(now).filter((words) => !stood.has(words));
  if (added.length === 0) return;
  const db = await database();
  if (!(await isOpenOutside(db, scope.dossierId))) return;
  await searchLeaving(scope, changeWords(added, await readerOf(asOutsider(scope))));
  await refuseHeld(db, scope.dossierId);
}
