import { sha256 } from "@/db/hash";
import { inDays } from "@/domain/kernel/dates";
import type { World } from "./world";

export interface Form {
  /** As its `ActionForm` calls it. */
  name: string;
  at: (forms: World["forms"]) => string;
  /** What is typed and chosen in it, by the name of the field. */
  fields: Record<string, string>;
  /** What the log calls it. */
  logged: string;
  /** Of several on a page: a hidden field of the one that is meant. */
  which?: (forms: World["forms"]) => { field: string; value: string };
  /** Sends to a route of ours, which every version of the app knows. */
  toRoute?: true;
  /** It is about a draft, of which the log says nothing: what stands on its page when it was stored. */
  draft?: string;
  /** Once it is stored the thing that it stood with is gone from the page. */
  goes?: true;
}

const IN_A_MONTH = inDays(30);
const REASON = "Omdat het twee keer genoemd werd.";

const inDossier = (
  name: string,
  page: (forms: World["forms"]) => string,
  logged: string,
  fields: Record<string, string>,
  more: Partial<Form> = {},
): Form => ({
  name,
  at: (forms) => `/dossiers/${forms.slug}/${page(forms)}`,
  logged,
  fields,
  ...more,
});

const settings = (
  name: string,
  logged: string,
  fields: Record<string, string>,
  which?: Form["which"],
): Form => inDossier(name, () => "instellingen", logged, fields, { which });

/** Every form in which something is typed or chosen; a test fails when one is missing. */
export const FORMS: Form[] = [
  {
    name: "dossier.start",
    at: () => "/dossiers/nieuw",
    fields: { title: "Begonnen zonder verbinding", contractingAuthority: "Gemeente Proefstad" },
    logged: "dossier.start",
  },
  {
    name: "account.add",
    at: () => "/beheer/gebruikers/toevoegen",
    fields: { name: "Floor Formulier", email: "floor@proef.example", kind: "staff" },
    logged: "account.add",
  },
  {
    name: "account.rename",
    at: ({ spare }) => `/beheer/gebruikers/${spare.member}`,
    fields: { name: "Fred Anders" },
    logged: "account.rename",
  },
  {
    name: "declaration.change",
    at: () => "/beheer/verklaringen",
    fields: { organisation: "Gemeente Proefstad", contact: "digitaal@proefstad.example" },
    logged: "declaration.change",
  },
  {
    name: "mail.test",
    at: () => "/beheer/mail",
    fields: { to: "proef@elders.example" },
    logged: "mail.test",
  },
  {
    name: "preferences",
    at: () => "/voorkeuren",
    fields: { letterKeys: "off" },
    logged: "account.preferences",
  },

  settings("dossier.details", "dossier.change", { subject: "Wat er ingekocht wordt, opnieuw" }),
  settings("dossier.originals", "dossier.originals", { destroy: "yes" }),
  settings("group.add", "stakeholderGroup.add", { name: "Buurtbewoners" }),
  settings("group.change", "stakeholderGroup.change", { name: "Andere mensen" }, ({ spare }) => ({
    field: "groupId",
    value: spare.group,
  })),
  settings("milestone.add", "milestone.add", { title: "Schouw", onDate: "2027-02-03" }),
  settings("milestone.change", "milestone.change", { title: "Later gegund" }, ({ spare }) => ({
    field: "milestoneId",
    value: spare.milestone,
  })),
  settings("member.add", "member.add", {
    email: "frits.formulier@proef.example",
    role: "reviewer",
  }),
  settings("member.approvals", "member.approvals", { legal: "on" }, ({ spare }) => ({
    field: "accountId",
    value: spare.member,
  })),
  settings("member.change", "member.set", { role: "author" }, ({ spare }) => ({
    field: "accountId",
    value: spare.member,
  })),

  inDossier(
    "source.add",
    () => "bronnen/toevoegen",
    "upload.draft",
    {
      title: "Geplakte notulen",
      text: "# Bijeenkomst\n\nStelling 1: De bus komt op tijd.\n\nAnna: eens.",
    },
    { toRoute: true, draft: ">Geplakte notulen<" },
  ),
  inDossier(
    "reactions.import",
    ({ upload }) => `bronnen/toevoegen/${upload}/kolommen`,
    "upload.draft",
    { title: "Uitvraag, anders genoemd", "empty.date.3": "on" },
    { draft: 'value="Uitvraag, anders genoemd"' },
  ),
  inDossier("part.change", ({ source }) => `bronnen/${source}/splitsen`, "part.edit", {
    title: "Anders genoemde bijeenkomst",
  }),

  inDossier("source.keep", ({ source }) => `bronnen/${source}`, "source.keep", {
    keepUntil: "2999-01-01",
  }),
  inDossier("source.adopt", ({ source }) => `bronnen/${source}/versies`, "source.adopt", {
    adoptedOn: "2026-03-20",
    adoptedBy: "De aanwezigen van die middag",
  }),
  inDossier(
    "correctionRound.start",
    ({ spare }) => `bronnen/${spare.uncorrected}/correctie`,
    "correctionRound.start",
    { closesOn: IN_A_MONTH },
    { goes: true },
  ),
  inDossier(
    "correctionRound.change",
    ({ spare }) => `bronnen/${spare.corrected.source}/correctie/aanwezigen`,
    "correctionRound.change",
    { closesOn: IN_A_MONTH },
  ),
  inDossier(
    "correction.decide",
    ({ spare }) => `bronnen/${spare.corrected.source}/correctie`,
    "correction.decide",
    { reply: "Zo is het gezegd, dank u." },
    { goes: true },
  ),
  inDossier("consultation.add", () => "consultaties/toevoegen", "consultation.add", {
    title: "Gesprek met chauffeurs",
    heldOn: "2026-03-12",
  }),
  inDossier(
    "consultation.change",
    ({ consultation }) => `consultaties/${consultation}/wijzigen`,
    "consultation.change",
    { title: "Anders genoemd gesprek" },
  ),
  inDossier("statement.add", () => "stellingen/toevoegen", "statement.add", {
    text: "Een bus heeft altijd begeleiding.",
    consultationId: "",
  }),
  inDossier(
    "statement.change",
    ({ statement }) => `stellingen/${statement}/wijzigen`,
    "statement.change",
    { explanation: "Nader uitgelegd." },
  ),
  inDossier(
    "statement.explain",
    ({ spare }) => `stellingen/${spare.statement}`,
    "statement.explain",
    { explanation: "Daar ging het om de bus." },
  ),
  inDossier("reaction.add", () => "reacties/toevoegen", "reaction.add", {
    consultationId: "",
    text: "Dat lijkt mij goed.\nMaar niet altijd.",
    speaker: "Anna",
  }),
  inDossier("reaction.change", ({ spare }) => `reacties/${spare.reaction}`, "reaction.change", {
    position: "partly",
  }),
  inDossier(
    "reactions.change",
    ({ spare }) => `reacties/wijzigen?reactie=${spare.reaction}`,
    "reaction.changeMany",
    { speaker: "een ouder" },
  ),
  inDossier(
    "coreValue.code",
    ({ spare }) => `kernwaarden/coderen?reactie=${spare.reaction}`,
    "coreValue.code",
    { coreValueId: "" },
  ),
  inDossier(
    "coreValue.make",
    ({ reaction }) => `kernwaarden/coderen?reactie=${reaction}`,
    "coreValue.add",
    { name: "Rust onderweg", definition: "Kinderen komen rustig aan." },
  ),
  inDossier(
    "coreValue.change",
    ({ coreValue }) => `kernwaarden/${coreValue}/wijzigen`,
    "coreValue.change",
    { definition: "Preciezer gezegd.", reason: REASON },
  ),
  inDossier(
    "coding.takeAway",
    ({ coreValue }) => `kernwaarden/${coreValue}`,
    "coding.remove",
    { reason: REASON },
    { goes: true },
  ),

  inDossier("personalSubject.add", () => "bronnen/persoonsgegevens", "personalSubject.add", {
    text: "Snorrebol",
  }),
  inDossier(
    "personalSubject.decide",
    ({ spare }) => `bronnen/persoonsgegevens?wie=${spare.people.first}`,
    "personalSubject.decide",
    { role: "ouder" },
    { goes: true },
  ),
  inDossier(
    "personalSubject.merge",
    ({ spare }) => `bronnen/persoonsgegevens?wie=${spare.people.second}`,
    "personalSubject.merge",
    { intoId: "" },
    { goes: true },
  ),

  inDossier(
    "disposition.record",
    ({ reaction }) => `verantwoording/afwegen?reactie=${reaction}`,
    "disposition.record",
    { outcome: "noted", reason: "Wij geven dit door aan de vervoerder." },
    { goes: true },
  ),

  inDossier("chapter.add", () => "pve/hoofdstukken", "chapter.add", {
    title: "Veiligheid",
    introduction: "Over veilig vervoer.",
  }),
  inDossier(
    "chapter.change",
    ({ chapter }) => `pve/hoofdstukken?hoofdstuk=${chapter}`,
    "chapter.change",
    { introduction: "Nieuwe inleiding." },
  ),
  inDossier("requirement.write", () => "pve/toevoegen", "requirement.add", {
    title: "Begeleiding in elke bus",
    body: "In elke bus rijdt iemand mee.",
    verification: "Steekproef.",
  }),
  inDossier(
    "requirement.cell",
    ({ spare }) => `pve/tabel?eis=${spare.requirement}&kolom=evidence`,
    "requirement.save",
    { value: "Een rooster, bij de inschrijving." },
  ),
  inDossier(
    "requirement.drop",
    ({ spare }) => `pve/${spare.requirement}`,
    "requirement.drop",
    {
      reason: REASON,
    },
    { goes: true },
  ),
  inDossier(
    "requirement.restore",
    ({ spare }) => `pve/${spare.droppedRequirement}`,
    "requirement.restore",
    { reason: REASON },
    { goes: true },
  ),
  inDossier(
    "requirement.noSource",
    ({ spare }) => `pve/${spare.droppedRequirement}`,
    "requirement.noSource",
    { reason: "Volgt uit de wet." },
  ),
  inDossier(
    "review.judge",
    ({ spare }) => `pve/nakijken?eis=${spare.reviewed.requirement}`,
    "review.check",
    { note: "Gelezen en nagekeken." },
    { goes: true },
  ),
  inDossier(
    "finding.ignore",
    ({ spare }) => `pve/${spare.checked}`,
    "finding.ignore",
    { reason: "Het bewijs volgt uit de wet." },
    {
      which: () => ({ field: "finding", value: sha256("missingVerification\n") }),
      goes: true,
    },
  ),
  inDossier(
    "consultation.show",
    ({ spare }) => `consultaties/${spare.consultation.id}`,
    "consultation.show",
    { shown: "statement" },
  ),
  inDossier(
    "consultation.online",
    ({ spare }) => `consultaties/${spare.online.prepared}/online/instellen`,
    "consultation.setOnline",
    { introduction: "Waar het deze keer over gaat.", closesOn: IN_A_MONTH },
  ),
  inDossier(
    "consultation.thank",
    ({ spare }) => `consultaties/${spare.online.prepared}/online/sluiten`,
    "consultation.thankOnline",
    { thanks: "Wij gaan ermee aan de slag.", answerBy: IN_A_MONTH },
  ),
  inDossier(
    "consultation.copy",
    ({ spare }) => `consultaties/${spare.online.prepared}/online`,
    "consultation.copyOnline",
    { title: "Nog een keer online" },
  ),
  inDossier(
    "moderation.refuse",
    ({ spare: { moderated } }) =>
      `consultaties/${moderated.consultation}/online/nakijken?reactie=${moderated.reaction}`,
    "moderation.refuse",
    { reason: "offTopic", note: "Dit gaat over een andere stelling." },
    { goes: true },
  ),
  inDossier(
    "edition.withdraw",
    () => "publicatie/edities/0.1",
    "edition.withdraw",
    { reason: "Er stond een fout in." },
    { goes: true },
  ),
  {
    name: "source.remove",
    at: ({ slug, spare }) => `/beheer/dossiers/${slug}/bronnen/${spare.mistake.id}`,
    fields: { title: "Per ongeluk", reason: REASON },
    logged: "source.remove",
    goes: true,
  },
];

/** Forms that are not walked through one by one, and why. */
export const OTHER_FORMS: Record<string, string> = {
  "dossier.releasePersonalData":
    "is about all that is open, which other tests change; tried in publication.spec.ts",
  "dossier.passOver":
    "is about all that is in the way, which other tests change; tried in readiness.spec.ts",
  "edition.adopt": "is about all that stands, which other tests change; tried in editions.spec.ts",
  "dossier.archive":
    "would make the dossier of these tests one that can only be read; tried in actions.spec.ts",
  "account.appoint": "chooses one author for a dossier without another; tried in actions.spec.ts",
  "part.confirm": "holds choices and no words; pressed twice it is done once in actions.spec.ts",
  "reactions.dismiss":
    "what it is about is no more when it is done; pressed twice it is done once in actions.spec.ts",
  "source.destroyOriginal":
    "what it is about is no more when it is done; pressed twice it is done once in actions.spec.ts",
  "source.decide":
    "wants a passage that changed, and goes when it is decided; tried in versions.spec.ts",
  "attendee.invite":
    "its answer holds secrets, so it is not done twice: sent again it says that the names are there",
  "correction.propose":
    "of who has no account and is never signed out; keeps its words in corrections.spec.ts",
  "source.newVersionFile": "sends a file, and leads on; tried in versions.spec.ts",
  "participant.request": "first shows and then removes; tried in files.spec.ts",
  "statement.picture": "sends a file, and leads on; tried in pictures.spec.ts",
  "source.newVersionText": "is tried with its words in versions.spec.ts",
  "personalSubject.decideMany":
    "holds choices and no words; pressed twice it is done once in actions.spec.ts",
  "segment.irrelevant": "sends nothing itself: what it says is a change of the workbench",
};
