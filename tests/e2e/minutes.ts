import type { FileChooser, Locator, Page } from "@playwright/test";
import type { Keyboard } from "./keyboard";
import { expect, test } from "./test";

/** What the walks through a whole dossier share: from a file of minutes to stellingen and reactions. */

/** A step of the way through a dossier, in the bar. */
export function stepIn(page: Page, name: string): Locator {
  return page
    .getByRole("navigation", { name: "De weg door dit dossier" })
    .getByRole("link", { name, exact: true });
}

export async function newDossier(page: Page, keyboard: Keyboard, title: string): Promise<void> {
  const main = page.getByRole("main");
  await test.step("a new dossier", async () => {
    await page.goto("/");
    await keyboard.press(main.getByRole("link", { name: "Nieuw dossier" }).first());
    await keyboard.type(main.getByLabel("Titel"), title);
    await keyboard.type(main.getByLabel("Opdrachtgever"), "Gemeente Proefstad");
    await keyboard.press(main.getByRole("button", { name: "Dossier beginnen" }));
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  });
}

type OneFile = Exclude<Parameters<FileChooser["setFiles"]>[0], readonly unknown[]>;

/** Brings in one file, by its path or as bytes under a name; ends where it is split. */
export async function bringIn(page: Page, keyboard: Keyboard, file: OneFile): Promise<void> {
  const main = page.getByRole("main");
  await test.step("bring in a file", async () => {
    await keyboard.press(stepIn(page, "Bronnen"));
    await keyboard.press(main.getByRole("link", { name: "Bronnen toevoegen" }).first());
    const chooser = page.waitForEvent("filechooser");
    await keyboard.press(main.getByLabel("Kies bestanden"));
    await (await chooser).setFiles(file);
    const add = main.getByRole("button", { name: "Voeg 1 bron toe" });
    await expect(add).toBeVisible({ timeout: 60_000 });
    await keyboard.press(add);
    // It is read in a process of its own.
    await expect(main.getByRole("link", { name: /^Splitsen$/ }).first()).toHaveAttribute(
      "aria-current",
      "page",
      { timeout: 60_000 },
    );
  });
}

/**
 * Of the document on the workbench all is accepted and confirmed.
 *
 * @param offersKnown whether its first stelling was put before, which is then offered.
 */
export async function confirmDocument(
  page: Page,
  keyboard: Keyboard,
  { offersKnown }: { offersKnown: boolean },
): Promise<void> {
  const main = page.getByRole("main");
  const rows = main.getByRole("row");
  await expect(rows.first()).toBeVisible();
  const total = await rows.count();
  // Of the list the tab key comes to the chosen one.
  await keyboard.to(page.locator("[role=row][tabindex='0']"));
  await page.keyboard.press("Control+a");
  await page.keyboard.press("a");
  await expect(main.getByText(`${total} van ${total} bekeken`)).toBeVisible();
  await keyboard.press(main.getByRole("link", { name: "Bekijk wat het wordt" }).first());
  await expect(page.getByRole("heading", { level: 1, name: "Wat wordt wat?" })).toBeVisible();
  for (const doubt of await main.getByRole("button", { name: /^Blijft weg/ }).all()) {
    await keyboard.press(doubt);
  }
  const known = main.getByRole("radiogroup", { name: /^Stelling 1:/ });
  if (offersKnown) {
    await expect(known.getByRole("radio", { name: /^Dezelfde stelling/ })).toBeChecked();
  } else await expect(known).toHaveCount(0);
  await keyboard.press(main.getByRole("button", { name: /^Bevestig [\d.]+ blok/ }));
  await expect(page).toHaveURL(/bevestigd=ja/);
}

/** The marks of the words one came for; the first is where the address points. */
export async function focusedMarks(page: Page): Promise<Locator> {
  await expect(page.locator("mark#citaat")).toBeVisible();
  return page.getByRole("main").locator("mark[class*=focus]");
}

/** White space and line ends differ between a page, a source and a document. */
export function solid(text: string): string {
  return text.replace(/\s+/g, "");
}
