import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { invitation } from "@/db/schema";
import { mayWrite } from "../../dossiers/policy";
import { spelled } from "../../dossiers/rules";
import { command } from "../../kernel/command";
import { today } from "../../kernel/dates";
import { Invalid } from "../../kernel/errors";
import { batches } from "../../kernel/rows";
import { member } from "../../kernel/scope";
import { groupsOf } from "../../participation/rows";
import { codeHash } from "../../participation/rows/code";
import { stateAt } from "../../participation/rules";
import { OWN_ADDRESS_SIGNS } from "../../participation/rules/address";
import { readList } from "../formats";
import { type ListedPerson, listInput, MAX_INVITED } from "../model";
import { lockInviting, personKeyOf, sealCode, sealPerson } from "../rows";

/** Rows of one statement. */
const AT_ONCE = 250;

/**
 * Puts the people of a list among those who are invited, all of them or nobody; who is there already stays as they are, so
 * the same list can come again. Nothing is sent.
 *
 * @returns how many were added, and how many were there already.
 * @throws NotFound; Invalid when a line is wrong, when nobody is named, when there are too many, and after closing.
 */
export const addInvited = command({
  scope: member,
  action: "invitation.add",
  input: listInput,
  allow: mayWrite,
  find: lockInviting,
  run: async (tx, { dossierId }, { consultationId, list, groupId }, online) => {
    if (stateAt(online, Date.now()) === "closed") throw new Invalid("invitations.errors.closed");
    const groups = await groupsOf(tx, dossierId);
    const usual = groups.find(({ id }) => id === groupId)?.id ?? null;
    const { people, faults } = readList(list, groups, usual);
    if (faults.length > 0) throw wrongList("invitations.errors.lines", faults.length);
    if (people.length === 0) throw wrongList("invitations.errors.empty");
    const known = await tx
      .select({ personKey: invitation.personKey })
      .from(invitation)
      .where(eq(invitation.consultationId, consultationId));
    const there = new Set(known.map(({ personKey }) => personKey));
    const fresh = people
      .map((person) => ({ person, personKey: personKeyOf(consultationId, person) }))
      .filter(({ personKey }) => !there.has(personKey));
    if (known.length + fresh.length > MAX_INVITED) {
      throw wrongList("invitations.errors.tooMany", MAX_INVITED);
    }
    const now = Date.now();
    for (const some of batches(fresh, AT_ONCE)) {
      await tx.insert(invitation).values(
        some.map(({ person, personKey }) => ({
          dossierId,
          consultationId,
          personKey,
          ...sealedRow(person),
          // In the order of the list, by which they stand on the page.
          createdAt: new Date(now + person.line).toISOString(),
        })),
      );
    }
    const added = fresh.length;
    return {
      result: { added, known: people.length - added },
      audit:
        added === 0
          ? []
          : {
              entity: "consultation",
              entityId: consultationId,
              // Who they are stands in no log: that can never be taken out again.
              after: { added, byMail: fresh.filter(({ person }) => person.email).length },
            },
    };
  },
});

function wrongList(
  list: "invitations.errors.lines" | "invitations.errors.empty" | "invitations.errors.tooMany",
  count = 0,
): Invalid {
  return new Invalid("errors.fields", { count }, { list });
}

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
