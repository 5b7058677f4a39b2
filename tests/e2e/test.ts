import fs from "node:fs";
import { createRequire } from "node:module";
import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { type Anybody, readWorld, sessionFile, type World } from "./world";

interface Fixtures {
  world: World;
  /** A page of somebody who is signed in as this visitor, or of nobody. */
  as: (visitor: Anybody) => Promise<Page>;
  /** A page of this visitor for who looks at many and leaves nothing on them: see `Desk`. */
  lookingAs: (visitor: Anybody, how?: { javaScriptEnabled: boolean }) => Promise<Page>;
}

/**
 * A page that one test after the other looks through: opening one and warming it up takes as long as what is looked at.
 * Each test finds it as a new one: with the cookies of the session and no others, nothing stored, at a desk.
 */
interface Desk {
  page: Page;
  complaints: string[];
}

interface Kept {
  desks: Map<string, Desk>;
}

/** Tests that fail on any console error, and that can look at the app through anybody's eyes. */
export const test = base.extend<Fixtures, Kept>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern.
  world: async ({}, use) => {
    await use(readWorld());
  },
  as: async ({ browser, contextOptions }, use) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(async (visitor) => {
      const context = await browser.newContext({ ...contextOptions, ...sessionOf(visitor) });
      contexts.push(context);
      const page = await context.newPage();
      hear(page, complaints);
      return page;
    });
    for (const context of contexts) await context.close();
    expect(complaints, "console errors").toEqual([]);
  },
  desks: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use) => {
      const desks: Kept["desks"] = new Map();
      await use(desks);
      for (const { page } of desks.values()) await page.context().close();
    },
    { scope: "worker" },
  ],
  lookingAs: async ({ browser, contextOptions, desks, viewport }, use) => {
    const used = new Set<Desk>();
    await use(async (visitor, how) => {
      const name = `${visitor} ${how?.javaScriptEnabled ?? true}`;
      let desk = desks.get(name);
      if (!desk) {
        const context = await browser.newContext({ ...contextOptions, ...how });
        desk = { page: await context.newPage(), complaints: [] };
        hear(desk.page, desk.complaints);
        desks.set(name, desk);
      }
      used.add(desk);
      const { page } = desk;
      await page.context().clearCookies();
      const { storageState } = sessionOf(visitor);
      if (storageState) {
        const { cookies } = JSON.parse(fs.readFileSync(storageState, "utf8")) as State;
        await page.context().addCookies(cookies);
      }
      if (viewport) await page.setViewportSize(viewport);
      return page;
    });
    for (const { page, complaints } of used) {
      // What stands there is not drawn once more in another size.
      await page.evaluate(() => {
        localStorage.clear();
        sessionStorage.clear();
        document.documentElement.hidden = true;
      });
      expect(complaints.splice(0), "console errors").toEqual([]);
    }
  },
});

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;

function sessionOf(visitor: Anybody): { storageState?: string } {
  return visitor === "nobody" ? {} : { storageState: sessionFile(visitor) };
}

/** Keeps what a page complains of. */
function hear(page: Page, complaints: string[]): void {
  page.on("console", (message) => {
    // A page that answers 403 or 404 is itself reported as a failed resource, and so is a file
    // that is refused, and what is asked for while a test has taken the connection away.
    const expected = /status of (40[134]|4[12][32])|ERR_INTERNET_DISCONNECTED/;
    if (message.type() === "error" && !expected.test(message.text())) {
      complaints.push(`${page.url()}: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
}

export { expect };

/** What a test uses up is there once for each try: a second one begins where the first began. */
export function forThisTry<T>(all: readonly T[]): T {
  const own = all[test.info().retry];
  if (own === undefined) throw new Error("there is nothing left for one more try");
  return own;
}

/** The same as the builder brings, without its comments: half as much to send to each page and to read there. */
const AXE = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Fails with what axe finds, in its own words. `colours: false` for a page of which another state or size was looked at
 * before: comparing them takes half of the time.
 */
export async function expectAccessible(page: Page, { colours = true } = {}): Promise<void> {
  const options = {
    resultTypes: ["violations" as const],
    rules: { "color-contrast": { enabled: colours } },
  };
  const there = await page.evaluate(() => "axe" in window);
  const { violations } = there
    ? await page.evaluate(
        (how) => (window as unknown as { axe: Axe }).axe.run(document, how),
        options,
      )
    : // Our pages have no frames: then nothing has to be added up in a page of its own, which takes a while to open.
      await new AxeBuilder({ page, axeSource: AXE }).setLegacyMode(true).options(options).analyze();
  const findings = violations.map(
    (violation) =>
      `${violation.id}: ${violation.help}\n${violation.nodes.map((node) => `  ${node.html}`).join("\n")}`,
  );
  expect(findings, `axe on ${page.url()}`).toEqual([]);
}

interface Axe {
  run(of: Document, how: object): ReturnType<AxeBuilder["analyze"]>;
}

/** Fails when the page is wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(tooWide, `${page.url()} is wider than the window`).toBeLessThanOrEqual(0);
}
