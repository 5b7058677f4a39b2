import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { sha256 } from "@/db/hash";
import type { EditionKind } from "@/db/vocabulary";
import { asOutsider } from "../../dossiers/gate";
import { countOutcomes } from "../../invitations/rows";
import { query } from "../../kernel/query";
import { actorAccountId, type ReaderScope, reader } from "../../kernel/scope";
import type { Adoption, EditionContent, EditionPreview, EditionRow } from "../model";
import {
  consultationsAnswered,
  contentOf,
  nextPlaces,
  refusalOf,
  standingInWay,
  wroteAny,
} from "../rows";
import { type EditionPlace, frozen, numberOf } from "../rules";

/** Everything that an edition would hold that is adopted now, as outsiders read it. */
export const contentToFreeze = query(
  reader,
  async (scope: ReaderScope): Promise<EditionContent> =>
    contentOf(await database(), asOutsider(scope)),
);

/** What would be adopted now, and whether who looks may. @param read what it would hold, where that was just read. */
export const editionPreview = query(
  reader,
  async (scope: ReaderScope, read?: EditionContent): Promise<EditionPreview> => {
    const db = await database();
    const content = read ?? (await contentOf(db, asOutsider(scope)));
    const { sections, contentSha256 } = frozen(content, sha256);
    const { blocked, held, passedOver } = await standingInWay(db, scope);
    const { next, previous } = await nextPlaces(db, scope.dossierId);
    const wrote = await wroteAny(db, scope);
    const standing = { blocked, held, wrote, empty: content.requirements.length === 0 };
    return {
      next: { definitive: numberOf(next.definitive), concept: numberOf(next.concept) },
      ...{ contentSha256, sections, passedOver: passedOver.length },
      dropped: content.requirements.filter(({ dropped }) => dropped).length,
      answered: content.reactions.filter(({ answer }) => answer !== null).length,
      replaced: content.sources.reduce((all, { replaced }) => all + replaced, 0),
      previous: previous && {
        number: previous.number,
        sha256: previous.sha256,
        decidedOn: previous.decidedOn,
      },
      refused: {
        definitive: refusalOf("definitive", standing),
        concept: refusalOf("concept", standing),
      },
    };
  },
);

/** From so many reactions on a dossier is adopted in the background: with fewer it takes about a second. */
const MANY_REACTIONS = 3_000;

/** Whether adopting takes so long that nobody should wait for it. */
export const takesLong = query(reader, async ({ dossierId }: ReaderScope): Promise<boolean> => {
  const [found] = await rowsOf<{ many: boolean }>(
    await database(),
    sql`select count(*) >= ${MANY_REACTIONS} as many from (
      select from live_reaction where dossier_id = ${dossierId} limit ${MANY_REACTIONS}) counted`,
  );
  return found?.many ?? false;
});

/** The adopting that goes on in a dossier, or how the last one ended; null when there was none. */
export const adoptionOf = query(
  reader,
  async ({ dossierId, actor }: ReaderScope): Promise<Adoption | null> => {
    const [found] = await rowsOf<
      Omit<Adoption, "number"> & { major: number | null; minor: number | null }
    >(
      await database(),
      sql`select o.attempt, o.state, o.step, o.progress, o.failure, a.name as by, o.created_at as since,
          e.major, e.minor, case when o.account_id = ${actorAccountId(actor)} then o.asked end as asked
        from adoption o
        join account a on a.id = o.account_id
        left join edition e on e.id = o.edition_id
        where o.dossier_id = ${dossierId}`,
    );
    if (!found) return null;
    const { major, minor, ...adoption } = found;
    return {
      ...adoption,
      number: major === null || minor === null ? null : numberOf({ major, minor }),
    };
  },
);

/** How many people would be told by mail when this edition is published; 0 for a concept. */
export const toldOfEdition = query(
  reader,
  async ({ dossierId }: ReaderScope, editionId: string): Promise<number> => {
    const db = await database();
    const [found] = await rowsOf<{ kind: EditionKind }>(
      db,
      sql`select kind from edition where id = ${editionId} and dossier_id = ${dossierId}`,
    );
    if (found?.kind !== "definitive") return 0;
    return countOutcomes(db, dossierId, await consultationsAnswered(db, editionId));
  },
);

/** The editions of a dossier, the newest first. */
export const listEditions = query(reader, async (scope: ReaderScope): Promise<EditionRow[]> => {
  const rows = await rowsOf<
    Omit<EditionRow, "number" | "decidedBy"> & EditionPlace & { head: string }
  >(
    await database(),
    sql`select e.id, e.major, e.minor, e.kind, e.sha256, e.created_at as "adoptedAt",
        e.decided_on::text as "decidedOn", e.head, a.name as "adoptedByName",
        p.created_at as "publishedAt", w.created_at as "withdrawnAt", w.reason as "withdrawnReason"
      from edition e
      left join account a on a.id = e.created_by
      left join edition_act p on p.edition_id = e.id and p.act = 'published'
      left join edition_act w on w.edition_id = e.id and w.act = 'withdrawn'
      where e.dossier_id = ${scope.dossierId} order by e.major desc, e.minor desc`,
  );
  return rows.map(({ major, minor, head, ...row }) => {
    const { decidedBy, sections } = JSON.parse(head);
    return {
      ...row,
      ...{ number: numberOf({ major, minor }), decidedBy },
      ...{ requirements: sections.requirements.count, reactions: sections.reactions.count },
    };
  });
});
