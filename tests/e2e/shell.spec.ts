import { addressIn, isPage, placeOf, ROUTES, readerOf } from "./routes";
import { expect, expectAccessible, test } from "./test";
import { E2E_ADDRESS, sessionFile } from "./world";

const pages = ROUTES.filter(isPage);

/** Lists and things with one main button, and what it says. */
const MAIN_BUTTONS: Record<string, string> = {
  bronnen: "Bronnen toevoegen",
  consultatie: "Reactie toevoegen",
  stellingen: "Reactie toevoegen",
  stelling: "Reactie toevoegen",
  reactie: "Maak of koppel kernwaarde",
  kernwaarden: "Kies reacties",
  kernwaarde: "Schrijf een eis op deze kernwaarde",
  pve: "Eis toevoegen",
  "pve-hoofdstukken": "Hoofdstuk toevoegen",
  eis: "Wijzigen",
  publicatie: "Word-document maken",
  gebruikers: "Gebruiker toevoegen",
};

test("the blocks of the workbench begin within 150 pixels", async ({ as, world }) => {
  const page = await as("author");
  await page.goto(`/dossiers/${world.work.slug}/bronnen/${world.work.source}/splitsen/1`);
  const row = await page.getByRole("row").first().boundingBox();
  expect(row?.y).toBeLessThanOrEqual(150);
});

test("the steps are in the bar, on a row of their own, or in the menu", async ({ as, world }) => {
  const page = await as("author");
  const way = page.getByRole("navigation", { name: "De weg door dit dossier" });
  const menu = page.getByRole("banner").locator("summary");
  await page.goto(`/dossiers/${world.example.slug}/kernwaarden`);
  expect((await way.boundingBox())?.y).toBeLessThan(10);
  await expect(way.getByRole("link")).toHaveCount(6);
  await expect(way.getByRole("link", { name: "Kernwaarden" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await page.setViewportSize({ width: 1100, height: 900 });
  expect(await way.boundingBox()).toMatchObject({ y: 48, height: 40 });
  await expect(way.getByRole("link")).toHaveCount(7);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(way).toBeHidden();
  await menu.click();
  await expectAccessible(page);
  await way.getByRole("link", { name: "Bronnen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Bronnen" })).toBeVisible();
  await expect(way).toBeHidden();
  // Escape closes it and gives the focus back.
  await menu.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await expect(way).toBeHidden();
  await expect(menu).toBeFocused();
});

for (const [name, button] of Object.entries(MAIN_BUTTONS)) {
  test(`the main button of ${name} is a few tabs away`, async ({ as, world }) => {
    const route = pages.find((one) => one.name === name);
    if (!route) throw new Error(`no page is called ${name}`);
    const page = await as(readerOf(route));
    await page.goto(addressIn(route, placeOf(route, world), world));
    const target = page
      .locator("[data-head]")
      .getByRole(name === "publicatie" ? "button" : "link", { name: button, exact: true })
      .and(page.locator(":focus"));
    const tabsTo = async (from: number) => {
      for (let tabs = from; tabs <= 40; tabs++) {
        if ((await target.count()) > 0) return tabs;
        await page.keyboard.press("Tab");
      }
      return Number.POSITIVE_INFINITY;
    };
    expect(await tabsTo(0)).toBeLessThanOrEqual(20);
    await page.reload();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await tabsTo(1)).toBeLessThanOrEqual(8);
  });
}

test("Ctrl+K and a code lead right to the thing", async ({ as, world }) => {
  const page = await as("author");
  const base = `/dossiers/${world.example.slug}`;
  await page.goto(`${base}/pve/${world.example.requirement}`);
  const code = await page
    .locator("[data-head] span", { hasText: /^[A-Z]-\d+\.\d+$/ })
    .first()
    .textContent();
  const field = page.getByRole("searchbox", { name: "Zoek, of spring naar een code" });
  for (const [typed, heading] of [
    ["r-2", /^Reactie R-2$/],
    ["K-1", /./],
    [code?.toLowerCase() ?? "", /./],
  ] as const) {
    await page.goto(`${base}/verantwoording`);
    await expect(async () => {
      await page.keyboard.press("Control+k");
      await expect(field).toBeFocused({ timeout: 2_000 });
    }).toPass();
    await page.keyboard.type(typed);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/(reacties|kernwaarden|pve)\/[0-9a-f-]{36}$/);
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  }
  await page.keyboard.press("Control+k");
  await page.keyboard.type("chauffeur");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/zoeken\?/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("chauffeur");
  // The field says what was searched for, and there is one.
  await expect(page.getByRole("searchbox")).toHaveCount(1);
  await expect(field).toHaveValue("chauffeur");
  // A code of something that is not there is a search like any other.
  await field.fill("R-99999");
  await field.press("Enter");
  await expect(page).toHaveURL(/R-99999/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("R-99999");
  // No room for a field on a phone: the same keys lead to the page that has one.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(base);
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(page).toHaveURL(/\/zoeken$/, { timeout: 2_000 });
  }).toPass();
  await expect(page.getByRole("searchbox")).toBeVisible();
});

test("keys of one letter are listed, keep out of text, and stay off for who wants that", async ({
  as,
  world,
}) => {
  const administrator = await as("administrator");
  await administrator.goto(`/beheer/gebruikers/${world.withoutLetters}`);
  await administrator.getByRole("button", { name: "Aanmeldlink maken" }).click();
  const link = (await administrator.getByRole("main").locator("code").textContent()) ?? "";
  const page = await as("nobody");
  await page.goto(link);
  await page.getByRole("button", { name: "Aanmelden" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Mijn dossiers" })).toBeVisible();

  const bench = `/dossiers/${world.work.slug}/bronnen/${world.work.source}/splitsen/1`;
  await page.goto(bench);
  const list = page.getByRole("dialog", { name: "Sneltoetsen" });
  const row = page.getByRole("row").first();
  // A key that is pressed before the page listens is lost.
  await expect(async () => {
    await row.focus();
    await page.keyboard.press("?");
    await expect(list).toContainText("naar het volgende onzekere blok", { timeout: 2_000 });
  }).toPass();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.keyboard.press("?");
  await expect(list).toBeHidden();

  await row.focus();
  await page.keyboard.press("j");
  await expect(page.getByRole("row").nth(1)).toBeFocused();
  await page.getByRole("button", { name: "Sneltoetsen", exact: true }).click();
  await list.getByRole("checkbox").uncheck();
  await expect(page.getByRole("status").filter({ hasText: "staan uit" })).toHaveCount(1);
  await page.keyboard.press("Escape");
  const expectOff = async () => {
    await row.focus();
    await page.keyboard.press("?");
    await page.keyboard.press("j");
    await expect(list).toBeHidden();
    await expect(row).toBeFocused();
    // What is no letter goes on working.
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("row").nth(1)).toBeFocused();
  };
  await expectOff();
  // It is the person's, not the browser's.
  await page.evaluate(() => localStorage.clear());
  await page.goto(bench);
  await expectOff();

  await page.goto("/voorkeuren");
  const box = page.getByRole("checkbox", { name: "Sneltoetsen van één letter gebruiken" });
  await expect(box).not.toBeChecked();
  await box.check();
  await page.getByRole("button", { name: "Voorkeuren bewaren" }).click();
  await expect(page.getByText("Uw voorkeuren zijn bewaard.")).toBeVisible();
  await page.goto(bench);
  await row.focus();
  await page.keyboard.press("j");
  await expect(page.getByRole("row").nth(1)).toBeFocused();
});

test("the bar needs no JavaScript", async ({ browser, world }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: sessionFile("author"),
    baseURL: E2E_ADDRESS,
    locale: "nl-NL",
  });
  const page = await context.newPage();
  await page.goto(`/dossiers/${world.example.slug}/bronnen`);
  const field = page.getByRole("searchbox", { name: "Zoek, of spring naar een code" });
  await field.fill("R-2");
  await field.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Reactie R-2" })).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByRole("banner").locator("summary").click();
  await page.getByRole("banner").getByRole("link", { name: "Instellingen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Instellingen" })).toBeVisible();
  await page.getByRole("banner").getByRole("link", { name: "Zoeken in dit dossier" }).click();
  await page.getByRole("searchbox").fill("chauffeur");
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/zoek=chauffeur/);
  await context.close();
});

test("who is asked for input sees the municipality above, and Herleid below", async ({
  as,
  world,
}) => {
  const page = await as("nobody");
  await page.goto(`/inbreng/${world.stakeholderCode}`);
  await expect(page.getByRole("banner")).toContainText("Gemeente");
  await expect(page.getByRole("banner")).not.toContainText("Herleid");
  await expect(page.getByRole("contentinfo")).toContainText("Herleid");
});
