import { randomUUID } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { audit } from "@/db/schema";
import type { ShownOutside } from "@/db/vocabulary";
import { MAX_LISTED } from "@/domain/dossiers/model";
import { listMyDossiers } from "@/domain/dossiers/queries";
import { addGroup, changeGroup, moveGroup, removeGroup } from "@/domain/groups/commands";
import { listGroups } from "@/domain/groups/queries";
import { Conflict, Forbidden, Invalid, NotFound } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { openStakeholderPage } from "@/domain/participation/commands";
import { openByCode } from "@/domain/participation/gate";
import { stakeholderPage } from "@/domain/participation/queries";
import { addMilestone, changeMilestone, removeMilestone } from "@/domain/planning/commands";
import { listMilestones } from "@/domain/planning/queries";
import { releasePersonalData } from "@/domain/publication/commands";
import { heldBack } from "@/domain/publication/queries";
import { confirmPart } from "@/domain/splitting/commands";
import { addStatement, changeStatement, showOutside } from "@/domain/statements/commands";
import { outsideView } from "@/domain/statements/queries";
import { freshDatabase } from "../database";
import { consultationOf } from "../factories/consultations";
import { milestoneOf, stakeholderGroupOf } from "../factories/dossiers";
import { dossierOf, memberOf, person } from "../factories/people";
import { consultationIn, reactionIn, statementIn } from "../factories/reactions";
import { confirmed, partOf } from "../factories/splitting";
import { expectRefused } from "../refused";

freshDatabase();

const pageByCode = async (code: string) => stakeholderPage(await openByCode(code));

async function lastAudit(scope: ReaderScope) {
  const [row] = await (await database())
    .select()
    .from(audit)
    .where(eq(audit.dossierId, scope.dossierId))
    .orderBy(desc(audit.n))
    .limit(1);
  return row;
}

const field = (name: string, key: string) => (error: unknown) =>
  error instanceof Invalid && error.fields[name] === key;

const namesIn = async (scope: ReaderScope) => (await listGroups(scope)).map(({ name }) => name);

describe("planning", () => {
  test("a reviewer and a stakeholder cannot change it", async () => {
    const { scope, milestoneId } = await milestoneOf();
    for (const role of ["reviewer", "stakeholder"] as const) {
      const member = await memberOf(scope, role);
      await expectRefused(Forbidden, [
        addMilestone(member, { title: "Gunning", onDate: "2027-06-01" }),
        changeMilestone(member, { milestoneId, title: "Gunning", onDate: "2027-06-01" }),
        removeMilestone(member, { milestoneId }),
      ]);
    }
  });

  test("a step of another dossier is not found, and stays as it is", async () => {
    const { scope: theirs, milestoneId } = await milestoneOf();
    const scope = await dossierOf();
    await expectRefused(NotFound, [
      changeMilestone(scope, { milestoneId, title: "Gunning", onDate: "2027-06-01" }),
      removeMilestone(scope, { milestoneId }),
      removeMilestone(scope, { milestoneId: randomUUID() }),
    ]);
    expect(await listMilestones(theirs)).toMatchObject([{ onDate: "2027-03-01" }]);
    expect(await listMilestones(scope)).toEqual([]);
  });

  test("it needs a title and a date that exists", async () => {
    const scope = await dossierOf();
    for (const onDate of ["", "morgen", "2027-02-30", "2027-13-01", "01-03-2027"]) {
      await expect(addMilestone(scope, { title: " ", onDate })).rejects.toSatisfy(
        (error) =>
          field("title", "errors.field.required")(error) &&
          field("onDate", "errors.field.date")(error),
      );
    }
  });

  test("it is shown by date, and each change is in the audit", async () => {
    const { scope, milestoneId } = await milestoneOf();
    expect(await lastAudit(scope)).toMatchObject({ action: "milestone.add" });
    await milestoneOf(scope, { title: "Marktconsultatie", onDate: "2027-01-15" });
    expect((await listMilestones(scope)).map(({ onDate }) => onDate)).toEqual([
      "2027-01-15",
      "2027-03-01",
    ]);
    await changeMilestone(scope, { milestoneId, title: "Publicatie", onDate: "2026-12-01" });
    expect(await lastAudit(scope)).toMatchObject({
      action: "milestone.change",
      entityId: milestoneId,
    });
    expect((await listMilestones(scope))[0]).toMatchObject({ title: "Publicatie" });
    await removeMilestone(scope, { milestoneId });
    expect(await lastAudit(scope)).toMatchObject({ action: "milestone.remove" });
    expect(await listMilestones(scope)).toHaveLength(1);
  });
});

describe("stakeholder groups", () => {
  test("a reviewer and a stakeholder cannot change them", async () => {
    const { scope, groupId } = await stakeholderGroupOf();
    for (const role of ["reviewer", "stakeholder"] as const) {
      const member = await memberOf(scope, role);
      await expectRefused(Forbidden, [
        addGroup(member, { name: "Scholen" }),
        changeGroup(member, { groupId, name: "Scholen" }),
        moveGroup(member, { groupId, direction: "up" }),
        removeGroup(member, { groupId }),
      ]);
    }
  });

  test("a group of another dossier is not found, and stays as it is", async () => {
    const { scope: theirs, groupId } = await stakeholderGroupOf();
    const scope = await dossierOf();
    await expectRefused(NotFound, [
      changeGroup(scope, { groupId, name: "Scholen" }),
      moveGroup(scope, { groupId, direction: "up" }),
      removeGroup(scope, { groupId }),
      removeGroup(scope, { groupId: randomUUID() }),
    ]);
    expect(await namesIn(theirs)).toEqual(["Ouders"]);
  });

  test("a name is needed and used once, whatever its capitals", async () => {
    const { scope, groupId } = await stakeholderGroupOf();
    await stakeholderGroupOf(scope, { name: "Scholen" });
    await expect(addGroup(scope, { name: "" })).rejects.toSatisfy(
      field("name", "errors.field.required"),
    );
    await expect(addGroup(scope, { name: "OUDERS " })).rejects.toSatisfy(
      field("name", "dossiers.errors.groupNameTaken"),
    );
    await expect(addGroup(scope, { name: "Ouders\u200b" })).rejects.toSatisfy(
      field("name", "dossiers.errors.groupNameTaken"),
    );
    await expect(changeGroup(scope, { groupId, name: "scholen" })).rejects.toSatisfy(
      field("name", "dossiers.errors.groupNameTaken"),
    );
    await expect(moveGroup(scope, { groupId, direction: "sideways" as never })).rejects.toThrow(
      Invalid,
    );
    // Its own name in other capitals is no other group.
    await changeGroup(scope, { groupId, name: "OUDERS", expected: true });
    // The same name in another dossier is.
    await expect(stakeholderGroupOf(undefined, { name: "Scholen" })).resolves.toBeTruthy();
  });

  test("of two with one name added at the same time one is stored", async () => {
    const scope = await dossierOf();
    const outcomes = await Promise.allSettled([
      addGroup(scope, { name: "Ouders" }),
      addGroup(scope, { name: "ouders" }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await listGroups(scope)).toHaveLength(1);
  });

  test("name and expected change, and are in the audit", async () => {
    const { scope, groupId } = await stakeholderGroupOf();
    expect(await lastAudit(scope)).toMatchObject({ action: "stakeholderGroup.add" });
    // An open box sends nothing.
    await changeGroup(scope, { groupId, name: "Ouders en verzorgers" });
    expect(await lastAudit(scope)).toMatchObject({
      action: "stakeholderGroup.change",
      entityId: groupId,
    });
    expect(await listGroups(scope)).toEqual([
      { id: groupId, name: "Ouders en verzorgers", expected: false, reactions: 0 },
    ]);
    await changeGroup(scope, { groupId, name: "Ouders", expected: "on" });
    expect(await listGroups(scope)).toMatchObject([{ expected: true }]);
  });

  test("they move one place at a time and stop at the ends", async () => {
    const { scope, groupId } = await stakeholderGroupOf(undefined, { name: "A" });
    await stakeholderGroupOf(scope, { name: "B" });
    await stakeholderGroupOf(scope, { name: "C" });
    await moveGroup(scope, { groupId, direction: "down" });
    expect(await namesIn(scope)).toEqual(["B", "A", "C"]);
    expect(await lastAudit(scope)).toMatchObject({ action: "stakeholderGroup.move" });
    await moveGroup(scope, { groupId, direction: "down" });
    const before = await lastAudit(scope);
    await moveGroup(scope, { groupId, direction: "down" });
    expect(await namesIn(scope)).toEqual(["B", "C", "A"]);
    expect(await lastAudit(scope)).toEqual(before);
    await moveGroup(scope, { groupId, direction: "up" });
    expect(await namesIn(scope)).toEqual(["B", "A", "C"]);
  });

  test("one that reactions carry stays, and the message says how many", async () => {
    const { scope, groupId } = await stakeholderGroupOf();
    const { groupId: unused } = await stakeholderGroupOf(scope, { name: "Scholen" });
    await reactionIn(scope, { groupId });
    await expect(removeGroup(scope, { groupId })).rejects.toSatisfy(
      (error) =>
        error instanceof Invalid &&
        error.key === "dossiers.errors.groupInUse" &&
        error.params.count === 1,
    );
    expect(await listGroups(scope)).toMatchObject([
      { name: "Ouders", reactions: 1 },
      { name: "Scholen", reactions: 0 },
    ]);
    await removeGroup(scope, { groupId: unused });
    expect(await lastAudit(scope)).toMatchObject({ action: "stakeholderGroup.remove" });
    expect(await namesIn(scope)).toEqual(["Ouders"]);
  });

  test("there is an end to how many", async () => {
    const scope = await dossierOf();
    for (let n = 0; n < MAX_LISTED; n += 1) await addGroup(scope, { name: `Groep ${n}` });
    await expect(addGroup(scope, { name: "Nog een" })).rejects.toThrow("dossiers.errors.tooMany");
  });
});

/** Chooses what others see of what stands in a consultation now. */
async function show(scope: ReaderScope, consultationId: string, shown: ShownOutside) {
  const { seen } = await outsideView(scope, consultationId);
  await showOutside(scope, { consultationId, shown, seen });
}

describe("what a stakeholder sees", () => {
  test("stellingen and planning, and nothing that anybody said", async () => {
    const { scope } = await milestoneOf(undefined, { title: "Bijeenkomst" });
    const consultationId = await consultationIn(scope);
    await statementIn(scope, { consultationId, text: "De coach is er elke dag." });
    await reactionIn(scope, {
      consultationId,
      text: "Dat is te veel, zei mevrouw Jansen.",
      speaker: "mevrouw Jansen",
    });
    await show(scope, consultationId, "explanation");
    const { code } = await openStakeholderPage(scope, {});
    const page = await pageByCode(code);
    expect(page.milestones).toMatchObject([{ title: "Bijeenkomst" }]);
    expect(page.consultations).toHaveLength(1);
    expect(page.consultations[0]?.statements).toMatchObject([{ text: "De coach is er elke dag." }]);
    expect(JSON.stringify(page)).not.toContain("Jansen");
    // Nothing that could lead to the dossier or to a person in it.
    expect(JSON.stringify(page)).not.toContain(scope.dossierId);
  });

  test("the consultations of bidders are not for stakeholders", async () => {
    const scope = await dossierOf();
    const consultationId = await consultationOf(scope, { audience: "market" });
    await statementIn(scope, { consultationId });
    await show(scope, consultationId, "explanation");
    const { code } = await openStakeholderPage(scope, {});
    expect((await pageByCode(code)).consultations).toEqual([]);
  });

  test("nothing that nobody chose to show, by hand or from minutes", async () => {
    const scope = await dossierOf();
    const consultationId = await consultationIn(scope);
    await statementIn(scope, { consultationId, text: "Met de hand." });
    const minutes =
      "# Verslag\n\nStelling 1: Piet wil een bus.\n\nToelichting: Piet Jansen zei dat.\n";
    const { code } = await openStakeholderPage(scope, {});
    const made = await confirmed(scope, await partOf(scope, { text: minutes }));
    const shown = async () =>
      (await pageByCode(code)).consultations.flatMap(({ statements }) =>
        statements.map(({ text, explanation }) => [text, explanation]),
      );
    expect(await shown()).toEqual([]);
    // Who they are was not decided: it waits until somebody answers for it, and then nobody outside reads it.
    await expect(show(scope, made.consultationId, "statement")).rejects.toThrow("heldBack");
    const { key = "" } = (await heldBack(scope)) ?? {};
    await releasePersonalData(scope, { key, reason: "Het moet vandaag." });
    await show(scope, made.consultationId, "statement");
    expect(await shown()).toEqual([["[naam verwijderd] wil een bus.", null]]);
    await show(scope, made.consultationId, "explanation");
    expect(await shown()).toEqual([
      ["[naam verwijderd] wil een bus.", "[naam verwijderd] zei dat."],
    ]);
    // What comes later is shown to nobody until somebody chooses again.
    await addStatement(scope, { text: "Nieuw.", consultationId: made.consultationId, number: "" });
    expect(await shown()).toHaveLength(1);
    await show(scope, made.consultationId, "nothing");
    expect(await shown()).toEqual([]);
  });

  test("what is chosen when minutes are confirmed, for those minutes alone", async () => {
    const scope = await dossierOf();
    const text = "# Verslag\n\nStelling 1: Er is een bus.\n\nToelichting: Elke dag.\n";
    const made = await confirmed(scope, await partOf(scope, { text }), {
      shownOutside: "statement",
    });
    const view = await outsideView(scope, made.consultationId);
    expect(view.statements).toMatchObject([{ text: "Er is een bus.", shown: "statement" }]);
    await expect(
      confirmPart(scope, {
        ...(await partOf(scope, { text: "Nog een." })),
        shownOutside: "iets" as never,
      }),
    ).rejects.toThrow(Invalid);
  });

  test("an explanation that was added after the choice is not shown", async () => {
    const scope = await dossierOf();
    const consultationId = await consultationIn(scope);
    const { id } = await addStatement(scope, { text: "Kaal.", consultationId, number: "" });
    await show(scope, consultationId, "explanation");
    await changeStatement(scope, {
      id,
      text: "Kaal.",
      explanation: "Piet zei dat.",
      lockVersion: 1,
    });
    const { code } = await openStakeholderPage(scope, {});
    expect((await pageByCode(code)).consultations[0]?.statements).toMatchObject([
      { text: "Kaal.", explanation: null },
    ]);
  });

  test("only what was looked at is made public", async () => {
    const scope = await dossierOf();
    const consultationId = await consultationIn(scope);
    await statementIn(scope, { consultationId });
    const { seen } = await outsideView(scope, consultationId);
    await addStatement(scope, { text: "Intussen.", consultationId, number: "" });
    const chosen = { consultationId, shown: "statement" as const, seen };
    await expect(showOutside(scope, chosen)).rejects.toThrow(Conflict);
    const others = [await memberOf(scope, "reviewer"), await memberOf(scope, "stakeholder")];
    await expectRefused(
      Forbidden,
      others.map((other) => showOutside(other, chosen)),
    );
    await expectRefused(NotFound, [showOutside(await dossierOf(), chosen)]);
    const view = await outsideView(scope, consultationId);
    expect(view.statements.map((one) => one.shown)).toEqual(["nothing", "nothing"]);
  });
});

test("the list of dossiers counts the work in each", async () => {
  const author = await person();
  const scope = await dossierOf(author);
  await dossierOf(author);
  const consultationId = await consultationIn(scope);
  await reactionIn(scope, { consultationId });
  await reactionIn(scope, { consultationId });
  const { dossiers } = await listMyDossiers(author, { sort: "started", descending: false });
  expect(dossiers.map(({ counts }) => counts)).toEqual([
    { consultations: 1, reactions: 2, requirements: 0 },
    { consultations: 0, reactions: 0, requirements: 0 },
  ]);
});
