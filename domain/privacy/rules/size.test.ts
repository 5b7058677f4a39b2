import { expect, test } from "vitest";
import { minutes } from "@/tests/factories/text";
import { expectLinear } from "@/tests/growth";
import { findPersonalData } from ".";

test("long minutes take time in proportion", () => {
  expectLinear(400_000, minutes, (text) => expect(findPersonalData(text)).toBeDefined());
});

// What the rules look at, over and over, alone and in each other.
test.each([
  ...["a@", "Jan ", "Jan de ", "van der ", "J.", "mevrouw ", "de heer en ", "0", "06-", "(0"],
  ...["1234 AB ", "Kerkweg 1 ", "Aanwezig:\n", "Jan, ", "Jan en ", "geboren ", "is doof en "],
  ...["Stichting De ", "B.V. ", "Jan:\n", "| Jan ", "|Naam|\n", "Groet,\n", "\n", "- Jan\n"],
  ...["mw jansen ", "hoi karin ", "Bos & ", "a Van ", "naam;b;c\n", "Bos, de zoon ", "Oude "],
  ...["jan_de_vries.pdf ", "a.pdf", "JanDeVries ", "de bus van Van Balen ", "Bos en Zonen "],
  ...["Jan (1-2-2001) ", "Jan Bos\n| JB |\n", "|Adres|\n|De Kok 8|\n", "Donker Groen "],
])("a text of many %j takes time in proportion", (piece) => {
  expectLinear(
    80_000,
    (n) => piece.repeat(n / piece.length),
    (text) => findPersonalData(text),
  );
});
