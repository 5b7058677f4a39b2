/** Everything but the characters of XML 1.0 (fifth edition, production 2). */
const ILLEGAL = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/**
 * The same value with every character that may not stand in a Word file left out of its texts.
 * Minutes that came out of old word processors carry such debris, and one of them is enough to
 * make a file that cannot be opened.
 */
export function withLegalText<Value>(value: Value): Value {
  return mapText(value, new Map()) as Value;
}

/** @param done what was done already: the same quotations stand under many requirements. */
function mapText(value: unknown, done: Map<object, unknown>): unknown {
  if (typeof value === "string") return value.replace(ILLEGAL, "");
  if (value === null || typeof value !== "object") return value;
  const known = done.get(value);
  if (known !== undefined) return known;
  const inside = (item: unknown) => mapText(item, done);
  const made = Array.isArray(value)
    ? value.map(inside)
    : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inside(item)]));
  done.set(value, made);
  return made;
}
