import type { MessageKey } from "@/messages/catalogue";
import type { PublicEdition } from "../../queries";
import type { SiteFile, SitePage } from "../../rules/site";

/** The languages in which a page can speak; the words of the edition itself are Dutch. */
export type SiteLanguage = "nl" | "en";

/** What every page of an edition is made with. */
export interface Site {
  edition: PublicEdition;
  language: SiteLanguage;
  text: (key: MessageKey, params?: Record<string, string | number>) => string;
  /** Where a page stands, as seen from the page that is made. @param part the part of the page, without `#`. */
  link: (page: SitePage, part?: string) => string;
  /** The page that is made, as seen from the folder of the edition: a note leads back to it. */
  here: string;
  /** Where a file beside the pages stands. */
  file: (name: SiteFile & ("style" | "notes")) => string;
  /** Where the edition itself can be fetched; null where it cannot. */
  data: string | null;
  /** What can be taken along to read on paper, by name. */
  papers: readonly { name: string; files: readonly { format: string; address: string }[] }[];
  /** The number of the edition with which it is compared; null when there is none. */
  compared: string | null;
  /** Null for pages in a folder, which have no server: no search, and no other editions. */
  online: {
    /** The whole address of the page that is made. */
    address: string;
    /** Where another edition of the same dossier stands. */
    edition: (number: string) => string;
    /** Where a browser checks this edition. */
    verify: string;
    /** The same page in the other language. */
    inOtherLanguage: string;
    /** What the organisation declares; a folder on disk has nothing beside it. */
    accessibility: string;
    privacy: string;
  } | null;
}

/** A page before its frame: what it is called, and what it says. */
export interface SiteMain {
  title: string;
  main: import("./html").Html;
}
