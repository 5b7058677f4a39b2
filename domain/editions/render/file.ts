import { canonicalJson, sha256 } from "@/db/hash";
import type { EditionScope } from "../../kernel/scope";
import { EDITION_FORMAT, type EditionHead, SECTIONS, type Section } from "../model";
import { markedThing } from "../rules";

/** Things that are read and written at a time. */
const AT_ONCE = 500;

/** The next bodies of a part after one of them; see `editionBodies`. */
type Read = (
  scope: EditionScope,
  section: Section,
  after: number,
  size: number,
) => Promise<{ bodies: string[]; last: number }>;

/**
 * An edition as its file: canonical JSON (RFC 8785), in pieces, so that it is never whole in memory. The same edition gives the
 * same bytes.
 */
export async function* editionFile(
  scope: EditionScope,
  { head, sha256: kenmerk }: { head: EditionHead; sha256: string },
  read: Read,
): AsyncGenerator<string> {
  yield '{"content":{';
  for (const [i, section] of SECTIONS.entries()) {
    yield `${i === 0 ? "" : ","}"${section}":[`;
    for (let after = 0; ; ) {
      const { bodies, last } = await read(scope, section, after, AT_ONCE);
      if (bodies.length === 0) break;
      yield `${after === 0 ? "" : ","}${bodies.join(",")}`;
      after = last;
    }
    yield "]";
  }
  const edition = canonicalJson(markedThing(head, sha256));
  yield `},"edition":${edition},"format":"${EDITION_FORMAT}","sha256":"${kenmerk}"}`;
}
