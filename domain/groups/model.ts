import { z } from "zod";
import { says } from "@/domain/kernel/errors";
import { requiredText, uuid } from "../kernel/fields";

/** A ticked box sends "on" and an open one nothing; code sends a boolean. */
const ticked = z
  .union([z.boolean(), z.string()])
  .optional()
  .transform((value) => value === true || value === "on");

export const newGroup = z.object({ name: requiredText(80), expected: ticked });
export const changedGroup = newGroup.extend({ groupId: uuid });
export const movedGroup = z.object({
  groupId: uuid,
  direction: z.enum(["up", "down"], says("errors.field.choose")),
});

export interface StakeholderGroup {
  id: string;
  name: string;
  /** Whether the group should be at the table. */
  expected: boolean;
  /** How many reactions carry it; only a group without any can be removed. */
  reactions: number;
}
