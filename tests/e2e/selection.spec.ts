import { expect, test } from "./test";

test("what is chosen stays chosen on other pages, under filters and after loading again", async ({
  as,
  world,
}) => {
  const page = await as("author");
  const list = `/dossiers/${world.example.slug}/stellingen`;
  const box = (n: number) => page.getByRole("main").locator('input[name="reactie"]').nth(n);
  const says = (words: string) =>
    expect(page.getByRole("group", { name: "Met de gekozen reacties" })).toContainText(words);

  await page.goto(list);
  await says("0 gekozen");
  await box(0).check();
  await box(1).check();
  await says("2 gekozen");
  const first = await box(0).getAttribute("value");
  await page.getByRole("link", { name: "Volgende" }).last().click();
  await says("2 gekozen, 2 niet op deze pagina");
  await box(0).check();
  await says("3 gekozen, 2 niet op deze pagina");
  await page.reload();
  await says("3 gekozen, 2 niet op deze pagina");
  await expect(box(0)).toBeChecked();

  await page.goto(`${list}?soort=vraag`);
  await says("3 gekozen");
  await page.goto(list);
  await expect(box(0)).toBeChecked();
  await expect(box(0)).toHaveAttribute("value", first ?? "");
  await box(1).uncheck();
  await says("2 gekozen, 1 niet op deze pagina");

  await page.getByRole("button", { name: "Maak of koppel kernwaarde" }).click();
  await expect(page).toHaveURL(/kernwaarden\/coderen/);
  expect(new URL(page.url()).searchParams.getAll("reactie")).toHaveLength(2);
  await page.goBack();
  await page.getByRole("button", { name: "Alles loslaten" }).click();
  await says("0 gekozen");
  await expect(box(0)).not.toBeChecked();
  await page.reload();
  await says("0 gekozen");
});
