import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Download, Page } from "@playwright/test";
import JSZip from "jszip";
import { expect, expectAccessible, test } from "./test";
import { EDITION_ZIP, type World } from "./world";

const base = ({ published }: World) => `/openbaar/${published.slug}/editie-${published.number}`;
const noteOf = (page: Page) => page.getByRole("textbox", { name: "Notitie bij E-1.1" });
const contentOf = async (download: Download) => fs.readFileSync(await download.path(), "utf8");

test("a reader notes, ticks, lists, takes along, removes and puts back, and nothing is sent", async ({
  page,
  world,
}) => {
  const sent: string[] = [];
  await page.goto(`${base(world)}/eisen/E-1.1`);
  page.on("request", (request) => {
    if (request.method() !== "GET" || request.url().includes("Waarom"))
      sent.push(`${request.method()} ${request.url()}`);
  });
  await noteOf(page).focus();
  await page.keyboard.type('=Waarom "één"?');
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("checkbox", { name: "Nagekeken" })).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page.getByRole("status")).toHaveText("Bewaard in deze browser.");
  await expectAccessible(page);

  await page.goto(`${base(world)}/eisen/E-1.2`);
  await page.getByRole("checkbox", { name: "Nagekeken" }).check();
  await page.goto(`${base(world)}/hoofdstukken/H-1`);
  await expect(page.getByRole("link", { name: "E-1.1: Nagekeken Uw notitie" })).toBeVisible();
  await expect(page.getByRole("link", { name: "E-1.2: Nagekeken", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: /^E-1\.3: / })).toBeHidden();
  await page.goto(`${base(world)}/eisen`);
  await expect(
    page.getByText(/^Door u nagekeken: 2 van \d+ eisen. Eisen met een notitie: 1./),
  ).toBeVisible();
  await page.getByRole("link", { name: "Al uw notities" }).click();
  await expect(page).toHaveURL(/\/notities$/);
  const items = page.locator(".own-list > li");
  await expect(items).toHaveCount(2);
  await expectAccessible(page);

  const csv = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download als CSV" }).click();
  const lines = (await contentOf(await csv)).split("\r\n");
  expect(lines[0]).toBe('\ufeff"Editie";"Code";"Titel";"Nagekeken";"Notitie";"Bewaard op";"Adres"');
  expect(lines[1]).toContain(`"E-1.1";"Elke school heeft één begeleider";"ja";"'=Waarom ""één""?"`);
  expect(lines[1]).toContain(`${base(world)}/eisen/E-1.1"`);
  const text = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download als tekst" }).click();
  expect(await contentOf(await text)).toContain('=Waarom "één"?');

  await page.getByRole("button", { name: "Verwijder E-1.1" }).click();
  await expect(items).toHaveCount(1);
  await expect(page.getByRole("status")).toHaveText("Verwijderd: E-1.1.");
  await expect(page.getByRole("button", { name: "Zet terug" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(items).toHaveCount(2);
  await page.getByText("Verwijder al uw notities").click();
  await page.getByRole("button", { name: "Verwijder alles van deze editie" }).click();
  await expect(page.getByText("U hebt nog geen notities bij deze editie.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("U hebt nog geen notities bij deze editie.")).toBeVisible();
  expect(sent).toEqual([]);
});

test("of two tabs none loses a note", async ({ context, page, world }) => {
  const at = `${base(world)}/eisen/E-1.1`;
  const other = await context.newPage();
  await page.goto(at);
  await other.goto(at);
  await noteOf(page).fill("Van de ene.");
  await expect(noteOf(other)).toHaveValue("Van de ene.");
  await page.evaluate(() => {
    // Written past the page, as another tab does of which it heard nothing.
    const [name = ""] = Object.keys(localStorage);
    const note = JSON.parse(localStorage.getItem(name) ?? "{}");
    localStorage.setItem(name, JSON.stringify({ ...note, text: "Van een derde." }));
  });
  await noteOf(page).pressSequentially("!");
  await expect(noteOf(page)).toHaveValue(
    /^Van de ene\.!\s+Uit een ander tabblad:\s+Van een derde\.$/,
  );
  await expect(page.getByRole("status")).toHaveText(/Beide staan nu in het veld/);
  await other.reload();
  await expect(noteOf(other)).toHaveValue(/Van de ene\.![\s\S]*Van een derde\./);
});

test("where a browser keeps nothing, what was typed stays and can be taken along", async ({
  page,
  world,
}) => {
  await page.goto(`${base(world)}/eisen/E-1.1`);
  await page.evaluate(() => localStorage.setItem("vol", "x".repeat(5_242_880 - 3)));
  await noteOf(page).fill("Past er niet meer bij");
  await expect(page.getByRole("alert")).toContainText("Uw notitie is niet bewaard");
  await expect(noteOf(page)).toHaveValue("Past er niet meer bij");
  const taken = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download deze notitie" }).click();
  expect(await contentOf(await taken)).toContain("Past er niet meer bij");
  await page.evaluate(() => localStorage.removeItem("vol"));
  await noteOf(page).pressSequentially("!");
  await expect(page.getByRole("alert")).toBeHidden();
  await page.reload();
  await expect(noteOf(page)).toHaveValue("Past er niet meer bij!");
});

test("where storing is forbidden the pages read as before, and say so", async ({ page, world }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("no", "SecurityError");
      },
    });
  });
  await page.goto(`${base(world)}/eisen/E-1.1`);
  await expect(page.getByRole("alert")).toContainText("Uw notitie is niet bewaard");
  await noteOf(page).fill("Toch");
  await expect(page.getByRole("button", { name: "Download deze notitie" })).toBeVisible();
  await page.goto(`${base(world)}/hoofdstukken/H-1`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("in the folder on a disk notes are kept as well", async ({ page }, info) => {
  const folder = info.outputPath("editie");
  const zip = await JSZip.loadAsync(fs.readFileSync(EDITION_ZIP));
  for (const [name, file] of Object.entries(zip.files)) {
    const to = path.join(folder, name);
    fs.mkdirSync(path.dirname(to), { recursive: true });
    fs.writeFileSync(to, await file.async("nodebuffer"));
  }
  await page.goto(pathToFileURL(path.join(folder, "eisen", "E-1.1.html")).href);
  await noteOf(page).fill("Van schijf");
  await expect(page.getByText(/Niet elke browser bewaart dan notities/)).toBeVisible();
  await page.getByRole("link", { name: "Al uw notities" }).click();
  await expect(page.locator(".own-list > li")).toContainText("Van schijf");
  await page.getByRole("link", { name: /^E-1\.1 / }).click();
  await expect(noteOf(page)).toHaveValue("Van schijf");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("no notes are offered, and their page says why", async ({ page, world }) => {
    await page.goto(`${base(world)}/eisen/E-1.1`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(noteOf(page)).toBeHidden();
    await page.goto(`${base(world)}/notities`);
    await expect(page.getByText(/alleen als JavaScript in uw browser aan staat/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Download als CSV" })).toBeHidden();
  });
});
