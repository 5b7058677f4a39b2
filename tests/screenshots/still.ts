import type { Page } from "@playwright/test";

/**
 * The same picture every time: fonts are there, nothing has the focus, and what differs from run to
 * run (the moment, hashes, secret codes) is written over with something that looks like it.
 */
export async function still(page: Page): Promise<void> {
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
      // Where mails are put on the machine that made the picture.
      [/\/(?:[\w.-]+\/)+mail\b/g, () => "/srv/herleid/mail"],
      // Not a telephone number.
      [/(?<!-)\b[0-9a-f]{8,64}\b/g, (found) => hex.slice(0, found.length)],
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
