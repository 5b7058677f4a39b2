import { expect, test } from "./test";

test("a cell is changed where it stands, with the keyboard alone, and Esc leaves it", async ({
  as,
  world,
}) => {
  const page = await as("author");
  await page.goto(`/dossiers/${world.example.slug}/pve`);
  await page.getByRole("link", { name: "Tabel", exact: true }).click();
  const table = page.getByRole("table", { name: "Eisen" });
  const cell = table.getByRole("link", { name: /Bewijsmiddel van .* wijzigen/ }).first();
  await cell.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(table.getByRole("link", { name: /Soort van .* wijzigen/ }).first()).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(cell).toBeFocused();
  await page.keyboard.press("Enter");
  const field = table.getByRole("textbox", { name: /^Bewijsmiddel van/ });
  await expect(field).toBeFocused();
  await page.keyboard.type("Niet bewaard. ");
  await page.keyboard.press("Escape");
  await expect(cell).toBeFocused();
  await expect(cell).not.toContainText("Niet bewaard.");
  await page.keyboard.press("Enter");
  const words = `Rooster ${Date.now()}`;
  await field.fill(words);
  await page.keyboard.press("Control+Enter");
  await expect(cell).toContainText(words);
  await expect(cell).toBeFocused();
});

test("a filter stands in the address, and the columns are remembered", async ({ as, world }) => {
  const page = await as("author");
  await page.goto(`/dossiers/${world.example.slug}/pve/tabel`);
  const table = page.getByRole("table", { name: "Eisen" });
  await page.getByText("Filteren en sorteren").click();
  await page.getByRole("combobox", { name: "Soort" }).selectOption("Wens");
  await page.getByRole("main").getByRole("button", { name: "Zoeken" }).click();
  await expect(page).toHaveURL(/soort=preference/);
  await expect(page.getByRole("list", { name: "Gekozen filters" })).toContainText("Wens");
  await page.getByText(/^Kolommen: /).click();
  await page.getByRole("checkbox", { name: "Laatst gewijzigd" }).check();
  await page.getByRole("checkbox", { name: "Bewijsmiddel" }).uncheck();
  await page.getByRole("button", { name: "Toon deze kolommen" }).click();
  await expect(table.getByRole("columnheader", { name: "Laatst gewijzigd" })).toBeVisible();
  await expect(page).toHaveURL(/soort=preference/);
  await page.goto(`/dossiers/${world.example.slug}/pve/tabel?sorteer=titel`);
  await expect(table.getByRole("columnheader", { name: "Bewijsmiddel" })).toHaveCount(0);
  await expect(table.getByRole("columnheader", { name: "Eis" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await table.getByRole("link", { name: "Eis", exact: true }).click();
  await expect(page).toHaveURL(/sorteer=titel&volgorde=af/);
});

test("many at once: what changes is seen first, is done, and is undone", async ({ as, world }) => {
  const page = await as("author");
  await page.goto(`/dossiers/${world.table.slug}/pve/tabel`);
  const table = page.getByRole("table", { name: "Eisen" });
  const boxes = table.getByRole("checkbox", { name: /^Kies / });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  // What is ticked stays so on another page of the list.
  await page.goto(`/dossiers/${world.table.slug}/pve/tabel?zoek=zzzz`);
  await page.goto(`/dossiers/${world.table.slug}/pve/tabel`);
  await expect(boxes.nth(1)).toBeChecked();
  await page
    .getByRole("group", { name: "Met de gekozen eisen" })
    .getByRole("button", { name: "Wijzigen" })
    .click();
  const words = `Keuring ${Date.now()}`;
  await page.getByRole("textbox", { name: "Verificatie" }).fill(words);
  await page.getByRole("button", { name: "Bekijk wat er verandert" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Wat er verandert" })).toBeVisible();
  await expect(page.getByText(words)).toHaveCount(2);
  await page.getByRole("button", { name: "Wijzig 2 eisen" }).click();
  await expect(page.getByText("2 eisen zijn gewijzigd.")).toBeVisible();
  await page.getByRole("button", { name: "Ongedaan maken" }).click();
  await expect(page.getByText("Ongedaan gemaakt.", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Terug naar de tabel" }).first().click();
  await expect(boxes.first()).not.toBeChecked();
  await expect(table.getByText(words)).toHaveCount(0);
});
