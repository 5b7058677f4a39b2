import { expect, it } from "vitest";
import { jointOf, wordsOf } from "./hyphens";

const join = (before: string, after: string, elsewhere: string[] = []): string =>
  before + jointOf(before, after, wordsOf(elsewhere)) + after;

it.each([
  ["leerlingen", "vervoer", "leerlingenvervoer"],
  ["de chauf", "feurs zijn", "de chauffeurs zijn"],
  ["be", "ëindigen", "beëindigen"],
  ["co", "ördinator", "coördinator"],
  ["be", "oordelen", "beoordelen"],
  ["zee", "eend", "zee-eend"],
  ["auto", "ongeluk", "auto-ongeluk"],
  ["het e", "mailadres", "het e-mailadres"],
  ["PO", "scholen", "PO-scholen"],
  ["de IB", "er", "de IB-er"],
  ["6", "jarigen", "6-jarigen"],
  ["2025", "2026", "2025-2026"],
  ["Noord", "Holland", "Noord-Holland"],
  ["in", "en uitstappen", "in- en uitstappen"],
  ["voor", "of najaar", "voor- of najaar"],
  ["de ouder", "kindcoach", "de ouder-kindcoach"],
  ["een ouder", "avond", "een ouderavond"],
  ["sociaal", "emotionele", "sociaal-emotionele"],
  ["oud", "wethouder", "oud-wethouder"],
  ["de oud", "ste", "de oudste"],
])("%s- | %s", (before, after, joined) => {
  expect(join(before, after)).toBe(joined);
});

it("believes how the document writes the word elsewhere", () => {
  expect(join("zee", "eenden", ["Een zeeeenden."])).toBe("zeeeenden");
  expect(join("school", "coach", ["De school-coach, de schoolcoach, een school-coach."])).toBe(
    "school-coach",
  );
  expect(join("zorg", "leerlingen", ["Van de zorg-"])).toBe("zorgleerlingen");
});

it("leaves a dash a dash", () => {
  expect(join("de ouders ", "en dat", [])).toBe("de ouders - en dat");
});
