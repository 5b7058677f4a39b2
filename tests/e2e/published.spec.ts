import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import JSZip from "jszip";
import { expect, expectAccessible, test } from "./test";
import { EDITION_ZIP, type World } from "./world";

const base = ({ published }: World) => `/openbaar/${published.slug}/editie-${published.number}`;

/** One page of each kind. */
const PAGES = [
  "",
  "/eisen",
  "/hoofdstukken/H-1",
  "/eisen/E-1.1",
  "/kernwaarden",
  "/kernwaarden/K-1",
  "/reacties",
  "/reacties?antwoord=niet",
  "/reacties/R-1",
  "/bronnen",
  "/bronnen/B-1",
  "/gehoord",
  "/controleren",
  "/notities",
  "/zoeken?q=begeleider",
  "/nergens",
];

async function walksToWordsAndBack(page: Page, requirements: string[]): Promise<void> {
  for (const title of requirements) {
    await page.getByRole("link", { name: title, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    const code = (await page.title()).split(" ")[0] ?? "";
    await page.getByRole("link", { name: "Lees in de bron" }).first().click();
    await expect(page).toHaveURL(/bronnen\/B-1(?:\.html)?#blok-\d+$/);
    const block = page.locator(".block:target");
    await expect(block).toBeInViewport();
    await expect(block.locator("mark").first()).toHaveCSS("background-color", "rgb(255, 233, 163)");
    // The requirement itself stands beside the words, or the kernwaarde by which it rests on them.
    const direct = block.getByRole("link", { name: code, exact: true });
    if ((await direct.count()) === 0) {
      await block.getByRole("link", { name: "K-1", exact: true }).click();
      await page.getByRole("link", { name: `${code} ${title}` }).click();
    } else await direct.click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await page.getByRole("link", { name: "1 Begeleiding" }).click();
  }
}

const REQUIREMENTS = [
  "Elke school heeft één begeleider",
  "Elke dag bereikbaar",
  "Een loket in de buurt",
];

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("an outsider walks from three requirements to the minutes and back", async ({
    page,
    world,
  }) => {
    await page.goto(`/openbaar/${world.published.slug}/`);
    await expect(page).toHaveURL(new RegExp(`${base(world)}$`));
    await page.getByRole("link", { name: "Lees het programma" }).click();
    await page.getByRole("link", { name: "Begeleiding", exact: true }).click();
    await walksToWordsAndBack(page, REQUIREMENTS);
  });

  test("who reacted finds what was answered, by filter and by search", async ({ page, world }) => {
    await page.goto(`${base(world)}/reacties`);
    await expect(page.getByRole("heading", { level: 2 })).toHaveText("2 reacties");
    await page.getByRole("group", { name: "Antwoord" }).getByText("Niet overgenomen").click();
    await page.getByRole("button", { name: "Toon de reacties" }).click();
    await expect(page.getByRole("heading", { level: 2 })).toHaveText("1 reactie Niet overgenomen");
    await expect(page.getByText("Daar is geen geld voor.")).toBeVisible();
    await page.getByRole("searchbox").fill("LOKET");
    await page.getByRole("searchbox").press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("gevonden: “LOKET”");
    await page.getByRole("link", { name: /Een loket in de buurt/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Een loket in de buurt");
  });

  test("the page speaks English for who chooses it, and says so to who listens", async ({
    page,
    world,
  }) => {
    await page.goto(`${base(world)}/reacties?antwoord=niet`);
    await page.getByRole("link", { name: "In English" }).click();
    await expect(page).toHaveURL(/\/reacties\?antwoord=niet$/);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "What was done with the reactions?",
    );
    await expect(page.locator("blockquote").first()).toHaveAttribute("lang", "nl");
  });

  test("an outsider reads what changed since the edition before, and why", async ({
    page,
    world: {
      revised: { slug, first, second },
    },
  }) => {
    await page.goto(`/openbaar/${slug}`);
    const news = page.locator("#nieuw");
    await expect(news).toContainText("1 nieuw, 1 gewijzigd, 1 vervallen");
    await news.getByRole("link", { name: /woord voor woord/ }).click();
    await expect(page).toHaveURL(`/openbaar/${slug}/editie-${second}/wijzigingen/editie-${first}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wat is er veranderd?");
    await expect(page.getByText("1 gelijk + 1 gewijzigd + 1 vervallen = 3")).toBeVisible();
    const changed = page.getByRole("article").filter({ hasText: "Gewijzigd" });
    await expect(changed.locator("ins").last()).toContainText("twee");
    await expect(changed.locator("del").first()).toContainText("één begeleider");
    await expect(changed).toContainText("Een school vroeg erom.");
    const fresh = page.getByRole("article").filter({ hasText: "Nieuw" });
    await fresh.getByRole("link", { name: "R-3" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reactie R-3");

    await page.goBack();
    await page.getByRole("link", { name: "Vervallen 1" }).click();
    await expect(page.getByRole("article")).toHaveCount(1);
    await expect(page.getByRole("article")).toContainText("Staat al in de wet.");
    await page.getByRole("link", { name: /2 reacties zijn nieuw/ }).click();
    await expect(page.getByRole("article").first()).toContainText("Dank u.");

    // The other way round: the older one is always what it was.
    await page.getByLabel("Van").selectOption(second);
    await page.getByLabel("Naar").selectOption(first);
    await page.getByRole("button", { name: "Vergelijk" }).click();
    await expect(page).toHaveURL(`/openbaar/${slug}/editie-${second}/wijzigingen/editie-${first}`);
    const none = await page.request.get(`/openbaar/${slug}/editie-${first}/wijzigingen/editie-9`);
    expect(none.status()).toBe(404);
  });

  test("a zip of the same pages opens from disk", async ({ page }, info) => {
    const folder = info.outputPath("editie");
    const zip = await JSZip.loadAsync(fs.readFileSync(EDITION_ZIP));
    for (const [name, file] of Object.entries(zip.files)) {
      const to = path.join(folder, name);
      fs.mkdirSync(path.dirname(to), { recursive: true });
      fs.writeFileSync(to, await file.async("nodebuffer"));
    }
    await page.goto(pathToFileURL(path.join(folder, "index.html")).href);
    await expect(page.locator("body")).toHaveCSS("font-family", /Noto Sans Variable/);
    await page.getByRole("link", { name: "Lees het programma" }).click();
    await page.getByRole("link", { name: "Begeleiding", exact: true }).click();
    await walksToWordsAndBack(page, REQUIREMENTS);
    await page.getByRole("link", { name: "Reacties", exact: true }).first().click();
    await page
      .getByRole("navigation", { name: "Kies reacties" })
      .getByText("Niet overgenomen")
      .click();
    await expect(page.getByText("Daar is geen geld voor.")).toBeVisible();
  });
});

test("every page reads well for who sees little, on a desk and on a phone, and on paper", async ({
  page,
  world,
}) => {
  test.slow();
  for (const at of PAGES) {
    const where = base(world) + at;
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(where);
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 640 });
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, `${where} at 320 pixels`).toBe(0);
    await expectAccessible(page, { colours: false });
  }
  const { slug, first, second } = world.revised;
  const changes = `/openbaar/${slug}/editie-${second}/wijzigingen/editie-${first}`;
  for (const where of [changes, `${changes}?soort=kernwaarden`, `${changes}?soort=reacties`]) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(where);
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(
      await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    ).toBe(0);
  }
  await page.goto(base(world));
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation").first()).toBeHidden();
  await expect(page.getByRole("searchbox")).toBeHidden();
  await expect(page.getByText(`http://127.0.0.1:`, { exact: false }).first()).toBeVisible();
  await expect(page.getByRole("table").first()).toBeVisible();
});

test("by keyboard one comes past the menu at once", async ({ page, world }) => {
  await page.goto(base(world));
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Direct naar de inhoud" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Lees het programma" })).toBeFocused();
});

test("an answer may be kept, and is asked again whether it still is so", async ({
  request,
  world,
}) => {
  const first = await request.get(base(world));
  const { etag = "", ...headers } = first.headers();
  expect(headers["content-security-policy"]).toBe(
    "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  expect(headers["cache-control"]).toBe("public, no-cache");
  expect(await first.text()).not.toContain("<script");
  const asked = (tag: string, more = "") =>
    request.get(base(world) + more, { headers: { "if-none-match": tag } });
  expect((await asked(etag)).status()).toBe(304);
  expect((await asked(`"x", W/${etag}`)).status()).toBe(304);
  expect((await asked(etag, "/eisen")).status()).toBe(200);
  expect((await asked('"x"')).status()).toBe(200);
  const data = await request.get(`${base(world)}/editie.json`);
  expect(data.headers()["content-type"]).toContain("application/json");
  expect(data.headers().etag).toBe(`"${(await data.json()).sha256}"`);
});

test("anybody takes the papers along, the same each time", async ({ request, world }) => {
  const home = await (await request.get(base(world))).text();
  // It is the first: nothing changed since another.
  expect(home).not.toContain("wijzigingen.pdf");
  for (const [name, type, first] of [
    ["pve.pdf", "application/pdf", "%PDF-"],
    ["reactienota.pdf", "application/pdf", "%PDF-"],
    ["verslag.pdf", "application/pdf", "%PDF-"],
    ["matrix.pdf", "application/pdf", "%PDF-"],
    ["pve.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK"],
  ] as const) {
    const at = `${base(world)}/${name}`;
    expect(home).toContain(`href="${at}"`);
    const answer = await request.get(at);
    const { etag = "", ...headers } = answer.headers();
    expect(headers["content-type"]).toBe(type);
    expect(headers["content-disposition"]).toContain(name.split(".")[0]);
    expect(headers["cache-control"]).toBe("public, no-cache");
    const bytes = await answer.body();
    expect(bytes.subarray(0, first.length).toString()).toBe(first);
    expect(bytes.equals(await (await request.get(at)).body())).toBe(true);
    const again = await request.get(at, { headers: { "if-none-match": etag } });
    expect(again.status()).toBe(304);
  }
});

test("what is no page of a published edition is not there, and says nothing of the dossier", async ({
  request,
  world,
}) => {
  const { slug, number } = world.published;
  for (const at of [
    `/openbaar/${slug}/editie-9`,
    `/openbaar/${slug}/editie-9/eisen`,
    `/openbaar/${slug}/nergens`,
    `/openbaar/${slug}/editie-${number}.0`,
    // A dossier without a published edition, and none at all: they look the same.
    `/openbaar/${world.empty}`,
    `/openbaar/${world.empty}/editie-1`,
    `/openbaar/${world.empty}/editie-1/pve.pdf`,
    `/openbaar/${slug}/editie-${number}/pve.rtf`,
    "/openbaar/bestaat-niet",
    "/openbaar",
    "/openbaar/%27",
    "/openbaar/..%2f..%2fdossiers",
  ]) {
    const answer = await request.get(at, { maxRedirects: 0 });
    expect(answer.status(), at).toBe(404);
    const text = await answer.text();
    expect(text, at).toContain("Deze pagina is er niet");
    for (const secret of [...world.example.secrets, ...world.work.secrets])
      expect(text, at).not.toContain(secret);
  }
  for (const at of [
    "/nergens",
    "/eisen/E-99",
    "/eisen/%00",
    "/eisen/..%2f",
    "/eisen/'",
    "/bronnen/B-1?pagina=9",
    "/reacties/R-1/x",
    "/zoeken/x",
  ]) {
    const answer = await request.get(base(world) + at, { maxRedirects: 0 });
    expect([400, 404], at).toContain(answer.status());
  }
  // Asked for by whoever, of any method but reading.
  for (const at of ["?antwoord=%00", "?pagina=-1", "?taal=xx"]) {
    expect((await request.get(`${base(world)}/reacties${at}`)).status(), at).toBeLessThan(500);
  }
});
