import { database } from "@/db/client";
import { query } from "../kernel/query";
import { type ReaderScope, reader } from "../kernel/scope";
import type { Milestone } from "./model";
import { milestonesOf } from "./rows";

/** The steps of the planning, by date. */
export const listMilestones = query(
  reader,
  async (scope: ReaderScope): Promise<Milestone[]> =>
    milestonesOf(await database(), scope.dossierId),
);
