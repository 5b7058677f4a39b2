import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { query } from "../../kernel/query";
import { type ParticipantScope, participant } from "../../kernel/scope";
import type { Feedback, ReactionThing, RequirementThing } from "../model";
import { numberOf } from "../rules";

/**
 * What was done with what a participant sent: the *afweging* of each of their reactions, as it stands in the newest definitive
 * edition that was published. Before there is one, and of what is only a draft, nothing.
 *
 * @returns null when there is no such edition, or none of their words is in it.
 */
export const feedbackOn = query(
  participant,
  async ({ dossierId, participantId }: ParticipantScope): Promise<Feedback | null> => {
    const db = await database();
    const [edition] = await rowsOf<{
      id: string;
      slug: string;
      major: number;
      minor: number;
      decidedOn: string;
    }>(
      db,
      sql`select e.id, d.slug, e.major, e.minor, e.decided_on::text as "decidedOn"
        from edition e
        join dossier d on d.id = e.dossier_id
        join edition_act p on p.edition_id = e.id and p.act = 'published'
        where e.dossier_id = ${dossierId} and e.kind = 'definitive'
          and not exists (select from edition_act w where w.edition_id = e.id and w.act = 'withdrawn')
        order by e.major desc limit 1`,
    );
    if (!edition) return null;
    // What they took back is in no answer of ours any more.
    const rows = await rowsOf<{ asked: string; body: string }>(
      db,
      sql`select a.asked, p.body
        from answer a
        join lateral (
          select number from voiced_reaction where id = a.reaction_id
          union all select number from live_reaction where part_of_id = a.reaction_id) r on true
        join edition_part p on p.edition_id = ${edition.id} and p.section = 'reactions' and p.key = 'R-' || r.number
        where a.participant_id = ${participantId} and a.state = 'placed'
        order by a.sent_at, r.number`,
    );
    if (rows.length === 0) return null;
    const reactions = rows.map(({ asked, body }) => ({
      asked,
      reaction: JSON.parse(body) as ReactionThing,
    }));
    const codes = reactions.flatMap(({ reaction }) => reaction.answer?.requirements ?? []);
    const found = await rowsOf<{ body: string }>(
      db,
      sql`select body from edition_part where edition_id = ${edition.id} and section = 'requirements'
        and key in (select jsonb_array_elements_text(${JSON.stringify(codes)}::text::jsonb)) order by n`,
    );
    const requirements = found.map(({ body }) => JSON.parse(body) as RequirementThing);
    return {
      slug: edition.slug,
      number: numberOf(edition),
      decidedOn: edition.decidedOn,
      reactions: reactions.map(({ asked, reaction: { key, text, position, answer } }) => ({
        ...{ asked, key, text, position, answer },
        requirements: requirements
          .filter((one) => answer?.requirements.includes(one.key))
          .map(({ key, title, text }) => ({ key, title, text })),
      })),
    };
  },
);
