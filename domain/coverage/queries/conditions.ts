import { sql } from "drizzle-orm";

/**
 * What each number is a count of and each list of gaps a list of, said once: a number and its list
 * can then not come apart. Aliases: `s` is a row of `reaction_use` in `reaction…`, and the thing
 * itself elsewhere (`k` core_value, `s` statement, `c` consultation, `g` stakeholder_group).
 */

/**
 * Reactions of which something came: each is one of these. The others are `unused_reaction`, or were answered without
 * a kernwaarde. `a` is their row in `answered_reaction`, if any.
 */
export const reactionIs = {
  linked: sql`s.linked`,
  viaCoreValue: sql`not s.linked and s.via`,
  codedOnly: sql`not s.linked and not s.via and a.reaction_id is null`,
};

export const coreValueHasRequirement = sql`exists (
  select from standing_link l where l.core_value_id = k.id)`;

export const coreValueHasWords = sql`exists (
  select from live_coding l where l.core_value_id = k.id)`;

export const statementHasReactions = sql`exists (
  select from live_reaction r where r.dossier_id = s.dossier_id and r.statement_id = s.id)`;

export const consultationHasReactions = sql`exists (
  select from live_reaction r where r.dossier_id = c.dossier_id and r.consultation_id = c.id)`;

/** An information sheet is no occasion of input, so it is not missed when it is silent. */
export const isConsultationOfPeople = sql`c.kind <> 'information'`;

export const groupWasHeard = sql`exists (
  select from live_reaction r where r.dossier_id = g.dossier_id and r.stakeholder_group_id = g.id)`;
