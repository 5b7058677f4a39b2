import { database } from "@/db/client";
import { NotFound } from "../kernel/errors";
import { pageOf } from "../kernel/paging";
import { query } from "../kernel/query";
import { type ReaderScope, reader } from "../kernel/scope";
import {
  type CheckedRequirement,
  type CheckedText,
  FINDING_PAGE_SIZE,
  type FindingFilter,
  type FindingPage,
  type FindingSums,
  type ShownFinding,
} from "./model";
import { statementText } from "./rows";
import {
  checkedAlone,
  checkedIn,
  checkedStatement,
  checkedWriting,
  type MarkedRequirement,
} from "./rows/checked";
import { checkedText, isAsked, sumsOf } from "./rules";

const shownOf = ({ id, code, title, ...marked }: MarkedRequirement): CheckedRequirement => ({
  ...{ id, code, title },
  ...checkedText(marked),
});

/** The requirements with findings that are asked for, page by page, and how many there are in all. */
export const findingPage = query(
  reader,
  async (scope: ReaderScope, filter: FindingFilter = {}): Promise<FindingPage> => {
    const checked = await checkedIn(await database(), scope.dossierId);
    const asked = checked.filter(({ findings }) => findings.some((one) => isAsked(one, filter)));
    const at = pageOf(asked.length, FINDING_PAGE_SIZE, filter.page);
    const from = (at.page - 1) * FINDING_PAGE_SIZE;
    return {
      ...at,
      rows: asked.slice(from, from + FINDING_PAGE_SIZE).map(shownOf),
      sums: sumsOf(checked),
    };
  },
);

/**
 * A requirement with what was found in it by itself; whether another says the same stands in the list.
 *
 * @throws NotFound for one that is dropped, too: nothing is asked of it.
 */
export const requirementFindings = query(
  reader,
  async (scope: ReaderScope, requirementId: string): Promise<CheckedRequirement> => {
    const [found] = await checkedAlone(await database(), scope.dossierId, [requirementId]);
    if (!found) throw new NotFound();
    return shownOf(found);
  },
);

/**
 * What is found in words that are being written of a requirement and is still open, those of its empty fields left out.
 *
 * @param text at most as long as a requirement may be: who calls has had it looked at.
 */
export const writingFindings = query(
  reader,
  async (scope: ReaderScope, requirementId: string, text: string): Promise<ShownFinding[]> => {
    const found = await checkedWriting(await database(), scope.dossierId, {
      ...{ id: requirementId, text },
    });
    return (found?.findings ?? []).filter((one) => isAsked(one, {}));
  },
);

/** Of requirements how many findings are open in the words of each by itself, by how bad they are. */
export const findingCounts = query(
  reader,
  async (scope: ReaderScope, ids: readonly string[]): Promise<Map<string, FindingSums["open"]>> => {
    const checked = await checkedAlone(await database(), scope.dossierId, ids);
    return new Map(checked.map((one) => [one.id, sumsOf([one]).open]));
  },
);

/** A stelling with what was found in it. @throws NotFound */
export const statementFindings = query(
  reader,
  async (scope: ReaderScope, statementId: string): Promise<CheckedText> => {
    const db = await database();
    const { dossierId } = scope;
    return checkedStatement(db, dossierId, await statementText(db, dossierId, statementId));
  },
);
