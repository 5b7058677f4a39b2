/** How much of finished pages is kept in this process, in UTF-16 units: some hundreds of pages. */
const MOST = 16_000_000;

/**
 * Finished pages that are the same as long as their tag is: the one that was asked for longest ago goes first. A page larger
 * than a tenth of all is not kept.
 */
export class KeptPages {
  readonly #pages = new Map<string, string>();
  readonly #most: number;
  #size = 0;

  constructor(most = MOST) {
    this.#most = most;
  }

  get(tag: string): string | undefined {
    const page = this.#pages.get(tag);
    if (page === undefined) return undefined;
    // At the end of the order: asked for last.
    this.#pages.delete(tag);
    this.#pages.set(tag, page);
    return page;
  }

  keep(tag: string, page: string): void {
    if (page.length > this.#most / 10 || this.#pages.has(tag)) return;
    this.#pages.set(tag, page);
    this.#size += page.length;
    for (const [oldest, text] of this.#pages) {
      if (this.#size <= this.#most) return;
      this.#pages.delete(oldest);
      this.#size -= text.length;
    }
  }
}
