import fs from "node:fs";
import type { LaunchOptions } from "@playwright/test";

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Nothing of the browser's own may reach for the network while tests run. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/**
 * The browser for tests and screenshots: `CHROMIUM_PATH`, else one that is installed, else the
 * Chromium that comes inside an npm package, with the libraries that a bare system lacks.
 */
export async function browserOptions(): Promise<LaunchOptions> {
  const installed = process.env.CHROMIUM_PATH || SYSTEM_BROWSERS.find((file) => fs.existsSync(file));
  if (installed) return { executablePath: installed, args: QUIET };
  // The package unpacks its own libraries only where it thinks it runs as a cloud function.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs20.x";
  const { default: chromium } = await import("@sparticuz/chromium");
  const executablePath = await chromium.executablePath();
  // One process for everything is its default; that is unstable when many pages come and go.
  return { executablePath, args: QUIET, env: { ...process.env } as Record<string, string> };
}
