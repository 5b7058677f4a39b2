import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { NotFound } from "../kernel/errors";
import { uuid } from "../kernel/fields";
import { query } from "../kernel/query";
import { type ReaderScope, reader } from "../kernel/scope";
import type { Draft } from "./model";
import { ownerOf } from "./rows";

const DRAFT = sql`u.id, u.file_name as "fileName", u.title, u.byte_size as "byteSize", u.state,
  u.progress, (extract(epoch from now() - u.reading_since) * 1000)::float8 as "readingFor", u.choices,
  u.found, case when u.failure is not null then json_build_object(
    'key', u.failure, 'params', coalesce(u.failure_params, '{}')) end as failure,
  u.attached_to as "attachedTo",
  (select json_build_object('id', s.id, 'title', s.title) from source s
    where s.dossier_id = u.dossier_id and s.state <> 'removed' and (s.sha256 = u.sha256
      or s.text_key in (u.found ->> 'textKey', u.found ->> 'textSha256')) limit 1) as known,
  (select o.file_name from upload o
    where o.dossier_id = u.dossier_id and o.account_id = u.account_id and o.state = 'ready'
      and (o.sha256 = u.sha256 or o.found ->> 'textKey' = u.found ->> 'textKey')
      and (o.created_at, o.id) < (u.created_at, u.id)
    order by o.created_at, o.id limit 1) as "sameAs"`;

/**
 * The files that somebody sent in this dossier and did not add yet, in the order in which they were sent:
 * their own and nobody else's. At most `MAX_DRAFTS` and what came with them.
 */
export const listDrafts = query(reader, async (scope: ReaderScope): Promise<Draft[]> => {
  return rowsOf<Draft>(
    await database(),
    sql`select ${DRAFT} from upload u
      where u.dossier_id = ${scope.dossierId} and u.account_id = ${ownerOf(scope)}
        and u.state <> 'receiving'
      order by coalesce((select p.created_at from upload p where p.id = u.parent_id), u.created_at),
        u.created_at, u.id`,
  );
});

/** One of them. @throws NotFound also for somebody else's. */
export const getDraft = query(reader, async (scope: ReaderScope, id: string): Promise<Draft> => {
  if (!uuid.safeParse(id).success) throw new NotFound();
  const [found] = await rowsOf<Draft>(
    await database(),
    sql`select ${DRAFT} from upload u
      where u.id = ${id} and u.dossier_id = ${scope.dossierId}
        and u.account_id = ${ownerOf(scope)} and u.state <> 'receiving'`,
  );
  if (!found) throw new NotFound();
  return found;
});
