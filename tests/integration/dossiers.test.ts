import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { audit } from "@/db/schema";
import { setMember, startDossier } from "@/domain/dossiers/commands";
import { openDossier, openDossierToRead } from "@/domain/dossiers/queries";
import { Forbidden, Invalid, NotFound } from "@/domain/errors";
import { freshDatabase } from "../database";
import { dossierOf, memberOf, person } from "../factories/people";

freshDatabase();

test("a stranger does not find the dossier, and a guest cannot start one", async () => {
  const scope = await dossierOf();
  await expect(openDossier(await person(), scope.slug)).rejects.toThrow(NotFound);
  const guest = await person({ kind: "guest" });
  await expect(
    startDossier(guest, { title: "Mijn dossier", contractingAuthority: "Waterbroek" }),
  ).rejects.toThrow(Forbidden);
});

test("a stakeholder is a member but cannot read the work", async () => {
  const scope = await dossierOf();
  const stakeholder = await memberOf(scope, "stakeholder");
  expect(stakeholder.role).toBe("stakeholder");
  await expect(openDossierToRead(stakeholder.actor, scope.slug)).rejects.toThrow(Forbidden);
});

test("a reviewer cannot add members", async () => {
  const scope = await dossierOf();
  const reviewer = await memberOf(scope, "reviewer");
  const other = await person();
  await expect(setMember(reviewer, { accountId: other.id, role: "author" })).rejects.toThrow(
    Forbidden,
  );
});

test("two dossiers with one title get addresses of their own", async () => {
  const author = await person();
  const first = await dossierOf(author, { title: "Zaaksysteem 2027" });
  const second = await dossierOf(author, { title: "Zaaksysteem 2027" });
  expect(first.slug).toBe("zaaksysteem-2027");
  expect(second.slug).toBe("zaaksysteem-2027-2");
});

test("an empty title is refused with a message per field, and nothing is stored", async () => {
  const author = await person();
  await expect(
    startDossier(author, { title: "  ", contractingAuthority: "Waterbroek" }),
  ).rejects.toSatisfy(
    (error) => error instanceof Invalid && error.fields.title === "errors.field.required",
  );
});

test("starting a dossier writes its audit row", async () => {
  const scope = await dossierOf();
  const [row] = await (await database())
    .select()
    .from(audit)
    .where(eq(audit.dossierId, scope.dossierId))
    .orderBy(desc(audit.n));
  expect(row).toMatchObject({ action: "dossier.start", entity: "dossier", n: 1 });
});
