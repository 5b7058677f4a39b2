import { createHash } from "node:crypto";
import { expect, test } from "./test";
import { readWorld, sessionFile } from "./world";

test.use({ storageState: sessionFile("author") });

const { example } = readWorld();
const at = (rest = "") => `/dossiers/${example.slug}/bronnen/${example.source}${rest}`;

test("one steps through what was searched with n and p, each hit on its place", async ({
  page,
}) => {
  await page.goto(at());
  await page.getByRole("searchbox", { name: "Zoek in deze bron" }).fill("chauffeur");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/blokken met ‘chauffeur’/)).toBeVisible();
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Blok \d+$/ })
    .first()
    .click();
  await expect(page.getByText(/^Treffer 1 van \d+ voor ‘chauffeur’$/)).toBeVisible();
  await expect(page.locator("#citaat")).toBeFocused();
  await page.keyboard.press("n");
  await expect(page.getByText(/^Treffer 2 van/)).toBeVisible();
  await page.keyboard.press("p");
  await expect(page.getByText(/^Treffer 1 van/)).toBeVisible();
  await page.getByRole("link", { name: "Alle treffers" }).click();
  await expect(page.getByText(/blokken met ‘chauffeur’/)).toBeVisible();
});

test("j and k go from passage to passage, and the list of keys says so", async ({ page }) => {
  await page.goto(at());
  const passages = page.locator("[data-words] mark[tabindex]");
  await expect(passages.first()).toBeVisible();
  // A key that is pressed before the page listens is lost.
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(passages.first()).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.press("]");
  await expect(passages.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(passages.first()).toBeFocused();
  await page.keyboard.press("k");
  await expect(page.getByText("Dit was de eerste passage.")).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText("Volgende passage");
});

test("the contents lead to their block; on a phone they are a sheet, also without scripts", async ({
  browser,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 800 },
    storageState: sessionFile("author"),
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(at());
  const sheet = page.locator("#inhoud");
  await expect(sheet).toBeHidden();
  await page.getByRole("link", { name: "Inhoud", exact: true }).click();
  await expect(sheet).toBeVisible();
  const line = sheet.getByRole("listitem").last().getByRole("link");
  await line.click();
  await expect(sheet).toBeHidden();
  await expect(page).toHaveURL(/#blok-\d+$/);
  await context.close();
});

test("the original comes as a file with its own name, and is what its checksum says", async ({
  page,
}) => {
  await page.goto(at());
  const said = await page.locator("#origineel code").first().innerText();
  const answer = await page.request.get(at("/origineel"));
  const headers = answer.headers();
  expect(headers["content-disposition"]).toMatch(
    /^attachment; filename="[\w. -]+"; filename\*=UTF-8''/,
  );
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(
    createHash("sha256")
      .update(await answer.body())
      .digest("hex"),
  ).toBe(said);
});

test("no page of a source is more than 300 kB, whatever stands on it", async ({ page, world }) => {
  for (const source of world.heavy.sources) {
    const address = `/dossiers/${world.heavy.slug}/bronnen/${source}`;
    // Beyond the last one is the last one once more.
    for (let n = 1; n <= 10; n++) {
      const answer = await page.request.get(`${address}?pagina=${n}`);
      const html = await answer.text();
      expect(html, `page ${n}`).toContain('data-block="');
      expect(Buffer.byteLength(html), `page ${n} of ${address}`).toBeLessThan(300_000);
    }
  }
});

test("all of a source is printed, or a stretch of it", async ({ page }) => {
  await page.goto(at());
  await page.getByRole("link", { name: "Druk alles of een deel af" }).click();
  const blocks = page.locator("[data-block]");
  const until = page.getByLabel("Tot en met blok");
  const total = Number(await until.inputValue());
  await expect(blocks).toHaveCount(total);
  await page.getByLabel("Van blok").fill("3");
  await until.fill("5");
  await page.getByRole("button", { name: "Toon deze blokken" }).click();
  await expect(blocks).toHaveCount(3);
  await expect(page.locator("#blok-3")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(until).toBeHidden();
  await expect(blocks.first().locator("[data-words]")).toBeVisible();
});

test("paper has the text and nothing around it", async ({ page }) => {
  await page.goto(at());
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("[data-words]").first()).toBeVisible();
  for (const gone of ["#inhoud", "[data-resting]", "#origineel form"]) {
    await expect(page.locator(gone).first()).toBeHidden();
  }
  await expect(page.getByRole("searchbox").first()).toBeHidden();
});
