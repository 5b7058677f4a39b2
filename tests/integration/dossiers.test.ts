import { and, desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { audit, dossier } from "@/db/schema";
import { disableAccount } from "@/domain/accounts/commands";
import { administer, workHere } from "@/domain/accounts/gate";
import {
  addMember,
  archiveDossier,
  bringBackDossier,
  changeDetails,
  removeMember,
  setMember,
  startDossier,
} from "@/domain/dossiers/commands";
import { openDossier, openDossierToRead } from "@/domain/dossiers/gate";
import {
  dossierDetailsOf,
  listDossiers,
  listMembers,
  listMyDossiers,
  managedDossier,
} from "@/domain/dossiers/queries";
import { Conflict, Forbidden, Invalid, NotFound } from "@/domain/kernel/errors";
import type { ReaderScope, StaffScope } from "@/domain/kernel/scope";
import { closeStakeholderPage, openStakeholderPage } from "@/domain/participation/commands";
import { openByCode } from "@/domain/participation/gate";
import { stakeholderPage } from "@/domain/participation/queries";
import { addChapter } from "@/domain/requirements/commands";
import { freshDatabase } from "../database";
import {
  asIfAdministrator,
  dossierOf,
  enlist,
  memberOf,
  person,
  SYSTEM,
} from "../factories/people";
import { reactionIn } from "../factories/reactions";
import { expectRefused } from "../refused";

freshDatabase();

const pageByCode = async (code: string) => stakeholderPage(await openByCode(code));

/** The first row of the last act. */
async function lastAudit(scope: ReaderScope) {
  const [row] = await (await database())
    .select()
    .from(audit)
    .where(and(eq(audit.dossierId, scope.dossierId), eq(audit.act, audit.n)))
    .orderBy(desc(audit.n))
    .limit(1);
  return row;
}

const field = (name: string, key: string) => (error: unknown) =>
  error instanceof Invalid && error.fields[name] === key;

describe("coming in", () => {
  test("a stranger does not find the dossier, and a guest cannot start one", async () => {
    const scope = await dossierOf();
    await expect(openDossier(await person(), scope.slug)).rejects.toThrow(NotFound);
    const guest = await person({ kind: "guest" });
    expect(() => workHere(guest)).toThrow(Forbidden);
    const said = { actor: guest, works: true } as StaffScope;
    await expect(
      startDossier(said, { title: "Mijn dossier", contractingAuthority: "Waterbroek" }),
    ).rejects.toThrow(Forbidden);
  });

  test("an administrator who is no member does not find it either", async () => {
    const scope = await dossierOf();
    const administrator = await person({ kind: "administrator" });
    await expect(openDossier(administrator, scope.slug)).rejects.toThrow(NotFound);
  });

  test("a stakeholder is a member but cannot read the work", async () => {
    const scope = await dossierOf();
    const stakeholder = await memberOf(scope, "stakeholder");
    expect(stakeholder.role).toBe("stakeholder");
    await expect(openDossierToRead(stakeholder.actor, scope.slug)).rejects.toThrow(Forbidden);
  });

  test("what cannot be an address is not found", async () => {
    const actor = await person();
    for (const slug of ["", "a\u0000b", "' or 1=1 --", "Hoofdletters", "x".repeat(5_000)]) {
      await expect(openDossier(actor, slug)).rejects.toThrow(NotFound);
    }
  });
});

describe("starting a dossier", () => {
  test("two dossiers with one title get addresses of their own", async () => {
    const author = await person();
    const first = await dossierOf(author, { title: "Zaaksysteem 2027" });
    const second = await dossierOf(author, { title: "Zaaksysteem 2027" });
    expect(first.slug).toBe("zaaksysteem-2027");
    expect(second.slug).toBe("zaaksysteem-2027-2");
  });

  test("so do ten that are started at the same time", async () => {
    const author = await person();
    const scopes = await Promise.all(
      Array.from({ length: 10 }, () => dossierOf(author, { title: "Tegelijk" })),
    );
    expect(new Set(scopes.map((scope) => scope.slug)).size).toBe(10);
  });

  test("no dossier takes the address of the page on which one is started", async () => {
    expect((await dossierOf(undefined, { title: "Nieuw" })).slug).toBe("nieuw-2");
  });

  test("an empty title is refused with a message per field, and nothing is stored", async () => {
    const author = await person();
    // Also one that shows nothing: a link of it could not be seen.
    for (const title of ["  ", "\u200b", "\u00ad \ufeff\u3164"]) {
      await expect(
        startDossier(workHere(author), { title, contractingAuthority: "Waterbroek" }),
      ).rejects.toSatisfy(field("title", "errors.field.required"));
    }
    expect((await listMyDossiers(author)).total).toBe(0);
  });

  test("starting a dossier writes its audit row", async () => {
    const scope = await dossierOf();
    expect(await lastAudit(scope)).toMatchObject({
      action: "dossier.start",
      entity: "dossier",
      n: 1,
    });
  });
});

describe("details", () => {
  const wanted = {
    title: "Nieuwe titel",
    contractingAuthority: "Gemeente Waterbroek",
    subject: "",
  };

  test("a reviewer and a stakeholder cannot change them", async () => {
    const scope = await dossierOf();
    for (const role of ["reviewer", "stakeholder"] as const) {
      const member = await memberOf(scope, role);
      await expect(changeDetails(member, { ...wanted, lockVersion: 1 })).rejects.toThrow(Forbidden);
    }
  });

  test("empty and far too long are refused per field", async () => {
    const scope = await dossierOf();
    await expect(
      changeDetails(scope, {
        title: "",
        contractingAuthority: "x".repeat(161),
        subject: "y".repeat(2_001),
        lockVersion: 1,
      }),
    ).rejects.toSatisfy(
      (error) =>
        field("title", "errors.field.required")(error) &&
        field("contractingAuthority", "errors.field.tooLong")(error) &&
        field("subject", "errors.field.tooLong")(error),
    );
  });

  test("a save on an old version is refused with what stands now, and changes nothing", async () => {
    const scope = await dossierOf();
    await changeDetails(scope, { ...wanted, lockVersion: 1 });
    const attempt = changeDetails(scope, { ...wanted, title: "Van iemand anders", lockVersion: 1 });
    await expect(attempt).rejects.toSatisfy(
      (error) =>
        error instanceof Conflict &&
        JSON.stringify(error.current) ===
          JSON.stringify({
            title: "Nieuwe titel",
            contractingAuthority: "Gemeente Waterbroek",
            subject: "",
            lockVersion: 2,
          }),
    );
    expect(await dossierDetailsOf(scope)).toMatchObject({ title: "Nieuwe titel", lockVersion: 2 });
  });

  test("of two saves at the same time one wins", async () => {
    const scope = await dossierOf();
    const outcomes = await Promise.allSettled([
      changeDetails(scope, { ...wanted, title: "Een", lockVersion: 1 }),
      changeDetails(scope, { ...wanted, title: "Twee", lockVersion: 1 }),
    ]);
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
  });

  test("a change is in the audit and keeps the address", async () => {
    const scope = await dossierOf();
    await changeDetails(scope, { ...wanted, lockVersion: 1 });
    expect(await lastAudit(scope)).toMatchObject({ action: "dossier.change", entity: "dossier" });
    expect((await openDossier(scope.actor, scope.slug)).title).toBe("Nieuwe titel");
  });
});

describe("members", () => {
  test("a reviewer and a stakeholder change nothing", async () => {
    const scope = await dossierOf();
    const other = await person({ email: "ander@voorbeeld.example" });
    for (const role of ["reviewer", "stakeholder"] as const) {
      const member = await memberOf(scope, role);
      await expectRefused(Forbidden, [
        setMember(member, { accountId: other.id, role: "author" }),
        addMember(member, { email: "ander@voorbeeld.example", role: "author" }),
        removeMember(member, { accountId: other.id }),
      ]);
    }
  });

  test("an account that does not exist, or is in another dossier, is not found", async () => {
    const scope = await dossierOf();
    const elsewhere = await dossierOf();
    const stranger = await memberOf(elsewhere, "reviewer");
    const strangerId = stranger.actor.type === "account" ? stranger.actor.id : "";
    await expect(removeMember(scope, { accountId: strangerId })).rejects.toThrow(NotFound);
    await expect(
      setMember(scope, { accountId: "00000000-0000-4000-8000-000000000000", role: "reviewer" }),
    ).rejects.toThrow(NotFound);
    // An id that was found somewhere is no way in; at the terminal it is.
    await expect(setMember(scope, { accountId: strangerId, role: "reviewer" })).rejects.toThrow(
      NotFound,
    );
    expect(await listMembers(scope)).toHaveLength(1);
    await enlist(scope.slug, strangerId, "reviewer");
    expect(await listMembers(scope)).toHaveLength(2);
    expect(await listMembers(elsewhere)).toHaveLength(2);
  });

  test("adding by e-mail needs a working account that is not a member yet, and a known role", async () => {
    const scope = await dossierOf();
    const email = "lid@voorbeeld.example";
    await expect(addMember(scope, { email, role: "reviewer" })).rejects.toSatisfy(
      field("email", "dossiers.errors.noAccount"),
    );
    const { id } = await person({ email, name: "Lieke Dam" });
    await expect(addMember(scope, { email: "lid", role: "baas" })).rejects.toSatisfy(
      (error) =>
        field("email", "errors.field.email")(error) && field("role", "errors.field.choose")(error),
    );
    await addMember(scope, { email: " LID@voorbeeld.example ", role: "reviewer" });
    expect(await lastAudit(scope)).toMatchObject({ action: "member.add", entityId: id });
    await expect(addMember(scope, { email, role: "author" })).rejects.toSatisfy(
      field("email", "dossiers.errors.alreadyMember"),
    );
    expect((await listMembers(scope)).map((member) => [member.name, member.role])).toContainEqual([
      "Lieke Dam",
      "reviewer",
    ]);

    const off = await person({ email: "uit@voorbeeld.example" });
    await disableAccount(administer(SYSTEM), { accountId: off.id });
    await expect(
      addMember(scope, { email: "uit@voorbeeld.example", role: "reviewer" }),
    ).rejects.toSatisfy(field("email", "dossiers.errors.noAccount"));
  });

  test("a guest adds nobody, also as an author: the answer tells who has an account", async () => {
    const scope = await dossierOf();
    const guest = await memberOf(scope, "author", await person({ kind: "guest" }));
    const email = "bekende@voorbeeld.example";
    await expectRefused(Forbidden, [addMember(guest, { email, role: "reviewer" })]);
    await person({ email });
    await expectRefused(Forbidden, [addMember(guest, { email, role: "reviewer" })]);
  });

  test("the last author is neither removed nor demoted", async () => {
    const author = await person();
    const scope = await dossierOf(author);
    await memberOf(scope, "reviewer");
    await expectRefused("dossiers.errors.lastAuthor", [
      setMember(scope, { accountId: author.id, role: "reviewer" }),
      removeMember(scope, { accountId: author.id }),
    ]);
    expect((await listMembers(scope)).filter(({ role }) => role === "author")).toHaveLength(1);
  });

  test("an author whose account is off does not count as another one", async () => {
    const author = await person();
    const scope = await dossierOf(author);
    const second = await person();
    await memberOf(scope, "author", second);
    await disableAccount(administer(SYSTEM), { accountId: second.id });
    await expect(removeMember(scope, { accountId: author.id })).rejects.toThrow(
      "dossiers.errors.lastAuthor",
    );
  });

  test("two authors who remove each other at the same time leave one", async () => {
    const first = await person();
    const second = await person();
    const scope = await dossierOf(first);
    const other = await memberOf(scope, "author", second);
    await Promise.allSettled([
      removeMember(scope, { accountId: second.id }),
      removeMember(other, { accountId: first.id }),
    ]);
    expect((await listMembers(scope)).filter(({ role }) => role === "author")).toHaveLength(1);
  });

  test("who is removed no longer gets in, and the audit says so", async () => {
    const scope = await dossierOf();
    const account = await person();
    await memberOf(scope, "reviewer", account);
    await removeMember(scope, { accountId: account.id });
    expect(await lastAudit(scope)).toMatchObject({ action: "member.remove", entityId: account.id });
    await expect(openDossier(account, scope.slug)).rejects.toThrow(NotFound);
  });

  test("the role somebody has already is no event", async () => {
    const scope = await dossierOf();
    const account = await person();
    await memberOf(scope, "reviewer", account);
    const before = await lastAudit(scope);
    await setMember(scope, { accountId: account.id, role: "reviewer" });
    expect(await lastAudit(scope)).toEqual(before);
    await setMember(scope, { accountId: account.id, role: "author" });
    expect(await lastAudit(scope)).toMatchObject({ action: "member.set", n: (before?.n ?? 0) + 1 });
  });
});

describe("the page for stakeholders", () => {
  test("is opened and closed by authors only", async () => {
    const scope = await dossierOf();
    for (const role of ["reviewer", "stakeholder"] as const) {
      const member = await memberOf(scope, role);
      await expect(openStakeholderPage(member, {})).rejects.toThrow(Forbidden);
      await expect(closeStakeholderPage(member, {})).rejects.toThrow(Forbidden);
    }
  });

  test("is found by its code, and by nothing else", async () => {
    const scope = await dossierOf();
    const { code } = await openStakeholderPage(scope, {});
    expect(await lastAudit(scope)).toMatchObject({ action: "stakeholderPage.open" });
    expect(JSON.stringify(await lastAudit(scope))).not.toContain(code);
    expect(await pageByCode(code)).toMatchObject({ title: scope.title, consultations: [] });
    expect(await pageByCode(code.toUpperCase().replaceAll("-", ""))).toBeTruthy();
    for (const wrong of ["", scope.slug, code.slice(0, -1), `${code}a`, "\u0000", "%", "null"]) {
      await expect(pageByCode(wrong)).rejects.toThrow(NotFound);
    }
  });

  test("a new address ends the old one, closing ends both", async () => {
    const scope = await dossierOf();
    const first = await openStakeholderPage(scope, {});
    const second = await openStakeholderPage(scope, {});
    expect(second.code).not.toBe(first.code);
    await expect(pageByCode(first.code)).rejects.toThrow(NotFound);
    await closeStakeholderPage(scope, {});
    expect(await lastAudit(scope)).toMatchObject({ action: "stakeholderPage.close" });
    await expect(pageByCode(second.code)).rejects.toThrow(NotFound);
    const [row] = await (await database())
      .select()
      .from(dossier)
      .where(eq(dossier.id, scope.dossierId));
    expect(row?.stakeholderCode).toBeNull();
  });
});

describe("my dossiers", () => {
  test("somebody sees only the own ones, and a stakeholder no counts of the work", async () => {
    const author = await person();
    const scope = await dossierOf(author);
    await dossierOf();
    const stakeholder = await person({ kind: "guest" });
    await memberOf(scope, "stakeholder", stakeholder);

    expect(await listMyDossiers(author)).toMatchObject({
      total: 1,
      dossiers: [
        {
          slug: scope.slug,
          role: "author",
          counts: { consultations: 0, reactions: 0, requirements: 0 },
          stakeholderCode: null,
        },
      ],
    });
    expect((await listMyDossiers(stakeholder)).dossiers).toMatchObject([
      { role: "stakeholder", counts: null, stakeholderCode: null },
    ]);
    const { code } = await openStakeholderPage(scope, {});
    expect((await listMyDossiers(stakeholder)).dossiers).toMatchObject([{ stakeholderCode: code }]);
    expect((await listMyDossiers(author)).dossiers).toMatchObject([{ stakeholderCode: null }]);
    expect(await listMyDossiers(await person())).toMatchObject({ total: 0, page: 1, pages: 1 });
  });

  test("come page by page in the asked order, each once", async () => {
    const author = await person();
    for (let n = 0; n < 27; n += 1) {
      await dossierOf(author, { title: `Dossier ${String(n).padStart(2, "0")}` });
    }
    const first = await listMyDossiers(author, { sort: "title" });
    const second = await listMyDossiers(author, { sort: "title", page: 2 });
    expect(first).toMatchObject({ total: 27, pages: 2 });
    const titles = [...first.dossiers, ...second.dossiers].map(({ title }) => title);
    expect(titles).toEqual([...titles].sort());
    expect(new Set(titles).size).toBe(27);
    const newest = await listMyDossiers(author);
    expect(newest.dossiers[0]?.title).toBe("Dossier 26");
    const down = await listMyDossiers(author, { sort: "title", descending: true, page: 99 });
    expect(down).toMatchObject({ page: 2 });
    expect(down.dossiers.map(({ title }) => title)).toEqual(["Dossier 01", "Dossier 00"]);
  });

  test("are sorted by role in the order of how much one may do", async () => {
    const account = await person();
    await memberOf(await dossierOf(), "stakeholder", account);
    await memberOf(await dossierOf(), "reviewer", account);
    await dossierOf(account);
    const { dossiers } = await listMyDossiers(account, { sort: "role" });
    expect(dossiers.map(({ role }) => role)).toEqual(["author", "reviewer", "stakeholder"]);
  });
});

describe("the archive", () => {
  const author = () => person();
  const asManager = async () => administer(await person({ kind: "administrator" }));
  const reason = "Per ongeluk begonnen";

  test("an archived dossier is in no list, closed to stakeholders, and only read", async () => {
    const someone = await author();
    const scope = await dossierOf(someone);
    const { code } = await openStakeholderPage(scope, {});
    const manager = await asManager();
    await archiveDossier(manager, { dossierId: scope.dossierId, reason });
    expect(await lastAudit(scope)).toMatchObject({
      action: "dossier.archive",
      entityId: scope.dossierId,
      actorName: "Noor de Vries",
    });
    expect((await listMyDossiers(someone)).dossiers).toEqual([]);
    expect((await listMyDossiers(someone)).total).toBe(0);
    await expect(openByCode(code)).rejects.toThrow(NotFound);
    const now = await openDossierToRead(someone, scope.slug);
    expect(now).toMatchObject({ archived: true, role: "author" });
    expect((await dossierDetailsOf(now)).title).toBe(scope.title);
    await expectRefused(Forbidden, [
      changeDetails(now, { title: "A", contractingAuthority: "B", lockVersion: 1 }),
      openStakeholderPage(now, {}),
      reactionIn(now),
      addChapter(now, { title: "Erbij" }),
    ]);
    expect(await managedDossier(manager, scope.slug)).toMatchObject({
      title: scope.title,
      archivedAt: expect.any(String),
    });

    await bringBackDossier(manager, { dossierId: scope.dossierId, reason: "Toch nodig" });
    expect(await lastAudit(scope)).toMatchObject({ action: "dossier.bringBack" });
    expect((await listMyDossiers(someone)).dossiers).toMatchObject([{ slug: scope.slug }]);
    await openByCode(code);
    await reactionIn(await openDossierToRead(someone, scope.slug));
  });

  test("is for administrators alone, asks why, and refuses what is done already", async () => {
    const scope = await dossierOf();
    const { dossierId } = scope;
    const act = { dossierId, reason };
    const manager = await asManager();
    const members = [
      scope,
      await memberOf(scope, "reviewer"),
      await memberOf(scope, "stakeholder"),
    ];
    await expectRefused(
      Forbidden,
      members.map((other) => archiveDossier(other as never, act)),
    );
    const stranger = asIfAdministrator(await person());
    await expectRefused(Forbidden, [
      archiveDossier(stranger, act),
      bringBackDossier(stranger, act),
    ]);
    await expect(archiveDossier(manager, { dossierId, reason: "\u200b" })).rejects.toSatisfy(
      field("reason", "errors.field.required"),
    );
    await expect(bringBackDossier(manager, act)).rejects.toThrow("dossiers.errors.notArchived");
    expect((await openDossier(scope.actor, scope.slug)).archived).toBe(false);
    expect((await lastAudit(scope))?.action).not.toBe("dossier.archive");
    await archiveDossier(manager, act);
    await expect(archiveDossier(manager, act)).rejects.toThrow("dossiers.errors.archived");
    await expect(managedDossier(manager, "bestaat-niet")).rejects.toThrow(NotFound);
    // The archived ones come last.
    const { rows } = await listDossiers(manager, 999);
    expect(rows.at(-1)?.archivedAt).toBeTruthy();
  });
});
