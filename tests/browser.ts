import fs from "node:fs";
import path from "node:path";
import type { LaunchOptions } from "@playwright/test";

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** A Dutch browser of which nothing reaches for the network by itself while tests run. */
const ARGUMENTS = [
  "--lang=nl-NL",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Where the browser of the package is unpacked, with a mark when that was done to the end. */
const UNPACKED = path.resolve(".cache", "chromium");
const MARK = path.join(UNPACKED, "whole");

/**
 * The browser for tests and screenshots: `CHROMIUM_PATH`, else one that is installed, else the
 * Chromium that comes inside an npm package, with the libraries that a bare system lacks.
 * `HERLEID_TEST_BROWSER=package` takes that one in any case.
 */
export async function browserOptions(): Promise<LaunchOptions> {
  const installed =
    process.env.CHROMIUM_PATH || SYSTEM_BROWSERS.find((file) => fs.existsSync(file));
  return installed && process.env.HERLEID_TEST_BROWSER !== "package"
    ? { executablePath: installed, args: ARGUMENTS }
    : packagedBrowser();
}

const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(UNPACKED, "fonts")}</dir>
  <cachedir>${path.join(UNPACKED, "fonts-cache")}</cachedir>
</fontconfig>
`;

/**
 * The package keeps to the folder for temporary files, unpacks its libraries only where it thinks
 * it runs as a cloud function, and changes the environment: so it gets one of its own, and what it
 * makes of that is for the browser only.
 */
async function packagedBrowser(): Promise<LaunchOptions> {
  if (!fs.existsSync(MARK)) fs.rmSync(UNPACKED, { recursive: true, force: true });
  fs.mkdirSync(UNPACKED, { recursive: true });
  const before = { ...process.env };
  process.env.TMPDIR = UNPACKED;
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs20.x";
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    const executablePath = await chromium.executablePath();
    // Its own list looks for the fonts only where a cloud function would have them.
    fs.writeFileSync(path.join(UNPACKED, "fonts", "fonts.conf"), FONTS);
    fs.writeFileSync(MARK, "");
    const env = { ...process.env, TMPDIR: before.TMPDIR ?? "/tmp" };
    // Its own arguments are not used: one process for everything falls over in a long run.
    return { executablePath, args: ARGUMENTS, env: env as Record<string, string> };
  } finally {
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
