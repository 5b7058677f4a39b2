import { randomUUID } from "node:crypto";
import { database } from "@/db/client";
import { listen } from "@/db/listen";
import { LIVE_CHANNEL, sayLive } from "@/db/live";

/** How often a process says something to itself to find out whether it hears, and who follows is asked for their right. */
const BEAT_MS = 15_000;
/** Pages that are followed at once in one process: each costs some 150 kB. */
const MOST = 1_000;
/** Of those by one account: nobody takes all of them from the others. */
const MOST_EACH = 250;

/** Who follows something for as long as they look at it. */
export interface Follower {
  /** Something may have changed. */
  wake(): void;
  /** Now and then, whether something changed or not. */
  beat(): void;
  /** This process stops. */
  end(): void;
}

/**
 * What this process hears of changes, for all who follow something here: one LISTEN, as long as anybody does. What is said
 * while there is no connection is lost, so at each new one all are woken. It says something to itself now and then, and when
 * that is not heard (a pooler between, a line that went silent) all are woken just the same: then they ask now and then.
 */
export class LiveHub {
  #followers = new Map<string, Set<Follower>>();
  #count = 0;
  #countOf = new Map<string, number>();
  #self = `beat ${randomUUID()}`;
  #heard = true;
  #timer: NodeJS.Timeout | undefined;
  #unlisten: (() => Promise<void>) | undefined;
  /** Whether the line was there once: who follows from then on is not woken by its coming. */
  #listening = false;
  #tending: Promise<void> = Promise.resolve();
  #ended = false;

  constructor(private readonly beatMs = BEAT_MS) {}

  /**
   * @param accountId whose page it is.
   * @returns what lets go of it; null when too many follow, here or from that account, or this process stops.
   */
  follow(topic: string, follower: Follower, accountId: string): (() => void) | null {
    const own = this.#countOf.get(accountId) ?? 0;
    if (this.#ended || this.#count >= MOST || own >= MOST_EACH) return null;
    this.#countOf.set(accountId, own + 1);
    const there = this.#followers.get(topic) ?? new Set();
    this.#followers.set(topic, there.add(follower));
    this.#count++;
    if (!this.#timer) {
      this.#timer = setInterval(() => this.#beat(), this.beatMs);
      this.#timer.unref();
      this.#heard = true;
    }
    this.#tend();
    // What changed since the page was asked for, and before this line was there, nobody says again.
    if (this.#listening) follower.wake();
    return () => {
      if (!there.delete(follower)) return;
      this.#count--;
      const left = (this.#countOf.get(accountId) ?? 0) - 1;
      if (left > 0) this.#countOf.set(accountId, left);
      else this.#countOf.delete(accountId);
      if (there.size === 0) this.#followers.delete(topic);
      if (this.#count > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
      this.#tend();
    };
  }

  /** Ends what everybody follows here, and lets nobody in any more. */
  async close(): Promise<void> {
    this.#ended = true;
    for (const follower of this.#all()) follower.end();
    await this.#tending;
  }

  #all(): Follower[] {
    return [...this.#followers.values()].flatMap((some) => [...some]);
  }

  #wakeAll(): void {
    for (const follower of this.#all()) follower.wake();
  }

  #hear(words: string): void {
    if (words === this.#self) this.#heard = true;
    for (const follower of this.#followers.get(words) ?? []) follower.wake();
  }

  #beat(): void {
    if (!this.#heard) {
      this.#wakeAll();
      this.#tend();
    }
    this.#heard = false;
    for (const follower of this.#all()) follower.beat();
    // The database is away: nothing is heard, and that is found out at the next one.
    void database()
      .then((db) => sayLive(db, this.#self))
      .catch(() => {});
  }

  /** Listens when somebody follows, and not when nobody does; one step after the other. */
  #tend(): void {
    this.#tending = this.#tending.then(async () => {
      try {
        if (this.#count > 0 && !this.#unlisten) {
          this.#unlisten = await listen(
            await database(),
            LIVE_CHANNEL,
            (words) => this.#hear(words),
            () => {
              this.#listening = true;
              this.#wakeAll();
            },
          );
        } else if (this.#count === 0 && this.#unlisten) {
          const unlisten = this.#unlisten;
          this.#unlisten = undefined;
          this.#listening = false;
          await unlisten();
        }
      } catch {
        // There is no database to ask now; the next beat tries again, for nothing was heard.
      }
    });
  }
}

// Bundles of one process each have their own module state; it listens once.
const shared = globalThis as { herleidLive?: LiveHub };

/** What this process hears of changes. */
export function liveHub(): LiveHub {
  shared.herleidLive ??= new LiveHub();
  return shared.herleidLive;
}
