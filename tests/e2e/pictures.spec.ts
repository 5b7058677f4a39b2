import type { Page } from "@playwright/test";
import { photo, picture } from "../factories/pictures";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./test";
import { sessionFile } from "./world";

// A picture with the explanation of a stelling: put there by an author, and seen by who reacts.

// With scripts and without it is the same stelling: one after the other.
test.describe.configure({ mode: "default" });

test.use({ storageState: sessionFile("author") });

const file = (bytes: Uint8Array, name = "foto.jpg") => ({
  name,
  mimeType: "image/jpeg",
  buffer: Buffer.from(bytes),
});

/** Whether the browser could draw it. */
const widthOf = (page: Page) =>
  page
    .locator("main img")
    .first()
    .evaluate((image) => (image as HTMLImageElement).naturalWidth);

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("an author puts one there, says what it shows, and is told what cannot be used", async ({
      page,
      world: { writing },
    }) => {
      test.setTimeout(120_000);
      const main = page.getByRole("main");
      const online = `/dossiers/${writing.slug}/consultaties/${writing.online}/online`;
      const at = `${online}/afbeelding/${writing.explained}`;
      await page.goto(online);
      await main
        .getByRole("link", { name: /Wijzig de afbeelding|Voeg een afbeelding toe/ })
        .click();
      await expect(page).toHaveURL(new RegExp(`${at}$`));
      if (scripts) await expectAccessible(page);
      await expectNoSidewaysScroll(page);

      const shows = `De bus in de straat, ${scripts}.`;
      await main.getByLabel("Wat is er te zien?").fill(shows);
      const svg = new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>");
      await main.locator("input[type=file]").setInputFiles(file(svg, "tekening.png"));
      await main.getByRole("button", { name: "Bewaar" }).click();
      await expect(main.getByText("Dit is geen afbeelding die kan.").first()).toBeVisible();
      await expect(main.getByLabel("Wat is er te zien?")).toHaveValue(shows);

      await main.locator("input[type=file]").setInputFiles(file(await photo()));
      await main.getByRole("button", { name: "Bewaar" }).click();
      await expect(page).toHaveURL(new RegExp(`${online}(#stellingen)?$`));
      await expect(main.getByText("Met toelichting en afbeelding")).toBeVisible();

      await page.goto(at);
      await expect(main.getByRole("img", { name: shows })).toBeVisible();
      await expect.poll(() => (scripts ? widthOf(page) : 960)).toBe(960);
      if (scripts) await expectAccessible(page);
      // What it shows alone is changed without a file.
      await main.getByLabel("Wat is er te zien?").fill("Een straat met een bus.");
      await main.getByRole("button", { name: "Bewaar" }).click();
      await expect(page).toHaveURL(new RegExp(`${online}(#stellingen)?$`));
      await page.goto(at);
      await expect(main.getByRole("img", { name: "Een straat met een bus." })).toBeVisible();

      await page.goto(`${online}/voorbeeld?pagina=3`);
      await main.getByText("Waarom deze stelling?").click();
      await expect(main.getByRole("img", { name: "Een straat met een bus." })).toBeVisible();

      await page.goto(at);
      await main.getByRole("button", { name: "Haal de afbeelding weg" }).click();
      await expect(page).toHaveURL(new RegExp(`${online}(#stellingen)?$`));
      await expect(main.getByText("Met toelichting en afbeelding")).toHaveCount(0);
      await main.getByRole("link", { name: "Voeg een afbeelding toe" }).click();
      await main.getByLabel("Wat is er te zien?").fill("Een groen vlak.");
      await main.locator("input[type=file]").setInputFiles(file(await picture(), "vlak.png"));
      await main.getByRole("button", { name: "Bewaar" }).click();
      await expect(main.getByText("Met toelichting en afbeelding")).toBeVisible();
    });
  });
}
