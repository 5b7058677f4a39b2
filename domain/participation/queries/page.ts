import { database } from "@/db/client";
import { changeWords } from "../../kernel/layer";
import { query } from "../../kernel/query";
import { type VisitorScope, visitor } from "../../kernel/scope";
import { withoutUnknown } from "../../personal-data/rows";
import type { StakeholderPage } from "../model";
import { pageOf } from "../rows/page";

/**
 * The page for stakeholders. It holds what somebody chose to show of the stellingen of the consultations of
 * stakeholders, and nothing that anybody said. What was typed since it was opened and is personal data is
 * replaced, whatever brought it there.
 */
export const stakeholderPage = query(
  visitor,
  async (scope: VisitorScope): Promise<StakeholderPage> => {
    const db = await database();
    const page = changeWords(await pageOf(db, scope.dossierId), (await scope.layer()).shown);
    return withoutUnknown(db, scope.dossierId, page);
  },
);
