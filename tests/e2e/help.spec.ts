import { TOPIC_NAMES, TOPICS } from "@/components/help/topics";
import { addressIn, ROUTES } from "./routes";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./test";

test("anybody can read the help of each screen, with its picture, in both languages", async ({
  as,
}) => {
  test.slow();
  const page = await as("nobody");
  for (const language of ["nl", "en"]) {
    await page.goto("/hulp");
    if (language === "en") await page.getByRole("button", { name: "English" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(TOPIC_NAMES.length);
    for (const name of TOPIC_NAMES) {
      await page.goto(`/hulp/${TOPICS[name].slug}`);
      const picture = page.getByRole("main").getByRole("img");
      await expect(picture).toHaveAttribute("alt", /\S{3}/);
      await expect
        .poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth), name)
        .toBeGreaterThan(500);
    }
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
});

test("each screen leads to its own help, and without scripts as well", async ({ as, world }) => {
  const page = await as("author");
  await page.goto(`/dossiers/${world.example.slug}/bronnen`);
  await page.getByRole("banner").getByRole("link", { name: "Hulp bij dit scherm" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Bronnen" })).toBeVisible();
  await expect(page).toHaveURL(/\/hulp\/bronnen$/);
  await page.getByRole("link", { name: "Alle schermen" }).click();
  await expect(page).toHaveURL(/\/hulp$/);
  const reader = ROUTES.find(({ name }) => name === "bron");
  if (!reader) throw new Error("there is no reader");
  const html = await (await page.request.get(addressIn(reader, world.example, world))).text();
  expect(html).toContain(`href="/hulp/${TOPICS.reader.slug}"`);
});

test("there is no help of what is not there", async ({ as }) => {
  const page = await as("nobody");
  expect((await page.goto("/hulp/toString"))?.status()).toBe(404);
});
