/** "notulen-po_2027.md" becomes "Notulen po 2027". */
export function titleOfFile(fileName: string): string {
  const words = fileName
    .replace(/\.[^.]*$/, "")
    .replace(/[-_\s]+/g, " ")
    .trim();
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : fileName;
}

/** A text that was typed, as a file: what came in, byte for byte, is kept of it too. */
export function textFile(title: string, text: string): { fileName: string; bytes: Uint8Array } {
  const name =
    title
      .replace(/[/\\:*?"<>|]+/g, " ")
      .trim()
      .slice(0, 180) || "tekst";
  return { fileName: `${name}.md`, bytes: new TextEncoder().encode(text) };
}
