/** "notulen-po_2027.md" becomes "Notulen po 2027". */
export function titleOfFile(fileName: string): string {
  const words = fileName
    .replace(/\.[^.]*$/, "")
    .replace(/[-_\s]+/g, " ")
    .trim();
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : fileName;
}
