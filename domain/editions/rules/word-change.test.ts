import { expect, test } from "vitest";
import { wordChange } from "./word-change";

test("texts with words in common are read word by word, others after each other", () => {
  expect(wordChange("De bus rijdt.", "De bus stopt.")).toEqual({
    mixed: [
      { type: "same", text: "De bus " },
      { type: "removed", text: "rijdt" },
      { type: "added", text: "stopt" },
      { type: "same", text: "." },
    ],
  });
  expect(wordChange("Oud, en weg.", "Nieuw, geheel.")).toEqual({
    ...{ gone: "Oud, en weg.", fresh: "Nieuw, geheel." },
  });
  expect(wordChange("", "Nieuw.")).toEqual({ gone: "", fresh: "Nieuw." });
  expect(wordChange("Weg.", "")).toEqual({ gone: "Weg.", fresh: "" });
});
