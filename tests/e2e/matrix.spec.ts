import { readSheet } from "read-excel-file/node";
import { expect, test } from "./test";

test("from a number to its words and back, with the keyboard alone", async ({ as, world }) => {
  const page = await as("author");
  await page.goto(`/dossiers/${world.example.slug}/pve/herkomstmatrix`);
  const table = page.getByRole("table", { name: "Herkomstmatrix" });
  await expect(table.getByRole("columnheader", { name: "K-1" })).toBeVisible();
  const first = table.getByRole("link", { name: /uitspraken? bij E-.* en K-/ }).first();
  // How many carry the requirement, and how many more there are.
  const numbers =
    ((await first.locator("> [aria-hidden]").textContent()) ?? "").match(/\d+/g) ?? [];
  const counted = numbers.reduce((sum, one) => sum + Number(one), 0);
  await first.focus();
  // To another number and back to this one.
  await page.keyboard.press("ArrowDown");
  await expect(first).not.toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(first).toBeFocused();
  await page.keyboard.press("Enter");
  const words = page.getByRole("region", { name: / en K-/ });
  await expect(words).toBeFocused();
  await expect(words.getByText(new RegExp(`^${counted} uitspra`))).toBeVisible();
  await expect(words.getByRole("listitem")).toHaveCount(Math.min(5, counted));
  // The address is of these words.
  await page.reload();
  await expect(words).toBeVisible();
  await page.keyboard.press("Escape");
  await first.focus();
  await page.keyboard.press("Escape");
  await expect(words).toBeHidden();
  await expect(first).toBeFocused();
});

test("gaps alone, one chapter, and other columns", async ({ as, world }) => {
  const page = await as("author");
  await page.goto(`/dossiers/${world.example.slug}/pve/herkomstmatrix`);
  await page.getByRole("link", { name: "Alleen gaten" }).click();
  await expect(page.getByText("Zonder herkomst").first()).toBeVisible();
  await expect(page.getByRole("link", { name: /uitspraken? bij E-/ })).toHaveCount(0);
  await page.getByRole("link", { name: "Alle eisen" }).click();
  await expect(page.getByRole("link", { name: /uitspraken? bij E-/ }).first()).toBeVisible();
  await page.getByRole("link", { name: "Groepen", exact: true }).click();
  await expect(page).toHaveURL(/kolommen=groepen$/);
  await expect(page.getByRole("link", { name: /uitspraken? bij E-/ }).first()).toBeVisible();
  await page.getByRole("combobox", { name: "Hoofdstuk" }).selectOption({ index: 1 });
  await page.getByRole("button", { name: "Toon" }).click();
  await expect(page).toHaveURL(/kolommen=groepen.*hoofdstuk=/);
  await expect(page.locator("th[scope=rowgroup]")).toHaveCount(1);
});

test("the whole matrix comes as a spreadsheet", async ({ as, world }) => {
  const page = await as("author");
  await page.goto(`/dossiers/${world.example.slug}/pve/herkomstmatrix`);
  const lead = (await page.locator("[data-head]").innerText()).match(/(\d+) eisen/);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Naar Excel" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^herleid-herkomstmatrix-.*\.xlsx$/);
  const rows = await readSheet(await download.path(), "Matrix");
  expect(rows.length - 1).toBe(Number(lead?.[1]));
});
