import { expect, test } from "vitest";
import { attachment } from "@/app/_lib/attachment";

const NAMES = [
  "notulen.docx",
  "🚌 vervoer.pdf",
  'zeg "hallo".txt',
  "twee\r\nregels: x.txt",
  "l'été (1) *.md",
  "50% af; filename=ander.txt",
  "..\\..\\map/naam.txt",
  `${"é".repeat(195)}.docx`,
  "🚌".repeat(100),
  // Cut off in the middle of a sign.
  "naam 🚌".slice(0, -1),
];

test.each(NAMES)("%j is saved under its own name", (name) => {
  const header = attachment(name);
  // A header takes it as it is: on one line, and nothing outside Latin.
  expect(new Headers({ "content-disposition": header }).get("content-disposition")).toBe(header);
  const [, plain, encoded = ""] =
    /^attachment; filename="([\w. -]+)"; filename\*=UTF-8''([\w!#$&+.^`|~%-]+)$/.exec(header) ?? [];
  expect(plain).toBeTruthy();
  expect(decodeURIComponent(encoded)).toBe(name.toWellFormed());
});
