import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll } from "./test";

/** What anybody may expect of any page. */
export async function expectGoodPage(
  page: Page,
  address: string,
  looks?: { colours: boolean },
): Promise<void> {
  const answer = await page.goto(address, { waitUntil: "load" });
  expect(answer?.status(), address).toBe(200);
  await expect(page).toHaveTitle(/^\S.* – Herleid$|^Herleid\b/);
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading, address).toHaveCount(1);
  await expect(heading).toHaveText(/\S/);
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
  await expectNoSidewaysScroll(page);
  await expectAccessible(page, looks);
}
