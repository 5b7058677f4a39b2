import http from "node:http";
import type { APIRequestContext } from "@playwright/test";
import { described, everybody } from "./people";
import { expect, expectAccessible, test } from "./test";
import { E2E_ADDRESS, EVERYBODY, sessionFile } from "./world";

// In order: each counts what the log has.
test.describe.configure({ mode: "default" });

const as = everybody();
const OWN = { origin: E2E_ADDRESS, "sec-fetch-site": "same-origin" };
const LIMIT = 11 * 1024 * 1024;

const file = (name: string, text: string) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(text),
});

const address = (slug: string) => `/dossiers/${slug}/bronnen/opsturen`;

function send(
  visitor: APIRequestContext,
  slug: string,
  multipart: Record<string, string | ReturnType<typeof file>>,
  headers: Record<string, string> = OWN,
) {
  return visitor.post(address(slug), { headers, multipart, maxRedirects: 0 });
}

/** How many sources a dossier has, by its list. */
async function sourcesIn(slug: string): Promise<number> {
  const page = await (await as("author").get(`/dossiers/${slug}/bronnen`)).text();
  return Number(/(\d+) bron(?:nen)?</.exec(page.replaceAll("<!-- -->", ""))?.[1] ?? 0);
}

test("who may not add a source sends nothing", async ({ world }) => {
  const { slug } = world.intake;
  const before = await sourcesIn(slug);
  for (const visitor of EVERYBODY) {
    if (visitor === "author") continue;
    const sent = { file: file("inbraak.txt", `Van ${visitor}.`) };
    const data = await send(as(visitor), slug, sent, { ...OWN, accept: "application/json" });
    const expected = { nobody: 401, reviewer: 403, stakeholder: 403 } as Record<string, number>;
    expect(data.status(), visitor).toBe(expected[visitor] ?? 404);
    // A browser is led to the page that says so.
    const page = await send(as(visitor), slug, sent);
    expect(page.status(), visitor).toBe(303);
    if (visitor === "nobody") expect(described(page)).toBe("signIn");
    else expect(page.headers().location).toBe(`/dossiers/${slug}/bronnen/toevoegen`);
  }
  expect(await sourcesIn(slug)).toBe(before);
});

test("a form of another site is refused", async ({ world }) => {
  const { slug } = world.intake;
  const before = await sourcesIn(slug);
  const foreign: Record<string, string>[] = [
    { origin: "https://kwaad.example" },
    { origin: E2E_ADDRESS, "sec-fetch-site": "cross-site" },
    { origin: "null" },
    {},
  ];
  for (const headers of foreign) {
    const answer = await send(as("author"), slug, { file: file("a.txt", "Tekst.") }, headers);
    expect(answer.status(), JSON.stringify(headers)).toBe(403);
    expect(answer.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  }
  expect(await sourcesIn(slug)).toBe(before);
});

test("what is too large is refused by what it says, or while it comes in", async ({ world }) => {
  const { slug } = world.intake;
  const said = await raw(slug, { "content-length": String(LIMIT + 1) }, 0);
  expect(said).toMatchObject({ status: 413, sent: 0 });
  // Without a length: it is cut off when it turns out to be too large, long before its end.
  const streamed = await raw(slug, { "transfer-encoding": "chunked" }, 200 * 1024 * 1024);
  expect(streamed.status).toBe(413);
  expect(streamed.sent).toBeLessThan(60 * 1024 * 1024);
  expect(said.body).toContain("10 MB");
  expect(streamed.body).toContain("10 MB");
  const signedOut = await raw(
    slug,
    { "transfer-encoding": "chunked", cookie: "" },
    200 * 1024 * 1024,
  );
  expect(signedOut).toMatchObject({ status: 401 });
});

test("what is no form, or comes without words, is refused with a sentence", async ({ world }) => {
  const { slug } = world.intake;
  const headers = { ...OWN, accept: "application/json" };
  const none = await as("author").post(address(slug), {
    headers: { ...headers, "content-type": "text/plain" },
    data: "geen formulier",
    maxRedirects: 0,
  });
  expect(none.status()).toBe(422);
  const both = await send(as("author"), slug, { file: file("a.txt", "A"), text: "B" }, headers);
  expect(await both.json()).toMatchObject({
    status: "error",
    fields: { text: expect.stringContaining("niet allebei") },
  });
});

test("a file that is small is read when the page opens; the same file leads to itself", async ({
  world,
}) => {
  const { slug } = world.intake;
  const sent = { file: file("verslag.md", "# Verslag\n\nReactie: de bus was op tijd."), title: "" };
  const first = await send(as("author"), slug, sent);
  expect(first.status()).toBe(303);
  const location = first.headers().location ?? "";
  expect(location).toMatch(new RegExp(`^/dossiers/${slug}/bronnen/[0-9a-f-]{36}/splitsen$`));
  const source = location.replace("/splitsen", "");
  await expect
    .poll(async () => (await as("author").get(location)).text(), { timeout: 60_000 })
    .toContain("Documenten in dit bestand");
  const again = await send(as("author"), slug, sent, { ...OWN, accept: "application/json" });
  expect(await again.json()).toEqual({ location: `${source}?bekend=1` });
});

test("without a script an error leads back to the form, with what was typed", async ({
  browser,
  world,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: sessionFile("author"),
  });
  const page = await context.newPage();
  await page.goto(`/dossiers/${world.intake.slug}/bronnen/toevoegen`);
  await page.getByLabel("Titel van de bron").fill("Notulen van maart");
  await page.getByLabel("Bestand", { exact: true }).setInputFiles(file("foto.txt", "%PDF-1.7 x"));
  await page.getByRole("button", { name: "Bron toevoegen" }).click();
  await expect(page).toHaveURL(/bronnen\/toevoegen\?fout=/);
  await expect(page.getByText(/de inhoud is PDF/).first()).toBeVisible();
  await expect(page.getByLabel("Titel van de bron")).toHaveValue("Notulen van maart");
  // The words are not in the address: without the cookie it says nothing.
  const { search } = new URL(page.url());
  await context.clearCookies({ name: "formulier" });
  await page.goto(`/dossiers/${world.intake.slug}/bronnen/toevoegen${search}`);
  await expect(page.getByText(/de inhoud is PDF/)).toHaveCount(0);

  await page.getByLabel("Titel van de bron").fill("Zonder script");
  await page
    .getByLabel("Bestand", { exact: true })
    .setInputFiles(file("goed.txt", "Zonder script."));
  await page.getByRole("button", { name: "Bron toevoegen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /Documenten in dit bestand|Zonder script/,
  );
  await context.close();
});

test("with a script the error stands at the form, and the file stays chosen", async ({
  as: pageOf,
  world,
}) => {
  const page = await pageOf("author");
  await page.goto(`/dossiers/${world.intake.slug}/bronnen/toevoegen`);
  await page.getByLabel("Titel van de bron").fill("Notulen van april");
  await page.getByLabel("Bestand", { exact: true }).setInputFiles(file("leeg.txt", "  "));
  await page.getByRole("button", { name: "Bron toevoegen" }).click();
  await expect(page.getByRole("heading", { name: /leeg\.txt is leeg/ })).toBeFocused();
  await expect(page.getByLabel("Titel van de bron")).toHaveValue("Notulen van april");
  await page.getByLabel("Bestand", { exact: true }).setInputFiles(file("vol.txt", "Niet leeg."));
  await page.getByRole("button", { name: "Bron toevoegen" }).click();
  await expect(page).toHaveURL(/bronnen\/[0-9a-f-]{36}\/splitsen$/);
});

test("a source that could not be read says why, and is read again by who may", async ({
  as: pageOf,
  world,
}) => {
  const { slug, unreadSource } = world.intake;
  const reader = await pageOf("reviewer");
  await reader.goto(`/dossiers/${slug}/bronnen/${unreadSource}`);
  const main = reader.getByRole("main");
  await expect(main.getByText(/te veel geheugen/)).toBeVisible();
  await expect(main.getByRole("button")).toHaveCount(0);
  await expectAccessible(reader);
  const list = await pageOf("reviewer");
  await list.goto(`/dossiers/${slug}/bronnen`);
  await expect(list.getByText("Niet gelezen")).toBeVisible();
  await expectAccessible(list);
  const author = await pageOf("author");
  await author.goto(`/dossiers/${slug}/bronnen/${unreadSource}`);
  await author.getByRole("button", { name: "Lees opnieuw" }).click();
  // By itself, without a press.
  const read = author.getByText("Veel te zwaar.");
  await expect(read).toBeVisible({ timeout: 60_000 });
});

/** Sends bytes as no browser would: more than is said, or without saying how many. */
async function raw(
  slug: string,
  headers: Record<string, string>,
  bytes: number,
): Promise<{ status: number; body: string; sent: number }> {
  const { cookies } = await as("author").storageState();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const { hostname, port } = new URL(E2E_ADDRESS);
  return new Promise((resolve, reject) => {
    let sent = 0;
    const request = http.request({
      hostname,
      port,
      method: "POST",
      path: address(slug),
      headers: {
        ...OWN,
        accept: "application/json",
        "content-type": "multipart/form-data; boundary=x",
        cookie,
        ...headers,
      },
    });
    request.on("response", (answer) => {
      let body = "";
      answer.setEncoding("utf8").on("data", (part) => {
        body += part;
      });
      answer.on("end", () => {
        resolve({ status: answer.statusCode ?? 0, body, sent });
        request.destroy();
      });
    });
    // Whoever is refused may find the line closed while sending.
    request.on("error", (error) => (sent > 0 ? undefined : reject(error)));
    if (bytes === 0) return request.flushHeaders();
    request.write(
      '--x\r\ncontent-disposition: form-data; name="file"; filename="groot.txt"\r\n\r\n',
    );
    const chunk = Buffer.alloc(64 * 1024, "a");
    const more = () => {
      while (sent < bytes && !request.destroyed) {
        sent += chunk.length;
        if (!request.write(chunk)) return void request.once("drain", more);
      }
    };
    more();
  });
}
