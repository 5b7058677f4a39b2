import { pdfFile, wordFile } from "../factories/answer-files";
import { photo } from "../factories/pictures";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./test";

// A file with a reaction: sent from a phone, with scripts and without, and saved by the author.

for (const scripts of [true, false]) {
  test(`somebody sends a file with a reaction, ${scripts ? "with" : "without"} scripts`, async ({
    browser,
    contextOptions,
    as,
    world: { writing },
  }) => {
    test.setTimeout(240_000);
    // An author allows it, and opens a consultation like the one that is there.
    const author = await as("author");
    const desk = author.getByRole("main");
    await author.goto(`/dossiers/${writing.slug}/consultaties/${writing.online}/online`);
    // Words of this run alone: the other of the two and an earlier try are in the same dossier.
    const mark = `${scripts ? "met" : "zonder"}${Date.now().toString(36)}`;
    const words = `Zie wat ik meestuur (${mark}).`;
    const title = `Met bestand ${mark}`;
    await desk.getByLabel("Naam van de nieuwe consultatie").fill(title);
    await desk.getByRole("button", { name: "Neem over" }).click();
    await expect(author.getByRole("heading", { level: 1, name: title })).toBeVisible();
    const online = new URL(author.url()).pathname;
    await author.goto(`${online}/instellen`);
    await desk.getByLabel("Waar gaat het over?").fill("De bus.");
    await desk.getByLabel("Laatste dag").fill("2099-12-31");
    await desk
      .getByRole("radiogroup", { name: "Mag een bestand mee met een reactie?" })
      .getByLabel("Ja")
      .check();
    // What is looked at first stands in no list before somebody placed it (moderation.spec).
    await desk.getByLabel("Achteraf: anderen lezen een reactie meteen").check();
    await desk.getByLabel("Wat gebeurt er met de reacties?").fill("Wij lezen ze.");
    await desk.getByLabel("Bij wie kan iemand terecht?").fill("Team Jeugd");
    await desk.getByRole("button", { name: "Bewaar" }).click();
    await expect(desk.getByText("Een bestand mag mee.")).toBeVisible();
    await desk.getByRole("button", { name: "Open de consultatie" }).click();
    await expect(desk.getByText("Adressen om te delen")).toBeVisible({ timeout: 20_000 });
    const address = (await desk.locator("code").first().textContent()) ?? "";

    const context = await browser.newContext({
      ...contextOptions,
      storageState: { cookies: [], origins: [] },
      viewport: { width: 320, height: 640 },
      javaScriptEnabled: scripts,
    });
    const page = await context.newPage();
    const main = page.getByRole("main");
    const press = (name: string | RegExp) => main.getByRole("button", { name }).first().click();
    const looked = async () => {
      await expectNoSidewaysScroll(page);
      if (scripts) await expectAccessible(page);
    };
    await page.goto(address);
    await press("Begin met stelling 1");
    await main.getByLabel(/Uw reactie/).fill(words);
    await looked();
    await press("Stuur een bestand mee");
    await expect(
      page.getByRole("heading", { level: 1, name: "Bestand bij uw reactie" }),
    ).toBeVisible();
    await looked();
    const choose = (name: string, bytes: Uint8Array) =>
      main
        .locator("input[type=file]")
        .setInputFiles({ name, mimeType: "application/pdf", buffer: Buffer.from(bytes) });
    await press("Bewaar dit bestand");
    await expect(main.getByText("Kies eerst een bestand.").first()).toBeVisible();
    await choose("brief.pdf", pdfFile("/A << /S /JavaScript >>"));
    await press("Bewaar dit bestand");
    await expect(main.getByText(/In dit bestand zit een programma/).first()).toBeVisible();
    await looked();
    await choose("brief van Jan.docx", await wordFile());
    await press("Bewaar dit bestand");
    // What was typed is still there.
    await expect(main.getByLabel(/Uw reactie/)).toHaveValue(words);
    await expect(main.getByText("brief van Jan.docx")).toBeVisible();
    await looked();
    await press("Wijzig of verwijder het bestand");
    await press("Verwijder dit bestand");
    await expect(main.getByText("brief van Jan.docx")).toHaveCount(0);
    await press("Stuur een bestand mee");
    await choose("IMG_0001.JPG", await photo());
    await press("Bewaar dit bestand");
    await expect(main.getByText("IMG_0001.webp")).toBeVisible();
    await page.goto(`${address}/klopt`);
    await expect(main.getByText("IMG_0001.webp")).toBeVisible();
    await looked();
    await press("Verstuur mijn reacties");
    await expect(page.getByRole("heading", { level: 1, name: /zijn binnen/ })).toBeVisible();
    const number = /[A-Z2-9]{4}-[A-Z2-9]{2}/.exec((await main.textContent()) ?? "")?.[0] ?? "";
    await main.getByRole("link", { name: "Bekijk mijn reacties" }).click();
    await expect(main.getByText("IMG_0001.webp")).toBeVisible();
    await looked();

    await author.goto(`/dossiers/${writing.slug}/stellingen?zoek=${mark}`);
    await desk.getByRole("link", { name: /R-\d+/ }).first().click();
    await expect(desk.getByRole("heading", { name: "Meegestuurd bestand" })).toBeVisible();
    const link = desk.getByRole("link", { name: /Sla op/ });
    const at = (await link.getAttribute("href")) ?? "";
    const answer = await author.request.get(at);
    const headers = answer.headers();
    expect(headers["content-disposition"]).toMatch(/^attachment; filename="IMG_0001.webp"/);
    expect(headers["content-security-policy"]).toMatch(/sandbox/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["cache-control"]).toMatch(/no-store/);
    const reviewer = await as("nobody");
    expect((await reviewer.request.get(at, { maxRedirects: 0 })).status()).not.toBe(200);

    // Taken away by who sent it, it is nowhere.
    await main.getByRole("link", { name: /Wijzig of verwijder het bestand/ }).click();
    await press("Verwijder dit bestand");
    expect((await author.request.get(at)).status()).toBe(404);

    // They ask what is kept of them, and to remove it: by the number on their receipt.
    await author.goto(`${online}/op-verzoek`);
    await desk.getByLabel("Nummer op de ontvangstbevestiging").fill("AAAA-AA");
    await desk.getByRole("button", { name: "Zoek op" }).click();
    await expect(desk.getByText(/Dit nummer is er niet in deze consultatie/).first()).toBeVisible();
    await desk
      .getByLabel("Nummer op de ontvangstbevestiging")
      .fill(number.toLowerCase().replace("-", " "));
    await desk.getByRole("button", { name: "Zoek op" }).click();
    await expect(desk.getByRole("heading", { name: `Bewaard bij nummer ${number}` })).toBeVisible();
    await expect(desk.getByText(words)).toBeVisible();
    await expectAccessible(author);
    await author.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(author);
    await desk.getByLabel("Waarom?").fill("Op verzoek, telefonisch.");
    await desk.getByRole("button", { name: "Verwijder alles van dit nummer" }).click();
    await expect(
      desk.getByText(new RegExp(`Van nummer ${number} is alles verwijderd`)),
    ).toBeVisible();
    await page.goto(`${address}/mijn`);
    await expect(main.getByText(words)).toHaveCount(0);
    await context.close();
  });
}
