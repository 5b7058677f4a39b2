/** What the Word document of a dossier is called when it is taken along. */
export function wordFileName(slug: string): string {
  return `pve-${slug}.docx`;
}
