/**
 * What others read in place of personal data. Who may see names has none; everybody else reads all that a query
 * gives through it, and asks through it as well.
 */
export interface Layer {
  /** Words as others read them. */
  shown(text: string): string;
  /** Where in a text what is replaced, in UTF-16 units: for a text of which the places must hold. */
  places(text: string): { start: number; end: number; form: { words: string } }[];
  /** Words to look for, without those that would tell where somebody stands. */
  asked(text: string): string;
}

/** Objects that were made with a layer over their places: its forms would take what stays there. */
const placed = new WeakSet<object>();

/** Says that the words in an object went through the layer by their places. */
export function placedThrough<T extends object>(value: T): T {
  placed.add(value);
  return value;
}

/**
 * All words in a value, however deep, through `change`: in lists, plain objects and maps. The rest stays as it is. What
 * stands in it several times is read once, and stands as often in the answer.
 */
export function changeWords<T>(value: T, change: (text: string) => string): T {
  return changed(value, change, new Map()) as T;
}

type Change = (text: string) => string;

function changed(value: unknown, change: Change, done: Map<object, unknown>): unknown {
  if (typeof value === "string") return change(value);
  if (typeof value !== "object" || value === null || placed.has(value)) return value;
  const known = done.get(value);
  if (known !== undefined) return known;
  const made = changedInside(value, change, done);
  done.set(value, made);
  return made;
}

function changedInside(value: object, change: Change, done: Map<object, unknown>): unknown {
  const inside = (item: unknown) => changed(item, change, done);
  if (Array.isArray(value)) return value.map(inside);
  if (value instanceof Map) {
    return new Map([...value].map(([key, item]) => [inside(key), inside(item)]));
  }
  if (value instanceof Set) return new Set([...value].map(inside));
  if (Symbol.asyncIterator in value) return changedInTurn(value as AsyncIterable<unknown>, change);
  const made = Object.getPrototypeOf(value);
  // A date or a stream has no words of people.
  if (made !== Object.prototype && made !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inside(item)]));
}

async function* changedInTurn(values: AsyncIterable<unknown>, change: Change) {
  for await (const value of values) yield changeWords(value, change);
}

/** An id, a hash or a moment: no words of people. */
const NO_WORDS =
  /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{64}|\d{4}-\d\d-\d\d(?:T\S*)?)$/;

/** All words in a value, however deep: to search them for what may not go out. */
export function wordsIn(value: unknown): string[] {
  const words: string[] = [];
  changeWords(value, (text) => {
    if (text !== "" && !NO_WORDS.test(text)) words.push(text);
    return text;
  });
  return words;
}
