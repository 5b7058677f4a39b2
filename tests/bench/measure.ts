/** Milliseconds of several runs. */
export interface Times {
  median: number;
  min: number;
  max: number;
}

/** What must not be exceeded, from the design ("Speed"): milliseconds and bytes sent. */
export interface Reach {
  ms?: number;
  bytes?: number;
}

export interface Action {
  name: string;
  runs: number;
  reach?: Reach;
  /** What the bare work is, in a few words. */
  under: string;
  /** Makes ready what a run needs; not timed. `run` counts from 0, the first is to warm up. */
  prepare?: (run: number) => Promise<void>;
  /** The work that cannot be avoided, without anything of the product around it. */
  bare: (run: number) => Promise<unknown>;
  /** What the product does. */
  act: (run: number) => Promise<unknown>;
  /** Bytes that go back; by default those of the result as JSON. */
  bytes?: (result: unknown) => number;
}

export interface Measurement {
  name: string;
  under: string;
  action: Times;
  bare: Times;
  /** Median of the action over that of the bare work. */
  ratio: number;
  bytes: number;
  reach: Reach | null;
  /** What of the reach is exceeded. */
  over: (keyof Reach)[];
}

/** Runs an action and the bare work under it in turn, once to warm up and then `runs` times. */
export async function measure(action: Action): Promise<Measurement> {
  const bare: number[] = [];
  const own: number[] = [];
  let result: unknown;
  // What is run once takes so long that warming up would double it.
  for (let run = action.runs > 1 ? 0 : 1; run <= action.runs; run++) {
    await action.prepare?.(run);
    const bareTime = await timed(() => action.bare(run));
    const ownTime = await timed(async () => {
      result = await action.act(run);
    });
    if (run === 0) continue;
    bare.push(bareTime);
    own.push(ownTime);
  }
  const times = timesOf(own);
  const bytes = action.bytes ? action.bytes(result) : jsonBytes(result);
  const { reach } = action;
  const over: (keyof Reach)[] = [];
  if (reach?.ms !== undefined && times.median > reach.ms) over.push("ms");
  if (reach?.bytes !== undefined && bytes > reach.bytes) over.push("bytes");
  return {
    name: action.name,
    under: action.under,
    action: times,
    bare: timesOf(bare),
    ratio: times.median / timesOf(bare).median,
    bytes,
    reach: reach ?? null,
    over,
  };
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Median, least and most of several times. */
export function timesOf(values: number[]): Times {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? 0;
  const middle = (sorted.length - 1) / 2;
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    min: at(0),
    max: at(sorted.length - 1),
  };
}

function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value ?? null));
}
