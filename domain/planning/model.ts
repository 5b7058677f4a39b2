import { z } from "zod";
import { calendarDate, requiredText, uuid } from "../kernel/fields";

export const newMilestone = z.object({ title: requiredText(160), onDate: calendarDate });
export const changedMilestone = newMilestone.extend({ milestoneId: uuid });

/** A step of the planning; `onDate` is YYYY-MM-DD. */
export interface Milestone {
  id: string;
  title: string;
  onDate: string;
}
