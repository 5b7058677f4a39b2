import { database } from "@/db/client";
import { BLOCKERS, type Blocker } from "@/db/vocabulary";
import { WITHOUT_ANSWER, WITHOUT_SOURCE } from "../../coverage/model";
import {
  dispositionNumbers,
  firstGaps,
  groupNumbers,
  requirementNumbers,
  reviewNumbers,
} from "../../coverage/queries";
import { findingPage } from "../../findings/queries";
import { query } from "../../kernel/query";
import { type ReaderScope, reader } from "../../kernel/scope";
import { releaseOf } from "../../personal-data/rows";
import { missingApprovals } from "../../review/queries";
import { suspectSums } from "../../trace/queries";
import { type BlockerRow, NAMED, type NamedThing, type Readiness } from "../model";
import { changedNamed, passingOf } from "../rows";
import { heldBack } from "./document";

/**
 * Whether a dossier can be published, and what is in the way. Every number is the one that its own page counts; what a passing
 * over covers is held against what is open now.
 */
export const readiness = query(reader, async (scope: ReaderScope): Promise<Readiness> => {
  const db = await database();
  const passings = Promise.all(BLOCKERS.map((blocker) => passingOf(db, scope, blocker)));
  const [requirements, dispositions, reviews, suspect, groups, passed, held, { sums: findings }] =
    await Promise.all([
      requirementNumbers(scope),
      dispositionNumbers(scope),
      reviewNumbers(scope),
      suspectSums(scope),
      groupNumbers(scope),
      passings,
      heldBack(scope),
      findingPage(scope),
    ]);
  const sums: Record<Blocker, { count: number; of: number }> = {
    withoutSource: { count: requirements.withoutSource, of: requirements.total },
    withoutAnswer: { count: dispositions.withoutAnswer, of: dispositions.total },
    withoutApproval: { count: reviews.missing, of: reviews.total },
    suspect: { count: suspect.changed.requirements, of: requirements.total },
  };
  const blockers = BLOCKERS.map(async (blocker, n): Promise<BlockerRow> => {
    const { key = "", passing = null, holds = false } = passed[n] ?? {};
    const { count, of } = sums[blocker];
    return {
      ...{ blocker, count, of, key, passing },
      first: await firstOf(scope, blocker, count),
      state: count === 0 ? "clear" : passing && holds ? "passed" : "open",
    };
  });
  return {
    blockers: await Promise.all(blockers),
    personalData: { held, release: held ? await releaseOf(db, scope.dossierId, held.key) : null },
    changedSources: suspect.changed.sources.map(({ id, title }) => ({ id, title })),
    silentGroups: groups.silent,
    expectedGroups: groups.expected,
    findings: Object.values(findings.open).reduce((all, one) => all + one, 0),
  };
});

/** The first of what is open, to be named. @param count how many that are. */
async function firstOf(scope: ReaderScope, blocker: Blocker, count: number): Promise<NamedThing[]> {
  if (count === 0) return [];
  if (blocker === "suspect") return changedNamed(await database(), scope);
  if (blocker === "withoutApproval") {
    const { rows } = await missingApprovals(scope);
    return rows.slice(0, NAMED).map(({ id, code, title }) => ({ id, code, text: title }));
  }
  const list = blocker === "withoutSource" ? WITHOUT_SOURCE : WITHOUT_ANSWER;
  const [found] = await firstGaps(scope, [{ list, total: count }], NAMED);
  return (found?.rows ?? []).map(({ id, code, text }) => ({ id, code: code ?? "", text }));
}
