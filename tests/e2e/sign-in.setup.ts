import { expect, test } from "@playwright/test";
import { readWorld, sessionFile, VISITORS } from "./world";

for (const visitor of VISITORS) {
  test(`the ${visitor} signs in with a one-time link`, async ({ page }) => {
    const [link] = readWorld().links[visitor];
    await page.goto(link ?? "");
    await page.getByRole("button", { name: "Aanmelden" }).click();
    await expect(page.getByRole("button", { name: "Afmelden" })).toBeAttached();
    await page.context().storageState({ path: sessionFile(visitor) });
  });
}
