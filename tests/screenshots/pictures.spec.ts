import path from "node:path";
import { addressIn, isPage, placeOf, ROUTES, readerOf } from "../e2e/routes";
import { test } from "../e2e/test";
import { still } from "./still";

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
