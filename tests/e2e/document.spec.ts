import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./test";
import { E2E_ADDRESS, sessionFile } from "./world";

/** A requirement once one can stand on it: that takes a script. */
async function stop(page: Page, code: string): Promise<Locator> {
  const requirement = page.getByRole("article", { name: code });
  await expect(requirement).toHaveAttribute("tabindex", "0");
  return requirement;
}

const BESIDE = { width: 1440, height: 900 };

test("beside a requirement stand the words it comes from, and H goes there and Escape back", async ({
  as,
  world,
}) => {
  const page = await as("author");
  await page.setViewportSize(BESIDE);
  await page.goto(`/dossiers/${world.example.slug}/pve`);
  const margin = page.getByRole("complementary");
  await expect(margin).toContainText("Kies een eis");

  const requirement = await stop(page, "E-1.2");
  await requirement.focus();
  await expect(margin).toContainText("E-1.2");
  await expect(margin.getByRole("link", { name: /^K-4 / })).toBeVisible();
  await expect(
    margin.getByRole("blockquote").filter({ hasText: "Wij missen een overdracht" }),
  ).toBeVisible();
  // What it was linked to itself stands apart, with who said it.
  await expect(margin.getByRole("heading", { name: "Rechtstreeks gekoppeld" })).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press("h");
  await expect(margin).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(requirement).toBeFocused();
  await requirement.getByRole("button", { name: /^Herkomst/ }).press("Enter");
  await expect(margin).toBeFocused();

  await page.getByRole("article", { name: "E-2.1" }).focus();
  await expect(margin).toContainText("E-2.1");
  await expect(margin).not.toContainText("Wij missen een overdracht");
});

test("which words carry a requirement is chosen in the margin, and stands first from then on", async ({
  as,
  world,
}) => {
  const page = await as("author");
  await page.setViewportSize(BESIDE);
  const { slug, requirement } = world.work;
  await page.goto(`/dossiers/${slug}/pve/${requirement}/herkomst`);
  const toggles = page.getByRole("main").getByRole("button", { name: /^Draagt deze eis/ });
  const before = await toggles.count();
  const last = toggles.last();
  const name = (await last.textContent()) ?? "";
  await expect(last).toHaveAttribute("aria-pressed", "false");
  await last.press("Enter");
  // It stays where it is under one's hand.
  await expect(last).toHaveAttribute("aria-pressed", "true");
  await expect(last).toBeFocused();
  await page.reload();
  await expect(toggles).toHaveCount(before);
  await expect(toggles.first()).toHaveAttribute("aria-pressed", "true");
  await expect(toggles.first()).toHaveText(name);
  await expect(page.getByRole("main").getByText("Hoort ook bij deze kernwaarde")).toBeVisible();
  await expectAccessible(page);

  // The same words in the margin of the document, where one lets go of them again.
  const code = (await page.locator("main article, main section").first().getAttribute("id")) ?? "";
  await page.goto(`/dossiers/${slug}/pve?eis=${code}`);
  await (await stop(page, code)).focus();
  const chosen = page.getByRole("complementary").getByRole("button", { name });
  await expect(chosen).toHaveAttribute("aria-pressed", "true");
  await chosen.click();
  await expect(chosen).toHaveAttribute("aria-pressed", "false");
  const reader = await as("reviewer");
  await reader.goto(`/dossiers/${slug}/pve/${requirement}/herkomst`);
  await expect(reader.getByRole("main").getByText("Draagt deze eis")).toHaveCount(0);
});

test("on a phone the herkomst is a sheet that gives the focus back", async ({ as, world }) => {
  const page = await as("reviewer");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/dossiers/${world.example.slug}/pve`);
  await (await stop(page, "E-1.2")).focus();
  const open = page.getByRole("button", { name: "Herkomst E-1.2", exact: false }).last();
  await expect(open).toContainText("uitspraken");
  await open.press("Enter");
  const sheet = page.getByRole("dialog");
  const words = sheet.locator("blockquote").filter({ hasText: "Wij missen een overdracht" });
  await expect(words.first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(open).toBeFocused();
});

test("an address leads to a requirement, also with the code alone, and a chapter to its place", async ({
  as,
  world,
}) => {
  const page = await as("author");
  await page.setViewportSize(BESIDE);
  const document = `/dossiers/${world.example.slug}/pve`;
  const margin = page.getByRole("complementary");
  for (const address of ["#E-3.1", "?eis=E-3.1#E-3.1", "?pagina=9#E-3.1"]) {
    await page.goto(`${document}${address}`);
    await expect(page.getByRole("article", { name: "E-3.1" })).toBeInViewport();
    await expect(margin).toContainText("E-3.1");
  }
  await page
    .getByRole("navigation", { name: "Hoofdstukken" })
    .getByText("Eisen aan de ritten")
    .click();
  await expect(page.getByRole("heading", { name: "2 Eisen aan de ritten" })).toBeInViewport();
});

test("without scripts each requirement leads to its page and its herkomst", async ({
  browser,
  world,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: sessionFile("reviewer"),
    baseURL: E2E_ADDRESS,
    locale: "nl-NL",
  });
  const page = await context.newPage();
  await page.goto(`/dossiers/${world.example.slug}/pve`);
  const requirement = page.getByRole("article", { name: "E-1.2" });
  await requirement.getByRole("link", { name: "Herkomst E-1.2" }).click();
  const words = page.locator("blockquote").filter({ hasText: "Wij missen een overdracht" });
  await expect(words.first()).toBeVisible();
  await page.goBack();
  await requirement.getByRole("heading").getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Toegang tot gegevens");
  await context.close();
});
