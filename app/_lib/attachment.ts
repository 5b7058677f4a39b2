/**
 * The header that has a file saved under its own name, and never opened (RFC 6266): a plain name for old
 * clients and the real one, encoded as RFC 8187 says. Whatever the name holds, it ends up within one header.
 */
export function attachment(fileName: string): string {
  // Half a sign, such as of an emoji where a name was cut off, cannot be encoded.
  const name = fileName.toWellFormed();
  const plain = name.replace(/[^\w. -]/gu, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
