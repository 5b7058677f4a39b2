import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, forThisTry, test } from "./test";

// Following an online consultation while people react, and closing it with thanks.

const main = (page: Page) => page.getByRole("main");

/** Somebody who reacts on a device of their own, without scripts. */
async function somebody(browser: Browser, options: BrowserContextOptions, code: string) {
  const context = await browser.newContext({
    ...options,
    storageState: { cookies: [], origins: [] },
    viewport: { width: 320, height: 640 },
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(`/inbreng/${code}`);
  await main(page)
    .getByRole("button", { name: /Begin met stelling 1/ })
    .click();
  return page;
}

/** Chooses a position on the first stelling and sends it: what has no words is placed at once. */
async function send(page: Page, position: string): Promise<void> {
  await main(page).getByLabel(position, { exact: true }).check();
  await main(page).getByRole("button", { name: "Volgende" }).click();
  await page.goto(page.url().replace(/\/stelling\/.*/, "/klopt"));
  await main(page).getByRole("button", { name: "Verstuur mijn reacties" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /zijn binnen/ })).toBeVisible();
}

test("what comes in is counted within a second, waits to be read, and closing thanks with a day", async ({
  as,
  browser,
  contextOptions,
  world,
}) => {
  test.setTimeout(180_000);
  const { slug, code, consultation } = forThisTry(world.following);
  const online = `/dossiers/${slug}/consultaties/${consultation}/online`;
  const author = await as("author");
  await author.goto(online);
  await main(author).getByRole("link", { name: "Volg wat er binnenkomt" }).click();
  await expect(main(author).getByText("Nog niemand reageerde.")).toBeVisible();
  await expect(main(author).getByText("Er is nog geen reactie geplaatst.")).toBeVisible();
  await expect(main(author).getByText("De aantallen worden vanzelf bijgewerkt.")).toBeVisible();
  await expectAccessible(author);

  const first = await somebody(browser, contextOptions, code);
  await send(first, "Eens");
  await expect(main(author).getByText(/^1 mens reageerde, met 1 reactie/)).toBeVisible({
    timeout: 3_000,
  });
  const row = main(author).getByRole("row").filter({ hasText: "De bus komt op tijd." });
  await expect(row.getByRole("cell").last()).toHaveText("1");
  // It waits: nothing moves under who reads.
  const latest = main(author).getByRole("region", { name: "Laatste reacties" });
  await expect(latest.getByRole("listitem")).toHaveCount(0);
  await latest.getByRole("button", { name: "Toon 1 nieuwe" }).click();
  await expect(latest.getByRole("listitem")).toHaveCount(1);
  await expect(latest.getByText("Eens.")).toBeVisible();

  // The same without scripts, on a phone: as it was when it was asked.
  const plain = await browser.newContext({
    ...contextOptions,
    storageState: await author.context().storageState(),
    viewport: { width: 320, height: 640 },
    javaScriptEnabled: false,
  });
  const still = await plain.newPage();
  await still.goto(`${online}/volgen`);
  await expect(main(still).getByText(/^1 mens reageerde/)).toBeVisible();
  await expect(main(still).getByText("Eens.")).toBeVisible();
  await expectNoSidewaysScroll(still);
  const second = await somebody(browser, contextOptions, code);
  await send(second, "Oneens");
  await expect(main(author).getByRole("button", { name: "Toon 1 nieuwe" })).toBeVisible();
  await main(still).getByRole("link", { name: "Ververs" }).click();
  await expect(main(still).getByText(/^2 mensen reageerden/)).toBeVisible();

  await main(author).getByRole("link", { name: "Sluiten en bedanken" }).click();
  await expect(
    author.getByRole("heading", { level: 1, name: "Sluiten en bedanken" }),
  ).toBeVisible();
  await main(author)
    .getByLabel(/Uw woorden/)
    .fill("Wij nemen dit mee naar de raad.");
  await main(author).getByRole("button", { name: "Bewaar" }).click();
  await expect(main(author).getByText(/^Bewaard\./)).toBeVisible();
  await expectAccessible(author);
  // Who follows elsewhere sees that it is over.
  const watching = await author.context().newPage();
  await watching.goto(`${online}/volgen`);
  await expect(main(watching).getByText("De aantallen worden vanzelf bijgewerkt.")).toBeVisible();
  await author.bringToFront();
  await main(author).getByRole("button", { name: "Sluit nu" }).click();
  await expect(main(author).getByText("Gesloten", { exact: true }).first()).toBeVisible();
  await expect(main(watching).getByText("Gesloten", { exact: true })).toBeVisible();
  await expect(main(watching).getByText("Er komt niets meer vanzelf bij.")).toBeVisible();

  await first.goto(`/inbreng/${code}/mijn`);
  await expect(main(first).getByText("Bedankt voor uw reactie")).toBeVisible();
  await expect(main(first).getByText("Wij nemen dit mee naar de raad.")).toBeVisible();
  await expect(main(first).getByText(/^Uiterlijk .* leest u op dit adres/)).toBeVisible();
  await expectNoSidewaysScroll(first);
  // With scripts, for what looks at it is one.
  const looked = await browser.newContext({
    ...contextOptions,
    storageState: await first.context().storageState(),
    viewport: { width: 390, height: 844 },
  });
  const own = await looked.newPage();
  await own.goto(`/inbreng/${code}/mijn`);
  await expectAccessible(own);
  for (const page of [first, second, still, own]) await page.context().close();
});
