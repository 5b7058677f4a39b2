import { sql } from "drizzle-orm";
import { database, rowsOf } from "@/db/client";
import type { EditionKind } from "@/db/vocabulary";
import { isSlug } from "../dossiers/rules";
import { NotFound } from "../kernel/errors";
import {
  type EditionScope,
  editionReader,
  type JobScope,
  mint,
  type ReaderScope,
} from "../kernel/scope";
import { type EditionPlace, numberOf, placeOfNumber } from "./rules";
import { comparedWith } from "./rules/beside";

/**
 * The gate of a published edition: for anybody.
 *
 * @param number `2` or `1.1`; without it the newest definitive one that was not withdrawn, or the newest of all.
 * @throws NotFound when there is none, or it was not published; the two look the same.
 */
export async function openEdition(slug: string, number?: string): Promise<EditionScope> {
  const place = number === undefined ? null : placeOfNumber(number);
  if (!isSlug(slug) || (number !== undefined && !place)) throw new NotFound();
  const [found] = await rowsOf<{ id: string }>(
    await database(),
    sql`select e.id from edition e
      join dossier d on d.id = e.dossier_id
      join edition_act p on p.edition_id = e.id and p.act = 'published'
      left join edition_act w on w.edition_id = e.id and w.act = 'withdrawn'
      where d.slug = ${slug}
        and ${place ? sql`e.major = ${place.major} and e.minor = ${place.minor}` : sql`true`}
      order by w.act is not null, e.kind = 'concept', e.major desc, e.minor desc limit 1`,
  );
  if (!found) throw new NotFound();
  return mint(editionReader, { actor: { type: "participant" }, editionId: found.id, slug });
}

/**
 * The same of an edition that was not published yet, for who works on its dossier: to look at it before others do.
 *
 * @throws NotFound when it is of no edition of this dossier.
 */
export async function openEditionOfDossier(
  scope: ReaderScope,
  number: string,
): Promise<EditionScope> {
  const place = placeOfNumber(number);
  if (!place) throw new NotFound();
  const [found] = await rowsOf<{ id: string }>(
    await database(),
    sql`select id from edition where dossier_id = ${scope.dossierId}
      and major = ${place.major} and minor = ${place.minor}`,
  );
  if (!found) throw new NotFound();
  return mint(editionReader, {
    ...{ actor: { type: "participant" }, editionId: found.id, slug: scope.slug },
  });
}

/**
 * The edition with which one is compared where anybody reads it: another of its dossier that was published. One that was withdrawn is
 * compared with nothing, and nothing with it.
 *
 * @param number of which one; without it the one that holds before it.
 * @returns null when there is none.
 */
export async function openBeside(
  { editionId, slug }: EditionScope,
  number?: string,
): Promise<EditionScope | null> {
  const rows = await rowsOf<{ id: string; kind: EditionKind } & EditionPlace>(
    await database(),
    sql`select e.id, e.kind, e.major, e.minor from edition e
      join edition one on one.dossier_id = e.dossier_id and one.id = ${editionId}
      left join edition_act p on p.edition_id = e.id and p.act = 'published'
      where (p.act is not null or e.id = ${editionId})
        and not exists (select from edition_act w where w.edition_id = e.id and w.act = 'withdrawn')`,
  );
  const one = rows.find(({ id }) => id === editionId);
  const others = rows.filter(({ id }) => id !== editionId);
  const found =
    one &&
    (number === undefined
      ? comparedWith(one, others)
      : others.find((other) => numberOf(other) === number));
  return found
    ? mint(editionReader, { actor: { type: "participant" }, editionId: found.id, slug })
    : null;
}

/**
 * For work in the background: the editions of a dossier that were published, and the newest of all, each with the one that it is
 * compared with where anybody reads it.
 */
export async function openPairs({
  dossierId,
}: JobScope): Promise<[edition: EditionScope, base: EditionScope][]> {
  const rows = await rowsOf<
    { id: string; slug: string; kind: EditionKind; published: boolean } & EditionPlace
  >(
    await database(),
    sql`select e.id, d.slug, e.kind, e.major, e.minor, p.act is not null as published from edition e
      join dossier d on d.id = e.dossier_id
      left join edition_act p on p.edition_id = e.id and p.act = 'published'
      where e.dossier_id = ${dossierId}
        and not exists (select from edition_act w where w.edition_id = e.id and w.act = 'withdrawn')
      order by e.major desc, e.minor desc`,
  );
  const published = rows.filter((one) => one.published);
  const open = ({ id, slug }: (typeof rows)[number]) =>
    mint(editionReader, { actor: { type: "participant" }, editionId: id, slug });
  return rows.flatMap((one, i): [EditionScope, EditionScope][] => {
    const base = i === 0 || one.published ? comparedWith(one, published) : null;
    return base ? [[open(one), open(base)]] : [];
  });
}
