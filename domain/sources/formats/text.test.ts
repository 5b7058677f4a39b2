import { describe, expect, it } from "vitest";
import type { Encoding } from "../model";
import { convertText } from "./text";

const read = (bytes: Uint8Array, encoding?: Encoding) =>
  convertText({ fileName: "a.txt", bytes }, { encoding }, () => {});

describe("a text file", () => {
  it("stands as it was written, with line ends made equal", async () => {
    const converted = await read(new TextEncoder().encode("# Kop\r\nregel  \rmeer\f\n\n* x"));
    expect(converted).toEqual({
      text: "# Kop\nregel  \nmeer\f\n\n* x",
      remarks: [],
      pages: [],
      trackedChanges: null,
      attachments: [],
    });
  });

  it("is converted from the encoding it is in, and says so with words to check", async () => {
    const words = "De coördinator zei één keer: ouders één café";
    const { text, remarks } = await read(Buffer.from(words, "latin1"));
    expect(text).toBe(words);
    expect(remarks).toEqual([
      {
        key: "sources.remarks.encoding",
        params: { found: "Windows-1252", examples: "coördinator, één, café" },
      },
    ]);
    expect((await read(Buffer.from("zonder", "utf16le"))).remarks).toEqual([
      { key: "sources.remarks.encodingPlain", params: { found: "UTF-16" } },
    ]);
  });

  it("says that it was spoiled before, and is read otherwise on request", async () => {
    const spoiled = new TextEncoder().encode("De coÃ¶rdinator had geen Ã©Ã©n keer â‚¬ 12");
    expect((await read(spoiled)).remarks).toEqual([
      { key: "sources.remarks.garbled", params: { examples: "coÃ¶rdinator, Ã©Ã©n, â‚¬" } },
    ]);
    expect((await read(new TextEncoder().encode("Ãlbrecht"))).remarks).toEqual([]);
    expect((await read(new TextEncoder().encode("één"), "windows-1252")).text).toBe("Ã©Ã©n");
  });
});
