import fs from "node:fs";
import path from "node:path";

export const E2E_PORT = Number(process.env.E2E_PORT || 3210);
export const E2E_ADDRESS = `http://127.0.0.1:${E2E_PORT}`;
export const E2E_FOLDER = path.resolve(".cache", "e2e");
/** Where the mails are that people in the tests are sent. */
export const MAIL_FOLDER = path.join(E2E_FOLDER, "mail");
/** The edition that is published, as a zip that opens from disk. */
export const EDITION_ZIP = path.join(E2E_FOLDER, "editie.zip");
const WORLD = path.join(E2E_FOLDER, "world.json");

/**
 * Who walks through the tests. Author, reviewer and stakeholder are in the same dossiers; the
 * stranger is author of another one; the administrator is in none. `nobody` is signed out.
 */
export const VISITORS = ["author", "reviewer", "stakeholder", "stranger", "administrator"] as const;
export type Visitor = (typeof VISITORS)[number];
export const EVERYBODY = [...VISITORS, "nobody"] as const;
export type Anybody = (typeof EVERYBODY)[number];

/** A dossier with one id of each kind of thing in it. */
export interface Place {
  slug: string;
  /** The number of an edition that was published. */
  edition: string;
  source: string;
  sourceVersion: string;
  /** The first document in the source. */
  part: string;
  /** Where a block of it begins that became nothing. */
  leftOut: number;
  /** What its author asked of a requirement, and did not do yet. */
  change: string;
  /** A spreadsheet that its author sent, and did not bring in yet. */
  upload: string;
  consultation: string;
  /** One that is held online. */
  online: string;
  /** A stelling in that one with an explanation, and the picture with it. */
  explained: string;
  picture: string;
  statement: string;
  reaction: string;
  passage: string;
  /** Where the passage stands in its source, in code points. */
  passageStart: number;
  passageEnd: number;
  coreValue: string;
  coding: string;
  chapter: string;
  requirement: string;
  link: string;
  milestone: string;
  group: string;
  /** The secret in the link of somebody who may correct the source. */
  correctionLink: string;
  /** Words of this dossier that nobody else may see. */
  secrets: string[];
}

interface Confirmed {
  source: string;
  part: string;
  lockVersion: number;
  start: number;
}

/** Things in the target that nothing uses, so that they can be taken away. */
export interface Spare {
  milestone: string;
  group: string;
  chapter: string;
  requirement: string;
  droppedRequirement: string;
  /** One in which something is found, and a finding that was let stand. */
  checked: string;
  ignored: string;
  /** One in review that its author did not write, and a step of who may approve it. */
  reviewed: { requirement: string; step: number };
  removedCoding: string;
  /** An edition that was only adopted, and one that was published, by their ids. */
  editions: { adopted: string; published: string };
  /** A reaction without a kernwaarde. */
  reaction: string;
  /** One that nothing rests on. */
  loose: string;
  statement: string;
  /** A confirmed document on which nothing rests, and where its first reaction begins. */
  cut: Confirmed;
  /** Another one, to open again. */
  reopened: Confirmed;
  /** A source that could not be read. */
  unreadSource: string;
  dossier: string;
  /** Files that its author sent: one to add, and one to do everything else with. */
  drafts: { ready: string; other: string };
  /** A source that nobody was asked to correct yet. */
  uncorrected: string;
  /** One with a round: two people, of whom the first proposed something, and the link of the second. */
  corrected: {
    source: string;
    round: string;
    attendee: string;
    proposal: string;
    block: number;
    link: string;
  };
  /** One of which a proposal was accepted, so that the next version can be made. */
  settled: { source: string; round: string };
  /** A source that was added by mistake. */
  mistake: { id: string; title: string };
  /** Whom minutes name, still to be decided on; the first is written in two ways. */
  people: { first: string; form: string; second: string; third: string };
  /** One that is held online and is being prepared, with its stelling; and one of that kind that nobody prepares. */
  online: {
    prepared: string;
    statement: string;
    /** A stelling with a picture, which goes when it is taken away. */
    pictured: string;
    unprepared: string;
    invitation: string;
  };
  /** An online consultation that is open, with reactions as they were read, and a decision to take back. */
  moderated: {
    consultation: string;
    waits: string[];
    reaction: string;
    flagged: string;
    act: string;
    /** One that says two things, as it was read; and one that was divided. */
    composite: { reaction: string; seen: string };
    divided: string;
    /** A meeting about it that is going on, the second stelling, and what was written down: one to take away. */
    room: { meeting: string; statement: string; note: string; loose: string };
  };
  /** A consultation with one stelling, and the fingerprint of what is seen of it. */
  consultation: { id: string; seen: string };
  member: string;
  guestEmail: string;
}

/** What the server was filled with before it started. */
export interface World {
  /** One-time links of each visitor: one to sign in with, and one that is only looked at. */
  links: Record<Visitor, [use: string, look: string]>;
  /** As they stand in the log; no two are alike. */
  names: Record<Visitor, string>;
  /** The example dossier: read only, by all tests. */
  example: Place;
  /** A dossier of which an edition is published, that nobody changes. */
  published: { slug: string; number: string };
  /** A dossier with two editions that anybody may compare, that nobody changes. */
  revised: { slug: string; first: string; second: string };
  /** The dossier that actions are aimed at; nothing else looks at it. */
  target: Place & { spare: Spare };
  /** A dossier with minutes that are still to be split: read only. */
  work: Place;
  /** The dossier in which the tests of the editor write. */
  writing: Place;
  /** The dossier of the stranger. */
  other: Place;
  /** A dossier in which every form is filled in, by somebody of its own. */
  forms: Place & { spare: Spare; account: string; name: string };
  /** Another author of `forms`, whose browser runs no scripts and whose sessions are ended. */
  scriptless: { account: string; name: string };
  /** A dossier in which nothing has been done yet. */
  empty: string;
  /** Another one, for the actions that only work there. */
  bare: string;
  /** A dossier to send files to, with one source that could not be read. */
  intake: { slug: string; unreadSource: string };
  /** Dossiers in which five reactions are to be answered, one for each way of working. */
  answering: string[];
  /** A dossier in which something is in the way of publishing. */
  publishing: string;
  /** A dossier in which nothing is, that its reviewer may adopt. */
  adopting: string;
  /** A dossier that its reviewer has adopted at this moment; one for each try. */
  beingAdopted: [string, string];
  /** A dossier in which three requirements wait for a reviewer: those ids, in the order of the document. */
  reviewing: { slug: string; requirements: string[] };
  /** Sources of which each page is as heavy as one can be: long ones, and one on which much rests everywhere. */
  heavy: { slug: string; sources: string[] };
  stakeholderCode: string;
  /** Of the online consultation of the example, open to everybody. */
  onlineCode: string;
  /** Requirements to change many of at once. */
  table: { slug: string };
  /** Online consultations that are open and end while somebody writes, one for each try (`forThisTry`). */
  closing: { slug: string; code: string; consultation: string }[];
  /** The same, followed while people react, and closed. */
  following: World["closing"];
  /** The same, for a meeting in a room. */
  room: World["closing"];
  /** The same, in which reactions wait for who keeps order; others read them after their own. */
  moderating: { slug: string; code: string; consultation: string; senders: string[] }[];
  /** An account that is there to be renamed and switched off. */
  account: string;
  /** The address of somebody who signs in by mail, and nothing else. */
  mailed: string;
  /** A mail that failed. */
  failedMail: string;
  /** The account of the only author of a dossier. */
  handsOver: string;
  /** The account of somebody who signs in and is switched off, on a page of the test. */
  comesAndGoes: string;
  /** The account of an author of `work` who switches the keys of one letter off. */
  withoutLetters: string;
  /** The account of somebody whose browser runs no scripts. */
  withoutScript: string;
  /** The id of each dossier by its slug, as the chains of the log are called. */
  dossierIds: Record<string, string>;
}

export function readWorld(): World {
  return JSON.parse(fs.readFileSync(WORLD, "utf8")) as World;
}

export function writeWorld(world: World): void {
  fs.mkdirSync(E2E_FOLDER, { recursive: true });
  fs.writeFileSync(WORLD, JSON.stringify(world, null, 2));
}

/** Where the session of a visitor is kept between tests. */
export function sessionFile(visitor: Visitor): string {
  return path.join(E2E_FOLDER, `${visitor}.json`);
}
