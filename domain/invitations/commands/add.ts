import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { invitation } from "@/db/schema";
import { mayWrite } from "../../dossiers/policy";
import { spelled } from "../../dossiers/rules";
import { command } from "../../kernel/command";
import { today } from "../../kernel/dates";
import { batches } from "../../kernel/rows";
import { member } from "../../kernel/scope";
import { codeHash } from "../../participation/rows/code";
import { OWN_ADDRESS_SIGNS } from "../../participation/rules/address";
import { type ListedPerson, listInput } from "../model";
import { lockInviting, readInvited, sealCode, sealPerson, wrongList } from "../rows";

/** Rows of one statement. */
const AT_ONCE = 250;

/**
 * Puts the people of a list among those who are invited, all of them or nobody. Who is there already stays as they are, so
 * the same list can come again, but for a group that the list names: who began keeps the one they began with, and nobody
 * is told who that is. Nothing is sent.
 *
 * @returns how many were added, how many were there already, and how many of those have another group now.
 * @throws NotFound; Invalid when a line is wrong, when nobody is named, when there are too many, after closing, and when it
 *   is not what was looked at.
 */
export const addInvited = command({
  scope: member,
  action: "invitation.add",
  input: listInput,
  allow: mayWrite,
  find: lockInviting,
  run: async (tx, { dossierId }, { seen, ...asked }, online) => {
    const { consultationId } = asked;
    const list = await readInvited(tx, dossierId, asked, online);
    if (seen !== undefined && seen !== list.seen) throw wrongList("invitations.errors.listChanged");
    const { faults, fresh, moved, known } = list;
    if (faults.length > 0) throw wrongList("invitations.errors.lines", faults.length);
    for (const { id, groupId: stakeholderGroupId } of moved) {
      await tx.update(invitation).set({ stakeholderGroupId }).where(eq(invitation.id, id));
    }
    const now = Date.now();
    for (const some of batches(fresh, AT_ONCE)) {
      await tx.insert(invitation).values(
        some.map((person) => ({
          dossierId,
          consultationId,
          personKey: person.personKey,
          ...sealedRow(person),
          // In the order of the list, by which they stand on the page.
          createdAt: new Date(now + person.line).toISOString(),
        })),
      );
    }
    const added = fresh.length;
    return {
      result: { added, known, moved: moved.length },
      audit:
        added + moved.length === 0
          ? []
          : {
              entity: "consultation",
              entityId: consultationId,
              // Who they are stands in no log: that can never be taken out again.
              after: {
                added,
                byMail: fresh.filter(({ email }) => email).length,
                ...(moved.length > 0 ? { moved: moved.length } : {}),
              },
            },
    };
  },
});

function sealedRow(person: ListedPerson) {
  const id = randomUUID();
  const code = spelled(new Uint8Array(randomBytes(OWN_ADDRESS_SIGNS)));
  return {
    id,
    stakeholderGroupId: person.groupId,
    sealed: sealPerson(id, person),
    byMail: person.email !== "",
    codeSha256: codeHash(code),
    sealedCode: sealCode(id, code),
    // What is told once a day begins tomorrow: it says nothing of this hour.
    tendedOn: today(),
  };
}
