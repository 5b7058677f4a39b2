import { expect } from "vitest";

/** How many times more work there is in the large case. */
const FACTOR = 8;

/**
 * Fails when the time of `work` grows faster than the size of what it is given, whatever the speed of
 * the machine: eight times as much may take 24 times as long, where a quadratic way takes 64 times.
 * @param size Size of the large case; a count of whatever `make` repeats.
 */
export function expectLinear<Input>(
  size: number,
  make: (size: number) => Input,
  work: (input: Input) => unknown,
): void {
  const small = make(Math.ceil(size / FACTOR));
  const large = make(size);
  // The best of a few: what is done beside it (collecting garbage, compiling) only ever adds.
  let [smallest, largest] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 30; round++) {
    smallest = Math.min(
      smallest,
      duration(() => work(small)),
    );
    largest = Math.min(
      largest,
      duration(() => work(large)),
    );
    if (largest < smallest * FACTOR * 2) return;
  }
  expect(largest / smallest).toBeLessThan(FACTOR * 3);
}

/** In milliseconds that this process had of the machine, whatever others take; never less than can be told. */
function duration(work: () => unknown): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return Math.max((user + system) / 1000, 0.2);
}
