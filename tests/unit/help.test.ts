import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { addresses, DOSSIER, DOSSIER_PATH, SITE } from "@/components/addresses";
import { TOPIC_NAMES, TOPICS, topicAt, topicOfSlug } from "@/components/help/topics";
import { LANGUAGES, loadMessages } from "@/i18n/catalogue";

const PICTURES = path.join("components", "help", "pictures");
/** In bytes: somebody on a phone reads it too. */
const LARGEST_PICTURE = 80_000;

/** Pages without help of their own, and why. */
const WITHOUT: Record<string, string> = {
  "aanmelden/page.tsx": "says itself what to do",
  "aanmelden/[token]/page.tsx": "says itself what to do",
  "geweigerd/[status]/page.tsx": "says itself what to do",
  "inbreng/[code]/page.tsx": "for people who do not work here",
  ...Object.fromEntries(
    [
      ...["stelling/[n]", "bestand/[n]", "alles", "klopt", "groep", "later", "anderen"],
      "nagekeken",
      "melden",
      ...["mijn", "ontvangen", "privacy", "intrekken"],
    ].map((page) => [`inbreng/[code]/${page}/page.tsx`, "for people who do not work here"]),
  ),
  "inbreng/page.tsx": "for people who do not work here",
  "correctie/[link]/page.tsx": "for people who do not work here",
  "toegankelijkheid/page.tsx": "is a statement",
  "privacy/page.tsx": "is a statement",
  "voorkeuren/page.tsx": "each choice says what it does",
  "hulp/page.tsx": "is the help",
  "hulp/[page]/page.tsx": "is the help",
};

const pages = fs
  .readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "page.tsx");

/** A path that leads to a page, with ids that look like ids. */
const filled = (file: string) =>
  `/${path.posix
    .dirname(file)
    .replace(/^\.$/, "")
    .replace(/\[\w+\]/g, "0b8f2d5e")}`;

describe("every screen on which people work", () => {
  test.each(pages.filter((file) => !WITHOUT[file]))("%s has help", (file) => {
    expect(topicAt(filled(file))).toBeDefined();
  });

  test("and no other", () => {
    for (const file of Object.keys(WITHOUT)) {
      expect(pages, file).toContain(file);
      expect(topicAt(filled(file)), file).toBeUndefined();
    }
    for (const path of ["/nergens", "/dossiers", "/dossiers/x/bronnen/y/z", "/api/health"]) {
      expect(topicAt(path), path).toBeUndefined();
    }
  });

  test("has its own, also where an address of a fixed word looks like one with an id", () => {
    const to = addresses.dossier("zaak");
    expect(topicAt(to.addSource())).toBe("addSource");
    expect(topicAt(to.source("x"))).toBe("reader");
    expect(topicAt(to.code())).toBe("code");
    expect(topicAt(addresses.newDossier())).toBe("start");
    expect(topicAt(`${to.overview()}/`)).toBe("overview");
  });

  test("is named once, by a page that is there", () => {
    const named = TOPIC_NAMES.flatMap((name) => TOPICS[name].pages);
    expect(named.length).toBe(new Set(named).size);
    for (const page of named) {
      const { path } = { ...SITE, ...DOSSIER }[page];
      const file = page in DOSSIER ? [DOSSIER_PATH, path] : [path];
      expect(pages, page).toContain([...file, "page.tsx"].filter(Boolean).join("/"));
    }
  });
});

describe.each(TOPIC_NAMES)("the help of %s", (name) => {
  test("is found at its address, which no other has", () => {
    expect(topicOfSlug(TOPICS[name].slug)).toBe(name);
  });

  test.each(LANGUAGES)("is short and complete in %s", (language) => {
    const { title, lead, steps, picture } = loadMessages(language).help.topics[name];
    expect(title).toMatch(/^\p{Lu}.{2,40}$/u);
    const sentences = [lead, picture, ...steps.split("\n")];
    for (const words of sentences) expect(words).toMatch(/^\p{Lu}.{10,250}[.?]$/u);
    expect(steps.split("\n").length).toBeGreaterThanOrEqual(3);
    expect(`${lead} ${steps}`.split(/\s+/).length).toBeLessThan(150);
    // Nobody is spoken to as a friend: it is "u" in Dutch.
    if (language === "nl") expect(sentences.join(" ")).not.toMatch(/\b(?:je|jij|jouw)\b/i);
  });

  test("has a picture that is small", () => {
    const picture = fs.readFileSync(path.join(PICTURES, `${name}.webp`));
    expect(picture.subarray(8, 12).toString("latin1")).toBe("WEBP");
    expect(picture.length).toBeLessThan(LARGEST_PICTURE);
    expect(picture.length).toBeGreaterThan(4_000);
  });
});

test("there is no picture of nothing", () => {
  expect(fs.readdirSync(PICTURES).sort()).toEqual(TOPIC_NAMES.map((name) => `${name}.webp`).sort());
});
