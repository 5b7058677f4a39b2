import { z } from "zod";
import type { ReactionKind } from "@/db/vocabulary";
import {
  AUDIENCES,
  type Audience,
  CONSULTATION_KINDS,
  type ConsultationKind,
} from "@/db/vocabulary";
import { says } from "@/domain/kernel/errors";
import { lockVersion, nullableDate, nullableText, requiredText, uuid } from "../kernel/fields";

/** HH:MM, or nothing. */
const nullableTime = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null)
  .pipe(
    z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, says("consultations.errors.time"))
      .nullable(),
  );

/** What a consultation is made of; dates as YYYY-MM-DD, times as HH:MM. */
export const newConsultation = z.object({
  title: requiredText(200),
  kind: z.enum(CONSULTATION_KINDS, says("errors.field.choose")),
  audience: z.enum(AUDIENCES, says("errors.field.choose")),
  heldOn: nullableDate,
  startsAt: nullableTime,
  sector: nullableText(40),
  chair: nullableText(120),
});

export const changedConsultation = newConsultation.extend({ id: uuid, lockVersion });

/** A consultation as its form shows it. */
export interface ConsultationFields {
  title: string;
  kind: ConsultationKind;
  audience: Audience;
  heldOn: string | null;
  startsAt: string | null;
  sector: string | null;
  chair: string | null;
}

/** What stands now, for who comes to save on an older version. */
export interface CurrentConsultation extends ConsultationFields {
  id: string;
  lockVersion: number;
}

export interface ConsultationRow {
  id: string;
  title: string;
  kind: ConsultationKind;
  /** YYYY-MM-DD */
  heldOn: string | null;
  /** HH:MM */
  startsAt: string | null;
  sector: string | null;
  statements: number;
  reactions: number;
  /** Segments on the splitting workbench of its documents, and how many are undecided. */
  segments: number;
  openSegments: number;
}

export interface ConsultationOption {
  id: string;
  title: string;
  kind: ConsultationKind;
  heldOn: string | null;
  sector: string | null;
}

export interface ConsultationStatement {
  statementId: string;
  number: number;
  /** What its documents call it, where that is something else. */
  labels: string[];
  text: string;
  reactions: number;
}

export interface ConsultationDocument {
  sourceId: string;
  sourceTitle: string;
  /** Number of the document within its source, and where it stands there in code points. */
  part: number;
  start: number;
  end: number;
  confirmedAt: string | null;
  segments: number;
  openSegments: number;
}

export interface ConsultationContents {
  statements: ConsultationStatement[];
  reactionsByKind: { kind: ReactionKind; count: number }[];
  /** How many of them belong to no stelling. */
  withoutStatement: number;
  documents: ConsultationDocument[];
}
