import type { BrowserContext } from "@playwright/test";
import { logged, signedIn } from "./form-person";
import { FORMS, type Form } from "./form-table";
import { expect, test } from "./test";
import { readWorld, sessionFile, type World } from "./world";

// In order, by one person, who has a session of their own: it is ended here.
test.describe.configure({ mode: "default" });
test.use({ javaScriptEnabled: false });

let administrator: BrowserContext;
let session: Awaited<ReturnType<BrowserContext["storageState"]>>;

test.beforeAll(async ({ browser, contextOptions }) => {
  const storageState = sessionFile("administrator");
  administrator = await browser.newContext({ ...contextOptions, storageState });
  session = await signIn(browser.newContext(contextOptions));
});
test.afterAll(() => administrator.close());

const signIn = (making: Promise<BrowserContext>) =>
  signedIn(administrator, making, readWorld().scriptless.account);

test("a form that is sent twice is stored once", async ({ browser, contextOptions, world }) => {
  const making = browser.newContext({ ...contextOptions, storageState: session });
  const { context, page, stored } = await reactionForm(making, world);
  const words = "Twee keer gedrukt, een keer gezegd.";
  await page.getByLabel("Wat is er gezegd?").fill(words);
  await page.getByRole("button", { name: "Reactie toevoegen" }).dblclick();
  await expect(page.getByRole("main").getByText(words).first()).toBeVisible();
  expect(await stored()).toBe(1);
  await context.close();
});

for (const how of ["without its cookie", "with its session ended elsewhere"] as const) {
  test(`a form that is sent signed out, ${how}, comes back whole`, async ({
    browser,
    contextOptions,
    world,
  }) => {
    const own = { ...contextOptions, storageState: session };
    const making = browser.newContext(own);
    const { context, page, stored } = await reactionForm(making, world);
    const words = 'Regel één & "twee" <b>\nRegel drie.';
    await page.getByLabel("Wat is er gezegd?").fill(words);
    if (how === "without its cookie") await context.clearCookies();
    else await signOutEverywhere(browser.newContext(own));
    const send = (name: string) => page.getByRole("button", { name }).click();
    await send("Reactie toevoegen");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("U bent niet meer aangemeld");
    await expect(page.getByText("Regel drie.")).toBeVisible();
    await send("Opnieuw versturen");
    await expect(page.getByText("Regel drie.")).toBeVisible();
    session = await signIn(browser.newContext(contextOptions));
    await context.addCookies(session.cookies);
    await send("Opnieuw versturen");
    await expect(page.getByRole("main").getByText('Regel één & "twee" <b>').first()).toBeVisible();
    expect(await stored()).toBe(1);
    await context.close();
  });
}

test("files and pasted text that are sent signed out can be sent again", async ({
  browser,
  contextOptions,
  world,
}) => {
  const context = await browser.newContext({ ...contextOptions, storageState: session });
  const page = await context.newPage();
  const cookies = await context.cookies();
  const add = `/dossiers/${world.forms.slug}/bronnen/toevoegen`;
  const sent = async (button: string) => {
    await context.clearCookies();
    await page.getByRole("button", { name: button }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("U bent niet meer aangemeld");
  };
  const sentAgain = async (found: string) => {
    await context.addCookies(cookies);
    await page.getByRole("button", { name: "Opnieuw versturen" }).click();
    await expect(page.getByRole("main").getByText(found).first()).toBeVisible();
  };
  await page.goto(add);
  const buffer = Buffer.from("Afgemeld verstuurd.");
  const file = { name: "klein.txt", mimeType: "text/plain", buffer };
  await page.getByLabel("Kies bestanden").setInputFiles(file);
  await sent("Verstuur de bestanden");
  await expect(page.getByText("kies het bestand opnieuw")).toBeVisible();
  await page.getByLabel("Kies opnieuw: klein.txt").setInputFiles(file);
  await sentAgain("klein.txt");
  await page.goto(add);
  await page.locator("summary").filter({ hasText: "Plak tekst" }).click();
  await page.getByLabel("Tekst", { exact: true }).fill("Geplakte woorden, afgemeld verstuurd.");
  await page.getByLabel("Titel van de bron").fill("Geplakt & wel");
  await sent("Voeg toe aan de lijst");
  await expect(page.getByText("Geplakte woorden, afgemeld verstuurd.")).toBeVisible();
  await sentAgain("Geplakt & wel");
  await context.close();
});

test("a pasted text that is too large to come back is said to be, and asked for anew", async ({
  browser,
  contextOptions,
  world,
}) => {
  test.slow();
  const context = await browser.newContext({ ...contextOptions, storageState: session });
  const page = await context.newPage();
  const cookies = await context.cookies();
  await page.goto(`/dossiers/${world.forms.slug}/bronnen/toevoegen`);
  await page.locator("summary").filter({ hasText: "Plak tekst" }).click();
  await page.getByLabel("Titel van de bron").fill("Groot geplakt");
  await page.getByLabel("Tekst", { exact: true }).evaluate((field: HTMLTextAreaElement) => {
    // Drawing so much takes longer than the test may.
    field.style.display = "none";
    field.value = "woord ".repeat(200_000);
  });
  await context.clearCookies();
  await page.getByRole("button", { name: "Voeg toe aan de lijst" }).click();
  await expect(page.getByText("Uw tekst is groter dan 1 MB.")).toBeVisible();
  await page.getByLabel("Plak de tekst opnieuw").fill("Nog eens geplakt.");
  await context.addCookies(cookies);
  await page.getByRole("button", { name: "Opnieuw versturen" }).click();
  await expect(page.getByRole("main").getByText("Groot geplakt").first()).toBeVisible();
  await context.close();
});

/** The form for a reaction, filled in but for its words, and how many were stored since. */
async function reactionForm(making: Promise<BrowserContext>, { forms, scriptless }: World) {
  const form = FORMS.find(({ name }) => name === "reaction.add") as Form;
  const context = await making;
  const count = () => logged(administrator, form.logged, scriptless.name);
  const before = await count();
  const page = await context.newPage();
  await page.goto(form.at(forms));
  await page.getByLabel("Consultatie").selectOption({ index: 1 });
  return { context, page, stored: async () => (await count()) - before };
}

/** The same person, in another browser, ends all of their sessions. */
async function signOutEverywhere(making: Promise<BrowserContext>): Promise<void> {
  const context = await making;
  const page = await context.newPage();
  await page.goto("/voorkeuren");
  await page.getByRole("button", { name: "Overal afmelden" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Aanmelden" })).toBeVisible();
  await context.close();
}
