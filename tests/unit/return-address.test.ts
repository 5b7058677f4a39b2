import { expect, test } from "vitest";
import { ownAddress } from "@/app/_lib/return-address";

test.each(["/dossiers/x", "/dossiers/x?zoek=a%20b&pagina=2#reacties", "/"])(
  "%s is an address of ours",
  (address) => {
    expect(ownAddress(address)).toBe(address);
  },
);

test.each([
  ["nothing", ""],
  ["nothing at all", null],
  ["another site", "https://elders.example/"],
  ["another site without a scheme", "//elders.example/"],
  ["slashes that lean the other way", "/\\elders.example/"],
  ["a tab that the parser drops", "/\t/elders.example/"],
  ["a line break", "/\n/elders.example/"],
  ["dots that leave nothing", "/.//elders.example/"],
  ["a script", "javascript:alert(1)"],
  ["no slash", "dossiers/x"],
  ["endless", `/${"x".repeat(3_000)}`],
])("%s is not", (_what, address) => {
  expect(ownAddress(address)).toBeNull();
});
