import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./test";

const at = (page: Page, code: string) =>
  page.getByRole("main").getByRole("heading", { level: 2, name: new RegExp(`^${code} `) });
const list = (page: Page) => page.getByRole("navigation", { name: "Wat op u wacht" });
const group = (page: Page, name: string) => list(page).getByRole("region", { name });

test("what waits is reviewed by keyboard, lapses by a word and not by a move", async ({
  as,
  world,
}) => {
  const { slug, requirements } = world.reviewing;
  const [late = "", fixed = "", reachable = ""] = requirements;
  const nakijken = `/dossiers/${slug}/pve/nakijken`;
  const reviewer = await as("reviewer");
  const main = reviewer.getByRole("main");

  await test.step("from first to last", async () => {
    await reviewer.goto(nakijken);
    await expect(at(reviewer, "E-1.1")).toBeVisible();
    await expect(group(reviewer, "Wacht op uw akkoord").getByRole("listitem")).toHaveCount(3);
    await expectAccessible(reviewer);
    await expectNoSidewaysScroll(reviewer);
    // A remark goes along, and letters in it are words.
    await reviewer.keyboard.press("o");
    await reviewer.keyboard.insertText("na te lezen in artikel 4");
    await reviewer.keyboard.press("Escape");
    await reviewer.keyboard.press("n");
    await expect(main.getByText("Vastgelegd dat u de herkomst hebt nagekeken.")).toBeVisible();
    await expect(main.getByText("na te lezen in artikel 4").first()).toBeVisible();
    await reviewer.keyboard.press("a");
    await expect(at(reviewer, "E-1.2")).toBeFocused();
    await reviewer.keyboard.press("u");
    await expect(at(reviewer, "E-1.1")).toBeFocused();
    await expect(main.getByText("Uw laatste stap is teruggenomen.")).toBeVisible();
    await reviewer.keyboard.press("j");
    await expect(at(reviewer, "E-1.2")).toBeVisible();
    await reviewer.keyboard.press("k");
    await expect(at(reviewer, "E-1.1")).toBeVisible();
    await reviewer.keyboard.press("a");
    await expect(at(reviewer, "E-1.2")).toBeFocused();
    await reviewer.keyboard.press("t");
    await expect(main.getByRole("textbox", { name: "Opmerking" })).toBeFocused();
    await reviewer.keyboard.insertText("Welke chauffeur?");
    await reviewer.keyboard.press("Escape");
    await reviewer.keyboard.press("t");
    await expect(at(reviewer, "E-1.3")).toBeFocused();
    await expect(list(reviewer).getByText("E-1.2")).toHaveCount(0);
    await reviewer.keyboard.press("a");
    await expect(main.getByText("Uw akkoord is vastgelegd.")).toBeVisible();
    await expect(group(reviewer, "Herkomst nakijken").getByRole("listitem")).toHaveCount(1);
    await reviewer.keyboard.press("n");
    await expect(list(reviewer).getByText("Er wacht niets op u")).toBeVisible();
  });

  const author = await as("author");
  await test.step("who wrote it reads the remark, and is refused an approval", async () => {
    await author.goto(`/dossiers/${slug}/pve/${fixed}`);
    const section = author.getByRole("region", { name: "Beoordeling" });
    await expect(section.getByText("Welke chauffeur?").first()).toBeVisible();
    await section.getByRole("button", { name: "Stuur opnieuw ter beoordeling" }).click();
    await expect(author.getByText("De eis is ter beoordeling gestuurd.")).toBeVisible();
    await author.goto(`${nakijken}?eis=${late}`);
    await expect(author.getByText("U schreef aan deze eis mee.").first()).toBeVisible();
    await expect(group(author, "U schreef mee, een ander keurt").getByRole("listitem")).toHaveCount(
      3,
    );
    await expect(author.getByRole("button", { name: /Akkoord/ })).toHaveCount(0);
    await author.keyboard.press("a");
    await expect(author.getByText("Uw akkoord is vastgelegd.")).toHaveCount(0);
  });

  await test.step("a move takes nothing away, a word does", async () => {
    await author.goto(`/dossiers/${slug}/pve`);
    const moved = author.getByRole("article", { name: "E-1.3" });
    await expect(moved.getByText("Akkoord: 2 van 3")).toBeVisible();
    // Keys are heard from when the scripts are there.
    await expect(moved).toHaveAttribute("tabindex", "0");
    await moved.focus();
    await author.keyboard.press("Alt+ArrowUp");
    await expect(author.getByRole("article").nth(1)).toContainText("Bereikbaar");
    await expect(moved.getByText("Akkoord: 2 van 3")).toBeVisible();
    await author.goto(`/dossiers/${slug}/pve/${late}/wijzigen`);
    await author.getByRole("textbox", { name: "Titel" }).fill("Stipt op tijd");
    await author.getByRole("button", { name: "Opslaan", exact: false }).first().click();
    await expect(author.getByRole("region", { name: "Beoordeling" })).toContainText(
      "Akkoord vervallen",
    );
  });

  await test.step("the reviewer sees what did it, first of all", async () => {
    await reviewer.goto(nakijken);
    await expect(at(reviewer, "E-1.1")).toBeVisible();
    await expect(group(reviewer, "Gewijzigd na uw akkoord").getByRole("listitem")).toHaveCount(1);
    await expect(main.getByRole("insertion").first()).toContainText("Stipt op");
    // A key is heard once the page is awake.
    const change = main.getByRole("insertion").first();
    await expect(async () => {
      if (await change.isVisible()) await reviewer.keyboard.press("d");
      await expect(change).toBeHidden({ timeout: 1_000 });
    }).toPass();
    await expect(list(reviewer).getByText("E-1.3")).toHaveCount(0);
    expect(reachable).not.toBe("");
  });
});
