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
  return changed(value, change, new Map(), wholeWords) as T;
}

/** Fields of a question in which words are typed; all others are ids, kinds and ways to order. */
const TYPED: ReadonlySet<string> = new Set(["search", "person"]);

/**
 * What is asked of a query, with the words that somebody typed through `change`. What we call things ourselves stays: the
 * kind "remark" is nobody's name, also where a Remko is known.
 */
export function askedWords<Asked extends unknown[]>(asked: Asked, change: Change): Asked {
  return asked.map((value) => {
    if (typeof value === "string") return change(value);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const typed = Object.entries(value).filter(
      ([key, words]) => TYPED.has(key) && typeof words === "string",
    );
    if (typed.length === 0) return value;
    return { ...value, ...Object.fromEntries(typed.map(([key, words]) => [key, change(words)])) };
  }) as Asked;
}

type Change = (text: string) => string;
/** Which pieces of a text are read as one. */
type Together = (values: readonly unknown[], change: Change) => readonly unknown[];

function changed(
  value: unknown,
  change: Change,
  done: Map<object, unknown>,
  together: Together,
): unknown {
  if (typeof value === "string") return change(value);
  if (typeof value !== "object" || value === null || placed.has(value)) return value;
  const known = done.get(value);
  if (known !== undefined) return known;
  const made = changedInside(value, change, done, together);
  done.set(value, made);
  return made;
}

function changedInside(
  value: object,
  change: Change,
  done: Map<object, unknown>,
  together: Together,
): unknown {
  const inside = (item: unknown) => changed(item, change, done, together);
  if (Array.isArray(value)) {
    return together(value, change)
      .filter((item) => !tellsByLink(item, change))
      .map(inside);
  }
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

/** A piece of a text with marks (bold, a link), beside others of the same line. */
interface Piece {
  type: "text";
  text: string;
  marks?: unknown[];
}

const isPiece = (value: unknown): value is Piece =>
  typeof value === "object" &&
  value !== null &&
  "type" in value &&
  value.type === "text" &&
  "text" in value &&
  typeof value.text === "string";

/**
 * Pieces of a text beside each other, over which words can be spread that are to be changed as one ("Mar|leen Ottens"):
 * those are one piece, with the marks that all have. Others stay as they are.
 */
function wholeWords(values: readonly unknown[], change: Change): readonly unknown[] {
  return inRuns(values, (pieces) => {
    const text = pieces.map((piece) => piece.text).join("");
    const apart = pieces.map((piece) => change(piece.text)).join("");
    return apart === change(text) ? pieces : [{ ...alike(pieces), text }];
  });
}

/** Each run of two pieces or more, as `of` makes it; the rest stays as it is. */
function inRuns(
  values: readonly unknown[],
  of: (pieces: readonly Piece[]) => readonly unknown[],
): readonly unknown[] {
  if (!values.some((value, i) => isPiece(value) && isPiece(values[i + 1]))) return values;
  const out: unknown[] = [];
  for (let i = 0; i < values.length; i++) {
    const pieces: Piece[] = [];
    for (let piece = values[i]; isPiece(piece); piece = values[i + pieces.length]) {
      pieces.push(piece);
    }
    if (pieces.length < 2) {
      out.push(values[i]);
      continue;
    }
    i += pieces.length - 1;
    out.push(...of(pieces));
  }
  return out;
}

/** Whether a mark is a link of which the address has words that are changed: it would lead nowhere. */
function tellsByLink(mark: unknown, change: Change): boolean {
  if (typeof mark !== "object" || mark === null || !("type" in mark && mark.type === "link")) {
    return false;
  }
  const { href } = ("attrs" in mark ? mark.attrs : {}) as { href?: unknown };
  return typeof href === "string" && change(href) !== href;
}

/** The first piece with the marks that all of them have. */
function alike(pieces: readonly Piece[]): Piece {
  const { marks, ...first } = pieces[0] as Piece;
  const written = pieces.map((piece) => (piece.marks ?? []).map((mark) => JSON.stringify(mark)));
  const same = (marks ?? []).filter((mark) =>
    written.every((all) => all.includes(JSON.stringify(mark))),
  );
  return same.length > 0 ? { ...first, marks: same } : first;
}

async function* changedInTurn(values: AsyncIterable<unknown>, change: Change) {
  for await (const value of values) yield changeWords(value, change);
}

/** An id, a hash or a moment: no words of people. */
const NO_WORDS =
  /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{64}|\d{4}-\d\d-\d\d(?:T\S*)?)$/;

/**
 * All words in a value, however deep: to search them for what may not go out. A line with marks is one text: of "mevrouw
 * **Mar**leen" no piece says who it is, and "mevrouw Mar" is nobody.
 */
export function wordsIn(value: unknown): string[] {
  const words: string[] = [];
  const note = (text: string): string => {
    if (text !== "" && !NO_WORDS.test(text)) words.push(text);
    return text;
  };
  changed(value, note, new Map(), joined);
  return words;
}

/** Pieces of a text beside each other as one, with the marks of all. */
function joined(values: readonly unknown[]): readonly unknown[] {
  return inRuns(values, (pieces) => {
    const text = pieces.map((piece) => piece.text).join("");
    const marks = pieces.flatMap((piece) => piece.marks ?? []);
    return [{ ...pieces[0], text, marks }];
  });
}
