import { sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { sha256 } from "@/db/hash";
import { type ReaderScope, readerOf } from "../../kernel/scope";
import { blocksThrough } from "../../redaction/rows";
import { blocksWhere } from "../../sources/rows";
import { paperPage } from "../../sources/rules";
import { CodePointIndex } from "../../text/rules";
import type { BlockThing, Place, SourceThing } from "../model";
import { type RewrittenText, rewritten } from "../rules";

/** The sources of an edition with their texts as outsiders read them, and where words stand in those. */
export interface ReadSources {
  things: SourceThing[];
  blocks: BlockThing[];
  /** Null for what stands in none of them. */
  placeOf(stretch: {
    version: string | null;
    start: number | null;
    end: number | null;
  }): Place | null;
  textAt(place: Place): string;
}

/** Reads these versions of sources, in the order in which the sources were brought in. @param scope as an outsider reads. */
export async function readSources(
  tx: Database,
  scope: ReaderScope,
  versions: readonly string[],
): Promise<ReadSources> {
  const shown = await readerOf(scope);
  const rows = await rowsOf<{
    id: string;
    title: string;
    n: number;
    adoptedOn: string | null;
    fileSha256: string;
    trailing: string;
    pages: number[] | null;
  }>(
    tx,
    sql`select v.id, s.title, v.n, v.trailing, v.pages, s.sha256 as "fileSha256",
        case when s.adopted_version = v.n then s.adopted_on::text end as "adoptedOn"
      from source_version v join source s on s.id = v.source_id
      where v.dossier_id = ${scope.dossierId}
        and v.id in (select jsonb_array_elements_text(${JSON.stringify([...new Set(versions)])}::text::jsonb)::uuid)
      order by s.created_at, s.id, v.n`,
  );
  const things: SourceThing[] = [];
  const blocks: BlockThing[] = [];
  const texts = new Map<string, { key: string; read: RewrittenText }>();
  const whole = new Map<string, { text: string; index: CodePointIndex }>();
  for (const [i, row] of rows.entries()) {
    const key = `B-${i + 1}`;
    const stored = await blocksWhere(tx, scope.dossierId, row.id);
    // Masked sign for sign, so that its places hold; what is to be read there stands beside it.
    const masked = await blocksThrough(tx, scope, row.id, stored);
    const read = rewritten(masked);
    texts.set(row.id, { key, read });
    const text = read.blocks.map(({ before, text }) => before + text).join("") + row.trailing;
    whole.set(key, { text, index: new CodePointIndex(text) });
    things.push({
      ...{ key, title: shown(row.title), version: row.n, adoptedOn: row.adoptedOn },
      ...{
        fileSha256: row.fileSha256,
        characters: read.characters + new CodePointIndex(row.trailing).length,
      },
      ...{ textSha256: sha256(text), trailing: row.trailing, replaced: read.replaced },
    });
    for (const [at, block] of read.blocks.entries()) {
      const { n, form, level, start } = stored[at] ?? {
        n: at + 1,
        form: "paragraph",
        level: 0,
        start: 0,
      };
      const page = paperPage(row.pages, start);
      blocks.push({ key: `${key}/${n}`, source: key, n, ...block, form, level, page, quoted: [] });
    }
  }
  return {
    things,
    blocks,
    placeOf: ({ version, start, end }) => {
      const found = version === null ? undefined : texts.get(version);
      if (!found || start === null || end === null) return null;
      return { source: found.key, ...found.read.place(start, end) };
    },
    textAt: ({ source, start, end }) => {
      const found = whole.get(source);
      return found ? found.text.slice(found.index.toUtf16(start), found.index.toUtf16(end)) : "";
    },
  };
}
