import { z } from "zod";
import { APPROVAL_ROLES, type ApprovalRole, ROLES, type Role } from "@/db/vocabulary";
import { says } from "@/domain/kernel/errors";
import { lockVersion, optionalText, requiredText, uuid } from "../kernel/fields";

export const newDossier = z.object({
  title: requiredText(160),
  contractingAuthority: requiredText(160),
  subject: optionalText(2_000),
});

export const dossierDetails = newDossier.extend({ lockVersion });

const role = z.string(says("errors.field.choose")).pipe(z.enum(ROLES, says("errors.field.choose")));
export const memberRole = z.object({ accountId: uuid, role });
/** In which capacities somebody approves requirements; none is none. */
export const memberApprovals = z.object({
  accountId: uuid,
  approves: z
    .array(z.enum(APPROVAL_ROLES, says("errors.field.choose")))
    .max(APPROVAL_ROLES.length)
    .default([])
    .transform((chosen) => APPROVAL_ROLES.filter((role) => chosen.includes(role))),
});
const email = requiredText(254)
  .transform((value) => value.toLowerCase())
  .pipe(z.email(says("errors.field.email")));
export const newMember = z.object({ email, role });
export const appointment = z.object({ accountId: uuid, email });

/** More than a page can show at once is no planning or list of groups any more. */
export const MAX_LISTED = 100;

/** A dossier in the list of somebody who is in it. */
export interface MyDossier {
  id: string;
  slug: string;
  title: string;
  contractingAuthority: string;
  role: Role;
  startedAt: string;
  /** How much work there is; null for who may not see the work. */
  counts: { consultations: number; reactions: number; requirements: number } | null;
  /** For a stakeholder: the code of the page where the stellingen stand, when it is open. */
  stakeholderCode: string | null;
}

export const DOSSIER_SORTS = ["started", "title", "role"] as const;
export type DossierSort = (typeof DOSSIER_SORTS)[number];

export interface Details {
  title: string;
  contractingAuthority: string;
  subject: string;
  stakeholderCode: string | null;
  /** Originals whose time has passed go by themselves. */
  destroysOriginals: boolean;
  lockVersion: number;
}

export interface Member {
  accountId: string;
  name: string;
  email: string;
  role: Role;
  /** In which capacities they approve requirements. */
  approves: ApprovalRole[];
  /** The account was switched off: it is a member but cannot come in. */
  disabled: boolean;
}

/** What an administrator says with archiving a dossier, and with bringing it back. */
export const archiving = z.object({ dossierId: uuid, reason: requiredText(500) });

/** A dossier as an administrator sees it: what it is called, and nothing of the work in it. */
export interface ManagedDossier {
  id: string;
  slug: string;
  title: string;
  contractingAuthority: string;
  createdAt: string;
  archivedAt: string | null;
}
