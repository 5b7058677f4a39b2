import { expect, test } from "vitest";
import { minutes } from "@/tests/factories/text";
import { expectLinear } from "@/tests/growth";
import { findPersonalData } from ".";

test("long minutes take time in proportion", () => {
  expectLinear(1_000_000, minutes, (text) => expect(findPersonalData(text)).toBeDefined());
});

// What the rules look at, over and over, alone and in each other.
test.each(
  "a@|a@a.|Jan |Jan de |de |van der |J.|J. |mevrouw |de heer |de heer en |0|06-|+31|(0|1234 AB |Kerkweg 1 |Aanwezig: |Aanwezig:\n|Jan, |Jan en |geboren |geb. 1|is doof en |heeft epilepsie, |Stichting |Stichting De |B.V. |Jan:\n|| a |||Naam|\n|Groet,\n|\n|# |- Jan\n|12-12-2012|ik heeft |X|'s |Jan’s |Jan-de |\u00a0|\ud83d\ude00"
    .split("|")
    .filter((piece) => piece !== ""),
)("a text of many %j takes time in proportion", (piece) => {
  expectLinear(
    150_000,
    (n) => piece.repeat(n / piece.length),
    (text) => findPersonalData(text),
  );
});
