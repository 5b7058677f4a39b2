import { database } from "@/db/client";
import { query } from "../kernel/query";
import { type ParticipantScope, participant } from "../kernel/scope";
import type { StakeholderPage } from "./model";
import { pageOf } from "./rows";

/**
 * The page for stakeholders. It holds what somebody chose to show of the stellingen of the consultations of
 * stakeholders, and nothing that anybody said.
 */
export const stakeholderPage = query(
  participant,
  async (scope: ParticipantScope): Promise<StakeholderPage> => {
    return pageOf(await database(), scope.dossierId);
  },
);
