import { sql } from "drizzle-orm";
import { type Database, rowsOf } from "@/db/client";
import { replacerOf } from "../../privacy/rules/layer";
import { type DecidedForm, replacedForms } from "../rules";

/** Words of a dossier, in a list of several. */
export interface DossierWords {
  dossierId: string;
  text: string;
}

/**
 * How who may not see names reads words of dossiers in a list of several of them, such as their titles: each through
 * the layer of its own dossier, with one question for all.
 *
 * @param said all words that will be read.
 */
export async function titlesThrough(
  db: Database,
  said: readonly DossierWords[],
): Promise<(dossierId: string, text: string) => string> {
  // The first or last word of a name is in it, whether all of the name is or a part of it.
  const rows = await rowsOf<DecidedForm & { dossierId: string }>(
    db,
    sql`select f.dossier_id::text as "dossierId", f.text, s.kind, s.redaction, s.role, s.code
      from jsonb_to_recordset(${JSON.stringify(joined(said))}::text::jsonb) as d(id uuid, words text)
      join personal_form f on f.dossier_id = d.id
      join personal_subject s on s.id = f.subject_id
      where (strpos(lower(d.words), lower(substring(f.text from '[^\\s-]+$'))) > 0
          or strpos(lower(d.words), lower(substring(f.text from '^[^\\s-]+'))) > 0)
        and s.redaction not in ('keep', 'none')
        and (not exists (select from personal_find p where p.form_id = f.id)
          or exists (select from personal_find p where p.form_id = f.id and not p.stays))
      order by f.text`,
  );
  const forms = new Map<string, DecidedForm[]>();
  for (const { dossierId, ...form } of rows) {
    forms.set(dossierId, [...(forms.get(dossierId) ?? []), form]);
  }
  const shown = new Map([...forms].map(([id, own]) => [id, replacerOf(replacedForms(own))]));
  return (dossierId, text) => shown.get(dossierId)?.(text) ?? text;
}

/** All words of each dossier as one; the log of the installation is of none. */
function joined(said: readonly DossierWords[]): { id: string; words: string }[] {
  const words = new Map<string, Set<string>>();
  for (const { dossierId, text } of said) {
    if (UUID.test(dossierId)) words.set(dossierId, (words.get(dossierId) ?? new Set()).add(text));
  }
  return [...words].map(([id, own]) => ({ id, words: [...own].join(" ") }));
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
