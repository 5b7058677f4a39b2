import { spawn } from "node:child_process";
import path from "node:path";
import { expect, test } from "./test";
import { E2E_FOLDER, E2E_PORT } from "./world";

test("a one-time link survives being looked at, works once, and ends with the account", async ({
  as,
  world,
}) => {
  const administrator = await as("administrator");
  await administrator.goto(`/beheer/gebruikers/${world.comesAndGoes}`);
  await administrator.getByRole("button", { name: "Aanmeldlink maken" }).click();
  const link = (await administrator.getByRole("main").locator("code").textContent()) ?? "";

  const person = await as("nobody");
  // As a mail scanner does, before the person does.
  for (let look = 0; look < 3; look++) await person.request.get(link);
  await person.goto(link);
  await person.getByRole("button", { name: "Aanmelden" }).click();
  await expect(person.getByRole("heading", { level: 1, name: "Mijn dossiers" })).toBeVisible();

  const second = await as("nobody");
  await second.goto(link);
  await expect(second.getByRole("heading", { level: 1 })).toHaveText("Deze link werkt niet meer");
  await expect(second.getByRole("button", { name: "Aanmelden" })).toHaveCount(0);

  await administrator.getByRole("button", { name: "Account uitschakelen" }).click();
  const dialog = administrator.getByRole("dialog");
  await dialog.getByRole("button", { name: "Account uitschakelen" }).click();
  await expect(administrator.getByRole("button", { name: "Account inschakelen" })).toBeVisible();
  await person.goto("/dossiers/nieuw");
  await expect(person).toHaveURL(/\/aanmelden\?verder=/);
});

test("signing in, working and signing out need no JavaScript", async ({ as, browser, world }) => {
  const administrator = await as("administrator");
  await administrator.goto(`/beheer/gebruikers/${world.withoutScript}`);
  await administrator.getByRole("button", { name: "Aanmeldlink maken" }).click();
  const link = (await administrator.getByRole("main").locator("code").textContent()) ?? "";

  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "Aanmelden" }).click();
  await page.getByRole("main").getByRole("link", { name: "Nieuw dossier" }).first().click();
  await page.getByLabel("Titel").fill("Zonder script");
  await page.getByRole("button", { name: "Dossier beginnen" }).click();
  // What was typed stays, and what is missing is said.
  await expect(page.getByLabel("Titel")).toHaveValue("Zonder script");
  await expect(page.getByRole("main")).toContainText("Vul dit veld in.");
  await page.getByLabel("Opdrachtgever").fill("Gemeente Proefstad");
  await page.getByRole("button", { name: "Dossier beginnen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Zonder script" })).toBeVisible();
  await page.getByRole("banner").locator("summary").click();
  await page.getByRole("button", { name: "Afmelden" }).click();
  await page.goto("/dossiers/zonder-script");
  await expect(page).toHaveURL(/\/aanmelden\?verder=/);
  await context.close();
});

test("health says that the database answers", async ({ request }) => {
  const answer = await request.get("/api/health");
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toEqual({ status: "ok", database: true });
});

test("a second server on the same data folder is refused in one sentence", async () => {
  test.skip(!!process.env.TEST_DATABASE_URL, "a server has no data folder");
  const second = spawn(process.execPath, ["--import", "tsx", "cli/start.ts"], {
    env: {
      ...process.env,
      PORT: String(E2E_PORT + 1),
      HOST: "127.0.0.1",
      DATABASE_URL: "",
      HERLEID_DATA: path.join(E2E_FOLDER, "data"),
      NEXTAUTH_URL: "http://127.0.0.1",
      NEXTAUTH_SECRET: "only-for-the-tests-on-this-machine-0123",
    },
    timeout: 50_000,
  });
  let stderr = "";
  second.stderr.on("data", (part) => {
    stderr += part;
  });
  const code = await new Promise((resolve) => second.once("close", resolve));
  expect(code).toBe(1);
  expect(stderr).toMatch(/is in gebruik door een ander proces \(nummer \d+\)/);
  expect(stderr).not.toMatch(/\bat .*:\d+/);
});
