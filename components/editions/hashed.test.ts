import { expect, test } from "vitest";
import { sha256 } from "@/db/hash";
import { hashed } from "./hashed";

test("what is done has the sums of the texts that it asked for", async () => {
  const texts = [
    "",
    "a",
    "één 🙂",
    ...Array.from({ length: 5_000 }, (_, n) => `tekst ${n % 3_000}`),
  ];
  const sums = await hashed((hash) => texts.map(hash));
  expect(sums).toEqual(texts.map((text) => sha256(text)));
});
