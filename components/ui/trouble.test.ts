import fc from "fast-check";
import { expect, test } from "vitest";
import { sizeOf } from "./trouble";

/** As a browser sends it. */
async function sent(fields: [string, string][]): Promise<{ data: FormData; bytes: number }> {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  const body = await new Request("http://localhost", { method: "POST", body: data }).arrayBuffer();
  return { data, bytes: body.byteLength };
}

test("a form is never larger on its way than what it is held against", async () => {
  const name = fc.string({ minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, fc.string({ unit: "grapheme" }))), async (fields) => {
      const { data, bytes } = await sent(fields);
      expect(sizeOf(data)).toBeGreaterThanOrEqual(bytes);
    }),
  );
  // Each line gets a second sign at its end; é takes two bytes.
  for (const value of ["\n".repeat(10_000), "é".repeat(10_000), "a\r\nb\rc\n".repeat(1_000)]) {
    const { data, bytes } = await sent([["text", value]]);
    expect(sizeOf(data)).toBeGreaterThanOrEqual(bytes);
    expect(sizeOf(data)).toBeLessThan(bytes + 2_000);
  }
});
