import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./test";
import { sessionFile } from "./world";

test.use({ storageState: sessionFile("author") });
// One after the other: both pass over something of one dossier.
test.describe.configure({ mode: "default" });

test("what is in the way is passed over with a reason, read by others, and taken back", async ({
  page,
  world,
}) => {
  const main = page.getByRole("main");
  const at = `/dossiers/${world.publishing}/publicatie`;
  const point = main
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: "1 eis heeft geen herkomst" }) });
  await page.goto(at);
  await expect(main.getByText("Nog niet. 3 punten staan in de weg.")).toBeVisible();
  await expect(main.getByText("5 reacties hebben nog geen afweging")).toBeVisible();
  await expect(point.getByRole("link", { name: "Vervanger aangekondigd" })).toBeVisible();

  await point.getByText("Overslaan met een reden").click();
  const pass = point.getByRole("button", { name: "Sla dit punt over" });
  await expect(point).toContainText("1 eis is opgenomen zonder herkomst. Beslist door");
  await pass.click();
  // Without a reason it stays.
  const reason = point.getByRole("textbox", { name: "Waarom mag dit zo?" });
  await expect(reason).toHaveAttribute("aria-invalid", "true");
  await reason.fill("Volgt uit artikel 8 van de overeenkomst.");
  await pass.click();
  await expect(main.getByText("Nog niet. 2 punten staan in de weg.")).toBeVisible();
  await expect(main.getByText("1 overgeslagen met reden")).toBeVisible();
  await expect(point).toContainText("Volgt uit artikel 8 van de overeenkomst.");
  await expectAccessible(page);
  await page.reload();
  await expect(point).toContainText("Volgt uit artikel 8 van de overeenkomst.");

  await point.getByRole("button", { name: "Terugdraaien" }).click();
  await expect(main.getByText("Dit punt staat weer open.")).toBeVisible();
  await expect(main.getByText("Nog niet. 3 punten staan in de weg.")).toBeVisible();

  // What is in the way leads to where it is mended.
  await main.getByRole("link", { name: "Beantwoord deze reacties" }).click();
  await expect(page).toHaveURL(/verantwoording\/afwegen/);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });

  test("the same form passes it over", async ({ page, world }) => {
    const main = page.getByRole("main");
    const point = main
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading", { name: "5 reacties hebben nog geen afweging" }) });
    await page.goto(`/dossiers/${world.publishing}/publicatie`);
    await point.getByText("Overslaan met een reden").click();
    await point.getByRole("textbox", { name: "Waarom mag dit zo?" }).fill("Die komen in editie 2.");
    await point.getByRole("button", { name: "Sla dit punt over" }).click();
    await expect(point).toContainText("Die komen in editie 2.");
    await expectNoSidewaysScroll(page);
    await point.getByRole("button", { name: "Terugdraaien" }).click();
    await expect(main.getByText("Dit punt staat weer open.")).toBeVisible();
  });
});
