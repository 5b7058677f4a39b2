import type accounts from "./nl/accounts.json";
import type app from "./nl/app.json";
import type audit from "./nl/audit.json";
import type bulk from "./nl/bulk.json";
import type checking from "./nl/checking.json";
import type cli from "./nl/cli.json";
import type consensus from "./nl/consensus.json";
import type consultations from "./nl/consultations.json";
import type coreValues from "./nl/coreValues.json";
import type corrections from "./nl/corrections.json";
import type coverage from "./nl/coverage.json";
import type declarations from "./nl/declarations.json";
import type dispositions from "./nl/dispositions.json";
import type dossiers from "./nl/dossiers.json";
import type editions from "./nl/editions.json";
import type editor from "./nl/editor.json";
import type errors from "./nl/errors.json";
import type findings from "./nl/findings.json";
import type help from "./nl/help.json";
import type home from "./nl/home.json";
import type invitations from "./nl/invitations.json";
import type kinds from "./nl/kinds.json";
import type mail from "./nl/mail.json";
import type matrix from "./nl/matrix.json";
import type moderation from "./nl/moderation.json";
import type navigation from "./nl/navigation.json";
import type overview from "./nl/overview.json";
import type papers from "./nl/papers.json";
import type participation from "./nl/participation.json";
import type personalData from "./nl/personalData.json";
import type publication from "./nl/publication.json";
import type reactions from "./nl/reactions.json";
import type requirements from "./nl/requirements.json";
import type review from "./nl/review.json";
import type room from "./nl/room.json";
import type search from "./nl/search.json";
import type shell from "./nl/shell.json";
import type sources from "./nl/sources.json";
import type splitting from "./nl/splitting.json";
import type statements from "./nl/statements.json";
import type table from "./nl/table.json";
import type trace from "./nl/trace.json";
import type ui from "./nl/ui.json";
import type uploads from "./nl/uploads.json";

/** All text of the interface by namespace, as types: what stands in `messages/nl/`. */
export interface Catalogue {
  accounts: typeof accounts;
  app: typeof app;
  audit: typeof audit;
  bulk: typeof bulk;
  checking: typeof checking;
  cli: typeof cli;
  consensus: typeof consensus;
  consultations: typeof consultations;
  coreValues: typeof coreValues;
  corrections: typeof corrections;
  coverage: typeof coverage;
  declarations: typeof declarations;
  dispositions: typeof dispositions;
  dossiers: typeof dossiers;
  editions: typeof editions;
  editor: typeof editor;
  errors: typeof errors;
  findings: typeof findings;
  help: typeof help;
  home: typeof home;
  invitations: typeof invitations;
  kinds: typeof kinds;
  mail: typeof mail;
  matrix: typeof matrix;
  moderation: typeof moderation;
  navigation: typeof navigation;
  overview: typeof overview;
  papers: typeof papers;
  participation: typeof participation;
  personalData: typeof personalData;
  publication: typeof publication;
  reactions: typeof reactions;
  requirements: typeof requirements;
  review: typeof review;
  room: typeof room;
  search: typeof search;
  shell: typeof shell;
  sources: typeof sources;
  splitting: typeof splitting;
  statements: typeof statements;
  table: typeof table;
  trace: typeof trace;
  ui: typeof ui;
  uploads: typeof uploads;
}

type PathsIn<Texts> = {
  [Name in keyof Texts & string]: Texts[Name] extends string
    ? Name
    : `${Name}.${PathsIn<Texts[Name]>}`;
}[keyof Texts & string];

/** The path of a text, namespace first: `errors.notFound`, `sources.errors.empty`. */
export type MessageKey = PathsIn<Catalogue>;
