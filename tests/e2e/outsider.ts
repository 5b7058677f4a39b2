import type { APIRequestContext, APIResponse } from "@playwright/test";
import { unpacked } from "@/tests/tells";
import { expect } from "./test";

/** All that an answer sends: its headers, and its body; of a packed file each part with its name. */
export async function sentIn(answer: APIResponse): Promise<string> {
  const headers = answer.headersArray().map(({ name, value }) => `${name}: ${value}`);
  return [...headers, await unpacked(await answer.body())].join("\n");
}

/** Asks for each address, a few at a time, and fails with all words in an answer that tell who somebody is. */
export async function expectNobodyIn(
  asking: APIRequestContext,
  who: string,
  addresses: Iterable<string>,
  tells: (sent: string) => string[],
): Promise<void> {
  const waiting = [...addresses];
  const ask = async () => {
    for (let address = waiting.shift(); address; address = waiting.shift()) {
      const answer = await asking.get(address, { maxRedirects: 0 });
      expect.soft(answer.status(), `${who} on ${address}`).toBeLessThan(500);
      expect.soft(tells(await sentIn(answer)), `${who} on ${address}`).toEqual([]);
    }
  };
  await Promise.all([ask(), ask(), ask(), ask()]);
}
