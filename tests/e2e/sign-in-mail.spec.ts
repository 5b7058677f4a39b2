import fs from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./test";
import { MAIL_FOLDER } from "./world";

const SAID = "Kennen wij dit e-mailadres, dan krijgt u binnen een paar minuten een mail";

async function askFor(page: Page, address: string): Promise<void> {
  await page.getByLabel("E-mailadres").fill(address);
  await page.getByRole("button", { name: "Stuur mij een link" }).click();
  await expect(page.getByRole("main")).toContainText(SAID);
}

/** The links in the mails that an address got, the newest last. */
function linksTo(address: string): string[] {
  if (!fs.existsSync(MAIL_FOLDER)) return [];
  return fs
    .readdirSync(MAIL_FOLDER)
    .filter((name) => name.endsWith(".html"))
    .sort()
    .map((name) => fs.readFileSync(path.join(MAIL_FOLDER, name), "utf8"))
    .filter((mail) => mail.includes(address))
    .flatMap((mail) => /href="([^"]+)"/.exec(mail)?.[1] ?? []);
}

test("somebody asks for a link by mail and signs in with it, back to where they were", async ({
  as,
  world,
}) => {
  const page = await as("nobody");
  await page.goto("/dossiers/nieuw");
  await expect(page).toHaveURL(/\/aanmelden\?verder=/);
  await askFor(page, world.mailed);
  await expect.poll(() => linksTo(world.mailed).length, { timeout: 30_000 }).toBe(1);
  const [link = ""] = linksTo(world.mailed);
  // As a mail scanner does, before the person does.
  for (let look = 0; look < 3; look++) await page.request.get(link);
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welkom, Mia Mailt");
  await page.getByRole("button", { name: "Aanmelden" }).click();
  await expect(page).toHaveURL(/\/dossiers\/nieuw$/);

  const second = await as("nobody");
  await second.goto(link);
  await expect(second.getByRole("heading", { level: 1 })).toHaveText("Deze link werkt niet meer");
  await second.getByRole("link", { name: "Naar Aanmelden" }).click();
  await expect(second.getByLabel("E-mailadres")).toBeVisible();
});

test("nobody learns whether an address is known: not by the page, and not by how soon it answers", async ({
  browser,
  world,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const unknown = `x${world.mailed.slice(1)}`;
  const took: Record<string, number[]> = { [world.mailed]: [], [unknown]: [] };
  const pages = new Set<string>();
  for (let n = 0; n < 8; n++) {
    for (const address of n % 2 ? [world.mailed, unknown] : [unknown, world.mailed]) {
      await page.goto("/aanmelden");
      const start = performance.now();
      await askFor(page, address);
      took[address]?.push(performance.now() - start);
      const words = await page.getByRole("main").innerText();
      pages.add(words.replaceAll(address, ""));
    }
  }
  expect(pages.size).toBe(1);
  const median = (address: string) => took[address]?.sort((a, b) => a - b)[4] ?? 0;
  const ratio = median(world.mailed) / median(unknown);
  expect(ratio).toBeGreaterThan(0.75);
  expect(ratio).toBeLessThan(1.33);
  expect(linksTo(unknown)).toEqual([]);
  await context.close();
});

test("an administrator sees which mails did not arrive, tries one again and sends a test mail", async ({
  as,
}) => {
  const page = await as("administrator");
  await page.goto("/beheer/mail");
  await expect(page.getByRole("main")).toContainText("niet zeker aangekomen");
  // What it was for has expired, or nobody can know: other words each.
  await expect(page.getByRole("main")).toContainText("Laat deze persoon er opnieuw om vragen.");
  await page.getByRole("button", { name: "Nog een keer versturen" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Dan krijgt deze persoon hem twee keer.");
  await page.keyboard.press("Escape");
  await page.getByLabel("E-mailadres").fill("proef.mail@elders.example");
  await page.getByRole("button", { name: "Proefmail versturen" }).click();
  await expect(page.getByRole("main")).toContainText("De proefmail staat klaar");
  const arrived = () =>
    fs
      .readdirSync(MAIL_FOLDER)
      .some((name) =>
        fs.readFileSync(path.join(MAIL_FOLDER, name), "utf8").includes("proef.mail@elders.example"),
      );
  await expect.poll(arrived, { timeout: 30_000 }).toBe(true);
});
