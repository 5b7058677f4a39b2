import fs from "node:fs";
import { chromium } from "@playwright/test";
import { browserOptions } from "./browser";
import { E2E_ADDRESS, readWorld } from "./e2e/world";

const world = readWorld();
const browser = await chromium.launch(await browserOptions());
const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
const page = await context.newPage();
page.on("console", (m) => console.log("console", m.type(), m.text()));
page.on("pageerror", (e) => console.log("pageerror", e.message));
await page.goto(world.links.author[0]);
await page
  .getByRole("button", { name: /aanmelden/i })
  .first()
  .click();
await page.waitForURL((u) => !u.pathname.startsWith("/aanmelden"));
await context.storageState({ path: "/tmp/flow-state.json" });
const at = `${E2E_ADDRESS}/dossiers/${world.intake.slug}/bronnen/toevoegen`;
await page.goto(at);
await page.screenshot({ path: "/tmp/flow-empty.png", fullPage: true });
const minutes = fs.readFileSync("tests/example/notulen-ouders-en-scholen.md");
const file = (name: string, buffer: Buffer) => ({
  name,
  mimeType: "application/octet-stream",
  buffer,
});
await page
  .locator("input[type=file]")
  .setInputFiles([
    file("notulen-ouders-en-scholen.md", minutes),
    file(
      "notulen-ouders-en-scholen-v2.md",
      Buffer.from(minutes.toString().replaceAll("\n", "\r\n")),
    ),
    file("interview-coordinator.md", fs.readFileSync("tests/example/interview-coordinator.md")),
    file("brief-ouderraad.jpg", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1])),
    file(
      "groot-verslag.txt",
      Buffer.from(
        `Verslag.\n\n${"- De chauffeur moet de school kunnen bellen als de bus later komt.\n".repeat(60000)}`,
      ),
    ),
  ]);
await page.waitForTimeout(3000);
await page.screenshot({ path: "/tmp/flow-busy.png", fullPage: true });
await page.waitForTimeout(25000);
await page.screenshot({ path: "/tmp/flow-ready.png", fullPage: true });
await page.setViewportSize({ width: 390, height: 844 });
await page.screenshot({ path: "/tmp/flow-phone.png", fullPage: true });
await browser.close();
