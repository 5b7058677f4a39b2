import fs from "node:fs";
import { sha256 } from "@/db/hash";
import { verifyEdition } from "@/domain/editions/rules";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./test";

// One after the other: each goes on with what the one before adopted.
test.describe.configure({ mode: "default" });

const CONCEPT = /^Concept, nummer \d\.\d/;

const WHY = /^Waarom komt er een (nieuwe )?editie\?/;
const REASON = "Voor de eerste aanbesteding.";

test("who wrote adopts a concept, and what is downloaded is whole", async ({ as, world }) => {
  const page = await as("author");
  const main = page.getByRole("main");
  await page.goto(`/dossiers/${world.adopting}/publicatie`);
  await main.getByRole("link", { name: "Editie vaststellen" }).click();
  await expect(main.getByText("U schreef mee aan deze editie.")).toBeVisible();
  await expect(main.getByRole("radio", { name: CONCEPT })).toBeChecked();
  await expectAccessible(page);

  // Without who decided it stays, with what was typed.
  await main.getByLabel(WHY).fill(REASON);
  const adopt = main.getByRole("button", { name: "Stel deze editie vast" });
  await adopt.click();
  const decidedBy = main.getByLabel("Wie heeft besloten?");
  await expect(decidedBy).toHaveAttribute("aria-invalid", "true");
  await expect(main.getByLabel(WHY)).toHaveValue(REASON);
  // A definitive one it is not, though one asks.
  await decidedBy.fill("Het college");
  await main.getByRole("radio", { name: /^Definitief, nummer \d/ }).check();
  await adopt.click();
  // It said so before, and says so again.
  await expect(main.getByText("Vraag iemand anders om vast te stellen.")).toHaveCount(2);
  await main.getByRole("radio", { name: CONCEPT }).check();
  await adopt.click();
  await expect(main.getByText(/^Editie \d\.\d+ is vastgesteld\.$/)).toBeVisible();
  await expectAccessible(page);

  const coming = page.waitForEvent("download");
  await main.getByRole("link", { name: "Download de editie (JSON)" }).click();
  const file = JSON.parse(fs.readFileSync(await (await coming).path(), "utf8"));
  const verdict = verifyEdition(file, sha256);
  expect(verdict).toMatchObject({ state: "whole", kind: "concept", count: 0 });
  await expect(main.getByText(verdict.sha256.slice(0, 8))).toBeVisible();
});

test("what changed since the page was made is not adopted", async ({ as, world }) => {
  const page = await as("reviewer");
  const main = page.getByRole("main");
  await page.goto(`/dossiers/${world.adopting}/publicatie/vaststellen`);
  await main.getByLabel("Wie heeft besloten?").fill("Het college");
  await main.getByLabel(WHY).fill(REASON);
  const author = await as("author");
  await author.goto(`/dossiers/${world.adopting}/kernwaarden`);
  await author.getByRole("link", { name: "Vast gezicht" }).first().click();
  await author.getByRole("link", { name: "Wijzig", exact: true }).first().click();
  await author.getByLabel("Omschrijving").fill("Iemand die men kent.");
  await author.getByRole("button", { name: "Opslaan" }).click();
  await expect(author.getByText("Iemand die men kent.").first()).toBeVisible();
  await main.getByRole("button", { name: "Stel deze editie vast" }).click();
  await expect(main.getByText("De inhoud is gewijzigd sinds u keek.").first()).toBeVisible();
  await expect(main.getByLabel(WHY)).toHaveValue(REASON);
});

test("others see that an edition is being adopted and how far it is, and may stop it", async ({
  as,
  world,
}, { retry }) => {
  const page = await as("author");
  const main = page.getByRole("main");
  const slug = world.beingAdopted[retry] ?? "";
  await page.goto(`/dossiers/${slug}/publicatie`);
  await expect(main.getByText("De editie wordt vastgesteld")).toBeVisible();
  await main.getByRole("link", { name: "Bekijk hoe ver het is" }).click();
  const far = main.getByRole("progressbar", {
    name: "94.000 van 235.000 onderdelen vastgelegd",
  });
  await expect(far).toBeVisible();
  await page.reload();
  await expect(far).toBeVisible();
  await expect(main.locator("[aria-current=step]")).toHaveText("Vastleggen (nu bezig)");
  // Neither does the address without its number offer the form once more.
  await page.goto(`/dossiers/${slug}/publicatie/vaststellen`);
  await expect(main.getByRole("button", { name: "Stel deze editie vast" })).toHaveCount(0);
  await expectAccessible(page);

  await main.getByRole("button", { name: "Stop het vaststellen" }).click();
  await expect(main.getByText("Er is geen editie vastgesteld")).toBeVisible();
  await expect(main.getByText("Iemand heeft het vaststellen gestopt.")).toBeVisible();
  // Who asked finds what they typed, and may send it again.
  const theirs = await as("reviewer");
  await theirs.goto(page.url());
  await expect(theirs.getByText("Iemand heeft het vaststellen gestopt.")).toBeVisible();
  await expect(theirs.getByLabel("Wie heeft besloten?")).toHaveValue("De raad van Proefstad");
  await theirs.getByRole("button", { name: "Stel deze editie vast" }).click();
  await expect(theirs.getByText("Editie 0.1 is vastgesteld.")).toBeVisible();
});

test.describe("without scripts, on a phone", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });

  test("who did not write adopts it, its author publishes it and withdraws it", async ({
    as,
    world,
  }) => {
    const page = await as("reviewer");
    const main = page.getByRole("main");
    await page.goto(`/dossiers/${world.adopting}/publicatie/vaststellen`);
    await expect(main.getByRole("radio", { name: /^Definitief, nummer \d/ })).toBeChecked();
    await main.getByLabel("Wie heeft besloten?").fill("Het college");
    await main.getByLabel(WHY).fill(REASON);
    await main.getByRole("button", { name: "Stel deze editie vast" }).click();
    await expect(main.getByText(/^Editie \d is vastgesteld\.$/)).toBeVisible();
    const at = new URL(page.url()).pathname;
    await expectNoSidewaysScroll(page);
    await expect(main.getByRole("button", { name: "Maak deze editie openbaar" })).toHaveCount(0);

    const author = await as("author");
    const theirs = author.getByRole("main");
    await author.goto(at);
    await theirs.getByText("Maak deze editie openbaar").first().click();
    await theirs.getByRole("button", { name: "Maak deze editie openbaar" }).click();
    await expect(theirs.getByText(/^Editie \d is openbaar\.$/)).toBeVisible();
    await theirs.getByText("Trek deze editie in").first().click();
    await theirs.getByLabel("Waarom trekt u haar in?").fill("Er ontbreekt een eis.");
    await theirs.getByRole("button", { name: "Trek de editie in" }).click();
    await expect(theirs.getByText(/^Editie \d is ingetrokken\.$/)).toBeVisible();
    await expect(theirs.getByText("Er ontbreekt een eis.")).toBeVisible();
    await expectNoSidewaysScroll(author);
  });
});

test("anybody checks an edition in the browser: whole, changed by one letter, or none at all", async ({
  as,
  world,
}) => {
  const page = await as("nobody");
  const main = page.getByRole("main");
  const { slug, edition } = world.example;
  await page.goto(`/openbaar/${slug}/editie-${edition}/controleren`);
  await page.getByRole("link", { name: "Of laat uw browser het narekenen" }).click();
  await main.getByRole("button", { name: "Reken de editie op deze website na" }).click();
  await expect(main.getByRole("heading", { name: "Dit bestand is heel" })).toBeVisible();
  await expect(main.getByText("Het kenmerk is dat van de website")).toBeVisible();
  await expectAccessible(page);

  const answer = await page.request.get(`/openbaar/${slug}/editie-${edition}/editie.json`);
  const text = await answer.text();
  const buffer = Buffer.from(
    text.replace("vast team van ten hoogste drie", "vast team van ten hoogste vier"),
  );
  expect(buffer.toString()).not.toBe(text);
  const json = { mimeType: "application/json", buffer };
  const file = main.getByLabel("Kies een bestand");
  await file.setInputFiles({ ...json, name: "kopie.json" });
  const changed = main.locator("section").filter({ hasText: "Dit bestand is veranderd" });
  await expect(changed).toContainText("kopie.json");
  await expect(changed).toContainText(/R-2, answer\.reason, teken \d+/);
  await expect(changed).toContainText("ten hoogste vier");
  await expect(changed).toContainText("ten hoogste drie");
  await file.setInputFiles({ ...json, name: "brief.json", buffer: Buffer.from("Geachte raad,") });
  await expect(main.getByRole("heading", { name: "Dit bestand is niet te lezen" })).toBeVisible();
  await expectAccessible(page);
});
