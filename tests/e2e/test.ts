import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { type Anybody, readWorld, sessionFile, type World } from "./world";

interface Fixtures {
  world: World;
  /** A page of somebody who is signed in as this visitor, or of nobody. */
  as: (visitor: Anybody) => Promise<Page>;
}

/** Tests that fail on any console error, and that can look at the app through anybody's eyes. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern.
  world: async ({}, use) => {
    await use(readWorld());
  },
  as: async ({ browser, contextOptions }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    const complaints: string[] = [];
    await use(async (visitor) => {
      const context = await browser.newContext({
        ...contextOptions,
        ...(visitor === "nobody" ? {} : { storageState: sessionFile(visitor) }),
      });
      contexts.push(context);
      const page = await context.newPage();
      page.on("console", (message) => {
        // A page that answers 403 or 404 is itself reported as a failed resource, and so is a file
        // that is refused, and what is asked for while a test has taken the connection away.
        const expected = /status of (40[134]|4[12][32])|ERR_INTERNET_DISCONNECTED/;
        if (message.type() === "error" && !expected.test(message.text())) {
          complaints.push(`${page.url()}: ${message.text()}`);
        }
      });
      page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
      return page;
    });
    for (const context of contexts) await context.close();
    expect(complaints, "console errors").toEqual([]);
  },
});

export { expect };

/** What a test uses up is there once for each try: a second one begins where the first began. */
export function forThisTry<T>(all: readonly T[]): T {
  const own = all[test.info().retry];
  if (own === undefined) throw new Error("there is nothing left for one more try");
  return own;
}

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
      await new AxeBuilder({ page }).setLegacyMode(true).options(options).analyze();
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
