import { sha256 } from "@/db/hash";
import { inDays } from "@/domain/kernel/dates";
import type { Fields } from "./actions";
import { type Anybody, EVERYBODY, VISITORS, type Visitor, type World } from "./world";

/** What an action is called with, on the target. */
interface Call {
  /** The arguments before the form: those that the page has bound, and the state of the form. */
  args?: unknown[];
  fields?: Fields;
}

export interface Action {
  file: string;
  name: string;
  /** The page it is called from. */
  at: (target: World["target"], world: World) => string;
  call: (target: World["target"], world: World) => Call;
  /** Who may do it; everybody else must leave the log as it was. */
  allowed: Anybody[];
  /** What the log calls it, for what belongs to no dossier. */
  logged?: string;
  /** Only what this one did is counted: others do the same in other tests. */
  by?: Visitor;
  /** The action changes nothing that is logged, also for who may do it. */
  writesNothing?: true;
  /** The only id in it is of an account, and accounts belong to no dossier. */
  namesAccount?: true;
  /** Only works where nothing has been done yet: the slug in `call` is that of the bare dossier. */
  inBare?: true;
}

const IDLE = { status: "idle" };
const DOSSIER = "app/dossiers/[dossier]";
const TODAY = "2026-03-12";
/** Another one in each run on the same server, and the same all the run. */
const NOW = Date.now();
const CHAPTERS = "pve";
/** What a requirement says, as a text box sends it. */
const WORDS: Fields = {
  title: "Een andere eis",
  kind: "mandatory",
  body: "De opdrachtnemer rijdt op tijd.",
  explanation: "",
  evidence: "",
  verification: "",
};

/** An action of the pages of a dossier: only its author may. */
function inDossier(
  file: string,
  name: string,
  at: (target: World["target"]) => string,
  call: (target: World["target"], world: World) => Call,
  more: Partial<Action> = {},
): Action {
  return {
    file: `${DOSSIER}/${file}`,
    name,
    at: (target) => `/dossiers/${target.slug}/${at(target)}`,
    call,
    allowed: ["author"],
    ...more,
  };
}

const settings = (
  name: string,
  fields: (target: World["target"], world: World) => Fields,
  more: Partial<Action> = {},
) =>
  inDossier(
    "instellingen/actions.ts",
    name,
    () => "instellingen",
    (target, world) => ({ args: [target.slug, IDLE], fields: fields(target, world) }),
    more,
  );

/** The version that the page has now: of what is of the whole installation, another test may write too. */
export const AS_SHOWN = "as shown";

const administration = (
  folder: string,
  name: string,
  logged: string,
  call: (world: World) => Call,
): Action => ({
  file: `app/beheer/${folder}/actions.ts`,
  name,
  at: (_target, { account }) => `/beheer/${folder.replace("[account]", account)}`,
  call: (_target, world) => call(world),
  allowed: ["administrator"],
  logged,
});

/** What anybody with an account chooses for themselves. */
const preferences = (name: string, call: () => Call): Action => ({
  file: "app/voorkeuren/actions.ts",
  name,
  at: () => "/voorkeuren",
  call,
  allowed: [...VISITORS],
  logged: "account.preferences",
  by: "author",
});

/** Preparing that a consultation is held online. */
function online(): Action[] {
  const folder = "consultaties/[consultation]/online";
  const of = (
    name: string,
    id: (spare: World["target"]["spare"]["online"]) => string,
    fields: (spare: World["target"]["spare"]["online"]) => Fields,
    {
      button = false,
      file = "actions.ts",
      page = "",
      ...more
    }: Partial<Action> & { button?: boolean; page?: string } = {},
  ) =>
    inDossier(
      `${folder}/${file}`,
      name,
      ({ spare }) => `consultaties/${id(spare.online)}${page}`,
      ({ slug, spare }) => {
        const bound = [slug, id(spare.online)];
        return { args: button ? bound : [...bound, IDLE], fields: fields(spare.online) };
      },
      more,
    );
  return [
    of(
      "prepare",
      ({ unprepared }) => unprepared,
      () => ({}),
      { button: true },
    ),
    of(
      "move",
      ({ prepared }) => prepared,
      ({ prepared, statement }) => ({
        statementId: statement,
        consultationId: prepared,
        direction: "down",
      }),
      { button: true },
    ),
    of(
      "change",
      ({ prepared }) => prepared,
      () => ({
        lockVersion: "1",
        introduction: "Waar het over gaat",
        closesOn: inDays(7),
        admits: "anyone",
        others: "never",
        moderation: "before",
        maxLength: "500",
        keepDays: "30",
      }),
      { file: "instellen/actions.ts", page: "/online/instellen" },
    ),
    of(
      "thank",
      ({ prepared }) => prepared,
      () => ({ lockVersion: "2", answerBy: inDays(40), thanks: "Bedankt voor het meedenken." }),
      { file: "sluiten/actions.ts", page: "/online/sluiten" },
    ),
    of(
      "end",
      ({ prepared }) => prepared,
      () => ({ lockVersion: "3" }),
      { file: "sluiten/actions.ts", page: "/online/sluiten", writesNothing: true },
    ),
    // Something is lacking, and that is said. Opening and closing are in participation.test.ts and following.test.ts.
    of(
      "open",
      ({ prepared }) => prepared,
      () => ({ lockVersion: "3" }),
      { writesNothing: true },
    ),
    of(
      "add",
      ({ prepared }) => prepared,
      () => ({ list: "wie@proef.example", groupId: "", add: "yes" }),
      { file: "uitnodigingen/actions.ts", page: "/online/uitnodigingen/toevoegen" },
    ),
    // It is not open, so nobody is mailed; sending and reminding are in invitations.test.ts.
    of(
      "send",
      ({ prepared }) => prepared,
      () => ({ language: "nl", what: "invitation" }),
      {
        file: "uitnodigingen/actions.ts",
        page: "/online/uitnodigingen/versturen",
        writesNothing: true,
      },
    ),
    of(
      "trial",
      ({ prepared }) => prepared,
      () => ({ language: "nl" }),
      { file: "uitnodigingen/actions.ts", page: "/online/uitnodigingen/versturen" },
    ),
    of(
      "withdraw",
      ({ prepared }) => prepared,
      ({ invitation }) => ({ ids: invitation }),
      { file: "uitnodigingen/actions.ts", page: "/online/uitnodigingen/intrekken" },
    ),
    // Nobody has such a number: what it does with one is in on-request.test.ts.
    of(
      "look",
      ({ prepared }) => prepared,
      () => ({ number: "AAAA-AA" }),
      { file: "op-verzoek/actions.ts", page: "/online/op-verzoek", writesNothing: true },
    ),
    inDossier(
      `${folder}/afbeelding/[statement]/actions.ts`,
      "remove",
      ({ spare: { online } }) =>
        `consultaties/${online.prepared}/online/afbeelding/${online.pictured}`,
      ({ slug, spare: { online } }) => ({
        args: [slug, online.prepared, online.pictured, IDLE],
        fields: {},
      }),
    ),
    ...moderating(folder),
    ...inRoom(folder),
    of(
      "copy",
      ({ prepared }) => prepared,
      () => ({ title: "Nog een keer" }),
    ),
  ];
}

/** Keeping order in what came in. */
function moderating(folder: string): Action[] {
  const at = { show: "waiting", page: 1, reaction: null, number: null, next: null };
  const of = (
    name: string,
    bound: (moderated: World["target"]["spare"]["moderated"]) => unknown[],
    fields: (moderated: World["target"]["spare"]["moderated"]) => Fields,
  ) =>
    inDossier(
      `${folder}/nakijken/actions.ts`,
      name,
      ({ spare }) => `consultaties/${spare.moderated.consultation}/online/nakijken`,
      ({ slug, spare: { moderated } }) => ({
        args: [slug, moderated.consultation, ...bound(moderated)],
        fields: fields(moderated),
      }),
    );
  return [
    of(
      "place",
      () => [at],
      ({ waits }) => ({ seen: waits[0] ?? "" }),
    ),
    of(
      "refuse",
      () => [at, IDLE],
      ({ waits }) => ({ seen: waits[1] ?? "", reason: "offTopic", note: "" }),
    ),
    of(
      "keep",
      () => [at],
      ({ flagged }) => ({ seen: flagged }),
    ),
    of(
      "judge",
      () => [at],
      ({ waits }) => ({ one: waits[0] ?? "", other: waits[1] ?? "", says: "same" }),
    ),
    of(
      "undo",
      ({ act }) => [act],
      () => ({}),
    ),
  ];
}

/** A meeting in a room. */
function inRoom(folder: string): Action[] {
  const of = (
    name: string,
    call: (moderated: World["target"]["spare"]["moderated"], slug: string) => Call,
    more: Partial<Action> = {},
  ) =>
    inDossier(
      `${folder}/zaal/actions.ts`,
      name,
      ({ spare }) => `consultaties/${spare.moderated.consultation}/online/zaal`,
      ({ slug, spare }) => call(spare.moderated, slug),
      more,
    );
  const noted = { kind: "reaction", groupId: "", role: "", text: "Zo zegt de zaal het." };
  return [
    // One is going on already. Starting one is in room.test.ts.
    of("start", ({ consultation }, slug) => ({ args: [slug, consultation, IDLE], fields: {} }), {
      writesNothing: true,
    }),
    of("show", ({ consultation, room }, slug) => ({
      args: [slug, consultation],
      fields: { statementId: room.statement, result: "no" },
    })),
    of("note", ({ room }, slug) => ({
      args: [slug, IDLE],
      fields: {
        ...noted,
        meetingId: room.meeting,
        statementId: room.statement,
        saidAt: "2026-03-12T19:00:00.000Z",
      },
    })),
    of("correct", ({ room }, slug) => ({
      args: [slug, IDLE],
      fields: { ...noted, reactionId: room.note, lockVersion: "1" },
    })),
    of("takeBack", ({ room }, slug) => ({
      args: [slug, IDLE],
      fields: { reactionId: room.loose, lockVersion: "1" },
    })),
    of("end", ({ consultation }, slug) => ({ args: [slug, consultation], fields: {} })),
  ];
}

/** A round of corrections: what its author does, and what anybody with a link to it may. */
function corrections(): Action[] {
  const folder = "bronnen/[source]/correctie";
  const round = (
    name: string,
    of: (spare: World["target"]["spare"]) => { source: string; fields: Fields },
    { people = false, button = false } = {},
  ) =>
    inDossier(
      people ? `${folder}/aanwezigen/actions.ts` : `${folder}/actions.ts`,
      name,
      ({ spare }) => `bronnen/${of(spare).source}/correctie${people ? "/aanwezigen" : ""}`,
      ({ slug, spare }) => {
        const { source, fields } = of(spare);
        const bound = name === "start" ? [slug] : [slug, source];
        return { args: button ? bound : [...bound, IDLE], fields };
      },
    );
  const withLink = (name: string, fields: Fields, button = false): Action => ({
    file: "app/correctie/[link]/actions.ts",
    name,
    at: ({ spare }) => `/correctie/${spare.corrected.link}`,
    call: ({ spare }) => ({
      args: button ? [spare.corrected.link] : [spare.corrected.link, IDLE],
      fields,
    }),
    allowed: [...EVERYBODY],
  });
  const people = { people: true };
  return [
    round("start", ({ uncorrected }) => ({
      source: uncorrected,
      fields: { sourceId: uncorrected, n: "1", closesOn: inDays(7) },
    })),
    withLink("propose", { block: "2", text: "Anna: De bus komt veel te laat." }),
    withLink("agree", { agrees: "yes" }, true),
    withLink("withdraw", { block: "2" }, true),
    round(
      "invite",
      ({ corrected: { source, round } }) => ({
        source,
        fields: { roundId: round, names: "Carla" },
      }),
      people,
    ),
    round(
      "renew",
      ({ corrected: { source, attendee } }) => ({ source, fields: { attendeeId: attendee } }),
      people,
    ),
    round(
      "revoke",
      ({ corrected: { source, attendee } }) => ({ source, fields: { attendeeId: attendee } }),
      people,
    ),
    round(
      "change",
      ({ corrected: { source, round } }) => ({
        source,
        fields: { roundId: round, closesOn: inDays(9) },
      }),
      people,
    ),
    round(
      "end",
      ({ corrected: { source, round } }) => ({ source, fields: { roundId: round } }),
      people,
    ),
    round("decide", ({ corrected: { source, proposal } }) => ({
      source,
      fields: { correctionId: proposal, lockVersion: "1", decision: "accepted", reply: "" },
    })),
    round(
      "undecide",
      ({ corrected: { source, proposal } }) => ({ source, fields: { correctionId: proposal } }),
      { button: true },
    ),
    round("make", ({ settled: { source, round } }) => ({
      source,
      fields: { roundId: round, changes: "1" },
    })),
  ];
}

/**
 * Every server action, in an order in which its author can do them all: a test fails when one of
 * `app/` is not here, and calls each as everybody who may not and then as somebody who may.
 */
export const ACTIONS: Action[] = [
  {
    file: "app/dossiers/nieuw/actions.ts",
    name: "start",
    at: () => "/dossiers/nieuw",
    call: () => ({
      args: [IDLE],
      fields: { title: "Begonnen in een proef", contractingAuthority: "Gemeente Proefstad" },
    }),
    allowed: ["administrator", "author", "reviewer", "stranger"],
    logged: "dossier.start",
    by: "administrator",
  },
  preferences("save", () => ({ args: [IDLE], fields: { letterKeys: "on" } })),
  preferences("saveLetterKeys", () => ({ args: [true] })),

  administration("gebruikers/toevoegen", "add", "account.add", () => ({
    args: [IDLE],
    fields: { name: "Nieuw Iemand", email: `n${NOW}@proef.example`, kind: "staff" },
  })),
  administration("gebruikers/[account]", "rename", "account.rename", ({ account }) => ({
    args: [account, IDLE],
    fields: { name: "Ida Anders" },
  })),
  administration("gebruikers/[account]", "makeLink", "signInLink.make", ({ account }) => ({
    args: [account, IDLE],
  })),
  administration("gebruikers/[account]", "appoint", "member.handOver", ({ handsOver }) => ({
    args: [handsOver, IDLE],
    fields: { email: "ida.reserve@proef.example" },
  })),
  administration("gebruikers/[account]", "switchOff", "account.disable", ({ account }) => ({
    args: [account, IDLE],
    fields: {},
  })),
  administration("gebruikers/[account]", "switchOn", "account.enable", ({ account }) => ({
    args: [account, IDLE],
    fields: {},
  })),
  administration("verklaringen", "change", "declaration.change", () => ({
    args: [IDLE],
    fields: {
      ...{ lockVersion: AS_SHOWN, organisation: "Gemeente Proefstad", accessibility: "unknown" },
      contact: "digitaal@proefstad.example",
    },
  })),
  administration("mail", "test", "mail.test", () => ({
    args: [IDLE],
    fields: { to: "proef@elders.example" },
  })),
  administration("mail", "retry", "mail.retry", ({ failedMail }) => ({
    args: [failedMail, IDLE],
    fields: {},
  })),
  {
    ...administration("logboek", "verify", "audit.verify", () => ({ args: [IDLE] })),
    writesNothing: true,
  },

  ...online(),

  settings("saveDetails", () => ({
    title: "Doelwit van de proeven, gewijzigd",
    contractingAuthority: "Gemeente Proefstad",
    subject: "",
    lockVersion: "1",
  })),
  settings("saveOriginals", () => ({ destroy: "yes" })),
  settings("saveNewMilestone", () => ({ title: "Start", onDate: TODAY })),
  settings("saveMilestone", ({ milestone }) => ({
    milestoneId: milestone,
    title: "Gegund",
    onDate: TODAY,
  })),
  settings("deleteMilestone", ({ spare }) => ({ milestoneId: spare.milestone })),
  settings("saveNewGroup", () => ({ name: "Nieuwe groep", expected: "on" })),
  settings("saveGroup", ({ group }) => ({ groupId: group, name: "Andere naam" })),
  inDossier(
    "instellingen/actions.ts",
    "shiftGroup",
    () => "instellingen",
    ({ slug, group }) => ({ args: [slug, group], fields: { direction: "down" } }),
  ),
  settings("deleteGroup", ({ spare }) => ({ groupId: spare.group })),
  settings("saveNewMember", ({ spare }) => ({ email: spare.guestEmail, role: "reviewer" })),
  settings("saveMember", ({ spare }) => ({ accountId: spare.member, role: "author" }), {
    namesAccount: true,
  }),
  settings("saveApprovals", ({ spare }) => ({ accountId: spare.member, legal: "on" }), {
    namesAccount: true,
  }),
  settings("deleteMember", ({ spare }) => ({ accountId: spare.member }), {
    namesAccount: true,
  }),
  // In the other one personal data is open, and then nothing goes out.
  settings("openAddress", () => ({}), { inBare: true }),
  settings("closeAddress", () => ({}), { inBare: true }),
  inDossier(
    "publicatie/actions.ts",
    "release",
    () => "publicatie/toch",
    // What is open changes while the tests run: this is of another moment, and says so.
    ({ slug }) => ({ args: [slug, IDLE], fields: { key: "0".repeat(64), reason: "Het moet." } }),
    { writesNothing: true },
  ),
  inDossier(
    "publicatie/actions.ts",
    "passOverAction",
    () => "publicatie",
    // What has no source changes too.
    ({ slug }) => ({
      args: [slug, IDLE],
      fields: { blocker: "withoutSource", key: "0".repeat(64), reason: "Het moet." },
    }),
    { writesNothing: true },
  ),
  inDossier(
    "publicatie/actions.ts",
    "withdrawAction",
    () => "publicatie",
    ({ slug }) => ({ args: [slug], fields: { key: "0".repeat(64) } }),
    { writesNothing: true },
  ),

  inDossier(
    "publicatie/actions.ts",
    "adoptAction",
    () => "publicatie/vaststellen",
    // What stands there changes while the tests run: this is of another moment, and says so.
    ({ slug }) => ({
      args: [slug, IDLE],
      fields: {
        ...{ kind: "concept", contentSha256: "0".repeat(64), decidedBy: "Het college" },
        ...{ decidedOn: TODAY, reason: "Het moet." },
      },
    }),
    { allowed: ["author", "reviewer"], writesNothing: true },
  ),
  inDossier(
    "publicatie/actions.ts",
    "stopAction",
    () => "publicatie/vaststellen",
    // Nothing is being adopted there, and nothing changes.
    ({ slug }) => ({ args: [slug], fields: { attempt: "6f1c1c5e-7d0a-4f56-9a55-3a1c8a5f1b11" } }),
    { allowed: ["author", "reviewer"], writesNothing: true },
  ),
  inDossier(
    "publicatie/actions.ts",
    "publishAction",
    () => "publicatie/edities/0.2",
    ({ slug, spare }) => ({
      args: [slug, "0.2", IDLE],
      fields: { editionId: spare.editions.adopted },
    }),
  ),
  inDossier(
    "publicatie/actions.ts",
    "withdrawEditionAction",
    () => "publicatie/edities/0.1",
    ({ slug, spare }) => ({
      args: [slug, "0.1", IDLE],
      fields: { editionId: spare.editions.published, reason: "Er stond een fout in." },
    }),
  ),

  inDossier(
    "bronnen/toevoegen/actions.ts",
    "addSources",
    () => "bronnen/toevoegen",
    ({ slug, spare }) => ({ args: [slug, IDLE], fields: { uploadId: spare.drafts.ready } }),
    { logged: "source.import", by: "author" },
  ),
  inDossier(
    "bronnen/toevoegen/[upload]/kolommen/actions.ts",
    "bringIn",
    ({ upload }) => `bronnen/toevoegen/${upload}/kolommen`,
    ({ slug, upload }) => ({ args: [slug, upload, IDLE], fields: { do: "check", readAs: "-" } }),
    { logged: "upload.draft", by: "author", writesNothing: true },
  ),
  // What is done with a draft stands in no log: it is not in the dossier.
  ...["chooseForDraft", "stopDraft", "readDraft", "dropDraft", "dropDrafts"].map((name) =>
    inDossier(
      "bronnen/toevoegen/actions.ts",
      name,
      () => "bronnen/toevoegen",
      ({ slug, spare }) => ({
        args: [slug],
        fields: { uploadId: spare.drafts.other, encoding: "utf-8" },
      }),
      { logged: "upload.draft", by: "author", writesNothing: true },
    ),
  ),

  ...(
    [
      ["add", () => ({ kind: "name", text: "Snorrebol" })],
      [
        "decide",
        ({ first }) => ({ subjectId: first, lockVersion: "1", redaction: "role", role: "ouder" }),
      ],
      ["undo", ({ first }) => ({ subjects: `${first}:2` })],
      ["part", ({ first, form }) => ({ subjectId: first, lockVersion: "3", formId: form })],
      ["decideMany", ({ second }) => ({ subject: `${second}:1`, redaction: "removed" })],
      ["merge", ({ second, third }) => ({ subjectId: third, lockVersion: "1", intoId: second })],
    ] satisfies [string, (people: World["target"]["spare"]["people"]) => Fields][]
  ).map(([name, fields]) =>
    inDossier(
      "bronnen/persoonsgegevens/actions.ts",
      name,
      () => "bronnen/persoonsgegevens",
      ({ slug, spare }) => ({
        args: name === "undo" || name === "part" ? [slug] : [slug, IDLE],
        fields: fields(spare.people),
      }),
    ),
  ),
  inDossier(
    "verantwoording/afwegen/actions.ts",
    "record",
    ({ reaction }) => `verantwoording/afwegen?reactie=${reaction}`,
    ({ slug, reaction }) => ({
      args: [slug, IDLE],
      fields: { reactionId: reaction, lockVersion: "0", outcome: "noted" },
    }),
    { logged: "disposition.record", by: "author" },
  ),
  inDossier(
    "verantwoording/afwegen/actions.ts",
    "takeBack",
    ({ reaction }) => `verantwoording/afwegen?reactie=${reaction}`,
    ({ slug, reaction }) => ({ args: [slug], fields: { dispositions: `${reaction}:1` } }),
    { logged: "disposition.takeBack", by: "author" },
  ),
  inDossier(
    "bronnen/[source]/actions.ts",
    "readSourceAgain",
    ({ spare }) => `bronnen/${spare.unreadSource}`,
    ({ slug, spare }) => ({ args: [slug, IDLE], fields: { sourceId: spare.unreadSource } }),
    { logged: "source.readAgain", by: "author" },
  ),
  inDossier(
    "bronnen/[source]/actions.ts",
    "quoteWords",
    ({ source }) => `bronnen/${source}`,
    ({ slug, sourceVersion }) => ({
      args: [slug, IDLE],
      fields: { sourceVersionId: sourceVersion, start: "2", end: "14", exact: "Bijeenkomst " },
    }),
    // Reading again, above, has its row in the log when it is done: at any moment.
    { logged: "passage.quote", by: "author" },
  ),
  inDossier(
    "bronnen/[source]/actions.ts",
    "keep",
    ({ source }) => `bronnen/${source}`,
    ({ slug, source }) => ({
      args: [slug, IDLE],
      fields: { sourceId: source, keepUntil: "2999-01-01" },
    }),
  ),
  inDossier(
    "bronnen/[source]/actions.ts",
    "destroy",
    ({ spare }) => `bronnen/${spare.mistake.id}/vernietigen`,
    ({ slug, spare: { mistake } }) => ({
      args: [slug, IDLE],
      fields: { sourceId: mistake.id, title: mistake.title, reason: "Uitgewerkt" },
    }),
  ),
  inDossier(
    "bronnen/[source]/versies/actions.ts",
    "adopt",
    ({ source }) => `bronnen/${source}/versies`,
    ({ slug, source }) => ({
      args: [slug, IDLE],
      fields: { sourceId: source, n: "1", adoptedOn: TODAY, adoptedBy: "De aanwezigen" },
    }),
  ),
  ...corrections(),
  // There is nothing to decide: who may not is refused before that is asked.
  ...["decide", "undecide"].map((name) =>
    inDossier(
      "bronnen/[source]/nalopen/actions.ts",
      name,
      ({ source }) => `bronnen/${source}/nalopen`,
      ({ slug, source, passage, sourceVersion }) => ({
        args: name === "decide" ? [slug, IDLE] : [slug],
        fields: {
          sourceId: source,
          passageId: passage,
          versionId: sourceVersion,
          decision: "gone",
        },
      }),
      { logged: `source.${name}`, by: "author", writesNothing: true },
    ),
  ),
  ...splitting(),

  inDossier(
    "consultaties/toevoegen/actions.ts",
    "add",
    () => "consultaties/toevoegen",
    ({ slug }) => ({
      args: [slug, IDLE],
      fields: { title: "Gesprek", kind: "interview", audience: "stakeholder", heldOn: TODAY },
    }),
  ),
  inDossier(
    "consultaties/[consultation]/actions.ts",
    "show",
    ({ spare }) => `consultaties/${spare.consultation.id}`,
    ({ slug, spare: { consultation } }) => ({
      args: [slug, IDLE],
      fields: { consultationId: consultation.id, shown: "statement", seen: consultation.seen },
    }),
  ),
  inDossier(
    "consultaties/[consultation]/wijzigen/actions.ts",
    "change",
    ({ consultation }) => `consultaties/${consultation}/wijzigen`,
    ({ slug, consultation }) => ({
      args: [slug, consultation, IDLE],
      fields: {
        title: "Anders",
        kind: "meeting",
        audience: "stakeholder",
        heldOn: TODAY,
        lockVersion: "1",
      },
    }),
  ),

  inDossier(
    "stellingen/actions.ts",
    "add",
    () => "stellingen/toevoegen",
    ({ slug, consultation }) => ({
      args: [slug, IDLE],
      fields: {
        text: "Een bus heeft altijd begeleiding.",
        explanation: "",
        number: "",
        consultationId: consultation,
      },
    }),
  ),
  inDossier(
    "stellingen/actions.ts",
    "change",
    ({ statement }) => `stellingen/${statement}/wijzigen`,
    ({ slug, statement }) => ({
      args: [slug, statement, IDLE],
      fields: { text: "Anders gesteld.", explanation: "", lockVersion: "1" },
    }),
  ),
  inDossier(
    "stellingen/actions.ts",
    "explain",
    ({ spare }) => `stellingen/${spare.statement}`,
    ({ slug, spare }) => ({
      args: [slug, spare.statement, IDLE],
      fields: {
        consultationId: spare.consultation.id,
        explanation: "Nader uitgelegd.",
        lockVersion: "1",
      },
    }),
  ),
  inDossier(
    "stellingen/actions.ts",
    "put",
    ({ statement }) => `stellingen/${statement}`,
    ({ slug, statement, spare }) => ({
      args: [slug, statement, IDLE],
      fields: { consultationId: spare.consultation.id, number: "" },
    }),
  ),
  inDossier(
    "stellingen/actions.ts",
    "takeOut",
    ({ statement }) => `stellingen/${statement}`,
    ({ slug, statement, spare }) => ({
      args: [slug, statement, IDLE],
      fields: { consultationId: spare.consultation.id },
    }),
  ),
  inDossier(
    "reacties/actions.ts",
    "add",
    () => "reacties/toevoegen",
    ({ slug, consultation }) => ({
      args: [slug, IDLE],
      fields: {
        kind: "reaction",
        text: "Dat lijkt mij goed.",
        position: "agree",
        statementId: "",
        groupId: "",
        speaker: "",
        replyToId: "",
        consultationId: consultation,
      },
    }),
  ),
  inDossier(
    "reacties/actions.ts",
    "changeMany",
    ({ spare }) => `reacties/wijzigen?reactie=${spare.reaction}`,
    ({ slug, spare, group }) => ({
      args: [slug, IDLE],
      fields: { reactie: [spare.reaction], groupId: group },
    }),
  ),
  inDossier(
    "reacties/actions.ts",
    "dismiss",
    ({ spare }) => `reacties/wijzigen?reactie=${spare.loose}`,
    ({ slug, spare }) => ({
      args: [slug, IDLE],
      fields: { reactie: [spare.loose], reason: "Gaat over de koffie." },
    }),
  ),
  inDossier(
    "reacties/actions.ts",
    "divide",
    ({ spare }) => `reacties/${spare.moderated.composite.reaction}/splitsen`,
    ({ slug, spare: { moderated } }) => ({
      args: [
        slug,
        { consultationId: moderated.consultation, reactionId: moderated.composite.reaction },
        IDLE,
      ],
      fields: { seen: moderated.composite.seen, cuts: ["11"] },
    }),
  ),
  inDossier(
    "reacties/actions.ts",
    "judgeSame",
    ({ reaction }) => `reacties/${reaction}`,
    ({ slug, reaction, spare: { moderated } }) => ({
      args: [slug, reaction],
      fields: { one: moderated.waits[0] ?? "", other: moderated.waits[1] ?? "", says: "apart" },
    }),
  ),
  inDossier(
    "reacties/actions.ts",
    "unite",
    ({ spare }) => `reacties/${spare.moderated.divided}`,
    ({ slug, spare: { moderated } }) => ({ args: [slug, moderated.divided], fields: {} }),
  ),
  inDossier(
    "reacties/actions.ts",
    "recut",
    ({ spare }) => `bronnen/${spare.cut.source}/splitsen/1/meenemen?blok=0`,
    ({ slug, spare: { cut } }) => ({
      args: [slug, IDLE],
      fields: {
        partId: cut.part,
        lockVersion: String(cut.lockVersion),
        type: "joinWithNext",
        start: String(cut.start),
      },
    }),
  ),
  inDossier(
    "bronnen/[source]/splitsen/actions.ts",
    "reopen",
    ({ spare }) => `bronnen/${spare.reopened.source}/splitsen/1/heropenen`,
    ({ slug, spare: { reopened } }) => ({
      args: [slug, `/dossiers/${slug}/bronnen/${reopened.source}/splitsen/1`, IDLE],
      fields: { partId: reopened.part, lockVersion: String(reopened.lockVersion) },
    }),
  ),
  inDossier(
    "reacties/actions.ts",
    "change",
    ({ reaction }) => `reacties/${reaction}`,
    ({ slug, reaction }) => ({
      args: [slug, reaction, IDLE],
      fields: {
        kind: "advice",
        position: "partly",
        statementId: "",
        groupId: "",
        lockVersion: "1",
      },
    }),
  ),

  inDossier(
    "kernwaarden/actions.ts",
    "make",
    ({ reaction }) => `kernwaarden/coderen?reactie=${reaction}`,
    ({ slug, reaction }) => ({
      args: [slug, IDLE],
      fields: { name: "Nieuwe kernwaarde", definition: "", rule: "", reactie: [reaction] },
    }),
  ),
  inDossier(
    "kernwaarden/actions.ts",
    "code",
    ({ reaction }) => `kernwaarden/coderen?reactie=${reaction}`,
    ({ slug, coreValue, spare }) => ({
      args: [slug, IDLE],
      fields: { coreValueId: coreValue, reactie: [spare.reaction] },
    }),
  ),
  inDossier(
    "kernwaarden/actions.ts",
    "change",
    ({ coreValue }) => `kernwaarden/${coreValue}/wijzigen`,
    ({ slug, coreValue }) => ({
      args: [slug, coreValue, IDLE],
      fields: {
        name: "Anders genoemd",
        definition: "",
        rule: "",
        reason: "Beter",
        lockVersion: "1",
      },
    }),
  ),
  inDossier(
    "kernwaarden/actions.ts",
    "example",
    ({ coreValue }) => `kernwaarden/${coreValue}`,
    ({ slug, coreValue, passage }) => ({ args: [slug, coreValue, passage], fields: {} }),
  ),
  inDossier(
    "kernwaarden/actions.ts",
    "putBack",
    ({ coreValue }) => `kernwaarden/${coreValue}`,
    ({ slug, spare }) => ({ args: [slug, spare.removedCoding, IDLE], fields: {} }),
  ),
  inDossier(
    "kernwaarden/actions.ts",
    "takeAway",
    ({ coreValue }) => `kernwaarden/${coreValue}`,
    ({ slug, coding }) => ({ args: [slug, coding, IDLE], fields: { reason: "Past niet" } }),
  ),

  inDossier(
    `${CHAPTERS}/actions.ts`,
    "addStandardChaptersAction",
    () => CHAPTERS,
    ({ slug }) => ({ args: [], fields: { dossier: slug } }),
    { inBare: true },
  ),
  chapters("addChapterAction", () => ({ title: "Nieuw hoofdstuk", introduction: "" })),
  chapters("changeChapterAction", ({ chapter }) => ({
    chapterId: chapter,
    title: "Anders",
    introduction: "",
    lockVersion: "1",
  })),
  chapters("moveChapterAction", ({ chapter }) => ({ move: `down:${chapter}` })),
  chapters("removeChapterAction", ({ spare }) => ({ chapterId: spare.chapter })),
  chapters("moveRequirementAction", ({ spare, chapter }) => ({
    move: `chapter:${spare.requirement}:${chapter}`,
  })),
  chapters("renumberAction", () => ({})),

  requirement("addRequirementAction", ({ chapter }) => ({ ...WORDS, chapterId: chapter })),
  requirement("saveRequirementAction", ({ requirement: requirementId }) => ({
    ...WORDS,
    requirementId,
    lockVersion: "1",
    reason: "Beter",
  })),
  {
    ...requirement("draftRequirementAction", ({ requirement: requirementId }) => ({
      ...WORDS,
      requirementId,
      base: "1",
    })),
    writesNothing: true,
  },
  requirement("writeRequirementAction", ({ spare }) => ({
    ...WORDS,
    requirementId: spare.requirement,
    lockVersion: "1",
    reason: "",
  })),
  inDossier(
    `${CHAPTERS}/tabel/actions.ts`,
    "saveCellAction",
    () => `${CHAPTERS}/tabel`,
    ({ slug, requirement: requirementId }) => ({
      args: [IDLE],
      fields: {
        ...{ dossier: slug, requirementId, lockVersion: "1" },
        ...{ field: "evidence", value: "Een rooster." },
      },
    }),
  ),
  {
    ...inDossier(
      `${CHAPTERS}/tabel/actions.ts`,
      "proposeChangeAction",
      ({ requirement }) => `${CHAPTERS}/tabel/wijzigen?eis=${requirement}`,
      ({ slug, requirement }) => ({
        args: [IDLE],
        fields: { dossier: slug, eis: requirement, evidence: "Een rooster." },
      }),
    ),
    // What is asked is no change yet.
    writesNothing: true,
  },
  // Something else would happen than what was looked at, and nothing was done yet that could be undone.
  ...(["applyChangeAction", "undoChangeAction"] as const).map(
    (name): Action => ({
      ...inDossier(
        `${CHAPTERS}/tabel/actions.ts`,
        name,
        ({ change }) => `${CHAPTERS}/tabel/wijziging/${change}`,
        ({ slug, change: changeId }) => ({ fields: { dossier: slug, changeId, seen: "x" } }),
      ),
      writesNothing: true,
    }),
  ),
  inDossier(
    `${CHAPTERS}/bevindingen/actions.ts`,
    "ignoreFindingAction",
    () => `${CHAPTERS}/bevindingen`,
    ({ slug, spare }) => ({
      args: [IDLE],
      fields: {
        dossier: slug,
        requirementId: spare.checked,
        finding: sha256("missingEvidence\n"),
        reason: "Volgt nog",
      },
    }),
  ),
  inDossier(
    `${CHAPTERS}/bevindingen/actions.ts`,
    "showFindingAction",
    () => `${CHAPTERS}/bevindingen`,
    ({ slug, spare }) => ({ fields: { dossier: slug, ignoredId: spare.ignored } }),
  ),
  inDossier(
    `${CHAPTERS}/nakijken/actions.ts`,
    "judgeAction",
    ({ spare }) => `${CHAPTERS}/nakijken?eis=${spare.reviewed.requirement}`,
    ({ slug, spare }) => ({
      args: [slug, IDLE],
      fields: { requirementId: spare.reviewed.requirement, n: "1", act: "approve", note: "" },
    }),
    { allowed: ["reviewer"] },
  ),
  inDossier(
    `${CHAPTERS}/nakijken/actions.ts`,
    "takeBackAction",
    ({ spare }) =>
      `${CHAPTERS}/nakijken?eis=${spare.reviewed.requirement}&melding=nagekeken&terug=${spare.reviewed.requirement}:${spare.reviewed.step}`,
    ({ slug, spare }) => ({
      fields: {
        dossier: slug,
        requirementId: spare.reviewed.requirement,
        step: String(spare.reviewed.step),
      },
    }),
    { allowed: ["reviewer"] },
  ),
  inDossier(
    `${CHAPTERS}/nakijken/actions.ts`,
    "sendAction",
    ({ spare }) => `${CHAPTERS}/${spare.checked}`,
    ({ slug, spare }) => ({ fields: { dossier: slug, requirementId: spare.checked } }),
  ),
  requirement("noSourceAction", ({ spare }) => ({
    requirementId: spare.requirement,
    reason: "Volgt uit de wet",
  })),
  {
    ...requirement("linkAction", ({ spare, reaction }) => ({
      requirementId: spare.requirement,
      reactionId: reaction,
    })),
    call: ({ slug, spare, reaction }) => ({
      fields: { dossier: slug, requirementId: spare.requirement, reactionId: reaction },
    }),
  },
  // Of what was coded above, with a kernwaarde that the next takes away from the requirement.
  {
    ...requirement("carryAction", ({ requirement, spare }) => ({
      requirementId: requirement,
      reactionId: spare.reaction,
    })),
    call: ({ slug, requirement, spare }) => ({
      fields: {
        ...{ dossier: slug, requirementId: requirement, reactionId: spare.reaction },
        carries: "ja",
      },
    }),
  },
  {
    ...requirement("unlinkAction", ({ link }) => ({ linkId: link })),
    call: ({ slug, link }) => ({ fields: { dossier: slug, linkId: link } }),
  },
  requirement("dropRequirementAction", ({ spare }) => ({
    requirementId: spare.requirement,
    reason: "Dubbel",
  })),
  requirement("restoreRequirementAction", ({ spare }) => ({
    requirementId: spare.droppedRequirement,
    reason: "Toch nodig",
  })),

  // At the end: what an administrator does with a dossier and its sources.
  ...(["archive", "bringBack"] as const).map(
    (name): Action => ({
      file: "app/beheer/dossiers/[dossier]/actions.ts",
      name,
      at: ({ slug }) => `/beheer/dossiers/${slug}`,
      call: ({ spare }) => ({
        args: [IDLE],
        fields: { dossierId: spare.dossier, reason: "Per ongeluk begonnen" },
      }),
      allowed: ["administrator"],
      logged: `dossier.${name}`,
    }),
  ),
  {
    file: "app/beheer/dossiers/[dossier]/bronnen/[source]/actions.ts",
    name: "remove",
    at: ({ slug, spare }) => `/beheer/dossiers/${slug}/bronnen/${spare.mistake.id}`,
    call: ({ slug, spare: { mistake } }) => ({
      args: [slug, IDLE],
      fields: { sourceId: mistake.id, title: mistake.title, reason: "Hoort hier niet" },
    }),
    allowed: ["administrator"],
    logged: "source.remove",
  },
];

/** Forms of the Programma van Eisen say in a field which dossier it is. */
function chapters(name: string, fields: (target: World["target"]) => Fields): Action {
  return inDossier(
    `${CHAPTERS}/actions.ts`,
    name,
    () => (name.includes("Requirement") ? CHAPTERS : `${CHAPTERS}/hoofdstukken`),
    (target) => ({ args: [IDLE], fields: { dossier: target.slug, ...fields(target) } }),
  );
}

function requirement(name: string, fields: (target: World["target"]) => Fields): Action {
  return inDossier(
    `${CHAPTERS}/[requirement]/actions.ts`,
    name,
    (target) => {
      if (name === "addRequirementAction") return `${CHAPTERS}/toevoegen`;
      if (/^(write|draft)/.test(name)) return CHAPTERS;
      const page = `${CHAPTERS}/${target.requirement}`;
      return name === "saveRequirementAction" ? `${page}/wijzigen` : page;
    },
    (target) => ({ args: [IDLE], fields: { dossier: target.slug, ...fields(target) } }),
  );
}

/** The workbench counts its own changes, so they come one after the other. */
function splitting(): Action[] {
  const actions = (
    name: string,
    call: (target: World["target"]) => Call,
    at = (target: World["target"]) => `bronnen/${target.source}/splitsen/1`,
  ) => inDossier("bronnen/[source]/splitsen/actions.ts", name, at, call);
  return [
    actions("change", ({ slug, part }) => ({
      args: [slug, { partId: part, lockVersion: 1, change: { type: "accept", starts: [0] } }],
    })),
    actions("undo", ({ slug, part }) => ({ args: [slug, { partId: part, lockVersion: 2 }] })),
    actions("edit", ({ slug, part }) => ({
      args: [slug, IDLE],
      fields: {
        partId: part,
        lockVersion: "3",
        title: "Anders",
        kind: "meeting",
        heldOn: TODAY,
        startsAt: "",
        sector: "",
      },
    })),
    actions("changeByForm", ({ slug, part }) => ({
      args: [slug, IDLE],
      fields: { partId: part, lockVersion: "4", type: "acceptRest" },
    })),
    actions(
      "confirm",
      ({ slug, part }) => ({
        args: [slug, `/dossiers/${slug}`, IDLE],
        fields: { partId: part, lockVersion: "5", consultationId: "", "same-1": "new" },
      }),
      ({ source }) => `bronnen/${source}/splitsen/1/bevestigen`,
    ),
  ];
}

/** Actions that nobody has to be kept from: they change nothing but the visitor's own cookies. */
export const FREE_ACTIONS: Record<string, string> = {
  "app/_lib/language.ts chooseLanguage": "the language is a cookie of one's own",
  "app/dossiers/[dossier]/pve/tabel/actions.ts chooseColumnsAction":
    "which columns one sees is a cookie of one's own",
  "app/_lib/look-again.ts lookAgain": "draws the page anew that one may see, and does nothing",
  "app/_lib/sign-out.ts signOut": "ends one's own session",
  "app/_lib/sign-out.ts signOutEverywhere": "ends one's own sessions",
  "app/aanmelden/actions.ts askForLink":
    "anybody may ask; a link goes to the mailbox of an account",
  "app/inbreng/actions.ts enter": "anybody may type a code; it leads to what it is of",
  "app/aanmelden/[token]/actions.ts signIn": "the secret in the link is the proof",
};
