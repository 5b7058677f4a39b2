import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { KIND_KEYS } from "@/components/splitting/kinds";
import type { SegmentKind } from "@/db/vocabulary";
import nl from "@/messages/nl/kinds.json" with { type: "json" };
import { realSource, sourcesPresent } from "@/tests/sources";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./test";

/** Most acts of mouse and keyboard with which a person gets through the 188 blocks of the real minutes. */
const MOST_ACTS = 40;

/**
 * What each block of the real minutes is, by the letter of its kind, as read by hand; one string for each of
 * its documents. A capital stands for kinds of which the minutes do not say which it is.
 */
const TRUTH = [
  "hppphpphLhLhLLLtIvpIIIIvWWIIIIIIIIIIIIIvWtLpIIIvWWpIIIItIhrIIIIvWWIhp",
  "hppphphppppphLLhLvWtpLllvpIIIIIIIIIvWIIIIvWWWvWWvWovWWIItIvWWIIvWvWIvWWIvWIIIIhIIIvWvWWhp",
  "phIhIrrrrIIhIIhIIIIhhrdhIIIrII",
];
const EITHER: Record<string, string> = { I: "rdzeco", W: "wr", L: "lo" };
const letters = (of: string) => EITHER[of] ?? of;

test("the 188 blocks of the real minutes are looked through and confirmed in 40 acts", async ({
  as,
}) => {
  test.skip(!sourcesPresent, "HERLEID_SOURCES names no folder with the real minutes");
  test.setTimeout(300_000);
  const page = await as("author");
  await bringIn(page, "In veertig handelingen", realSource("minutes"));
  const hand = new Hand(page);
  const main = page.getByRole("main");

  await hand.click(main.getByRole("link", { name: /Begin met splitsen/ }).first());
  for (const [i, truth] of TRUTH.entries()) {
    await expect(main.getByRole("row")).toHaveCount(truth.length);
    await hand.click(main.getByRole("button", { name: /^Neem/ }));
    await correctAll(page, hand, truth);
    // All of it was read, and each wrong one corrected: what is left is right.
    await hand.press("Control+a");
    await hand.press("a");
    await expect(main.getByText(`${truth.length} van ${truth.length} bekeken`)).toBeVisible();
    expect(await wrongIn(page, truth)).toEqual([]);
    await hand.click(main.getByRole("link", { name: "Bekijk wat het wordt" }));
    const something = [...truth].filter((kind) => !/[hp]/.test(kind)).length;
    await expect(main).toContainText(
      `${something} + ${truth.length - something} = ${truth.length}. Elk blok telt mee.`,
    );
    await hand.click(main.getByRole("button", { name: `Bevestig ${something} blokken` }));
    await expect(page).toHaveURL(/bevestigd=ja/);
    if (i + 1 < TRUTH.length) {
      await hand.click(main.getByRole("link", { name: `Naar document ${i + 2}` }));
    }
  }
  test.info().annotations.push({ type: "acts", description: `${hand.acts} acts` });
  console.log(`${hand.acts} acts for ${TRUTH.join("").length} blocks`);
  expect(hand.acts).toBeLessThanOrEqual(MOST_ACTS);
});

/** Counts every press of a key and every press of the mouse; reading and scrolling is no act. */
class Hand {
  acts = 0;
  constructor(private readonly page: Page) {}

  async press(key: string, where?: Locator): Promise<void> {
    if (where) await expect(where).toBeVisible();
    this.acts += 1;
    await this.page.keyboard.press(key);
  }

  async click(target: Locator, modifiers: "Shift"[] = []): Promise<void> {
    this.acts += 1;
    await target.click({ modifiers });
  }
}

/** Corrects each block that is wrong: a choice of its own, several at once, or its letter. */
async function correctAll(page: Page, hand: Hand, truth: string): Promise<void> {
  const rows = page.getByRole("main").getByRole("row");
  const wrong = await wrongIn(page, truth);
  for (let i = 0; i < wrong.length; i++) {
    const at = wrong[i] ?? 0;
    const right = letters(truth[at] ?? "")[0] ?? "";
    let last = i;
    while (wrong[last + 1] === at + (last + 1 - i) && truth[at + last + 1 - i] === truth[at])
      last++;
    const row = rows.nth(at);
    const words = row.locator("[id$=-words]");
    const choice = row.locator(`button[value$=":${kindOf(right)}"]`);
    if (last - i >= 2) {
      await hand.click(words);
      await hand.click(rows.nth(wrong[last] ?? at).locator("[id$=-words]"), ["Shift"]);
      await hand.press(right);
      i = last;
    } else if ((await choice.count()) > 0) {
      await hand.click(choice);
    } else {
      await hand.click(words);
      await hand.press(right, row.and(page.locator(":focus")));
    }
  }
  await expect.poll(() => wrongIn(page, truth)).toEqual([]);
}

/** The places of the blocks that are called something else than they are. */
async function wrongIn(page: Page, truth: string): Promise<number[]> {
  const labels = await page.locator("[role=row] [id$=-label]").allInnerTexts();
  return [...truth].flatMap((kind, i) =>
    letters(kind).includes(letterIn(labels[i] ?? "")) ? [] : [i],
  );
}

function kindOf(letter: string): SegmentKind | undefined {
  return (Object.keys(KIND_KEYS) as SegmentKind[]).find((kind) => KIND_KEYS[kind] === letter);
}

function letterIn(label: string): string {
  const [words = ""] = label.split("\n");
  const kind = (Object.keys(nl.input) as SegmentKind[]).find((one) =>
    words.startsWith(nl.input[one]),
  );
  return kind ? KIND_KEYS[kind] : "?";
}

/** A new dossier with one file in it, on the page of its documents. */
async function bringIn(page: Page, title: string, file: string): Promise<void> {
  await page.goto("/dossiers/nieuw");
  const main = page.getByRole("main");
  await main.getByLabel("Titel").fill(title);
  await main.getByLabel("Opdrachtgever").fill("Gemeente Proefstad");
  await main.getByRole("button", { name: "Dossier beginnen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const dossier = page.url();
  await page.goto(`${dossier}/bronnen/toevoegen`);
  await main.locator("input[type=file]").first().setInputFiles(file);
  const send = main.getByRole("button", { name: "Verstuur de bestanden" });
  if (await send.isVisible()) await send.click();
  const add = main.getByRole("button", { name: /^Voeg .*toe$/ });
  // Without scripts nobody says that it was read: the page is asked for again.
  await expect(async () => {
    if (!(await add.isVisible())) await page.reload();
    await expect(add.last()).toBeEnabled({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await add.last().click();
  await expect(page).toHaveURL(/\/splitsen$/);
  await expect(main.getByRole("link", { name: /Begin met splitsen/ }).first()).toBeVisible();
}

const EXAMPLE = path.resolve("tests", "example", "notulen-ouders-en-scholen.md");

test("a range, a chapter and what is like one: each is one step to take back", async ({ as }) => {
  test.setTimeout(180_000);
  const page = await as("author");
  await bringIn(page, "Bereik en terug", EXAMPLE);
  const main = page.getByRole("main");
  await main
    .getByRole("link", { name: /Begin met splitsen/ })
    .first()
    .click();
  const rows = main.getByRole("row");
  const latest = main.getByRole("region", { name: "Wat u deed" });
  const chosen = main.getByRole("region", { name: "Gekozen blokken" });
  await rows.nth(3).locator("[id$=-words]").click();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(chosen).toContainText("3 blokken gekozen");
  // The bar stands below the row that has the focus, never over it.
  const [bar, focused] = [
    await chosen.boundingBox(),
    await page.locator("[role=row]:focus").boundingBox(),
  ];
  expect((focused?.y ?? 0) + (focused?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  await page.keyboard.press(" ");
  await expect(chosen).toContainText("2 blokken gekozen");

  // Another list keeps what was chosen, and says how much of it is not there.
  await main.getByRole("link", { name: /^Wordt niets/ }).click();
  await expect(page).toHaveURL(/toon=niets/);
  await expect(chosen).toContainText("2 blokken gekozen");
  await main.getByRole("link", { name: /^Alles/ }).click();
  await expect(page).not.toHaveURL(/toon=/);
  await rows.nth(3).focus();
  await page.keyboard.press("o");
  await expect(chosen).toHaveCount(0);
  await expect(latest).toContainText("2 blokken is nu Opmerking");
  await page.reload();
  await expect(latest).toContainText("2 blokken is nu Opmerking");
  await rows.nth(3).focus();
  await page.keyboard.press("u");
  await expect(latest).not.toContainText("Opmerking");

  const total = await rows.count();
  await rows.first().focus();
  await page.keyboard.press("Control+a");
  await expect(chosen).toContainText(`${total} blokken gekozen`);
  await page.keyboard.press("x");
  await page.getByRole("dialog").getByLabel("Reden").fill("Alleen een proef.");
  await page.getByRole("dialog").getByRole("button", { name: "Niet van belang" }).click();
  await expect(main.getByRole("link", { name: /^Wordt niets/ })).toContainText(String(total));
  await main.getByRole("button", { name: /^Ongedaan maken/ }).click();
  await expect(main.getByRole("link", { name: /^Wordt niets/ })).not.toContainText(String(total));
  await expectAccessible(page);

  await main.getByRole("button", { name: /^Kies heel/ }).click();
  await expect(chosen).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test("a second tab on what is older is told so, and sees the newest", async ({ as }) => {
  test.setTimeout(120_000);
  const page = await as("author");
  await bringIn(page, "Twee tabbladen", EXAMPLE);
  await page
    .getByRole("main")
    .getByRole("link", { name: /Begin met splitsen/ })
    .first()
    .click();
  await expect(page.getByRole("row").first()).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole("row").nth(2).focus();
  await other.keyboard.press("o");
  await expect(other.getByText(/is nu Opmerking/)).toBeVisible();
  await page.getByRole("row").nth(3).focus();
  await page.keyboard.press("o");
  await expect(page.getByRole("status").filter({ hasText: "op een ander tabblad" })).toBeVisible();
  await expect(page.getByRole("row").nth(2)).toContainText("Opmerking");
  await expect(page.getByRole("row").nth(3)).not.toContainText("Opmerking");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("ticks, choices, taking over and undo are ordinary forms", async ({ as }) => {
    test.setTimeout(120_000);
    const page = await as("author");
    await bringIn(page, "Zonder scripts", EXAMPLE);
    const main = page.getByRole("main");
    await main
      .getByRole("link", { name: /Begin met splitsen/ })
      .first()
      .click();
    await main.getByRole("button", { name: /^Neem/ }).click();
    await expect(main.getByText("Niets meer dat zo zeker is")).toBeVisible();
    await main.getByRole("button", { name: "Ongedaan maken" }).click();
    await expect(main.getByRole("button", { name: /^Neem/ })).toBeVisible();
    const choice = page.locator("button[name=choice]");
    const row = main.getByRole("row").filter({ has: choice }).first();
    const id = (await row.getAttribute("id")) ?? "";
    await row.locator(choice).first().click();
    await expect(page.locator(`[id="${id}-state"]`)).toHaveText("Bekeken");
    // By keyboard alone: nothing here has keys of its own, so Tab comes by each.
    const tick = (n: number) => main.getByRole("checkbox", { name: `Kies blok ${n}`, exact: true });
    await tick(2).focus();
    await page.keyboard.press("Space");
    const there = () => tick(3).evaluate((one) => one === document.activeElement);
    for (let tabs = 0; tabs < 8 && !(await there()); tabs++) await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    for (const n of [2, 3]) await expect(tick(n)).toBeChecked();
    await main.getByLabel("Soort").last().selectOption({ label: "Opmerking" });
    await main.getByRole("button", { name: "Toepassen op de aangevinkte blokken" }).click();
    await expect(main.getByRole("row").nth(1)).toContainText("Opmerking");
    await expect(main.getByRole("row").nth(2)).toContainText("Opmerking");
  });
});

test("on a phone it opens at the first unsure block, with the blocks around it in view", async ({
  as,
  world,
}) => {
  const { slug, source } = world.work;
  const address = `/dossiers/${slug}/bronnen/${source}/splitsen/1`;
  const page = await as("author");
  const rows = page.getByRole("row");
  const unsure = page.getByRole("row", { name: /Onzeker, kijk hier/ });
  await page.goto(address);
  await expect(unsure.first()).toBeVisible();
  await expect(page.locator("[role=row]:focus")).toHaveCount(0);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(address);
  await expect(unsure.first()).toBeFocused();
  await expect(unsure.first()).toBeInViewport();
  const at = Number(await unsure.first().getAttribute("aria-rowindex"));
  const beside = page.locator(`[role=row][aria-rowindex="${at > 1 ? at - 1 : at + 1}"]`);
  await expect(beside).toBeInViewport();
  expect(await rows.count()).toBeGreaterThan(await unsure.count());

  // Who asks for the list of all from its beginning, or goes to another list, stays there.
  await page.goto(`${address}?toon=onzeker`);
  await expect(page.locator("[role=row]:focus")).toHaveCount(0);
});
