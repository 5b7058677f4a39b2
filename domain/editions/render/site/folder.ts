import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import JSZip from "jszip";
import type { EditionScope } from "../../../kernel/scope";
import type { editionBodies, PublicEdition } from "../../queries";
import type { siteView } from "../../queries/site";
import { FILES, FOLDER_LIST, relativeFile, type SitePage, siteFile } from "../../rules/site";
import { editionFile } from "../file";
import { SITE_STYLE, siteLetters, siteNotes, sitePage } from ".";
import type { Site } from "./site";

/** Where the pages of a folder come from. */
export interface FolderSource {
  scope: EditionScope;
  edition: PublicEdition;
  /** The one that it is compared with, when there is one (`openBeside`). */
  base: EditionScope | null;
  /** See `sitePages`. */
  pages: readonly SitePage[];
  view: typeof siteView;
  bodies: typeof editionBodies;
  /** Sentences in Dutch, as the edition itself. */
  text: Site["text"];
}

/** A file of the folder, made when it is asked for. */
interface FolderFile {
  name: string;
  content: () => AsyncIterable<string | Uint8Array>;
}

/**
 * An edition as a folder of pages in a zip, that opens from disk without a server: the pages of its address with links from
 * file to file, the edition itself and a list of the files with their sums. It is made while it is read, one file at a time, and
 * the same edition gives the same bytes.
 */
export function siteZip(source: FolderSource): Readable {
  const date = new Date(source.edition.head.adoptedAt);
  const zip = new JSZip();
  const sums: { name: string; sha256: string; size: number }[] = [];
  for (const { name, content } of filesOf(source)) {
    zip.file(name, bytesOf(name, content, sums), { date, createFolders: false });
  }
  const list = async function* () {
    yield `${JSON.stringify({ kenmerk: source.edition.sha256, bestanden: sums }, null, 1)}\n`;
  };
  zip.file(FOLDER_LIST, bytesOf(FOLDER_LIST, list, []), { date, createFolders: false });
  // What JSZip gives is a stream of an older kind, over which one cannot go piece by piece.
  return new Readable().wrap(
    zip.generateNodeStream({ streamFiles: true, compression: "DEFLATE", platform: "DOS" }),
  );
}

function bytesOf(
  name: string,
  content: FolderFile["content"],
  sums: { name: string; sha256: string; size: number }[],
): Readable {
  return Readable.from(
    (async function* () {
      const hash = createHash("sha256");
      let size = 0;
      for await (const piece of content()) {
        const bytes = Buffer.from(piece);
        hash.update(bytes);
        size += bytes.length;
        yield bytes;
      }
      sums.push({ name, sha256: hash.digest("hex"), size });
    })(),
  );
}

function filesOf({ scope, edition, base, pages, view, bodies, text }: FolderSource): FolderFile[] {
  const since = pages.find((page) => page.kind === "changes");
  const compared = since?.kind === "changes" ? since.base : null;
  return [
    ...pages.map((page): FolderFile => {
      const name = siteFile(page);
      const site = siteIn(edition, compared, name, text);
      return {
        name,
        content: async function* () {
          yield sitePage(site, page, await view(scope, page, base));
        },
      };
    }),
    {
      name: FILES.style,
      content: async function* () {
        yield SITE_STYLE;
      },
    },
    {
      name: FILES.letters,
      content: async function* () {
        yield siteLetters();
      },
    },
    {
      name: FILES.notes,
      content: async function* () {
        yield siteNotes();
      },
    },
    { name: FILES.data, content: () => editionFile(scope, edition, bodies) },
  ];
}

/** What a page in the folder is made with: no server behind it. @param name of its own file. */
function siteIn(
  edition: PublicEdition,
  compared: string | null,
  name: string,
  text: Site["text"],
): Site {
  return {
    edition: { ...edition, withdrawn: null, newer: null, others: [] },
    language: "nl",
    text,
    link: (to, part) => relativeFile(name, siteFile(to)) + (part ? `#${part}` : ""),
    here: name,
    file: (file) => relativeFile(name, FILES[file]),
    data: relativeFile(name, FILES.data),
    papers: [],
    compared,
    online: null,
  };
}
