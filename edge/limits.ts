import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/**
 * How much may be asked in how many seconds. Decision 015 says why these. They are kept in the memory
 * of each process: what they protect is that process, and counting in the database would make of each
 * refused question a write.
 */
export const LIMITS = {
  /** Somebody who is signed in: far above what a person with pages that fetch ahead asks. */
  account: { points: 3_000, duration: 60 },
  /** All who are signed out behind one address: a town hall, or a meeting with one wifi. */
  address: { points: 1_200, duration: 60 },
  /** Addresses with a secret in them, by whoever asks: somebody who signs in needs two or three. */
  secret: { points: 300, duration: 600 },
  /** Links to correct a text: a meeting behind one wifi, each sending block by block. */
  correction: { points: 1_500, duration: 600 },
  /** Reacting online: a meeting behind one wifi, each saving what is typed. */
  reacting: { points: 9_000, duration: 600 },
  /** What is on the screen in a room: each phone of two hundred behind one wifi asks every five seconds. */
  room: { points: 30_000, duration: 600 },
  /** Files with reactions: the same meeting, a file or two each. */
  reactionFile: { points: 120, duration: 600 },
  /** Files that somebody sends. */
  upload: { points: 120, duration: 600 },
} as const;
export type Limit = keyof typeof LIMITS;

export type Count = (limit: Limit, who: string) => Promise<number>;

/**
 * Counts a question.
 *
 * @returns 0 when it may be answered; else after how many whole seconds to ask again.
 */
export function counter(factor: number): Count {
  const limiters = Object.fromEntries(
    Object.entries(LIMITS).map(([name, { points, duration }]) => [
      name,
      new RateLimiterMemory({ points: Math.max(1, Math.round(points * factor)), duration }),
    ]),
  ) as Record<Limit, RateLimiterMemory>;
  return async (limit, who) => {
    try {
      await limiters[limit].consume(who);
      return 0;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    }
  };
}
