import fs from "node:fs";
import { expect, test } from "@playwright/test";
import { readWorld, sessionFile, VISITORS } from "./world";

// One after the other, so that the log and the picture of it are the same every time.
test.describe.configure({ mode: "default" });

for (const visitor of VISITORS) {
  test(`the ${visitor} signs in with a one-time link`, async ({ browser }) => {
    const file = sessionFile(visitor);
    // Of an earlier run on the same server (E2E_REUSE); a server of its own begins without.
    const known = fs.existsSync(file) ? file : undefined;
    const context = await browser.newContext({ storageState: known });
    const page = await context.newPage();
    // Only who is signed in has a menu.
    const signedIn = page.getByRole("banner").locator("summary");
    await page.goto("/");
    if (!(await signedIn.isVisible())) {
      await page.goto(readWorld().links[visitor][0]);
      await page.getByRole("button", { name: "Aanmelden" }).click();
    }
    await expect(signedIn).toBeAttached();
    await context.storageState({ path: file });
    await context.close();
  });
}
