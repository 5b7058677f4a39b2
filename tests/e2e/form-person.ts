import type { BrowserContext } from "@playwright/test";
import { expect } from "./test";
import { E2E_ADDRESS } from "./world";

/** Signs somebody in, by a link that an administrator makes. @returns the session, to be used by others. */
export async function signedIn(
  administrator: BrowserContext,
  making: Promise<BrowserContext>,
  account: string,
) {
  const context = await making;
  const page = await context.newPage();
  await page.goto(await linkFor(administrator, account));
  await page.getByRole("button", { name: "Aanmelden" }).click();
  await expect(page.getByRole("banner").locator("summary")).toBeAttached();
  const state = await context.storageState();
  await context.close();
  return state;
}

/** A link to sign in with; it voids the one before. */
export async function linkFor(administrator: BrowserContext, account: string): Promise<string> {
  const page = await administrator.newPage();
  await page.goto(`/beheer/gebruikers/${account}`);
  await page.getByRole("button", { name: "Aanmeldlink maken" }).click();
  const link = (await page.getByRole("main").locator("code").textContent()) ?? "";
  await page.close();
  return link;
}

/** How many acts of a kind the log has of somebody, as an administrator sees it. */
export async function logged(context: BrowserContext, action: string, name: string) {
  const query = new URLSearchParams({ handeling: action, wie: name });
  const answer = await context.request.get(`${E2E_ADDRESS}/beheer/logboek?${query}`);
  const text = (await answer.text()).replaceAll("<!-- -->", "");
  const [, found] = text.match(/([\d.]+) gebeurtenis(?:sen)?, nieuwste eerst/) ?? [];
  if (found) return Number(found.replaceAll(".", ""));
  expect(text, "the log").toContain("Geen gebeurtenissen");
  return 0;
}
