/** What the Word document of a dossier is called when it is taken along. */
export function wordFileName(slug: string, withNames = false): string {
  return `pve-${slug}${withNames ? "-met-namen" : ""}.docx`;
}
