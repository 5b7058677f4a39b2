/** Explanations under each other; null when there are none. */
export function explainedBy(explanations: readonly string[]): string | null {
  return explanations.join("\n\n") || null;
}

/**
 * The explanation that stands with a stelling in a consultation when other documents explain it there than
 * before: as they do, in their order. What somebody wrote instead stays, with what only came now under it.
 *
 * @param current what stands there.
 * @param was how the documents explained it until now, in their order.
 * @param now how they do from now on.
 */
export function explainedAnew(
  current: string | null,
  was: readonly string[],
  now: readonly string[],
): string | null {
  if (current === explainedBy(was)) return explainedBy(now);
  const more = now.filter((one) => !was.includes(one) && !current?.includes(one));
  return explainedBy([...(current ? [current] : []), ...more]);
}
