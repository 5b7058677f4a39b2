import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, forThisTry, test } from "./test";

// A reaction that waits, is placed, or is not: as its sender, who keeps order and others each see it.

// One after the other: each goes on with what the one before placed.
test.describe.configure({ mode: "serial" });

const main = (page: Page) => page.getByRole("main");
const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { level: 1, name });

/** Their own page, on a phone of theirs. */
async function sender(
  browser: Browser,
  options: BrowserContextOptions,
  address: string,
): Promise<{ page: Page; own: string }> {
  const context = await browser.newContext({
    ...options,
    storageState: { cookies: [], origins: [] },
    viewport: { width: 320, height: 640 },
  });
  const page = await context.newPage();
  await page.goto(`/inbreng/${address}`);
  await main(page)
    .getByRole("button", { name: /Dat ben ik/ })
    .click();
  await expect(heading(page, "Uw reacties")).toBeVisible();
  return { page, own: page.url() };
}

test("two that say the same stand beside each other, are linked and let go, and nobody outside sees it", async ({
  as,
  browser,
  contextOptions,
  world,
}) => {
  test.setTimeout(120_000);
  const { slug, code, consultation, senders } = forThisTry(world.moderating);
  const author = await as("author");
  await author.goto(`/dossiers/${slug}/consultaties/${consultation}/online/nakijken`);
  const list = main(author).getByRole("navigation", { name: "Wachtrij" });
  await list.getByRole("link", { name: /Lijkt op R-/ }).click();
  await expect(list.locator("[aria-current]")).toContainText("Bij ons");
  const pair = main(author).getByRole("region", { name: /^Zegt R-\d+ hetzelfde\?$/ });
  await expect(pair.getByText("De bus komt vaak te laat.")).toBeVisible();
  await expect(pair.locator("mark", { hasText: "veel" })).toBeVisible();
  await expectAccessible(author);
  await author.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(author);
  await author.setViewportSize({ width: 1280, height: 900 });

  // By keyboard, and back: the two are asked about again.
  await list.getByRole("link", { name: /Lijkt op R-/ }).focus();
  await author.keyboard.press("k");
  await expect(main(author).getByText("De reacties zijn gekoppeld.")).toBeVisible();
  const same = main(author).getByRole("region", { name: "Zegt hetzelfde" });
  await expect(same.getByText("De bus komt vaak te laat.")).toBeVisible();
  await expect(pair).toHaveCount(0);
  await expect(list.getByRole("link", { name: /Lijkt op R-/ })).toHaveCount(0);
  await expectAccessible(author);
  await main(author).getByRole("button", { name: "Draai terug" }).click();
  await expect(main(author).getByText("van deze twee is niets meer gezegd")).toBeVisible();
  await pair.getByRole("button", { name: "Nee, niet hetzelfde" }).click();
  await expect(main(author).getByText("niet meer bij elkaar voorgesteld")).toBeVisible();
  await expect(pair).toHaveCount(0);
  await main(author)
    .getByRole("link", { name: /^Vergelijk met R-/ })
    .click();
  await pair.getByRole("button", { name: "Ja, koppel ze" }).click();
  await expect(same.getByText("De bus komt vaak te laat.")).toBeVisible();
  await main(author)
    .getByRole("button", { name: /^Plaats R-\d+/ })
    .click();
  await expect(main(author).getByText(/^R-\d+ is geplaatst\.$/)).toBeVisible();

  // Its sender sees that it is placed, and others read it: neither that it is linked.
  const sent = await sender(browser, contextOptions, senders[5] ?? "");
  await expect(main(sent.page).getByText("Geplaatst", { exact: true })).toBeVisible();
  await expect(main(sent.page).getByText(/hetzelfde|gekoppeld/i)).toHaveCount(0);
  const reader = await sender(browser, contextOptions, senders[1] ?? "");
  await reader.page.goto(`/inbreng/${code}/anderen`);
  await expect(main(reader.page).getByText(/hetzelfde|gekoppeld/i)).toHaveCount(0);
});

test("a reaction waits, is placed, not placed, taken away and put back", async ({
  as,
  browser,
  contextOptions,
  world,
}) => {
  test.setTimeout(180_000);
  const { slug, code, consultation, senders } = forThisTry(world.moderating);
  const queue = `/dossiers/${slug}/consultaties/${consultation}/online/nakijken`;
  const [advert = "", late = "", , coarse = ""] = senders;
  const author = await as("author");

  const first = await sender(browser, contextOptions, advert);
  await expect(main(first.page).getByText("Wacht op controle")).toBeVisible();
  await expectNoSidewaysScroll(first.page);
  await expectAccessible(first.page);

  await author.goto(queue);
  await expect(heading(author, "Reacties nakijken")).toBeVisible();
  await expect(main(author).getByText("5 reacties na te kijken.")).toBeVisible();
  await expectAccessible(author);
  // Two ask something; the others are read in one list.
  const list = main(author).getByRole("navigation", { name: "Wachtrij" });
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await main(author).getByRole("link", { name: "Lees ze en plaats alle 3" }).click();
  await expect(heading(author, "Lees ze en plaats ze")).toBeVisible();
  await expect(main(author).getByText("De bus komt vaak te laat.")).toBeVisible();
  await expect(main(author).getByText("kutzooi")).toHaveCount(0);
  await expectAccessible(author);
  await main(author).getByRole("button", { name: "Plaats alle 3" }).click();
  await expect(main(author).getByText("3 reacties zijn geplaatst.")).toBeVisible();
  await main(author).getByRole("button", { name: "Draai terug" }).click();
  await expect(main(author).getByText("5 reacties na te kijken.")).toBeVisible();
  await main(author).getByRole("link", { name: "Lees ze en plaats alle 3" }).click();
  await main(author).getByRole("button", { name: "Plaats alle 3" }).click();
  await expect(main(author).getByText("2 reacties na te kijken.")).toBeVisible();

  // By keyboard: a letter does nothing outside the queue, and there it asks for a reason.
  await list.getByRole("link", { name: /Link naar een website/ }).click();
  await expect(main(author).getByText("www.reclame.example").last()).toBeVisible();
  await author.getByRole("link", { name: "Logboek" }).first().focus();
  await author.keyboard.press("x");
  await expect(main(author).getByLabel("Reclame")).toBeHidden();
  await list.getByRole("link", { name: /Link naar een website/ }).focus();
  await author.keyboard.press("x");
  await expect(main(author).getByLabel("Persoonsgegevens", { exact: true })).toBeFocused();
  await main(author)
    .getByRole("button", { name: /^Plaats R-\d+ niet$/ })
    .click();
  await expect(main(author).getByRole("heading", { name: /^Fout: Verbeter/ })).toBeFocused();
  await main(author).getByLabel("Reclame").check();
  await main(author)
    .getByLabel(/Een zin aan de afzender/)
    .fill("Hier staat alleen een advertentie.");
  await main(author)
    .getByRole("button", { name: /^Plaats R-\d+ niet$/ })
    .click();
  await expect(main(author).getByText("De afzender leest de reden.")).toBeVisible();
  await list.getByRole("link", { name: /grove taal/ }).focus();
  await author.keyboard.press("p");
  await expect(main(author).getByText(/^R-\d+ is geplaatst\.$/)).toBeVisible();
  await expect(main(author).getByText("Er is nu niets om na te kijken.")).toBeVisible();

  // As its sender sees it.
  await first.page.goto(first.own);
  await expect(main(first.page).getByText("Niet geplaatst: reclame.")).toBeVisible();
  await expect(main(first.page).getByText("Hier staat alleen een advertentie.")).toBeVisible();
  await expectAccessible(first.page);

  // As others see it: its place and the reason, no words.
  const reader = await sender(browser, contextOptions, late);
  await expect(main(reader.page).getByText("Geplaatst", { exact: true })).toBeVisible();
  await reader.page.goto(`/inbreng/${code}/anderen`);
  await expect(main(reader.page).getByText("kutzooi")).toBeVisible();
  await expect(
    main(reader.page).getByText("Een reactie is hier niet geplaatst: reclame."),
  ).toBeVisible();
  await expect(main(reader.page).getByText("www.reclame.example")).toHaveCount(0);
  await expectNoSidewaysScroll(reader.page);
  await expectAccessible(reader.page);

  // Without scripts and without an account, as a reader who finds it coarse: looked at, and it stays.
  const flags = await browser.newContext({
    ...contextOptions,
    storageState: await reader.page.context().storageState(),
    viewport: { width: 320, height: 640 },
    javaScriptEnabled: false,
  });
  const flagging = await flags.newPage();
  await flagging.goto(`/inbreng/${code}/anderen`);
  await main(flagging)
    .getByRole("link", { name: /^Meld deze reactie ?: Dit is een kutzooi/ })
    .click();
  await expect(heading(flagging, "Meld deze reactie")).toBeVisible();
  await expectNoSidewaysScroll(flagging);
  await main(flagging).getByLabel("Grof of discriminerend").check();
  await main(flagging)
    .getByLabel(/Wat wilt u erbij zeggen/)
    .fill("Dit woord hoeft niet.");
  await main(flagging).getByRole("button", { name: "Verstuur de melding" }).click();
  await expect(main(flagging).getByText("Uw melding is binnen.")).toBeVisible();
  await expect(main(flagging).getByText("Dit woord hoeft niet.")).toHaveCount(0);
  await author.goto(queue);
  await list.getByRole("link", { name: /Gemeld door een lezer/ }).click();
  await expect(main(author).getByText("Dit woord hoeft niet.")).toBeVisible();
  await expectAccessible(author);
  await main(author)
    .getByRole("button", { name: /Bekeken: R-\d+ blijft staan/ })
    .click();
  await expect(main(author).getByText("De melding is afgehandeld")).toBeVisible();

  // Taken away again, and put back.
  await author.goto(`${queue}?toon=geplaatst`);
  await list.getByRole("link", { name: /kutzooi/ }).click();
  await expect(list.locator("[aria-current]")).toContainText("kutzooi");
  await main(author)
    .getByText(/Haal R-\d+ weg, kies een reden …/)
    .click();
  await main(author).getByLabel("Grof of discriminerend").check();
  await main(author)
    .getByRole("button", { name: /^Haal R-\d+ weg$/ })
    .click();
  await expect(main(author).getByText("De afzender leest de reden.")).toBeVisible();
  await reader.page.reload();
  await expect(main(reader.page).getByText("kutzooi")).toHaveCount(0);
  await main(reader.page)
    .getByRole("link", { name: /Wat is niet geplaatst/ })
    .click();
  await expect(heading(reader.page, "Wat is niet geplaatst?")).toBeVisible();
  await expect(
    main(reader.page).getByText("Weggehaald nadat zij geplaatst was").first(),
  ).toBeVisible();
  await expectNoSidewaysScroll(reader.page);
  await expectAccessible(reader.page);
  await author.goto(`${queue}?toon=niet-geplaatst`);
  await list.getByRole("link", { name: /kutzooi/ }).click();
  await main(author)
    .getByRole("button", { name: /Plaats R-\d+ alsnog/ })
    .click();
  await expect(main(author).getByText(/^R-\d+ is geplaatst\.$/)).toBeVisible();
  await author.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(author);
  const second = await sender(browser, contextOptions, coarse);
  await expect(main(second.page).getByText("Geplaatst", { exact: true })).toBeVisible();
});

test("a reaction that says three things is divided, read whole by its sender and others, and made whole again", async ({
  as,
  browser,
  contextOptions,
  world,
}) => {
  test.setTimeout(120_000);
  const { slug, code, consultation, senders } = forThisTry(world.moderating);
  const author = await as("author");
  const whole = "Vaste chauffeurs zijn goed. De bus komt te laat. Wie betaalt dat?";
  await author.goto(
    `/dossiers/${slug}/consultaties/${consultation}/online/nakijken?toon=geplaatst`,
  );
  const list = main(author).getByRole("navigation", { name: "Wachtrij" });
  await list.getByRole("link", { name: /Vaste chauffeurs/ }).click();
  await expect(main(author).locator("#reactie")).toBeVisible();
  await expect(list.locator("[aria-current]")).toContainText("Vaste chauffeurs");
  await list.getByRole("link", { name: /Vaste chauffeurs/ }).focus();
  await author.keyboard.press("s");
  await expect(heading(author, /^Splits reactie R-/)).toBeVisible();
  await expectAccessible(author);
  await main(author).getByRole("button", { name: "Splits" }).click();
  await expect(main(author).getByRole("heading", { name: /^Fout: Verbeter/ })).toBeFocused();
  await main(author).getByLabel("De bus komt te laat.").check();
  await main(author).getByLabel("Wie betaalt dat?").check();
  await author.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(author);
  await main(author).getByRole("button", { name: "Splits" }).click();
  await expect(main(author).getByText("De reactie is gesplitst in 3 delen.")).toBeVisible();
  await expect(main(author).getByText(whole)).toBeVisible();
  await expectNoSidewaysScroll(author);
  await author.setViewportSize({ width: 1280, height: 900 });
  await expectAccessible(author);
  const own = author.url();

  // From a part to the whole it is of.
  const parts = main(author).getByRole("region", { name: "De delen" });
  await expect(parts.getByRole("listitem")).toHaveCount(3);
  await parts.getByRole("link").nth(1).click();
  await expect(main(author).getByText("Deel 2 van 3 van reactie")).toBeVisible();
  await expect(main(author).getByText("staat bij de hele reactie: eens.")).toBeVisible();
  await expectAccessible(author);

  // Its sender, and who reads others' reactions, see what was sent.
  const sent = await sender(browser, contextOptions, senders[4] ?? "");
  await expect(main(sent.page).getByText(whole)).toBeVisible();
  await expect(main(sent.page).getByText("Geplaatst", { exact: true })).toBeVisible();
  const reader = await sender(browser, contextOptions, senders[1] ?? "");
  await reader.page.goto(`/inbreng/${code}/anderen`);
  await expect(main(reader.page).getByText(whole)).toHaveCount(1);

  await author.goto(own);
  await main(author).getByRole("button", { name: "Maak weer heel" }).click();
  await expect(main(author).getByText("De reactie is weer heel.")).toBeVisible();
  await expect(main(author).getByText(whole)).toBeVisible();
});

test("reactions that were linked show each other at their own address, and get one reason together", async ({
  as,
  world,
}) => {
  const { slug, consultation } = forThisTry(world.moderating);
  const author = await as("author");
  await author.goto(
    `/dossiers/${slug}/consultaties/${consultation}/online/nakijken?toon=geplaatst`,
  );
  const list = main(author).getByRole("navigation", { name: "Wachtrij" });
  await list.getByRole("link", { name: /Bij ons/ }).click();
  const same = main(author).getByRole("region", { name: "Zegt hetzelfde" });
  await same.getByRole("link").first().click();
  await expect(heading(author, /^Reactie R-/)).toBeVisible();
  await expect(main(author).getByText("De bus komt vaak te laat.").first()).toBeVisible();
  await expect(same.getByText("Bij ons komt de bus vaak veel te laat.")).toBeVisible();
  await expectAccessible(author);
  await author.goto(
    `/dossiers/${slug}/verantwoording/afwegen?reactie=${author.url().split("/").at(-1)}`,
  );
  await expect(
    main(author)
      .getByText(/^Zegt hetzelfde als R-/)
      .first(),
  ).toBeVisible();
  await expect(main(author).getByRole("checkbox", { name: /Bij ons/ })).toBeChecked();
  await expectAccessible(author);
});
