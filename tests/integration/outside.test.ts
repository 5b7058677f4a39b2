import { describe, expect, test } from "vitest";
import { wordsBetween } from "@/components/sources/place-words";
import { disableAccount } from "@/domain/accounts/commands";
import { administer } from "@/domain/accounts/gate";
import { accountDetailsOf } from "@/domain/accounts/queries";
import { auditChoices, auditRows, listAudit } from "@/domain/audit/queries";
import { addConsultation, changeConsultation } from "@/domain/consultations/commands";
import { changeDetails } from "@/domain/dossiers/commands";
import { listDossiers, listMyDossiers, managedDossier } from "@/domain/dossiers/queries";
import { Forbidden, Invalid } from "@/domain/kernel/errors";
import { actorAccountId, type Person, type ReaderScope } from "@/domain/kernel/scope";
import {
  changeShownDetails,
  closeStakeholderPage,
  openStakeholderPage,
} from "@/domain/participation/commands";
import { openByCode } from "@/domain/participation/gate";
import { stakeholderPage } from "@/domain/participation/queries";
import { decideSubject } from "@/domain/personal-data/commands";
import { addMilestone, changeMilestone } from "@/domain/planning/commands";
import { releasePersonalData } from "@/domain/publication/commands";
import { heldBack, specificationDocument } from "@/domain/publication/queries";
import { removeSource } from "@/domain/removal/commands";
import { managedSource, managedSources, placeBesides, placesIn } from "@/domain/sources/queries";
import {
  addStatement,
  changeStatement,
  explainStatement,
  showOutside,
} from "@/domain/statements/commands";
import { outsideView } from "@/domain/statements/queries";
import { subjectsIn } from "@/tests/factories/personal-data";
import { freshDatabase } from "../database";
import { dossierOf, memberOf, SYSTEM } from "../factories/people";
import { consultationIn } from "../factories/reactions";
import { linkOf, requirementOf } from "../factories/requirements";
import { passageOf, revised, sourceOf } from "../factories/sources";
import { confirmed, partOf } from "../factories/splitting";

freshDatabase();

const NAMES = /Ottens|Haverkort|Bos\b|Dijk/;
const MINUTES = `# Verslag

Aanwezig: Marleen Ottens en Sem Bos

Mevrouw Ottens vindt de bus te laat. Zij wil een vaste halte bij de school.
`;

/** A dossier of which all titles have somebody in them who stands in its minutes. */
async function titled() {
  const scope = await dossierOf(undefined, {
    title: "Vraag van mevrouw Ottens",
    contractingAuthority: "Stichting Sem Bos",
  });
  const source = await sourceOf(scope, { text: MINUTES, fileName: "Marleen Ottens.md" });
  return { scope, source };
}

describe("outside a dossier", () => {
  test("the list of one's own dossiers names nobody to who may not see names", async () => {
    const { scope } = await titled();
    const [own] = (await listMyDossiers(scope.actor as Person)).dossiers;
    expect(own).toMatchObject({ title: "Vraag van mevrouw Ottens" });
    for (const role of ["reviewer", "stakeholder"] as const) {
      const other = await memberOf(scope, role);
      const [row] = (await listMyDossiers(other.actor as Person)).dossiers;
      expect(row).toMatchObject({
        title: "Vraag van [naam verwijderd]",
        contractingAuthority: "Stichting [naam verwijderd]",
      });
    }
    const [ottens] = await subjectsIn(scope);
    await decideSubject(scope, {
      subjectId: ottens?.id ?? "",
      lockVersion: 1,
      redaction: "role",
      role: "schoolleider",
    });
    const other = await memberOf(scope, "reviewer");
    expect((await listMyDossiers(other.actor as Person)).dossiers[0]?.title).toBe(
      "Vraag van [schoolleider]",
    );
  });

  test("each dossier has its own names: what is one's name is another's word", async () => {
    const { scope } = await titled();
    const reviewer = await memberOf(scope, "reviewer");
    const other = await dossierOf(undefined, { title: "Vraag van mevrouw Ottens" });
    await memberOf(other, "reviewer", reviewer.actor as Person);
    const titles = (await listMyDossiers(reviewer.actor as Person)).dossiers.map(
      ({ title }) => title,
    );
    expect(titles.sort()).toEqual(["Vraag van [naam verwijderd]", "Vraag van mevrouw Ottens"]);
  });

  test("an administrator, who is in none of them, reads no name of a dossier anywhere", async () => {
    const { scope, source } = await titled();
    // What it was called before is in the log as well.
    await changeDetails(scope, {
      title: "Leerlingenvervoer van Sem Bos",
      contractingAuthority: "Stichting Sem Bos",
      subject: "",
      lockVersion: 1,
    });
    const admin = await administer(SYSTEM);
    const accountId = actorAccountId(scope.actor) ?? "";
    const rows: unknown[] = [];
    for await (const batch of await auditRows(admin)) rows.push(...batch);
    const log = await listAudit(admin, { dossier: scope.slug });
    expect(log.acts.length).toBeGreaterThan(1);
    const read = {
      dossiers: (await listDossiers(admin)).rows,
      one: await managedDossier(admin, scope.slug),
      sources: await managedSources(admin, scope.dossierId),
      source: await managedSource(admin, scope.dossierId, source.sourceId),
      account: await accountDetailsOf(admin, accountId),
      choices: (await auditChoices(admin)).dossiers,
      log,
      rows,
      refused: await disableAccount(admin, { accountId }).catch((error: unknown) =>
        JSON.stringify(error, Object.getOwnPropertyNames(error)),
      ),
    };
    const mine = Object.entries(read).map(([name, answer]): [string, string[]] => [
      name,
      // Of this dossier: an address is made of the title, and the other tests have their own.
      JSON.stringify(answer)
        .replaceAll(/"slug":"[^"]*"/g, "")
        .match(/[^"]*(?:Bos\b|Marleen)[^"]*/g) ?? [],
    ]);
    expect(mine.filter(([, names]) => names.length > 0)).toEqual([]);
    expect(read.refused).toContain("naam verwijderd");
    expect(read.one.title).toBe("Leerlingenvervoer van [naam verwijderd]");
  });

  test("a source with a name for a title is removed by what the administrator reads", async () => {
    const { scope, source } = await titled();
    const admin = await administer(SYSTEM);
    const { title } = await managedSource(admin, scope.dossierId, source.sourceId);
    expect(title).not.toMatch(NAMES);
    await removeSource(admin, { sourceId: source.sourceId, title, reason: "Vergissing." });
    expect((await managedSources(admin, scope.dossierId)).rows).toEqual([]);
  });
});

test("who may not see names decides beside both texts on roles and codes, never on bars", async () => {
  const { scope, source } = await titled();
  const quoted = "Ottens vindt de bus te laat.";
  const passageId = await passageOf(scope, source, quoted);
  const requirement = await requirementOf(scope);
  await linkOf(scope, requirement.id, { passageId });
  await revised(scope, source.sourceId, MINUTES.replace("te laat", "veel te laat"));
  const [ottens] = await subjectsIn(scope);
  await decideSubject(scope, {
    subjectId: ottens?.id ?? "",
    lockVersion: ottens?.lockVersion ?? 0,
    redaction: "role",
    role: "schoolleider",
  });
  const beside = async (reader: ReaderScope) => {
    const places = await placesIn(reader, source.sourceId);
    const [at] = places.rows;
    if (!at?.now) throw new Error("nothing to decide on");
    const { before, after } = await placeBesides(reader, places, at);
    const all = (blocks: typeof before) => ({
      start: blocks[0]?.start ?? 0,
      end: blocks.at(-1)?.end ?? 0,
    });
    return {
      exact: at.exact,
      standing: at.standing,
      now: wordsBetween(after, at.now),
      old: wordsBetween(before, at.old),
      around: [wordsBetween(before, all(before)), wordsBetween(after, all(after))],
    };
  };
  expect(await beside(scope)).toMatchObject({
    exact: quoted,
    standing: "Ottens vindt de bus veel te laat.",
    now: "Ottens vindt de bus veel te laat.",
  });
  const read = await beside(await memberOf(scope, "reviewer"));
  // The quotation begins in the middle of the name: nothing of it is left.
  expect(read).toMatchObject({
    exact: "[schoolleider] vindt de bus te laat.",
    standing: "[schoolleider] vindt de bus veel te laat.",
    old: "[schoolleider] vindt de bus te laat.",
    now: "[schoolleider] vindt de bus veel te laat.",
  });
  expect(read.around[0]).toBe(
    "# Verslag\n\nAanwezig: [schoolleider] en [naam verwijderd]\n\n[schoolleider] vindt de bus te laat. Zij wil een vaste halte bij de school.",
  );
  expect(JSON.stringify(read)).not.toMatch(/█|Ottens|Bos\b/);
  // And the document quotes no half of a name either.
  const half = "Marleen";
  await linkOf(scope, requirement.id, { passageId: await passageOf(scope, source, half) });
  const document = JSON.stringify(await specificationDocument(scope));
  expect(document).toContain("[schoolleider] vindt de bus te laat.");
  expect(document).not.toMatch(/Marleen|Ottens/);
});

describe("what is added to the page for stakeholders while it is open", () => {
  /** An open page with one stelling on it, and one more that is shown to nobody. */
  async function openPage() {
    const scope = await dossierOf();
    const consultationId = await consultationIn(scope);
    const { id } = await addStatement(scope, {
      text: "Er is een bus.",
      consultationId,
      number: "",
    });
    const show = async (shown: "statement" | "explanation" | "nothing") => {
      const { seen } = await outsideView(scope, consultationId);
      return showOutside(scope, { consultationId, shown, seen });
    };
    const milestone = await addMilestone(scope, { title: "Gunning", onDate: "2027-01-01" });
    const { code } = await openStakeholderPage(scope, {});
    const shown = async () => JSON.stringify(await stakeholderPage(await openByCode(code)));
    return { scope, consultationId, id, show, shown, milestone, code };
  }

  const open = (scope: ReaderScope) =>
    heldBack(scope).then((held) => held?.subjects.map(({ name }) => name) ?? []);

  test("is refused with the list while a name in it is open, and goes once that is decided", async () => {
    const { scope, show, shown, consultationId } = await openPage();
    await addStatement(scope, { text: "Mevrouw Haverkort rijdt.", consultationId, number: "" });
    await expect(show("statement")).rejects.toThrow(Invalid);
    expect(await shown()).not.toContain("Er is een bus.");
    expect(await open(scope)).toEqual(["Mevrouw Haverkort"]);
    const [haverkort] = await subjectsIn(scope);
    await decideSubject(scope, {
      subjectId: haverkort?.id ?? "",
      lockVersion: 1,
      redaction: "role",
      role: "de chauffeur",
    });
    await show("statement");
    expect(await shown()).toContain("[de chauffeur] rijdt.");
  });

  test("goes when an author answers for it with a reason, and is replaced all the same", async () => {
    const { scope, show, shown, consultationId } = await openPage();
    await addStatement(scope, { text: "Mevrouw Haverkort rijdt.", consultationId, number: "" });
    await expect(show("statement")).rejects.toThrow(Invalid);
    const { key = "" } = (await heldBack(scope)) ?? {};
    await releasePersonalData(scope, { key, reason: "De bijeenkomst is vanavond." });
    await show("statement");
    expect(await shown()).toContain("[naam verwijderd] rijdt.");
  });

  test("is searched wherever it is typed: in stellingen, explanations, titles and steps", async () => {
    const { scope, show, shown, consultationId, id, milestone } = await openPage();
    await show("explanation");
    const words = "Vraag het aan mevrouw Haverkort";
    const { title, lockVersion } = { title: scope.title, lockVersion: "1" };
    const form = (fields: Record<string, string>) => {
      const data = new FormData();
      for (const [name, value] of Object.entries(fields)) data.set(name, value);
      return data;
    };
    const consultation = {
      id: consultationId,
      kind: "meeting",
      audience: "stakeholder",
      heldOn: "",
      startsAt: "",
      sector: "",
      chair: "",
      lockVersion: 1,
    } as const;
    const details = { title, contractingAuthority: "Gemeente", subject: words, lockVersion };
    const acts: Record<string, () => Promise<unknown>> = {
      changeStatement: () =>
        changeStatement(scope, { id, text: words, explanation: "", lockVersion: 1 }),
      explainStatement: () =>
        explainStatement(scope, {
          statementId: id,
          consultationId,
          explanation: words,
          lockVersion: 1,
        }),
      changeConsultation: () => changeConsultation(scope, { ...consultation, title: words }),
      addMilestone: () => addMilestone(scope, { title: words, onDate: "2027-02-01" }),
      changeMilestone: () =>
        changeMilestone(scope, { milestoneId: milestone.id, title: words, onDate: "2027-02-01" }),
      changeShownDetails: () => changeShownDetails(scope, form(details)),
    };
    const went: string[] = [];
    for (const [name, act] of Object.entries(acts)) {
      const error = await act().then(
        () => null,
        (error: unknown) => error,
      );
      if (!(error instanceof Invalid)) went.push(`${name}: ${error}`);
    }
    expect(went).toEqual([]);
    expect(await open(scope)).toHaveLength(1);
    // What adds no words is not kept back.
    await changeMilestone(scope, {
      milestoneId: milestone.id,
      title: "Gunning",
      onDate: "2027-03-01",
    });
    await show("statement");
    // Nor is anything once the page is closed: opening it asks again.
    await closeStakeholderPage(scope, {});
    for (const act of Object.values(acts)) await act().catch(() => null);
    await expect(openStakeholderPage(scope, {})).rejects.toThrow(Invalid);
    await expect(shown()).rejects.toThrow();
  });

  test("is kept back when minutes are confirmed for all to read, and not when they are for nobody", async () => {
    const { scope } = await openPage();
    const text = "# Verslag\n\nStelling 1: Mevrouw Haverkort rijdt.\n\nReactie: Goed.\n";
    const part = await partOf(scope, { text });
    await expect(confirmed(scope, part, { shownOutside: "statement" })).rejects.toThrow("heldBack");
    await confirmed(scope, part, { shownOutside: "nothing" });
  });

  test("waits as well when a consultation of bidders becomes one of stakeholders", async () => {
    const { scope, shown } = await openPage();
    const fields = { title: "Van de markt", kind: "meeting", heldOn: "", startsAt: "" } as const;
    const rest = { ...fields, sector: "", chair: "" };
    const { id } = await addConsultation(scope, { ...rest, audience: "market" });
    await addStatement(scope, { text: "Een bod.", consultationId: id, number: "" });
    const { seen } = await outsideView(scope, id);
    await showOutside(scope, { consultationId: id, shown: "statement", seen });
    await sourceOf(scope, { text: MINUTES });
    const move = () =>
      changeConsultation(scope, { ...rest, id, audience: "stakeholder", lockVersion: 1 });
    await expect(move()).rejects.toThrow("heldBack");
    expect(await shown()).not.toContain("Een bod.");
    const { key = "" } = (await heldBack(scope)) ?? {};
    await releasePersonalData(scope, { key, reason: "Het moet vandaag." });
    await move();
    expect(await shown()).toContain("Een bod.");
  });

  test("is replaced on the page itself, whatever brought it there", async () => {
    const { scope, shown } = await openPage();
    // By the command itself, which knows of no page.
    await changeDetails(scope, {
      title: "Vragen aan mevrouw Haverkort, 06-12345678",
      contractingAuthority: "Gemeente",
      subject: "Met dank aan Haverkort",
      lockVersion: 1,
    });
    const page = await shown();
    expect(page).toContain("Vragen aan [naam verwijderd], [telefoonnummer verwijderd]");
    expect(page).toContain("Met dank aan [naam verwijderd]");
    expect(page).not.toMatch(/Haverkort|06-12345678/);
  });

  test("is an author's to change", async () => {
    const { scope } = await openPage();
    const reviewer = await memberOf(scope, "reviewer");
    await expect(changeShownDetails(reviewer, new FormData())).rejects.toThrow(Forbidden);
    await expect(changeShownDetails({ ...scope }, new FormData())).rejects.toThrow(Forbidden);
  });
});
