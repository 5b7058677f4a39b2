import { database } from "@/db/client";
import { NotFound } from "../kernel/errors";
import { pageOf } from "../kernel/paging";
import { query } from "../kernel/query";
import { type ReaderScope, reader } from "../kernel/scope";
import { getStatement } from "../statements/queries";
import {
  type CheckedRequirement,
  type CheckedText,
  FINDING_PAGE_SIZE,
  type FindingFilter,
  type FindingPage,
} from "./model";
import { checkedIn, checkedOne, checkedStatement } from "./rows/checked";
import { isAsked, sumsOf } from "./rules";

/** The requirements with findings that are asked for, page by page, and how many there are in all. */
export const findingPage = query(
  reader,
  async (scope: ReaderScope, filter: FindingFilter = {}): Promise<FindingPage> => {
    const checked = await checkedIn(await database(), scope.dossierId);
    const asked = checked.filter(({ findings }) => findings.some((one) => isAsked(one, filter)));
    const at = pageOf(asked.length, FINDING_PAGE_SIZE, filter.page);
    const from = (at.page - 1) * FINDING_PAGE_SIZE;
    return { ...at, rows: asked.slice(from, from + FINDING_PAGE_SIZE), sums: sumsOf(checked) };
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
    const found = await checkedOne(await database(), scope.dossierId, requirementId);
    if (!found) throw new NotFound();
    return found;
  },
);

/** A stelling with what was found in it. @throws NotFound */
export const statementFindings = query(
  reader,
  async (scope: ReaderScope, statementId: string): Promise<CheckedText> => {
    const { id, text } = await getStatement(scope, statementId);
    return checkedStatement(await database(), scope.dossierId, { id, text });
  },
);
