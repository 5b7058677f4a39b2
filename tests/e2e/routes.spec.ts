import fs from "node:fs";
import type { APIResponse } from "@playwright/test";
import { described, everybody } from "./people";
import {
  addressIn,
  isOutside,
  isPage,
  isPicture,
  isPublished,
  namesThing,
  placeOf,
  ROUTES,
} from "./routes";
import { expect, test } from "./test";
import { EVERYBODY, type Place } from "./world";

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g;
const as = everybody();

test("every page and route of the app is in the table, and nothing else", () => {
  const files = fs
    .readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => `app/${file}`);
  expect(ROUTES.map((route) => route.file).sort()).toEqual(files.sort());
});

for (const route of ROUTES) {
  test(`${route.file} answers everybody as it should`, async ({ world }) => {
    const place = placeOf(route, world);
    const path = addressIn(route, place, world);
    for (const visitor of EVERYBODY) {
      const answer = await as(visitor).get(path, { maxRedirects: 0 });
      expect.soft(described(answer), `${visitor} on ${path}`).toBe(route.answers[visitor]);
      if (route.answers[visitor] === 200) continue;
      await expectNothingOf(place, answer, `${visitor} on ${path}`);
      if (route.file.endsWith("page.tsx")) await expectWords(answer, `${visitor} on ${path}`);
      // What the browser's own navigation asks for is another door to the same room.
      const parts = await as(visitor).get(path, { maxRedirects: 0, headers: { RSC: "1" } });
      await expectNothingOf(place, parts, `${visitor} on ${path}, in parts`);
    }
  });

  if (!namesThing(route)) continue;

  test(`${route.file} shows nothing of another dossier under one's own`, async ({ world }) => {
    const place = placeOf(route, world);
    const path = addressIn(route, { ...place, slug: world.other.slug }, world);
    const answer = await as("stranger").get(path, { maxRedirects: 0 });
    expect(answer.status(), path).toBe(404);
    await expectNothingOf(place, answer, path);
    const own = addressIn(route, world.other, world);
    // There they are its author.
    expect((await as("stranger").get(own)).status(), own).toBe(route.answers.author);
  });

  test(`${route.file} does not exist for an id that is wrong`, async ({ world }) => {
    const real = addressIn(route, placeOf(route, world), world);
    for (const wrong of ["00000000-0000-4000-8000-000000000000", "x", "%00", "'"]) {
      const path = real.replace(UUID, wrong);
      const answer = await as("author").get(path, { maxRedirects: 0 });
      expect.soft([400, 404], `${path} answers ${answer.status()}`).toContain(answer.status());
    }
  });
}

test("words of one dossier in a query of another change nothing", async ({ world }) => {
  // Not who has the secret address of a page: what it shows is for them.
  const inDossier = ROUTES.filter(({ file }) => file.startsWith("app/dossiers/[dossier]/"));
  for (const route of inDossier.filter(({ query, also }) => query || also)) {
    const place = placeOf(route, world);
    for (const query of [route.query?.(place), ...(route.also?.(place) ?? [])]) {
      if (!query) continue;
      const [path] = addressIn(route, world.other, world).split("?");
      const answer = await as("stranger").get(`${path}${query}`, { maxRedirects: 0 });
      expect.soft(answer.status(), `${path}${query}`).toBeLessThan(500);
      await expectNothingOf(place, answer, `${path}${query}`);
    }
  }
});

async function expectNothingOf(place: Place, answer: APIResponse, who: string): Promise<void> {
  const body = await answer.text();
  for (const secret of place.secrets) {
    expect.soft(body.includes(secret), `${who} shows “${secret}”`).toBe(false);
  }
}

/** A refusal says in the page itself what it is and where to go on: without a script. */
async function expectWords(answer: APIResponse, who: string): Promise<void> {
  const words = { 403: "U hebt hier geen toegang", 404: "Deze pagina is er niet" }[answer.status()];
  if (!words) return;
  const html = await answer.text();
  const [, main = ""] = /<main[^>]*>(.*)<\/main>/s.exec(html) ?? [];
  expect.soft(main, who).toContain(`<h1`);
  expect.soft(main, who).toContain(words);
  expect.soft(main, who).toMatch(/<a [^>]*href="\//);
}

test("the words that nobody else may see do stand on the page they belong to", async ({
  world,
}) => {
  for (const place of [world.example, world.work]) {
    const answer = await as("author").get(`/dossiers/${place.slug}/reacties/${place.reaction}`);
    expect(await answer.text()).toContain(place.secrets[1]);
  }
});

test("a page that is refused is still a page, with a way on", async ({ as: page, world }) => {
  for (const [visitor, path, status] of [
    ["author", "/dossiers/bestaat-niet", 404],
    ["author", "/beheer/gebruikers", 403],
    ["stakeholder", `/dossiers/${world.example.slug}/instellingen`, 403],
    ["nobody", "/nergens", 404],
  ] as const) {
    const seen = await page(visitor);
    expect((await seen.goto(path))?.status(), path).toBe(status);
    await expect(seen.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(seen.getByRole("main").getByRole("link").first()).toBeVisible();
  }
});

test("every answer carries the security headers", async ({ world }) => {
  for (const route of ROUTES) {
    const path = addressIn(route, placeOf(route, world), world);
    const headers = (await as("author").get(path, { maxRedirects: 0 })).headers();
    const policy = headers["content-security-policy"] ?? "";
    expect.soft(policy, path).toContain("frame-ancestors 'none'");
    if (isOutside(route)) expect.soft(policy, path).toMatch(/^default-src 'none'/);
    else expect.soft(policy, path).toMatch(/script-src [^;]*'nonce-/);
    expect.soft(policy, path).not.toMatch(/unsafe-(inline|eval)/);
    expect.soft(headers["x-content-type-options"], path).toBe("nosniff");
    const kept = isPicture(route)
      ? /^private, .*immutable$/
      : isPublished(route)
        ? /^public, no-cache$/
        : /no-store/;
    expect.soft(headers["cache-control"], path).toMatch(kept);
  }
});

test("all pages are in the table under a name of their own", () => {
  const names = ROUTES.filter(isPage).map((route) => route.name);
  expect(new Set(names).size).toBe(names.length);
});
