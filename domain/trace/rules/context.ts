/** Cuts words that were cut in half off the far end of a context. Breaks only at white space. */
export function tidyBefore(before: string, more: boolean): string {
  return more ? before.replace(/^\S*\s+/u, "") : before.trimStart();
}

/** The same for what comes after the quote. */
export function tidyAfter(after: string, more: boolean): string {
  return more ? after.replace(/\s+\S*$/u, "") : after.trimEnd();
}
