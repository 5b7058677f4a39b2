import type { Page } from "@playwright/test";
import { expectGoodPage } from "./good-page";
import { addressIn, isPage, placeOf, ROUTES, type Route, readerOf } from "./routes";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./test";

// Each page is loaded once, at a desk, and made as narrow as a phone: all that is to be seen of it is looked at there.

/** Pages with the wide air of a form, an overview or a page for one thing; all others are for work. */
const AIRY = new Set([
  "pve-tabel-wijzigen",
  "pve-tabel-wijziging",
  "aanmelden",
  "aanmelden-met-link",
  "inbreng",
  "reageren-privacy",
  "reageren-anderen",
  "reageren-nagekeken",
  "consultatie-online-nakijken-lijst",
  "consultatie-online-nakijken-logboek",
  "consultatie-online-instellen",
  "consultatie-online-sluiten",
  // It fills a screen in a room.
  "consultatie-online-zaal-scherm",
  "consultatie-online-afbeelding",
  "consultatie-online-op-verzoek",
  "consultatie-online-uitnodigingen-toevoegen",
  "consultatie-online-uitnodigingen-versturen",
  "consultatie-online-uitnodigingen-intrekken",
  "code-typen",
  "hulp",
  "hulp-scherm",
  "bron-versie",
  "bron-versie-nieuw",
  "voorkeuren",
  "gebruiker",
  "gebruiker-toevoegen",
  "dossier-nieuw",
  "overzicht",
  "instellingen",
  "origineel-vernietigen",
  "splitsen-heropenen",
  "splitsen-meenemen",
  "consultatie-toevoegen",
  "consultatie-wijzigen",
  "stelling-toevoegen",
  "stelling-wijzigen",
  "reactie-toevoegen",
  "reacties-wijzigen",
  "reactie-indelen",
  "reactie-splitsen",
  "kernwaarde-wijzigen",
  "eis-toevoegen",
  "eis-wijzigen",
  "dossier-beheren",
  "bron-verwijderen",
  "correctie",
  "bron-aanwezigen",
  "publicatie-toch",
  "editie-vaststellen",
  "controleren",
  "toegankelijkheid",
  "privacy",
]);
for (const route of ROUTES.filter(isPage)) {
  test(`${route.name} is a good page`, async ({ lookingAs, world }) => {
    const visitor = readerOf(route);
    const page = await lookingAs(visitor);
    await expectGoodPage(page, addressIn(route, placeOf(route, world), world));
    await expectWorkAtTop(page, route.name);
    if (route.answers.reviewer === 200) {
      const without = await lookingAs(visitor, { javaScriptEnabled: false });
      await expectSameWithoutScript(without, page, route);
    }
    // 200 % of this window, and the widths at which the steps change place.
    for (const width of [1279, 1000, 640]) {
      await page.setViewportSize({ width, height: 450 });
      await expectNoSidewaysScroll(page);
    }
    await onAPhone(page, async () => {
      await page.setViewportSize({ width: 320, height: 640 });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page, { colours: false });
      await page.setViewportSize({ width: 390, height: 844 });
      await expectWorkInUpperHalf(page);
    });
  });
}

/** Works the page with a finger for a while, as style sheets ask for, and with a mouse again. */
async function onAPhone(page: Page, work: () => Promise<void>): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const pointed = async (hover: string, pointer: string, enabled: boolean) => {
    const features = [
      { name: "hover", value: hover },
      { name: "pointer", value: pointer },
    ];
    await browser.send("Emulation.setEmulatedMedia", { features });
    await browser.send("Emulation.setTouchEmulationEnabled", { enabled });
  };
  await pointed("none", "coarse", true);
  await work();
  await pointed("hover", "fine", false);
  await browser.detach();
}

/** Where things stand, in pixels from the top. */
async function measured(page: Page) {
  return page.evaluate(() => {
    const box = (element: Element | null | undefined) => element?.getBoundingClientRect();
    const seen = [...document.querySelectorAll("main > *")].filter((one) => one.checkVisibility());
    const head = seen.find((one) => one.matches("[data-head]"));
    const bar = document.querySelector("body > header > :first-child");
    return {
      bar: box(bar)?.height ?? 0,
      head: head !== undefined,
      tools: (head?.children.length ?? 0) > 1,
      content: box(seen.find((one) => one !== head))?.top ?? 0,
      heading: box(document.querySelector("h1"))?.top ?? 0,
    };
  });
}

async function expectWorkAtTop(page: Page, name: string): Promise<void> {
  const at = await measured(page);
  expect.soft(at.bar, "height of the bar").toBeLessThanOrEqual(49);
  expect.soft(at.head, `${name} is for work`).toBe(!AIRY.has(name));
  if (!at.head) expect.soft(at.heading, "where the title begins").toBeLessThanOrEqual(170);
  else expect.soft(at.content, "where the work begins").toBeLessThanOrEqual(at.tools ? 190 : 150);
}

async function expectWorkInUpperHalf(page: Page): Promise<void> {
  const at = await measured(page);
  if (at.head) expect.soft(at.content, "where the work begins").toBeLessThanOrEqual(320);
  else expect.soft(at.heading, "where the title begins").toBeLessThanOrEqual(200);
}

/** Everything one reads is there without JavaScript; a script may add tools to it. */
async function expectSameWithoutScript(without: Page, page: Page, route: Route): Promise<void> {
  await without.goto(page.url(), { waitUntil: "load" });
  const heading = await page.getByRole("heading", { level: 1 }).textContent();
  await expect(without.getByRole("heading", { level: 1 })).toHaveText(heading ?? "");
  const seen = await wordsOn(page, route.words);
  const readable = await wordsOn(without, route.words);
  const missing = [...seen].filter((word) => !readable.has(word));
  expect(missing.length / seen.size, `missing: ${missing.slice(0, 40).join(" ")}`).toBeLessThan(
    0.05,
  );
}

/** The different words of the main part (or of parts of it) as they are on the screen. */
async function wordsOn(page: Page, part = "main"): Promise<Set<string>> {
  const texts = await page.locator(part).allInnerTexts();
  return new Set(
    texts
      .join("\n")
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? [],
  );
}
