import JSZip from "jszip";

/** Makes what finds words in what was sent: each whole, however marks cut it, and as an address writes it. */
export function tellsOf(words: readonly string[]): (sent: string) => string[] {
  const looked = [...new Set(words)].map((word) => {
    const number = /^[\d -]+$/.test(word);
    const signs = number ? [...word.replace(/\D/g, "")].join("[ .-]?") : plain(word);
    return { word, at: new RegExp(`(?<![\\p{L}\\p{N}])${signs}(?![\\p{L}\\p{N}])`, "u") };
  });
  const inAddress = new RegExp(`-(?:${looked.map(({ word }) => slug(word)).join("|")})(?![\\w])`);
  return (sent) => {
    const read = [sent, sent.replace(/<[^>]*>/g, ""), sent.replace(/%[\da-f]{2}|[+_]/gi, " ")];
    const found = looked.filter(({ at }) => read.some((text) => at.test(text)));
    const [address] = inAddress.exec(sent) ?? [];
    return [...found.map(({ word }) => word), ...(address ? [address] : [])];
  };
}

const plain = (word: string): string =>
  word.replace(/[^\p{L}\p{N} ]/gu, "\\$&").replaceAll(" ", "\\s+");
const slug = (word: string): string => word.toLowerCase().replace(/[^a-z0-9]+/g, "-");

/** What stands in a file: of a packed one each part, with its name. */
export async function unpacked(bytes: Uint8Array): Promise<string> {
  const file = Buffer.from(bytes);
  if (file.subarray(0, 2).toString() !== "PK") return file.toString("utf8");
  const { files } = await JSZip.loadAsync(bytes);
  const parts = Object.values(files).map(
    async (part) => `${part.name}\n${await part.async("string")}`,
  );
  return (await Promise.all(parts)).join("\n");
}
