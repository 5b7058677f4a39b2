import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./test";
import { sessionFile } from "./world";

test.use({ storageState: sessionFile("author") });

const at = (page: Page, code: string) =>
  page.getByRole("main").getByRole("heading", { level: 2, name: new RegExp(`^${code} `) });

test("every reaction is answered by keyboard, until nothing is left", async ({ page, world }) => {
  const [slug] = world.answering;
  const main = page.getByRole("main");
  const outcome = (name: string) => main.getByRole("radio", { name, exact: false });
  await page.goto(`/dossiers/${slug}/verantwoording`);
  await main.getByRole("link", { name: "Reacties beantwoorden" }).click();
  await expect(at(page, "R-1")).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await test.step("what follows from a link is proposed, and recorded as it is", async () => {
    await expect(outcome("Overgenomen").first()).toBeChecked();
    await expect(
      main.getByText("Voorstel: overgenomen, want deze reactie draagt E-1.1"),
    ).toBeVisible();
    await expect(main.getByRole("checkbox", { name: /E-1\.1/ })).toBeChecked();
    await page.keyboard.press("Control+Enter");
    await expect(at(page, "R-2")).toBeFocused();
    await expect(main.getByRole("status").first()).toHaveText(
      "R-1 vastgelegd. Nog 4 reacties. Nu R-2.",
    );
    await expect(main.getByRole("listitem").filter({ hasText: "zojuist" })).toContainText("R-1");
  });

  await test.step("a kernwaarde proposes nothing, and what an outcome needs is asked", async () => {
    await expect(main.getByText("Voorstel:")).toHaveCount(0);
    await expect(main.getByRole("checkbox", { name: /E-1\.1/ })).not.toBeChecked();
    await expect(main.getByText("Alleen via kernwaarde K-1")).toBeVisible();
    await page.keyboard.press("2");
    await expect(outcome("Deels overgenomen")).toBeChecked();
    await page.keyboard.press("Control+Enter");
    await expect(main.getByText("Kies ten minste één eis").first()).toBeVisible();
    const reason = main.getByRole("textbox", { name: /^Waarom\?/ });
    await page.keyboard.press("r");
    await expect(reason).toBeFocused();
    await page.keyboard.insertText("Een klein team kan wel.");
    // Letters are words there, until Esc.
    await page.keyboard.press("Escape");
    await expect(reason).not.toBeFocused();
    await page.keyboard.press("e");
    await page.keyboard.insertText("vervanger");
    await main.getByRole("checkbox", { name: /E-1\.2/ }).check();
    await expect(reason).toHaveValue(/Een klein team kan wel\./);
    await page.keyboard.press("Control+Enter");
    await expect(at(page, "R-3")).toBeFocused();
  });

  await test.step("take it back, skip, and come back to it", async () => {
    await page.keyboard.press("u");
    await expect(at(page, "R-2")).toBeFocused();
    await expect(main.getByText("Eerdere antwoorden")).toBeVisible();
    await page.keyboard.press("o");
    await expect(at(page, "R-3")).toBeVisible();
    await page.keyboard.press("k");
    await expect(at(page, "R-2")).toBeVisible();
    await page.keyboard.press("3");
    // A ready-made reason is put in the field, and is changed there or undone as what is typed.
    const reason = main.getByRole("textbox", { name: /^Waarom\?/ });
    const stood = await reason.inputValue();
    await page.keyboard.press("b");
    await expect(reason).toHaveValue("De wet staat dit niet toe.");
    await expect(reason).toBeFocused();
    await page.keyboard.press("Control+z");
    await expect(reason).toHaveValue(stood);
    await main.getByRole("button", { name: /^Dit kost meer dan er geld voor is/ }).click();
    await expect(reason).toHaveValue("Dit kost meer dan er geld voor is.");
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText("Mensen zijn ook wel eens ziek.");
    await page.keyboard.press("Control+Enter");
    await expect(at(page, "R-3")).toBeFocused();
  });

  await test.step("a question gets an answer, and then nothing is left", async () => {
    await expect(main.getByRole("textbox", { name: "Wat is het antwoord?" })).toBeVisible();
    await page.keyboard.press("4");
    await main.getByRole("textbox", { name: "Waar is het geregeld?" }).fill("Artikel 7");
    await page.keyboard.press("Escape");
    await page.keyboard.press("r");
    await page.keyboard.insertText("Ja, als de chauffeur dat goed vindt.");
    await page.keyboard.press("Control+Enter");
    await expect(at(page, "R-4")).toBeFocused();
    // What says the same gets the answer too, when somebody ticks it.
    await page.keyboard.press("6");
    await page.keyboard.press("s");
    const same = main.getByRole("checkbox", { name: /R-5/ });
    await expect(same).toBeFocused();
    await expect(same).not.toBeChecked();
    await page.keyboard.press("Space");
    await expect(main.getByRole("button", { name: /Leg vast voor 2 reacties/ })).toBeVisible();
    await page.keyboard.press("Control+Enter");
    await expect(
      main.getByRole("heading", { name: "Alle reacties hebben een antwoord" }),
    ).toBeVisible();
    await expectAccessible(page);
    await main.getByRole("link", { name: "Niet overgenomen", exact: true }).click();
    await expect(main.getByRole("listitem").filter({ hasText: "R-2" })).toBeVisible();
  });

  await test.step("a reason that is shared is changed here, or with all", async () => {
    await page.goto(`/dossiers/${slug}/verantwoording/afwegen?uitkomst=ter-kennisgeving`);
    await expect(at(page, "R-4")).toBeVisible();
    await expect(main.getByText("Zelfde reden bij R-5")).toBeVisible();
    await main.getByRole("textbox", { name: /^Waarom\?/ }).fill("Wij nemen het mee.");
    await page.keyboard.press("Control+Enter");
    await expect(main.getByText("Kies of de reden alleen hier wijzigt").first()).toBeVisible();
    await main.getByRole("radio", { name: "Bij alle 2" }).check();
    await page.keyboard.press("Control+Enter");
    await expect(at(page, "R-5")).toBeFocused();
    await expect(main.getByRole("textbox", { name: /^Waarom\?/ })).toHaveValue(
      "Wij nemen het mee.",
    );
  });

  await test.step("the reaction, the numbers and publication say so", async () => {
    await page.goto(`/dossiers/${slug}/publicatie`);
    await expect(main.getByText(/heeft nog geen afweging|hebben nog geen afweging/)).toHaveCount(0);
    await page.goto(`/dossiers/${slug}/verantwoording/afwegen?uitkomst=niet-overgenomen`);
    await main.getByRole("link", { name: "R-2", exact: true }).click();
    const answer = main.getByRole("region", { name: "Afweging" });
    await expect(answer).toContainText("Niet overgenomen");
    await expect(answer).toContainText("Mensen zijn ook wel eens ziek.");
    await answer.getByText("Eerdere antwoorden").click();
    await expect(answer).toContainText("Een klein team kan wel.");
  });
});

test.describe("without scripts, on a phone", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test("one reaction a page, with the same form", async ({ page, world }) => {
    const [, slug] = world.answering;
    const main = page.getByRole("main");
    await page.goto(`/dossiers/${slug}/verantwoording/afwegen`);
    await expect(at(page, "R-1")).toBeHidden();
    await main.getByRole("link", { name: /^R-2/ }).click();
    await expect(at(page, "R-2")).toBeVisible();
    await expectNoSidewaysScroll(page);
    await main.getByRole("radio", { name: "Deels overgenomen" }).check();
    await main.getByLabel("Zoek een eis op code of woord").fill("E-9.9");
    await main.getByRole("textbox", { name: /^Waarom\?/ }).fill("Een team kan wel.");
    await main.getByRole("button", { name: /Leg vast/ }).click();
    await expect(main.getByText("Er is geen eis met de code E-9.9.").first()).toBeVisible();
    await expect(main.getByRole("textbox", { name: /^Waarom\?/ })).toHaveValue("Een team kan wel.");
    await main.getByLabel("Zoek een eis op code of woord").fill("e-1.2");
    await main.getByRole("button", { name: /Leg vast/ }).click();
    await expect(at(page, "R-3")).toBeVisible();
    await main.getByRole("button", { name: "Neem R-2 terug" }).click();
    await expect(at(page, "R-2")).toBeVisible();
    await main.getByRole("radio", { name: "Ter kennisgeving" }).check();
    await main.getByRole("button", { name: /Leg vast/ }).click();
    await main.getByRole("link", { name: "Naar de lijst" }).click();
    await expect(main.getByRole("link", { name: /^R-2.*zojuist/ })).toBeVisible();
  });
});
