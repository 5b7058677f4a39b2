import { Unavailable } from "../../kernel/errors";

/** Bytes of files that are kept: some hundred of the usual size. */
const MOST_BYTES = 64_000_000;
/** So many are made at once: each takes a processor for seconds. The others wait. */
const AT_ONCE = 2;
/** More than so many do not wait: whoever comes then is told to come again. */
const MOST_WAITING = 20;

const kept = new Map<string, Uint8Array>();
const making = new Map<string, Promise<Uint8Array>>();
const waiting: (() => void)[] = [];
let [bytes, busy] = [0, 0];

/**
 * A file that was made before, or is made now: once, however many ask for it at the same time. An edition never changes, so what
 * was made of it stays good as long as this program runs.
 *
 * @throws Unavailable when too many wait; what `make` throws.
 */
export function madeOnce(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const known = kept.get(key);
  if (known) return Promise.resolve(known);
  const under = making.get(key);
  if (under) return under;
  const made = inTurn(make)
    .then((file) => keep(key, file))
    .finally(() => making.delete(key));
  making.set(key, made);
  return made;
}

async function inTurn<Made>(make: () => Promise<Made>): Promise<Made> {
  if (waiting.length >= MOST_WAITING) throw new Unavailable("papers.errors.busy");
  if (busy >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else busy++;
  try {
    return await make();
  } finally {
    // The turn goes to who waits longest.
    const next = waiting.shift();
    if (next) next();
    else busy--;
  }
}

function keep(key: string, file: Uint8Array): Uint8Array {
  if (file.length > MOST_BYTES / 4) return file;
  kept.set(key, file);
  bytes += file.length;
  for (const [oldest, { length }] of kept) {
    if (bytes <= MOST_BYTES) break;
    kept.delete(oldest);
    bytes -= length;
  }
  return file;
}
