import { expect, test } from "vitest";
import { addCoreValue } from "@/domain/core-values/commands";
import { suggestedCoreValues } from "@/domain/core-values/queries";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { freshDatabase } from "../database";
import { loadExample, personOf } from "../example/load";
import { dossierOf } from "../factories/people";
import { consultationIn, reactionIn } from "../factories/reactions";
import { leaveEachOut } from "../suggestions/measure";

freshDatabase();

test("of the example three in four coded reactions have theirs among the first two, the same every time", async () => {
  const { slug } = await loadExample();
  const scope = await openDossierToRead(await personOf("author"), slug);
  const all = await leaveEachOut(scope);
  const found = all.filter((one) => one.found).length;
  expect(all.length).toBeGreaterThan(40);
  expect(found / all.length).toBeGreaterThanOrEqual(0.75);
  expect(await leaveEachOut(scope)).toEqual(all);
}, 120_000);

test("what is proposed says by which words, is not there yet, and is of this dossier", async () => {
  const scope = await dossierOf();
  const other = await dossierOf();
  const consultationId = await consultationIn(scope);
  const said = async (text: string) => (await reactionIn(scope, { consultationId, text })).id;
  const late = await said("De bus komt elke ochtend te laat bij het dorpsplein.");
  const known = await said("Onze dochter kent de chauffeur bij naam.");
  for (let i = 0; i < 6; i++) await said(`Iets heel anders over de kantine ${i}.`);
  const { id: onTime } = await addCoreValue(scope, { name: "Op tijd", reactionIds: [late] });
  const { id: face } = await addCoreValue(scope, { name: "Bekend gezicht", reactionIds: [known] });
  // The same words in another dossier say nothing here.
  const theirs = await reactionIn(other, {
    consultationId: await consultationIn(other),
    text: "Bij het dorpsplein stopt niets.",
  });
  await addCoreValue(other, { name: "Elders", reactionIds: [theirs.id] });

  const words = "Wie aan het dorpsplein woont, wacht op de chauffeur";
  const proposed = await suggestedCoreValues(scope, [], [words]);
  expect(proposed.map(({ id, because }) => [id, because])).toEqual(
    expect.arrayContaining([
      [onTime, ["dorpsplein"]],
      [face, ["chauffeur"]],
    ]),
  );
  expect(proposed).toHaveLength(2);
  // Compounds begin with the same word.
  const [first] = await suggestedCoreValues(scope, [], ["De dorpspleinen in de buurt."]);
  expect(first?.id).toBe(onTime);
  // What it has already is not proposed, and signs are only signs.
  expect((await suggestedCoreValues(scope, [late], [words])).map(({ id }) => id)).toEqual([face]);
  expect(await suggestedCoreValues(scope, [], ["\\ ' :* & | !", "", "\u0000".trim()])).toEqual([]);
  expect(await suggestedCoreValues(scope, [], [])).toEqual([]);
});
