import { sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { changeWords, wordsIn } from "../../kernel/layer";
import { replacerOf } from "../../privacy/rules/layer";
import { replacedForms } from "../rules";
import { DECIDED, type FormRow, NOT_KEPT } from "./decided";

/** Something that is said of a dossier; `dossierId` is null for what is of none. */
interface SaidOf<Said> {
  dossierId: string | null;
  said: Said;
}

/**
 * What is said of dossiers as others read it, for who is not in them and so has no layer of theirs: their titles in a
 * list, and what an administrator sees of them. One query, whatever their number.
 *
 * @returns what was said, in the same order.
 */
export async function saidOutside<Said>(
  db: Database,
  rows: readonly SaidOf<Said>[],
): Promise<Said[]> {
  const texts = new Map<string, Set<string>>();
  for (const { dossierId, said } of rows) {
    if (dossierId === null) continue;
    const known = texts.get(dossierId) ?? new Set();
    for (const words of wordsIn(said)) known.add(words);
    texts.set(dossierId, known);
  }
  if (texts.size === 0) return rows.map(({ said }) => said);
  const asked = [...texts].map(([id, words]) => ({ id, words: [...words].join("\n") }));
  // Only what can stand in them: a way of writing ends with the word that it is known by.
  const forms = await rowsOf<FormRow & { dossierId: string }>(
    db,
    sql`select f.dossier_id as "dossierId", ${DECIDED}
      from jsonb_to_recordset(${JSON.stringify(asked)}::text::jsonb) as a(id uuid, words text)
      join personal_form f on f.dossier_id = a.id
      join personal_subject s on s.id = f.subject_id
      where ${NOT_KEPT} and strpos(lower(a.words), lower(substring(f.text from '\\S+$'))) > 0
      order by f.text`,
  );
  const shown = new Map(
    [...texts.keys()].map((id) => [
      id,
      replacerOf(replacedForms(forms.filter(({ dossierId }) => dossierId === id))),
    ]),
  );
  return rows.map(({ dossierId, said }) => {
    const change = dossierId === null ? undefined : shown.get(dossierId);
    return change ? changeWords(said, change) : said;
  });
}
