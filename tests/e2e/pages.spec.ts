import type { Page } from "@playwright/test";
import { addressIn, isPage, placeOf, ROUTES, type Route, readerOf } from "./routes";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./test";
import { type Anybody, sessionFile, type World } from "./world";

const pages = ROUTES.filter(isPage);

/** What anybody may expect of any page. */
async function expectGoodPage(page: Page, address: string): Promise<void> {
  const answer = await page.goto(address, { waitUntil: "load" });
  expect(answer?.status(), address).toBe(200);
  await expect(page).toHaveTitle(/^\S.* – Herleid$|^Herleid\b/);
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading, address).toHaveCount(1);
  await expect(heading).toHaveText(/\S/);
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
}

for (const route of pages) {
  test(`${route.name} is a good page`, async ({ as, world }) => {
    const page = await as(readerOf(route));
    await expectGoodPage(page, addressIn(route, placeOf(route, world), world));
  });
}

for (const route of pages.filter(({ list }) => list)) {
  test(`${route.name} is a good page when there is nothing yet`, async ({ as, world }) => {
    const page = await as("author");
    await expectGoodPage(page, emptyAddress(route, world));
    // It says what to do next.
    await expect(page.getByRole("main").locator("a[href], button").first()).toBeVisible();
  });
}

for (const route of pages.filter(({ also }) => also)) {
  test(`${route.name} is a good page with each of its filters`, async ({ as, world }) => {
    test.slow();
    const page = await as("author");
    const place = placeOf(route, world);
    const [path = ""] = addressIn(route, place, world).split("?");
    for (const query of route.also?.(place) ?? []) await expectGoodPage(page, path + query);
  });
}

for (const route of pages.filter(({ answers }) => answers.reviewer === 200)) {
  test(`${route.name} reads the same without JavaScript`, async ({ as, browser, world }) => {
    const visitor = readerOf(route);
    const address = addressIn(route, placeOf(route, world), world);
    const withScript = await as(visitor);
    await withScript.goto(address, { waitUntil: "load" });
    const plain = await browser.newContext({
      javaScriptEnabled: false,
      storageState: visitor === "nobody" ? undefined : sessionFile(visitor),
      baseURL: new URL(withScript.url()).origin,
      locale: "nl-NL",
    });
    const without = await plain.newPage();
    await without.goto(address, { waitUntil: "load" });
    const heading = await withScript.getByRole("heading", { level: 1 }).textContent();
    await expect(without.getByRole("heading", { level: 1 })).toHaveText(heading ?? "");
    // Everything one reads is there; a script may add tools to it.
    const seen = await wordsOn(withScript, route.words);
    const readable = await wordsOn(without, route.words);
    const missing = [...seen].filter((word) => !readable.has(word));
    expect(missing.length / seen.size, `missing: ${missing.slice(0, 40).join(" ")}`).toBeLessThan(
      0.05,
    );
    await plain.close();
  });
}

/** The different words of the main part (or of parts of it) as they are on the screen. */
async function wordsOn(page: Page, part = "main"): Promise<Set<string>> {
  const texts = await page.locator(part).allInnerTexts();
  return new Set(
    texts
      .join("\n")
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? [],
  );
}

function emptyAddress(route: Route, world: World): string {
  return addressIn(route, { ...placeOf(route, world), slug: world.empty }, world);
}

test("the header and the skip link are the first things a keyboard meets", async ({
  as,
  world,
}) => {
  const page = await as("author");
  await page.goto(`/dossiers/${world.example.slug}`);
  await page.keyboard.press("Tab");
  const first = page.locator(":focus");
  await expect(first).toHaveAttribute("href", /^#/);
  await expect(first).toBeInViewport();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const inMain = await page.evaluate(() => !!document.activeElement?.closest("main"));
  expect(inMain).toBe(true);
});

test("the interface also speaks English", async ({ as, world }) => {
  const page = await as("reviewer" satisfies Anybody);
  await page.goto(`/dossiers/${world.example.slug}/stellingen`);
  await page.getByRole("banner").locator("summary").click();
  await page.getByRole("button", { name: /english/i }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page).toHaveURL(new RegExp(`/dossiers/${world.example.slug}/stellingen$`));
  await expectAccessible(page);
});

test("Publicatie names what is missing, as many as Verantwoording does", async ({ as, world }) => {
  const page = await as("author");
  const dossier = `/dossiers/${world.example.slug}`;
  await page.goto(`${dossier}/publicatie`);
  const lists = page
    .getByRole("main")
    .getByRole("region")
    .filter({ has: page.getByRole("table") });
  const names = await lists.getByRole("heading", { level: 2 }).allTextContents();
  expect(names.length).toBeGreaterThanOrEqual(2);
  for (const [n, name] of names.entries()) {
    const total = Number(/\((\d+)\)$/.exec(name)?.[1]);
    await expect(lists.nth(n).getByRole("row")).toHaveCount(1 + Math.min(total, 5));
    const list = await lists.nth(n).getAttribute("id");
    await page.goto(`${dossier}/verantwoording?lijst=${list}`);
    await expect(page.getByRole("table").last().getByRole("row")).toHaveCount(1 + total);
    await page.goBack();
  }
});
