import type { Database } from "./client";

type Hear = (words: string) => void;

/** The two clients: the embedded one would take a third argument for a transaction. */
type Client =
  | { waitReady: Promise<void>; listen(channel: string, hear: Hear): Promise<() => Promise<void>> }
  | {
      listen(
        channel: string,
        hear: Hear,
        connected: () => void,
      ): Promise<{ unlisten: () => Promise<void> }>;
    };

/**
 * Hears what is said on a channel of the database, whoever says it, once it has committed.
 *
 * @param connected called at each (re)connection: what was said while there was none is lost.
 * @returns a function that ends it.
 */
export async function listen(
  db: Database,
  channel: string,
  hear: Hear,
  connected: () => void = () => {},
): Promise<() => Promise<void>> {
  const { $client } = db as unknown as { $client: Client };
  if ("waitReady" in $client) {
    const unlisten = await $client.listen(channel, hear);
    connected();
    return unlisten;
  }
  const { unlisten } = await $client.listen(channel, hear, connected);
  return unlisten;
}
