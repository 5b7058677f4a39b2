import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import type { BrowserContext, Locator, Page, Route } from "@playwright/test";
import { linkFor, logged, signedIn } from "./form-person";
import { FORMS, type Form, OTHER_FORMS } from "./form-table";
import { expect, test } from "./test";
import { E2E_ADDRESS, E2E_FOLDER, E2E_PORT, readWorld, sessionFile, type World } from "./world";

// In order, by one person: some build on what the one before made.
test.describe.configure({ mode: "default" });

const WORDS_BACK = "Dit typte u eerder";

test("every form with words in it is in the table, and nothing else", () => {
  const named = ["app", "components"]
    .flatMap((root) =>
      fs
        .readdirSync(root, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".tsx"))
        .map((file) => fs.readFileSync(path.join(root, file), "utf8")),
    )
    .flatMap((source) => [...source.matchAll(/<(?:ActionForm|TitleAndReason)\s+name="([^"]+)"/g)])
    .map(([, name]) => name);
  const inTable = [...FORMS.map(({ name }) => name), ...Object.keys(OTHER_FORMS)];
  // One form can stand on several pages.
  expect([...new Set(named)].sort()).toEqual(inTable.sort());
});

let session: Awaited<ReturnType<BrowserContext["storageState"]>>;

test.beforeAll(async ({ browser, contextOptions }) => {
  const context = await browser.newContext({
    ...contextOptions,
    storageState: sessionFile("administrator"),
  });
  session = await signedIn(context, browser.newContext(contextOptions), readWorld().forms.account);
  await context.close();
});

for (const form of FORMS) {
  test(`${form.name} keeps its words whatever happens, and is stored once`, async ({
    browser,
    contextOptions,
    world,
  }) => {
    const context = await browser.newContext({ ...contextOptions, storageState: session });
    const page = await context.newPage();
    const { forms } = world;
    const before = await timesStored(context, form, forms);
    await page.goto(form.at(forms));
    let shown = await formOn(page, form, forms);
    const typed = await fillIn(shown, form);
    const standing = () => expectWords(shown, typed);
    const press = () => submitOf(shown).click();
    const says = (words: string) =>
      expect(page.getByRole("main").getByText(words).first()).toBeVisible();

    await test.step("without connection", async () => {
      await context.setOffline(true);
      await press();
      await says("U hebt geen verbinding met internet");
      await standing();
      await context.setOffline(false);
    });

    await test.step("signed out meanwhile", async () => {
      const cookies = await context.cookies();
      await context.clearCookies();
      await press();
      await says("U bent niet meer aangemeld");
      await says("Uw tekst staat nog in deze browser. Meld u aan, dan gaat u verder.");
      await standing();
      await context.addCookies(cookies);
    });

    if (!form.toRoute) {
      await test.step("an action that the server no longer knows", async () => {
        await page.route("**/*", (route) => {
          const headers = route.request().headers();
          if (headers["next-action"]) headers["next-action"] = "0".repeat(42);
          return route.continue({ headers });
        });
        await press();
        await says("Herleid is vernieuwd terwijl u bezig was");
        await standing();
        await page.unroute("**/*");
      });
    }
    expect(await timesStored(context, form, forms), "nothing was stored so far").toBe(before);

    await test.step("the server goes away before it answers", async () => {
      await page.route("**/*", loseAnswer);
      await press();
      await says("Er kwam geen antwoord van Herleid");
      await standing();
      await page.unroute("**/*");
    });

    await test.step("loaded again, the words are back", async () => {
      if (form.goes) return;
      await page.reload();
      shown = await formOn(page, form, forms);
      const back = page.getByText(WORDS_BACK);
      // What was stored after all may stand on the page already: then nothing has to come back.
      await expect(async () => {
        if (!(await back.isVisible())) expect(await kept(page)).toEqual([]);
      }).toPass();
      if (!(await back.isVisible())) return;
      await standing();
      await press();
      await expect.poll(() => kept(page)).toEqual([]);
    });
    expect(await timesStored(context, form, forms), "stored once").toBe(before + 1);
    await context.close();
  });
}

test("signing in leads back to the form, with the words in it", async ({
  as,
  browser,
  contextOptions,
  world,
}) => {
  const context = await browser.newContext({ ...contextOptions, storageState: session });
  const page = await context.newPage();
  const at = `/dossiers/${world.forms.slug}/reacties/toevoegen?stelling=${world.forms.statement}#main`;
  await page.goto(at);
  await page.getByLabel("Wat is er gezegd?").fill("Woorden van voor het aanmelden.");
  await context.clearCookies();
  await page.getByRole("button", { name: "Reactie toevoegen" }).click();
  await page.getByRole("main").getByRole("link", { name: "Aanmelden" }).click();
  await expect(page.getByText("staat nog in deze browser")).toBeVisible();

  const administrator = await as("administrator");
  await page.goto(await linkFor(administrator.context(), world.forms.account));
  await page.getByRole("button", { name: "Aanmelden" }).click();
  await expect(page).toHaveURL(at);
  await expect(page.getByText(WORDS_BACK)).toBeVisible();
  const field = page.getByLabel("Wat is er gezegd?");
  await expect(field).toHaveValue("Woorden van voor het aanmelden.");
  await page.getByRole("button", { name: "Weggooien en opnieuw beginnen" }).click();
  await expect(field).toHaveValue("");
  expect(await kept(page)).toEqual([]);

  // Signing out by choice leaves nothing behind, and asks first.
  await field.fill("Nog niet klaar");
  await page.getByRole("banner").locator("summary").click();
  await page.getByRole("banner").getByRole("button", { name: "Afmelden" }).click();
  await page.getByRole("button", { name: "Weggooien en afmelden" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Aanmelden" })).toBeVisible();
  expect(await kept(page)).toEqual([]);
  session = await signedIn(
    administrator.context(),
    browser.newContext(contextOptions),
    readWorld().forms.account,
  );
  await context.close();
});

test("what is typed in words that stood there stays, when it is quicker than the scripts", async ({
  browser,
  contextOptions,
  world,
}) => {
  const context = await browser.newContext({ ...contextOptions, storageState: session });
  const page = await context.newPage();
  const { slug, statement } = world.forms;
  let arrive = () => {};
  const line = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await line;
    await route.continue();
  });
  await page.goto(`/dossiers/${slug}/stellingen/${statement}/wijzigen`, { waitUntil: "commit" });
  const words = page.getByRole("main").locator("textarea").first();
  const stood = await words.inputValue();
  expect(stood).not.toBe("");
  await words.press("Control+Home");
  await words.pressSequentially("Op een trage lijn: ");
  arrive();
  // Awake, the page keeps them as all that is typed in it.
  await expect.poll(() => kept(page)).toHaveLength(1);
  await expect(words).toHaveValue(`Op een trage lijn: ${stood}`);
  await words.pressSequentially("nog wat, ");
  await expect(words).toHaveValue(`Op een trage lijn: nog wat, ${stood}`);
  await context.close();
});

test("words are not shown to another account on the same computer", async ({
  browser,
  contextOptions,
  world,
}) => {
  const context = await browser.newContext({ ...contextOptions, storageState: session });
  const page = await context.newPage();
  await page.goto("/dossiers/nieuw");
  await page.getByLabel("Titel").fill("Alleen van mij");
  await expect.poll(() => kept(page)).toHaveLength(1);
  await context.clearCookies();
  await context.addCookies(
    (JSON.parse(fs.readFileSync(sessionFile("author"), "utf8")) as typeof session).cookies,
  );
  await page.goto("/dossiers/nieuw");
  await expect(page.getByRole("banner").locator("summary")).toContainText(
    world.names.author.split(" ")[0] ?? "",
  );
  await expect(page.getByLabel("Titel")).toHaveValue("");
  await expect(page.getByText(WORDS_BACK)).toHaveCount(0);
  await context.close();
});

test("another site cannot put words on our page", async ({ request, world }) => {
  const answer = await request.post(`/dossiers/${world.forms.slug}/reacties/toevoegen`, {
    headers: { origin: "https://elders.example" },
    multipart: { text: "Niet van hier" },
  });
  expect(answer.status()).toBe(403);
  expect(await answer.text()).not.toContain("Niet van hier");
});

test("a file or a text that is too large is refused before it is sent", async ({
  browser,
  contextOptions,
  world,
}) => {
  const context = await browser.newContext({ ...contextOptions, storageState: session });
  const page = await context.newPage();
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") sent.push(request.url());
  });
  await page.goto(`/dossiers/${world.forms.slug}/bronnen/toevoegen`);
  const large = path.join(E2E_FOLDER, "groot.txt");
  fs.writeFileSync(large, "");
  fs.truncateSync(large, 51 * 1024 * 1024);
  await page.getByLabel("Kies bestanden").setInputFiles(large);
  await expect(page.getByText("groot.txt is te groot.").first()).toBeVisible();
  await page.locator("summary").filter({ hasText: /plak/i }).click();
  const paste = (bytes: number) =>
    page.locator('[name="text"]').evaluate((field: HTMLTextAreaElement, length) => {
      // Drawing so much takes longer than the test may.
      field.style.display = "none";
      field.value = "b".repeat(length);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }, bytes);
  await paste(1_100_000);
  await expect(page.getByText("te groot om in deze browser te bewaren")).toBeVisible();
  await paste(11 * 1024 * 1024);
  await page.getByRole("button", { name: "Voeg toe aan de lijst" }).click();
  await expect(page.getByText("De tekst is te groot.").first()).toBeVisible();

  await page.goto(`/dossiers/${world.forms.slug}/bronnen/${world.forms.source}/versies/nieuw`);
  const corrected = page.getByRole("main").locator("form").first();
  await corrected.getByRole("textbox").first().fill("Na de vergadering verbeterd.");
  await corrected.locator('input[type="file"]').setInputFiles(large);
  await submitOf(corrected).click();
  await expect(page.getByText("groot.txt is te groot.").first()).toBeVisible();
  await expect(corrected.getByRole("textbox").first()).toHaveValue("Na de vergadering verbeterd.");
  expect(sent).toEqual([]);
  await context.close();
});

test("a change on the workbench waits for its answer, also over a reload, and is made once", async ({
  browser,
  contextOptions,
  world,
}) => {
  const context = await browser.newContext({ ...contextOptions, storageState: session });
  const page = await context.newPage();
  const form = { logged: "splitting.change" } as Form;
  const before = await logged(context, form.logged, world.forms.name);
  await page.goto(`/dossiers/${world.forms.slug}/bronnen/${world.forms.source}/splitsen/1`);
  const accept = page
    .getByRole("grid")
    .getByRole("button", { name: /^Klopt/ })
    .first();
  await accept
    .or(
      page
        .getByRole("main")
        .getByRole("button", { name: /^Klopt/ })
        .first(),
    )
    .first()
    .waitFor();
  await page.route("**/*", loseAnswer);
  await page
    .getByRole("main")
    .getByRole("button", { name: /^Klopt/ })
    .first()
    .click();
  await expect(page.getByText("1 wijziging is nog niet opgeslagen")).toBeVisible();
  await expect(page.getByText("Er kwam geen antwoord van Herleid")).toBeVisible();
  await page.unroute("**/*");
  await page.reload();
  await expect(page.getByText("1 wijziging is nog niet opgeslagen")).toBeVisible();
  await page.getByRole("button", { name: "Nu versturen" }).click();
  await expect(page.getByText("nog niet opgeslagen")).toHaveCount(0);
  await expect.poll(() => kept(page)).toEqual([]);
  expect(await logged(context, form.logged, world.forms.name)).toBe(before + 1);
  await context.close();
});

test("a server that restarts in between costs nobody a word, and stores once", async ({
  browser,
  contextOptions,
}) => {
  test.setTimeout(300_000);
  const port = E2E_PORT + 2;
  const address = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: "127.0.0.1",
    DATABASE_URL: "",
    HERLEID_DATA: path.join(E2E_FOLDER, "restarted"),
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: "only-for-the-tests-on-this-machine-0123",
  };
  const herleid = (...args: string[]) =>
    execFileSync(process.execPath, ["--import", "tsx", "cli/herleid.ts", ...args], {
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  const start = async () => {
    const server = spawn(process.execPath, ["--import", "tsx", "cli/start.ts"], { env });
    await expect
      .poll(
        () =>
          fetch(`${address}/api/health`).then(
            ({ ok }) => ok,
            () => false,
          ),
        {
          timeout: 90_000,
        },
      )
      .toBe(true);
    return server;
  };
  const stop = async (server: ChildProcess) => {
    const ended = new Promise((resolve) => server.once("close", resolve));
    server.kill("SIGTERM");
    await ended;
  };
  const person = ["--email", "rik@proef.example"];
  herleid("user", "add", ...person, "--name", "Rik Herstart", "--kind", "staff");
  const link = herleid("user", "link", ...person).trim();
  let server = await start();
  try {
    const context = await browser.newContext({ ...contextOptions, baseURL: address });
    const page = await context.newPage();
    await page.goto(link);
    await page.getByRole("button", { name: "Aanmelden" }).click();
    await page.getByRole("link", { name: "Nieuw dossier" }).first().click();
    await page.getByLabel("Titel").fill("Over een herstart heen");
    await page.getByLabel("Opdrachtgever").fill("Gemeente Proefstad");
    await stop(server);
    const press = () => page.getByRole("button", { name: "Dossier beginnen" }).click();
    await press();
    await expect(page.getByText("Er kwam geen antwoord van Herleid")).toBeVisible();
    await expect(page.getByLabel("Titel")).toHaveValue("Over een herstart heen");
    server = await start();
    await press();
    const title = page.getByRole("heading", { level: 1, name: "Over een herstart heen" });
    await expect(title).toBeVisible();
    await page.goto("/");
    await expect(page.getByRole("link", { name: "Over een herstart heen" })).toHaveCount(1);
    await context.close();
  } finally {
    await stop(server);
  }
});

/** Brings the request to the server, and loses what it says. */
async function loseAnswer(route: Route): Promise<void> {
  if (route.request().method() !== "POST") return route.continue();
  await route.fetch({ maxRedirects: 0 });
  await route.abort("connectionreset");
}

/** The form, with everything around it unfolded. */
async function formOn(page: Page, form: Form, forms: World["forms"]): Promise<Locator> {
  const which = form.which?.(forms);
  const all = page.locator(`form[name="${form.name}"]`);
  const found = (
    which
      ? all.filter({ has: page.locator(`[name="${which.field}"][value="${which.value}"]`) })
      : all
  ).first();
  await found.waitFor({ state: "attached" });
  await found.evaluate((element) => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true;
    }
    for (const fold of element.querySelectorAll("details")) fold.open = true;
  });
  return found;
}

const submitOf = (form: Locator) => form.locator('button[type="submit"]').last();

/** Types and chooses; an empty value chooses the first there is. @returns what stands there now. */
async function fillIn(
  form: Locator,
  { name: formName, fields }: Form,
): Promise<Record<string, string>> {
  const typed: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) {
    const editor = form.locator(`[contenteditable="true"]`);
    if (name === "body" || formName === "statement.explain") {
      await editor.fill(value);
      typed.body = value;
      continue;
    }
    const field = form.locator(`[name="${name}"]`).first();
    const kind = await field.evaluate((element) =>
      element instanceof HTMLInputElement ? element.type : element.localName,
    );
    if (kind === "select") {
      if (value) await field.selectOption(value);
      else {
        const first = await field.locator("option").nth(1).getAttribute("value");
        await field.selectOption(first);
      }
      typed[name] = await field.inputValue();
    } else if (kind === "radio") {
      const one = value ? form.locator(`[name="${name}"][value="${value}"]`) : field;
      await one.check();
      typed[name] = (await one.getAttribute("value")) ?? "";
    } else if (kind === "checkbox") {
      await field.setChecked(value === "on");
      typed[name] = value;
    } else {
      await field.fill(value);
      typed[name] = value;
    }
  }
  return typed;
}

async function expectWords(form: Locator, typed: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(typed)) {
    if (name === "body") {
      await expect(form.locator(`[contenteditable="true"]`)).toContainText(value);
      continue;
    }
    const field = form.locator(`[name="${name}"]`).first();
    const kind = await field.getAttribute("type");
    if (kind === "radio") {
      await expect(form.locator(`[name="${name}"][value="${value}"]`)).toBeChecked();
    } else if (kind === "checkbox") {
      await expect(field).toBeChecked({ checked: value === "on" });
    } else await expect(field).toHaveValue(value);
  }
}

/** How many times the person of this file did it, by the log. */
async function timesStored(context: BrowserContext, form: Form, forms: World["forms"]) {
  if (!form.draft) return logged(context, form.logged, forms.name);
  // Of a draft the log says nothing: it stands on the page.
  const page = await (await context.request.get(`${E2E_ADDRESS}${form.at(forms)}`)).text();
  return page.split(form.draft).length - 1;
}

function kept(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(".kept|")));
}
