import path from "node:path";
import type { Page } from "@playwright/test";
import { addressIn, isPage, placeOf, ROUTES, readerOf } from "../e2e/routes";
import { test } from "../e2e/test";

const FOLDER = path.resolve("docs", "screenshots");
/** A picture in the README that is longer than this is scrolled past. */
const MOST_HEIGHT = 1_600;

const FORMATS = {
  desktop: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
};

for (const route of ROUTES.filter(isPage)) {
  test(`${route.name}`, async ({ as, world }) => {
    const page = await as(readerOf(route));
    const place = placeOf(route, world);
    const address = addressIn(route, place, world);
    for (const [format, size] of Object.entries(FORMATS)) {
      await page.setViewportSize(size);
      await page.goto(address, { waitUntil: "load" });
      await still(page);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.screenshot({
        path: path.join(FOLDER, `${route.name}-${format}.png`),
        fullPage: true,
        clip: { x: 0, y: 0, width: size.width, height: Math.min(height, MOST_HEIGHT) },
        animations: "disabled",
        caret: "hide",
        // Pictures of two screens' pixels are four times as large and say no more.
        scale: "css",
      });
    }
  });
}

/**
 * The same picture every time: fonts are there, nothing has the focus, and what differs from run to
 * run (the moment, hashes, secret codes) is written over with something that looks like it.
 */
async function still(page: Page): Promise<void> {
  // React compares the page with what it would draw itself: not before that may words change.
  // Some parts are never its own (an editor), so it is done when no more become so.
  const strangers = () =>
    page
      .locator("main, main *")
      .evaluateAll(
        (elements) =>
          elements.filter(
            (element) => !Object.keys(element).some((key) => key.startsWith("__react")),
          ).length,
      );
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__react")),
  );
  for (let last = -1, now = await strangers(); now !== last; ) {
    last = now;
    await page.waitForTimeout(400);
    now = await strangers();
  }
  await page.evaluate(async () => {
    await document.fonts.ready;
    (document.activeElement as HTMLElement | null)?.blur();
    window.scrollTo(0, 0);
    const hex = "3f9a1c5e7b2d80649e1f6ac4d2087b35c16e94fa70b83d25e9a4471c6d0f5b82";
    const code = "7kq2-m9xd-4trp-w6hb-3vzs-8ncy-5gfj-2lqa";
    const month = "\\p{L}{3,9}\\.?";
    const rules: [RegExp, (found: string) => string][] = [
      [
        new RegExp(`\\d{1,2} ${month} 20\\d\\d( om |,? )\\d{1,2}[:.]\\d\\d`, "gu"),
        () => "4 mei 2026 om 10:00",
      ],
      [/\b\d{1,2}-\d{1,2}-20\d\d,? \d{1,2}[:.]\d\d/g, () => "4-5-2026 10:00"],
      [/(?<=\/(?:inbreng|aanmelden)\/)[\w-]+/g, (found) => code.slice(0, found.length)],
      [/\b[0-9a-f]{8,64}\b/g, (found) => hex.slice(0, found.length)],
    ];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode;
      for (const [pattern, replacement] of rules) {
        node.nodeValue = (node.nodeValue ?? "").replace(pattern, replacement);
      }
    }
    for (const input of document.querySelectorAll<HTMLInputElement>("input[readonly]")) {
      for (const [pattern, replacement] of rules)
        input.value = input.value.replace(pattern, replacement);
    }
  });
}
