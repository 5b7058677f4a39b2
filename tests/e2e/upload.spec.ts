import http from "node:http";
import type { APIRequestContext } from "@playwright/test";
import { everybody } from "./people";
import { expect, expectAccessible, test } from "./test";
import { E2E_ADDRESS, EVERYBODY, sessionFile } from "./world";

// In order: each counts what the log has.
test.describe.configure({ mode: "default" });

const as = everybody();
/** Reading happens in the background, in a process of its own. */
const PATIENCE = { timeout: 150_000 };
const OWN = { origin: E2E_ADDRESS, "sec-fetch-site": "same-origin" };
const LIMIT = 251 * 1024 * 1024;

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

/** Sends a file by itself, as a page with scripts does. */
function sendFile(
  visitor: APIRequestContext,
  slug: string,
  name: string,
  text: string,
  headers: Record<string, string> = OWN,
) {
  return visitor.post(address(slug), {
    headers: {
      ...headers,
      accept: "application/json",
      "x-file-name": encodeURIComponent(name),
      "content-type": "application/octet-stream",
    },
    data: Buffer.from(text),
    maxRedirects: 0,
  });
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
    const alone = await sendFile(as(visitor), slug, "inbraak.txt", "Van buiten.");
    expect(alone.status(), visitor).toBe(expected[visitor] ?? 404);
    // A browser is led to the page that says so.
    const page = await send(as(visitor), slug, sent);
    // Who is signed out gets the form back, to be sent again.
    expect(page.status(), visitor).toBe(visitor === "nobody" ? 401 : 303);
    if (visitor !== "nobody")
      expect(page.headers().location).toBe(`/dossiers/${slug}/bronnen/toevoegen`);
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
  const alone = { "x-file-name": "groot.txt", "content-type": "application/octet-stream" };
  const said = await raw(slug, { ...alone, "content-length": String(51 * 1024 * 1024) }, 0);
  expect(said).toMatchObject({ status: 413, sent: 0 });
  expect(said.body).toContain("50 MB");
  const form = await raw(slug, { "content-length": String(LIMIT + 1024 * 1024) }, 0);
  expect(form).toMatchObject({ status: 413, sent: 0 });
  // Without a length: it is cut off when it turns out to be too large, long before its end.
  const streamed = await raw(slug, { ...alone, "transfer-encoding": "chunked" }, 200 * 1024 * 1024);
  expect(streamed.status).toBe(413);
  expect(streamed.sent).toBeLessThan(100 * 1024 * 1024);
  expect(streamed.body).toContain("50 MB");
  const signedOut = await raw(
    slug,
    { ...alone, "transfer-encoding": "chunked", cookie: "" },
    200 * 1024 * 1024,
  );
  expect(signedOut).toMatchObject({ status: 401 });
  expect(await draftsIn(slug)).toBe(0);
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
  const untitled = await send(as("author"), slug, { text: "B", title: "" }, headers);
  expect(await untitled.json()).toMatchObject({
    status: "error",
    fields: { title: expect.stringContaining("titel") },
  });
  const empty = await send(as("author"), slug, { text: " ", title: "A" }, headers);
  expect(await empty.json()).toMatchObject({ fields: { text: expect.any(String) } });
});

const MINUTES = "# Bijeenkomst\n\nStelling 1: De bus komt op tijd.\n\nReactie:\n\n- Eens.\n";

test("several files are chosen at once, looked at, and added together", async ({
  as: pageOf,
  world,
}) => {
  const { slug } = world.intake;
  test.setTimeout(400_000);
  const before = await sourcesIn(slug);
  const page = await pageOf("author");
  await page.goto(`/dossiers/${slug}/bronnen/toevoegen`);
  await page
    .getByLabel("Kies bestanden")
    .setInputFiles([
      file("notulen-maart.md", MINUTES),
      file("notulen-april.md", MINUTES.replace("bus", "taxi")),
      file("notulen-maart-v2.md", MINUTES.replaceAll("\n", "\r\n")),
      file("foto.txt", "GIF89a foto"),
    ]);
  const list = page.getByRole("region", { name: "Bestanden", exact: true });
  await expect(page.getByRole("button", { name: "Voeg 2 bronnen toe" })).toBeVisible(PATIENCE);
  await expect(list.getByText("foto.txt is een foto of een plaatje")).toBeVisible(PATIENCE);
  await expect(list.getByText("Dit is dezelfde tekst als notulen-maart")).toBeVisible(PATIENCE);
  // The numbers of the box are those of the files that are added.
  const reactions = await list.getByText(/reacties?\./).allInnerTexts();
  const sum = reactions
    .slice(-2)
    .reduce((total, line) => total + Number(/(\d+) reacties?\./.exec(line)?.[1] ?? 0), 0);
  const box = page.locator("dl div", { hasText: "Reacties" }).locator("dd");
  await expect(box).toHaveText(String(sum));
  await expectAccessible(page);
  // They are there still when the page is loaded again, and in another tab; not for another.
  await page.reload();
  const away = list.getByRole("button", { name: "Haal foto.txt weg" });
  await away.click();
  await expect(away).toHaveCount(0);
  await page.getByRole("button", { name: "Voeg 2 bronnen toe" }).click();
  await expect(page).toHaveURL(new RegExp(`/dossiers/${slug}/bronnen$`), PATIENCE);
  expect(await sourcesIn(slug)).toBe(before + 2);

  // What is left is known now.
  await page.goto(`/dossiers/${slug}/bronnen/toevoegen`);
  await expect(list.getByRole("link", { name: "Notulen maart" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Voeg \d/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Gooi alles weg" }).click();
  await expect(page.getByText("Kies een of meer bestanden.")).toBeVisible();
});

test("one file leads straight to splitting it", async ({ as: pageOf, world }) => {
  test.setTimeout(400_000);
  const { slug } = world.intake;
  const page = await pageOf("author");
  await page.goto(`/dossiers/${slug}/bronnen/toevoegen`);
  await page.getByText("Plak tekst").click();
  await page.getByLabel("Titel van de bron").fill("Geplakt verslag");
  await page.getByLabel("Tekst", { exact: true }).fill("Reactie: de bus was op tijd.");
  await page.getByRole("button", { name: "Voeg toe aan de lijst" }).click();
  await page.getByRole("button", { name: "Voeg 1 bron toe" }).click(PATIENCE);
  await expect(page).toHaveURL(/bronnen\/[0-9a-f-]{36}\/splitsen$/, PATIENCE);
});

test("without a script it is a form, and what is wrong stands above it", async ({
  browser,
  world,
}) => {
  const { slug } = world.intake;
  test.setTimeout(400_000);
  const before = await sourcesIn(slug);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: sessionFile("author"),
  });
  const page = await context.newPage();
  await page.goto(`/dossiers/${slug}/bronnen/toevoegen`);
  await page.getByText("Plak tekst").click();
  await page.getByLabel("Tekst", { exact: true }).fill("Zonder titel.");
  await page.getByRole("button", { name: "Voeg toe aan de lijst" }).click();
  await expect(page).toHaveURL(/bronnen\/toevoegen\?fout=/);
  await expect(page.getByText("Vul een titel in voor de geplakte tekst.").first()).toBeVisible();

  await page
    .getByLabel("Kies bestanden")
    .setInputFiles([file("een.txt", "Zonder script één."), file("twee.txt", "En nog een.")]);
  await page.getByRole("button", { name: "Verstuur de bestanden" }).click();
  await expect(page.getByRole("button", { name: "Haal een.txt weg" })).toBeVisible();
  // The page loads itself again while they are read.
  const add = page.getByRole("button", { name: "Voeg 2 bronnen toe" });
  await expect(add).toBeVisible(PATIENCE);
  await add.click();
  await expect(page).toHaveURL(new RegExp(`/dossiers/${slug}/bronnen$`));
  expect(await sourcesIn(slug)).toBe(before + 2);
  await context.close();
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
  const read = author.getByRole("searchbox", { name: "Zoek in deze bron" });
  await expect(read).toBeVisible({ timeout: 60_000 });
});

/** How many files the author has sent there and not added. */
async function draftsIn(slug: string): Promise<number> {
  const page = await (await as("author").get(`/dossiers/${slug}/bronnen/toevoegen`)).text();
  return Number(/(\d+) bestand(?:en)?</.exec(page.replaceAll("<!-- -->", ""))?.[1] ?? 0);
}

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
