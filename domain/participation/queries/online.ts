import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import { NotFound } from "../../kernel/errors";
import { uuid } from "../../kernel/fields";
import { changeWords, placedThrough } from "../../kernel/layer";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import { layerOver } from "../../redaction/rows";
import { outsideOf } from "../../statements/rows";
import type { ConsultationPage, OnlineOverview } from "../model";
import { addressesOf, askedIn, consultationPageOf, countsIn, onlineIn } from "../rows";
import { lackingIn, stateAt } from "../rules";

/** How a consultation is held online, and what is still lacking; null when nobody prepares it. */
export const consultationOverview = query(
  reader,
  async (scope: ReaderScope, consultationId: string): Promise<OnlineOverview | null> => {
    if (!uuid.safeParse(consultationId).success) return null;
    const db = await database();
    const { dossierId } = scope;
    const online = await onlineIn(db, dossierId, consultationId);
    if (!online) return null;
    const { statements } = await outsideOf(db, dossierId, consultationId);
    const counts = await rowsOf<{ statementId: string | null; n: number }>(
      db,
      sql`select statement_id as "statementId", count(*)::int as n from answer
        where consultation_id = ${consultationId} and state = 'placed' group by statement_id`,
    );
    const { people, toModerate } = await countsIn(db, consultationId);
    const answered = new Map(counts.map(({ statementId, n }) => [statementId, n]));
    const now = Date.now();
    return {
      ...online,
      state: stateAt(online, now),
      lacking: lackingIn(online, statements.length, now),
      addresses: await addressesOf(db, consultationId),
      statements: statements.map(({ shown, ...one }) => ({
        ...one,
        shown: shown !== "nothing",
        answers: answered.get(one.statementId) ?? 0,
      })),
      participants: people,
      toModerate,
      answers: counts.reduce((sum, { n }) => sum + n, 0),
    };
  },
);

/**
 * An online consultation as participants will see it, for who prepares it: with the stellingen that are not shown
 * yet, in their order.
 *
 * @throws NotFound
 */
export const consultationPreview = query(
  reader,
  async (scope: ReaderScope, consultationId: string): Promise<ConsultationPage> => {
    if (!uuid.safeParse(consultationId).success) throw new NotFound();
    const db = await database();
    const { dossierId } = scope;
    const page = await consultationPageOf(db, dossierId, consultationId, null);
    const asked = await askedIn(db, consultationId);
    const { statements } = await outsideOf(db, dossierId, consultationId);
    const all =
      asked.length > 0
        ? asked
        : statements.map(({ id: _place, statementId: id, shown: _shown, ...one }) => ({
            ...one,
            id,
          }));
    const { shown } = await layerOver(dossierId)();
    return changeWords({ ...page, house: placedThrough(page.house), statements: all }, shown);
  },
);
