/// <reference types="next/image-types/global" />
import type { StaticImageData } from "next/image";
import accountability from "./pictures/accountability.webp";
import accounts from "./pictures/accounts.webp";
import addSource from "./pictures/addSource.webp";
import answering from "./pictures/answering.webp";
import code from "./pictures/code.webp";
import columns from "./pictures/columns.webp";
import confirm from "./pictures/confirm.webp";
import consultations from "./pictures/consultations.webp";
import coreValues from "./pictures/coreValues.webp";
import corrections from "./pictures/corrections.webp";
import declarations from "./pictures/declarations.webp";
import findings from "./pictures/findings.webp";
import following from "./pictures/following.webp";
import invitations from "./pictures/invitations.webp";
import log from "./pictures/log.webp";
import mail from "./pictures/mail.webp";
import management from "./pictures/management.webp";
import matrix from "./pictures/matrix.webp";
import moderation from "./pictures/moderation.webp";
import overview from "./pictures/overview.webp";
import personalData from "./pictures/personalData.webp";
import publication from "./pictures/publication.webp";
import reader from "./pictures/reader.webp";
import requirement from "./pictures/requirement.webp";
import review from "./pictures/review.webp";
import room from "./pictures/room.webp";
import search from "./pictures/search.webp";
import settings from "./pictures/settings.webp";
import sources from "./pictures/sources.webp";
import specification from "./pictures/specification.webp";
import start from "./pictures/start.webp";
import statements from "./pictures/statements.webp";
import table from "./pictures/table.webp";
import trace from "./pictures/trace.webp";
import workbench from "./pictures/workbench.webp";
import type { Topic } from "./topics";

/** A picture of each screen, made by `npm run screenshots`. */
export const PICTURES: Record<Topic, StaticImageData> = {
  start,
  overview,
  settings,
  sources,
  addSource,
  columns,
  workbench,
  confirm,
  reader,
  personalData,
  corrections,
  declarations,
  consultations,
  following,
  room,
  moderation,
  invitations,
  statements,
  coreValues,
  code,
  specification,
  findings,
  table,
  matrix,
  requirement,
  trace,
  accountability,
  answering,
  publication,
  review,
  search,
  log,
  accounts,
  mail,
  management,
};
