import type { z } from "zod";

/** Each field that a schema refuses, with its first message; nothing when all is taken. */
export function refused(schema: z.ZodType, input: unknown): Record<string, string> {
  const { error } = schema.safeParse(input);
  const fields: Record<string, string> = {};
  for (const { path, message } of error?.issues ?? []) fields[path.join(".")] ??= message;
  return fields;
}

export const ID = "6f1c1c9e-1111-4222-8333-944455556666";
export const OTHER_ID = "0b0b0b0b-2222-4333-8444-a55566667777";
