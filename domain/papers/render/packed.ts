import JSZip from "jszip";

/**
 * The same files packed anew, as if on a given day: so that the same files give the same bytes.
 *
 * @param date YYYY-MM-DD. @param own files of which something else is packed than stands there, by name.
 */
export async function packed(
  zip: JSZip,
  date: string,
  own: Record<string, string> = {},
): Promise<Uint8Array> {
  const again = new JSZip();
  const at = new Date(`${date}T00:00:00Z`);
  for (const [name, file] of Object.entries(zip.files)) {
    if (file.dir) continue;
    const bytes = own[name] ?? (await file.async("uint8array"));
    again.file(name, bytes, { date: at, createFolders: false });
  }
  return again.generateAsync({ type: "uint8array", compression: "DEFLATE", platform: "DOS" });
}
