import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "./client";
import { connect } from "./connection";
import type { Lanes } from "./lanes";

type Hear = (words: string) => void;

interface EmbeddedClient {
  listen(channel: string, hear: Hear): Promise<() => Promise<void>>;
}

const CONNECT_AGAIN_AFTER_MS = 500;

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
  const { $client } = db as unknown as { $client: EmbeddedClient | Pick<Lanes, "direct"> };
  if ("direct" in $client) return listenOn($client, channel, hear, connected);
  const unlisten = await $client.listen(channel, hear);
  connected();
  return unlisten;
}

/** The same with a connection of its own on a server, which is replaced when it is lost. */
async function listenOn(
  { direct }: Pick<Lanes, "direct">,
  channel: string,
  hear: Hear,
  connected: () => void,
): Promise<() => Promise<void>> {
  let ended = false;
  const begin = async () => {
    const begun = await connect(direct, { onNotify: (_channel, words) => hear(words) });
    await begun.ask(`listen "${channel.replaceAll('"', '""')}"`);
    connected();
    return begun;
  };
  let connection = await begin();
  const keep = async () => {
    while (!ended) {
      await connection.lost;
      // Not at once: many would come back to a server that has just started.
      await sleep(CONNECT_AGAIN_AFTER_MS, undefined, { ref: false });
      if (!ended) connection = await begin().catch(() => connection);
    }
    await connection.end();
  };
  void keep();
  return async () => {
    ended = true;
    await connection.end();
  };
}
