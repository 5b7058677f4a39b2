import type { Locator, Page } from "@playwright/test";
import JSZip from "jszip";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./test";

/** Pastes HTML as another program puts it on the clipboard. */
async function paste(field: Locator, html: string): Promise<void> {
  await field.focus();
  await field.evaluate((element, pasted) => {
    const data = new DataTransfer();
    data.setData("text/html", pasted);
    element.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, html);
}

const wordItem = (list: string, level: number, sign: string, words: string, apart = true) =>
  `<p class=MsoListParagraph style='mso-list:${list} level${level} lfo1'>` +
  (apart
    ? `<!--[if !supportLists]--><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><!--[endif]-->${words}<o:p></o:p></p>`
    : `${sign}&nbsp;&nbsp;${words}</p>`);

const FROM_WORD = [
  "<p class=MsoNormal>De opdrachtnemer levert <s>oude</s> <span style='text-decoration:line-through'>en dure</span> nieuwe bussen met minder CO<sub>2</sub> per m<span style='vertical-align:super'>2</span>:</p>",
  wordItem("l0", 1, "1.", "een vaste stoel", false),
  wordItem("l0", 1, "2.", "een gordel"),
  wordItem("l0", 2, "·", "voor kinderen"),
  wordItem("l0", 2, "·", "voor volwassenen"),
  wordItem("l0", 1, "3.", "een helper"),
  "<p class=MsoNormal>En verder:</p>",
  wordItem("l0", 1, "4.", "een telefoon"),
  "<table><tr><td>Dag</td><td>Rit</td></tr><tr><td>ma</td><td>8.00</td></tr></table>",
  "<table><tr><td><p>Dat was het.</p></td></tr></table>",
].join("\n");

/** The lists of a text, each with where it starts, its letters and its items in order. */
const listsIn = (text: Locator) =>
  text
    .locator("ol, ul")
    .evaluateAll((all) =>
      all.map((list) => [
        list.tagName.toLowerCase(),
        (list as HTMLOListElement).start ?? null,
        ...[...list.children].map(
          (item) => item.querySelector("p")?.textContent ?? item.textContent,
        ),
      ]),
    );

const LISTS = [
  ["ol", 1, "een vaste stoel", "een gordel", "een helper"],
  ["ul", null, "voor kinderen", "voor volwassenen"],
  ["ol", 4, "een telefoon"],
];

async function fill(page: Page): Promise<Locator> {
  await page.getByRole("textbox", { name: "Titel" }).fill("Uit Word geplakt");
  const field = page.getByRole("textbox", { name: "Tekst van de eis" });
  await expect(page.getByRole("toolbar")).toBeVisible();
  await paste(field, FROM_WORD);
  return field;
}

test("what is pasted from Word is a list, CO₂ and a notice of what was left out, everywhere", async ({
  as,
  world,
}) => {
  const page = await as("author");
  const dossier = `/dossiers/${world.writing.slug}`;
  await page.goto(`${dossier}/pve/toevoegen`);
  const field = await fill(page);
  expect(await listsIn(field)).toEqual(LISTS);
  const notice = page.getByRole("status").filter({ hasText: "doorgestreepte" });
  await expect(notice).toContainText("De doorgestreepte woorden zijn weggelaten.");
  await expect(notice).toContainText("De tabel is niet geplakt.");
  await expect(field).not.toContainText(/oude|dure|8\.00/);
  await expect(field).toContainText("Dat was het.");
  await expectAccessible(page);
  if (process.env.PICTURES) {
    await page.screenshot({ path: `${process.env.PICTURES}/editor.png`, fullPage: true });
    await page.setViewportSize({ width: 320, height: 700 });
    await expectNoSidewaysScroll(page);
    await page.screenshot({ path: `${process.env.PICTURES}/editor-320.png`, fullPage: true });
  }

  await page.getByRole("button", { name: "Eis toevoegen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Uit Word geplakt" })).toBeVisible();
  const main = page.getByRole("main");
  const shown = async () => {
    const text = main.locator(".rich-text");
    expect(await listsIn(text)).toEqual(LISTS);
    await expect(text.locator("sub")).toHaveText("2");
    await expect(text.locator("sup")).toHaveText("2");
  };
  await shown();
  await main.getByRole("link", { name: "Herkomst", exact: true }).first().click();
  await expect(page).toHaveURL(/\/herkomst$/);
  await shown();
  if (process.env.PICTURES) {
    await page.screenshot({ path: `${process.env.PICTURES}/trace.png`, fullPage: true });
  }

  await page.goto(`${dossier}/publicatie`);
  for (const [names, file] of [
    [false, `pve-${world.writing.slug}.docx`],
    [true, `pve-${world.writing.slug}-met-namen.docx`],
  ] as const) {
    if (names) await page.getByRole("checkbox", { name: "Met namen van sprekers" }).check();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Word-document maken" }).click();
    expect((await download).suggestedFilename()).toBe(file);
    const chunks: Buffer[] = [];
    for await (const chunk of await (await download).createReadStream()) chunks.push(chunk);
    const zip = await JSZip.loadAsync(Buffer.concat(chunks));
    const document = (await zip.file("word/document.xml")?.async("string")) ?? "";
    expect(document).toContain("een vaste stoel");
    expect(document.includes("De namen van sprekers zijn weggelaten.")).toBe(!names);
  }
});

test("an item goes a level deeper and back, by key and by button, and words below the line", async ({
  as,
  world,
}) => {
  const page = await as("author");
  await page.goto(`/dossiers/${world.writing.slug}/pve/toevoegen`);
  const field = page.getByRole("textbox", { name: "Tekst van de eis" });
  const tool = (name: string) => page.getByRole("toolbar").getByRole("button", { name });
  await field.click();
  await page.keyboard.type("4. vier");
  await page.keyboard.press("Enter");
  await page.keyboard.type("onder vier");
  await expect(tool("Een niveau dieper")).not.toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Control+]");
  expect(await listsIn(field)).toEqual([
    ["ol", 4, "vier"],
    ["ol", 1, "onder vier"],
  ]);
  await expect(tool("Een niveau dieper")).toHaveAttribute("aria-disabled", "true");
  await tool("Een niveau hoger").click();
  expect(await listsIn(field)).toEqual([["ol", 4, "vier", "onder vier"]]);
  await page.keyboard.type(" CO");
  await tool("Onder de regel").click();
  await page.keyboard.type("2");
  await expect(field.locator("sub")).toHaveText("2");
});

test("from words in a source to a requirement that is linked to them", async ({ as, world }) => {
  const page = await as("author");
  const { slug, source } = world.writing;
  await page.goto(`/dossiers/${slug}/bronnen/${source}/herkomst?van=2&tot=14`);
  await page.getByRole("button", { name: "Schrijf een eis" }).click();
  await expect(
    page.getByRole("heading", { name: "Deze woorden worden aan de eis gekoppeld" }),
  ).toBeVisible();
  await expectAccessible(page);
  if (process.env.PICTURES) {
    await page.screenshot({ path: `${process.env.PICTURES}/words.png`, fullPage: true });
  }
  await page.getByRole("textbox", { name: "Titel" }).fill("Uit gekozen woorden");
  await page.getByRole("radio", { name: "Gunningscriterium" }).check();
  await page.getByRole("textbox", { name: "Maximale score" }).fill("10");
  await page.getByRole("textbox", { name: "Gewicht in procenten" }).fill("40");
  await page.getByRole("textbox", { name: "Tekst van de eis" }).fill("Een eis.");
  await page.getByRole("button", { name: "Eis toevoegen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Uit gekozen woorden" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Herkomst" }).getByRole("blockquote")).toHaveCount(
    1,
  );
  await expect(page.getByRole("main")).toContainText("10 punten");

  // Change it, and put the first version back.
  const address = page.url().split("?")[0];
  await page.goto(`${address}/wijzigen`);
  await page.getByRole("textbox", { name: "Titel" }).fill("Anders");
  await page.getByRole("button", { name: "Opslaan als nieuwe versie" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Anders" })).toBeVisible();
  await page.goto(`${address}/versies`);
  if (process.env.PICTURES) {
    await page.screenshot({ path: `${process.env.PICTURES}/versions.png`, fullPage: true });
  }
  await page.getByRole("link", { name: /^Terugzetten.*versie 1$/ }).click();
  await expect(page.getByRole("textbox", { name: "Titel" })).toHaveValue("Uit gekozen woorden");
  await expect(page.getByRole("textbox", { name: "Reden" })).toHaveValue("Versie 1 teruggezet");
  await page.getByRole("button", { name: "Opslaan als nieuwe versie" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Uit gekozen woorden" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Versie 3 van");
});
