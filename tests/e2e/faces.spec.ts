import { expectGoodPage } from "./good-page";
import { addressIn, isPage, placeOf, ROUTES, type Route, readerOf } from "./routes";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./test";
import type { Anybody, World } from "./world";

// Other faces of the pages: with nothing on them, filtered, by keyboard, in English.

const pages = ROUTES.filter(isPage);
const PHONE = { width: 320, height: 640 };
const DESK = { width: 1280, height: 900 };

for (const route of pages.filter(({ list }) => list)) {
  test(`${route.name} is a good page when there is nothing yet`, async ({ as, world }) => {
    const page = await as("author");
    await expectGoodPage(page, emptyAddress(route, world));
    // It says what to do next.
    await expect(page.getByRole("main").locator("a[href], button").first()).toBeVisible();
    await page.setViewportSize(PHONE);
    await expectNoSidewaysScroll(page);
  });
}

for (const route of pages.filter(({ also }) => also)) {
  test(`${route.name} is a good page with each of its filters`, async ({ as, world }) => {
    test.slow();
    const page = await as(readerOf(route));
    const place = placeOf(route, world);
    const [path = ""] = addressIn(route, place, world).split("?");
    for (const query of route.also?.(place) ?? []) {
      await page.setViewportSize(DESK);
      await expectGoodPage(page, path + query, { colours: false });
      await page.setViewportSize(PHONE);
      await expectNoSidewaysScroll(page);
    }
  });
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
    .filter({ has: page.getByRole("heading", { level: 2, name: /\(\d+\)$/ }) });
  const names = await lists.getByRole("heading", { level: 2 }).allTextContents();
  expect(names.length).toBeGreaterThanOrEqual(2);
  for (const [n, name] of names.entries()) {
    const total = Number(/\((\d+)\)$/.exec(name)?.[1]);
    await expect(lists.nth(n).getByRole("row")).toHaveCount(1 + Math.min(total, 5));
    const list = await lists.nth(n).getAttribute("id");
    const rows = page.getByRole("table").last().getByRole("row");
    // All pages of the list together.
    let listed = 0;
    for (let at = 1; listed < total; at++) {
      await page.goto(`${dossier}/verantwoording?lijst=${list}&pagina=${at}`);
      const here = (await rows.count()) - 1;
      expect(here).toBeGreaterThan(0);
      listed += here;
    }
    expect(listed).toBe(total);
    await page.goto(`${dossier}/publicatie`);
  }
});
