import { expect } from "vitest";

/** How many times more work there is in the large case. */
const FACTOR = 8;

/**
 * Fails when the time of `work` grows faster than the size of what it is given, whatever the speed of
 * the machine: one large case may take three times as long as eight of an eighth, where a quadratic
 * way takes eight times as long. Eight results are kept beside each other as one large result is, so
 * that both sides leave as much to the collector of garbage, whose work grows with what else lives.
 * @param size Size of the large case; a count of whatever `make` repeats.
 */
export function expectLinear<Input>(
  size: number,
  make: (size: number) => Input,
  work: (input: Input) => unknown,
): void {
  const small = Array.from({ length: FACTOR }, () => make(Math.ceil(size / FACTOR)));
  const large = make(size);
  // Once without the clock, so that what is compiled on the way does not count for the small ones.
  small.map(work);
  // The best of a few: what is done beside it (collecting garbage, compiling) only ever adds.
  let [smallest, largest] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 20 && !(largest < smallest * 3); round++) {
    smallest = Math.min(
      smallest,
      duration(() => small.map(work)),
    );
    largest = Math.min(
      largest,
      duration(() => work(large)),
    );
  }
  expect(largest / smallest).toBeLessThan(3);
}

/** In milliseconds that this process had of the machine, whatever others take; never less than can be told. */
function duration(work: () => unknown): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return Math.max((user + system) / 1000, 1);
}
