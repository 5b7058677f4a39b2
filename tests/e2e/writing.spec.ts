import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./test";
import type { World } from "./world";

/** Each test writes in a requirement of its own. */
const document = (world: World) => `/dossiers/${world.writing.slug}/pve`;

async function stop(page: Page, code: string): Promise<Locator> {
  const requirement = page.locator(`[id="${code}"]`);
  await expect(requirement).toHaveAttribute("tabindex", "0");
  return requirement;
}

/** Writes a requirement by its form. @returns its code and the address of its page. */
async function added(page: Page, world: World, title: string) {
  await page.goto(`${document(world)}/toevoegen`);
  await page.getByLabel("Titel", { exact: true }).fill(title);
  await page.getByRole("textbox", { name: "Tekst van de eis" }).fill("De bus rijdt.");
  await page.getByRole("button", { name: "Eis toevoegen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const address = page.url().replace(/\?.*/, "");
  const code = (await page.locator("[data-head]").textContent())?.match(/E-\d+[.]\d+/)?.[0] ?? "";
  return { code, address };
}

const versions = async (page: Page, address: string) => {
  await page.goto(`${address}/versies`);
  return page.getByRole("table").first().getByRole("row").count();
};

test("what is vague is said while one writes, with what could stand there, and goes when it is mended", async ({
  as,
  world,
}) => {
  const page = await as("author");
  const { code } = await added(page, world, "Onder het schrijven nagekeken");
  await page.goto(`${document(world)}?eis=${code}#${code}`);
  const requirement = await stop(page, code);
  await requirement.focus();
  await page.keyboard.press("Enter");
  await expect(requirement.getByRole("textbox", { name: "Tekst van de eis" })).toBeFocused();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" De opdrachtnemer belt zo snel mogelijk.");
  const found = requirement.getByRole("list", { name: /in deze tekst$/ });
  await expect(found).toContainText("zo snel mogelijk");
  await expectAccessible(page);
  for (let n = 0; n < "zo snel mogelijk.".length; n++) await page.keyboard.press("Backspace");
  await page.keyboard.type("de ouders binnen 5 minuten.");
  await expect(requirement.getByText("zo snel mogelijk")).toHaveCount(0);
});

test("Enter writes in place, what is typed is kept, and Escape makes one version of it", async ({
  as,
  world,
}) => {
  const page = await as("author");
  const { code, address } = await added(page, world, "In het document geschreven");
  const before = await versions(page, address);
  await page.goto(`${document(world)}?eis=${code}#${code}`);
  const requirement = await stop(page, code);
  await requirement.focus();
  await page.keyboard.press("Enter");
  const text = requirement.getByRole("textbox", { name: "Tekst van de eis" });
  await expect(text).toBeFocused();
  await page.keyboard.press("End");
  for (const words of [" Op tijd.", " Elke dag."]) {
    await page.keyboard.type(words);
    await expect(requirement).toContainText(/Bewaard om/);
  }
  await expectAccessible(page);
  await page.keyboard.press("Alt+F10");
  await expect(requirement.getByRole("button", { name: "Vet" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(text).toBeFocused();

  await page.keyboard.press("Escape");
  await expect(text).toBeHidden();
  await expect(requirement).toBeFocused();
  await expect(requirement).toContainText("De bus rijdt. Op tijd. Elke dag.");
  await expect(page.locator("[data-head]")).toContainText("Alles bewaard");
  expect(await versions(page, address)).toBe(before + 1);
});

test("a refresh in the middle of a word loses nothing, nor does being without connection", async ({
  as,
  world,
}) => {
  const page = await as("author");
  const { code } = await added(page, world, "Afgebroken en verder");
  await page.goto(`${document(world)}?eis=${code}#${code}`);
  const requirement = await stop(page, code);
  await requirement.getByText("De bus rijdt.").click();
  const text = requirement.getByRole("textbox", { name: "Tekst van de eis" });
  await expect(text).toBeFocused();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" Ook in het wee");
  await page.reload();
  await expect(text).toContainText("De bus rijdt. Ook in het wee");
  await expect(requirement).toContainText("Dit is uw eigen tekst van");

  await page.context().setOffline(true);
  await text.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("kend.");
  await expect(page.locator("[data-head]")).toContainText("Geen verbinding");
  await page.keyboard.press("Escape");
  await expect(text).toContainText("Ook in het weekend.");
  await page.context().setOffline(false);
  await expect(text).toBeHidden({ timeout: 20_000 });
  await expect(requirement).toContainText("De bus rijdt. Ook in het weekend.");
  await page.reload();
  await expect(requirement).toContainText("De bus rijdt. Ook in het weekend.");
  await expect(requirement).not.toContainText("Uw tekst staat nog niet");
});

test("two who write the same: the second gets both texts, and nothing is lost", async ({
  as,
  world,
}) => {
  const page = await as("author");
  const { code, address } = await added(page, world, "Door twee geschreven");
  const other = await as("author");
  for (const [window, words] of [
    [page, " Van mij."],
    [other, " Van de ander."],
  ] as const) {
    await window.goto(`${document(world)}?eis=${code}#${code}`);
    await (await stop(window, code)).focus();
    await window.keyboard.press("Enter");
    await expect(window.getByRole("textbox", { name: "Tekst van de eis" })).toBeFocused();
    await window.keyboard.press("Control+End");
    await window.keyboard.type(words);
    await expect(window.locator("[data-head]")).toContainText("Bewaard om");
  }
  await other.keyboard.press("Escape");
  await expect(other.locator("[data-head]")).toContainText("Alles bewaard");
  await page.keyboard.press("Escape");
  const both = page.getByRole("region", { name: "Twee teksten" });
  await expect(both).toContainText("Van mij.");
  await expect(both).toContainText("Van de ander.");
  await both.getByRole("button", { name: "Mijn tekst opslaan" }).click();
  await expect(page.locator("[data-head]")).toContainText("Alles bewaard");
  await expect(await stop(page, code)).toContainText("De bus rijdt. Van mij.");
  await page.goto(`${address}/versies`);
  await expect(page.getByRole("main")).toContainText("Van de ander.");
});

test("Alt with an arrow moves a requirement, and a reviewer only reads", async ({ as, world }) => {
  const page = await as("author");
  const first = await added(page, world, "Eerst deze");
  const second = await added(page, world, "Dan deze");
  await page.goto(`${document(world)}?eis=${second.code}#${second.code}`);
  const requirement = await stop(page, second.code);
  await requirement.focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.locator(`[id="${second.code}"] + [id="${first.code}"]`)).toBeVisible();
  await expect(requirement).toBeFocused();

  const reviewer = await as("reviewer");
  await reviewer.goto(`/dossiers/${world.example.slug}/pve`);
  const read = await stop(reviewer, "E-1.2");
  await read.focus();
  await reviewer.keyboard.press("Enter");
  await read.getByText("De opdrachtnemer geeft").click();
  await expect(reviewer.getByRole("textbox", { name: "Tekst van de eis" })).toHaveCount(0);
  await expect(reviewer.getByRole("button", { name: "Schrijven" })).toHaveCount(0);
});
