/** A text on one line, at most `most` UTF-16 units, cut at white space with an ellipsis. */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length > most ? `${line.slice(0, most).replace(/\s\S*$/u, "")} …` : line;
}
