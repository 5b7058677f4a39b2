import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { passagesWithContext } from "@/domain/sources/queries";
import { NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import type { ReactionDetail, RequirementTag, ThreadItem } from "../model";
import { codedWith } from "./search";

/** Most replies shown under one reaction. */
const MOST_REPLIES = 100;
const MOST_REQUIREMENTS = 100;

/**
 * One reaction with its place in the minutes, its thread, its kernwaarden and what rests on it.
 *
 * @throws NotFound when it is not in this dossier.
 */
export const getReaction = query(
  reader,
  async (scope: ReaderScope, id: string): Promise<ReactionDetail> => {
    if (!uuid.safeParse(id).success) throw new NotFound();
    const db = await database();
    const [row] = await rowsOf<
      Omit<ReactionDetail, "passage" | "replyTo" | "replies" | "requirements"> & {
        passageId: string | null;
        replyToId: string | null;
      }
    >(
      db,
      sql`select r.id, r.number, r.kind, r.position, r.text, r.speaker,
        r.stakeholder_group_id as "groupId", g.name as "groupName",
        c.id as "consultationId", c.title as "consultationTitle", c.held_on as "heldOn",
        s.id as "statementId", s.text as "statementText", o.number as "statementNumber",
        r.lock_version as "lockVersion", r.created_at as "createdAt", a.name as "createdBy",
        r.passage_id as "passageId", r.reply_to_id as "replyToId",
        ${codedWith(sql`r.id`)} as "coreValues",
        exists (select from passage q join source_version v on v.id = q.source_version_id
          join source d on d.id = v.source_id
          where q.id = r.passage_id and d.written_in is not null
            and not exists (select from room_note n where n.source_id = d.id)) as online,
        exists (select from room_note n where n.reaction_id = r.id) as noted,
        (select json_build_object('id', w.id, 'number', w.number, 'position', w.position,
            'nth', (select count(*) from live_reaction e where e.part_of_id = w.id and e.number <= r.number),
            'of', (select count(*) from live_reaction e where e.part_of_id = w.id))
          from voiced_reaction w where w.id = r.part_of_id) as "partOf"
      from live_reaction r
      join consultation c on c.id = r.consultation_id
      left join stakeholder_group g on g.id = r.stakeholder_group_id
      left join statement s on s.id = r.statement_id
      left join statement_occurrence o
        on o.statement_id = r.statement_id and o.consultation_id = r.consultation_id
      left join account a on a.id = r.created_by
      where r.dossier_id = ${scope.dossierId} and r.id = ${id}`,
    );
    if (!row) throw new NotFound();
    const { passageId, replyToId, ...reaction } = row;
    const passages = await passagesWithContext(scope, passageId ? [passageId] : []);
    const thread = await rowsOf<ThreadItem>(
      db,
      sql`select id, number, kind, speaker, text from live_reaction reaction
      where dossier_id = ${scope.dossierId} and (id = ${replyToId} or reply_to_id = ${id})
      order by number limit ${MOST_REPLIES + 1}`,
    );
    const requirements = await rowsOf<RequirementTag>(
      db,
      sql`select q.id, q.code, v.title, bool_or(w.core_value_id is null) or exists (
          select from carrying c
          where c.dossier_id = ${scope.dossierId} and c.requirement_id = q.id and c.word = ${id}) as direct
      from requirement_reaction w
      join requirement q on q.id = w.requirement_id
      join requirement_version v on v.requirement_id = q.id and v.n = q.lock_version
      where w.dossier_id = ${scope.dossierId} and w.reaction_id = ${id} and q.dropped_at is null
      group by q.id, q.code, v.title
      order by q.code limit ${MOST_REQUIREMENTS}`,
    );
    return {
      ...reaction,
      passage: (passageId && passages.get(passageId)) || null,
      replyTo: thread.find((item) => item.id === replyToId) ?? null,
      replies: thread.filter((item) => item.id !== replyToId),
      requirements,
    };
  },
);
