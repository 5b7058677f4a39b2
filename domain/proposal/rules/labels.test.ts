import { describe, expect, it } from "vitest";
import { sectorOf } from "@/domain/proposal/rules/documents";
import { readLabel } from "@/domain/proposal/rules/labels";
import { readDate, readTime } from "@/domain/proposal/rules/when";

const label = (text: string): string | null => {
  const found = readLabel(text);
  return found && `${found.type}/${found.speaker ?? "-"}/${text.slice(found.length)}`;
};

describe("readLabel", () => {
  it.each([
    ["Stelling 12: tekst", "statement/-/tekst"],
    ["Stelling 3 – tekst", "statement/-/tekst"],
    ["Reacties:", "reactions/-/"],
    ["Reactie van de wijkcoach: ja", "reactions/wijkcoach/ja"],
    ["Vraag uit de zaal: wie?", "question/Vraag uit de zaal/wie?"],
    ["Nog een andere vraag: wie?", "question/-/wie?"],
    ["Nog een vraag (ouder): wie?", "question/ouder/wie?"],
    ["X vraagt: wie?", "question/X/wie?"],
    ["X stelt een tweede vraag: wie?", "question/X/wie?"],
    ["Xvult aan: dit", "turn/X/dit"],
    ["Mevrouw De Boer: dit", "turn/Mevrouw De Boer/dit"],
    ["Wijkverpleegkundige: dit", "turn/Wijkverpleegkundige/dit"],
    ["De ouders adviseren: doen", "advice/De ouders/doen"],
    ["Toelichting bij deze stelling: want", "explanation/-/want"],
    ["Zorgpunten: tijd", "concern/-/tijd"],
    ["Tijdstip: 12:00", "meetingData/-/12:00"],
  ])("reads %s", (text, expected) => {
    expect(label(text)).toBe(expected);
  });

  it.each(["Om 12:00 uur", "http://a.nl", "Kortom: nee", "Dat is zo. Dus: ja", "gewoon", ": leeg"])(
    "takes no label from %s",
    (text) => {
      expect(label(text)).toBeNull();
    },
  );
});

describe("when and where", () => {
  it("reads dates as Dutch minutes write them", () => {
    expect(readDate("Vergaderdatum: 6 juli 2017")).toBe("2017-07-06");
    expect(readDate("d.d. 1 maart 2020")).toBe("2020-03-01");
    expect(readDate("op 06-12-2021 om")).toBe("2021-12-06");
    expect(readDate("2019-02-28")).toBe("2019-02-28");
    expect(readDate("31 februari 2020")).toBeNull();
    expect(readDate("in 2018")).toBeNull();
  });

  it("reads times", () => {
    expect(readTime("Aanvang: 12:00 uur")).toBe("12:00");
    expect(readTime("9.30 – 11.00 uur")).toBe("09:30");
    expect(readTime("om 9 uur")).toBe("09:00");
    expect(readTime("06.07.2017")).toBeNull();
    expect(readTime("25:00")).toBeNull();
  });

  it("reads the sector when there is one", () => {
    expect(sectorOf("Overleg Voortgezet Onderwijs")).toBe("VO");
    expect(sectorOf("Sessie coaches PO")).toBe("PO");
    expect(sectorOf("Sessie PO en VO")).toBeNull();
    expect(sectorOf("Sessie sport")).toBeNull();
  });
});
