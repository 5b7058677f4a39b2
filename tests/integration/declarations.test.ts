import { expect, test } from "vitest";
import { administer } from "@/domain/accounts/gate";
import { declare } from "@/domain/declarations/commands";
import { declarations } from "@/domain/declarations/queries";
import { Conflict, Forbidden, Invalid } from "@/domain/kernel/errors";
import { freshDatabase } from "../database";
import { person, SYSTEM } from "../factories/people";

freshDatabase();

const SAID = {
  organisation: "Gemeente Proefstad",
  contact: "digitaal@proefstad.example\n14 0123",
  accessibility: "unknown" as const,
};

test("what is declared is empty until an administrator fills it in, and two at once do not overwrite each other", async () => {
  expect(await declarations()).toMatchObject({ lockVersion: 0, organisation: "", changedAt: null });
  const administrator = administer(SYSTEM);
  const both = await Promise.allSettled([
    declare(administrator, { ...SAID, lockVersion: 0 }),
    declare(administrator, { ...SAID, organisation: "Gemeente Anders", lockVersion: 0 }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused = both.find(({ status }) => status === "rejected");
  expect(refused).toMatchObject({ reason: expect.any(Conflict) });
  const now = await declarations();
  expect(now).toMatchObject({ lockVersion: 1, contact: SAID.contact, accessibility: "unknown" });
  await declare(administrator, { ...now, shortcomings: "De plattegrond.", lockVersion: 1 });
  expect(await declarations()).toMatchObject({ lockVersion: 2, shortcomings: "De plattegrond." });
});

test("what was examined has a day, a link leads to the web, and only an administrator declares", async () => {
  const administrator = administer(SYSTEM);
  const { lockVersion } = await declarations();
  for (const wrong of [
    { accessibility: "full" as const },
    { register: "javascript:alert(1)" },
    { register: "http://register.example" },
    { register: "https://iemand:geheim@register.example" },
    { organisation: " " },
    { shortcomings: "x".repeat(4_001) },
  ]) {
    await expect(declare(administrator, { ...SAID, ...wrong, lockVersion })).rejects.toThrow(
      Invalid,
    );
  }
  expect((await declarations()).lockVersion).toBe(lockVersion);
  const { id, name } = await person();
  expect(() => administer({ type: "account", id, name, kind: "staff" })).toThrow(Forbidden);
});
