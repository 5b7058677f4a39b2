import { expect } from "vitest";

/**
 * All of these fail, each with this error (a class, or words in its message). Started together and
 * waited for together, so that none of them is a rejection that nobody handles.
 */
export async function expectRefused(
  error: string | (new (...args: never[]) => Error),
  attempts: Promise<unknown>[],
): Promise<void> {
  const outcomes = await Promise.allSettled(attempts);
  for (const outcome of outcomes) {
    expect(outcome.status).toBe("rejected");
    if (outcome.status === "fulfilled") continue;
    if (typeof error === "string") expect(String(outcome.reason)).toContain(error);
    else expect(outcome.reason).toBeInstanceOf(error);
  }
}
