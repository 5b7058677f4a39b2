import { type SQL, sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { dutchQuery, holds } from "@/db/search";
import { type Paged, pageOf } from "../../kernel/paging";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import { searchWords } from "../../text/hits";
import {
  CORE_VALUES_PER_PAGE,
  type CoreValueOption,
  type CoreValueRow,
  type CoreValueSort,
  MAX_OPTIONS,
} from "../model";
import { optionsIn } from "../rows";
import { SPREAD } from "./spread";

/**
 * One page of the kernwaarden of the dossier with their spread. Sorted by spread: first what
 * comes back with most groups and consultations together, then with most words.
 */
export const listCoreValues = query(
  reader,
  async (
    scope: ReaderScope,
    { sort = "spread", page: wanted = 1 }: { sort?: CoreValueSort; page?: number } = {},
  ): Promise<Paged<CoreValueRow>> => {
    const db = await database();
    const [counted] = await rowsOf<{ total: number }>(
      db,
      sql`select count(*)::int as total from core_value where dossier_id = ${scope.dossierId}`,
    );
    const total = counted?.total ?? 0;
    const { page, pages } = pageOf(total, CORE_VALUES_PER_PAGE, wanted);
    const rows = await rowsOf<CoreValueRow>(
      db,
      sql`with cell as (
        select core_value_id, consultation_id, stakeholder_group_id, count(*)::int as words
        from core_value_word where dossier_id = ${scope.dossierId} group by 1, 2, 3
      ),
      spread as (
        select cell.core_value_id, ${SPREAD}
        from cell left join consultation c on c.id = cell.consultation_id
        group by cell.core_value_id
      ),
      held as (
        select core_value_id, count(*)::int as requirements from standing_link
        where dossier_id = ${scope.dossierId} and core_value_id is not null
        group by core_value_id
      )
      select v.id, v.number, v.name, v.definition,
        coalesce(s.words, 0) as words,
        coalesce(s.consultations, 0) as consultations,
        coalesce(s.groups, 0) as groups,
        coalesce(h.requirements, 0) as requirements
      from core_value v
      left join spread s on s.core_value_id = v.id
      left join held h on h.core_value_id = v.id
      where v.dossier_id = ${scope.dossierId}
      order by ${
        sort === "number"
          ? sql`v.number`
          : sql`coalesce(s.groups + s.consultations, 0) desc, coalesce(s.words, 0) desc, v.number`
      }
      limit ${CORE_VALUES_PER_PAGE} offset ${(page - 1) * CORE_VALUES_PER_PAGE}`,
    );
    return { rows, total, page, pages };
  },
);

/**
 * Kernwaarden to choose from, by number, at most {@link MAX_OPTIONS}. With `search` those whose
 * name begins with or holds these words, or whose definition is about them.
 */
export const coreValueOptions = query(
  reader,
  async (scope: ReaderScope, search?: string): Promise<CoreValueOption[]> => {
    const words = searchWords(search ?? "");
    return optionsIn(await database(), scope.dossierId, words ? matches(words) : sql`true`);
  },
);

function matches(words: string): SQL {
  return sql`(${holds(sql`v.name`, words)} or v.words @@ ${dutchQuery(words)})`;
}
