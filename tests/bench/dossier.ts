import { type SQL, sql } from "drizzle-orm";
import { type Database, database, rowsOf } from "@/db/client";
import { fingerprint } from "@/db/hash";
import { REQUIREMENT_KINDS } from "@/db/vocabulary";
import { addAccount } from "@/domain/accounts/commands";
import { administer, workHere } from "@/domain/accounts/gate";
import { startDossier } from "@/domain/dossiers/commands";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { addGroup } from "@/domain/groups/commands";
import type { Actor, ReaderScope } from "@/domain/kernel/scope";
import { addChapter } from "@/domain/requirements/commands";
import type { RequirementContent } from "@/domain/requirements/model";
import { versionIdentity } from "@/domain/requirements/rules/version";
import { importSource } from "@/domain/sources/commands";
import { bodyOfLines, bodyText } from "@/domain/text/rich-text";
import { minutes } from "@/tests/factories/text";
import { roundIn } from "../factories/corrections";
import { enlist } from "../factories/people";
import { revised } from "../factories/sources";
import { type Contents, contentsOf, GROUPS, PER_CHAPTER, type Size } from "./contents";
import {
  FIRST_NAMES,
  LAST_NAMES,
  OPENINGS,
  RARE_EVERY,
  RARE_WORD,
  remarkSql,
  wordsOf,
} from "./words";

const SYSTEM: Actor = { type: "system", name: "bench" };
/** Characters of one imported file: about a hundred pages of minutes. */
const FILE_SIZE = 250_000;

export interface BuiltDossier {
  scope: ReaderScope;
  contents: Contents;
  /** Imported files, and their blocks. */
  files: number;
  blocks: number;
  /** Sources with a corrected text. */
  corrected: string[];
  /** The secret in the link of somebody who may correct the first of them. */
  correctionLink: string;
}

/**
 * A dossier of a size: started, peopled, given chapters and minutes by the ordinary commands; its
 * thousands of rows written with statements over whole sets. Everything holds that the schema and
 * the triggers ask for, and what the commands would have kept: running numbers, versions with
 * their fingerprints, positions.
 *
 * The kernwaarden are uneven, as in life: the first carries far more words than the last. One file in four was
 * corrected afterwards, so that under some requirements *bron gewijzigd* is said.
 */
export async function buildDossier(size: Size): Promise<BuiltDossier> {
  const contents = contentsOf(size);
  const scope = await emptyDossier(`Bench ${size.requirements}`);
  for (const name of GROUPS) await addGroup(scope, { name, expected: true });
  for (let n = 1; n <= contents.chapters; n++) {
    await addChapter(scope, { title: `Hoofdstuk ${n}`, introduction: "" });
  }
  const { texts, ...imported } = await importMinutes(
    scope,
    contents.quoted + contents.loosePassages,
  );
  const db = await database();
  await addConsultations(db, scope, contents);
  await addPassages(db, scope, contents);
  await addPeople(db, scope);
  await addReactions(db, scope, contents);
  await addCoreValues(db, scope, contents);
  await addRequirements(db, scope, contents);
  await addLinks(db, scope, contents);
  const corrected = [...texts].filter((_, i) => i % 4 === 0);
  for (const [sourceId, text] of corrected) await revised(scope, sourceId, correctionOf(text));
  const sources = corrected.map(([sourceId]) => sourceId);
  const { links } = await roundIn(scope, sources[0] ?? "", ["Anouk"], 2);
  return {
    scope,
    contents,
    ...imported,
    corrected: sources,
    correctionLink: links[0]?.token ?? "",
  };
}

/** A dossier with an author and a reviewer, and nothing in it. */
export async function emptyDossier(title: string): Promise<ReaderScope> {
  const member = async (name: string) => {
    const email = `${crypto.randomUUID()}@bench.example`;
    const { id } = await addAccount(administer(SYSTEM), { name, email, kind: "staff" });
    return { type: "account", id, name, kind: "staff" } as const;
  };
  const author = await member("Opsteller");
  const reviewer = await member("Beoordelaar");
  const { slug } = await startDossier(workHere(author), {
    title,
    contractingAuthority: "Gemeente Waterbroek",
    subject: "",
  });
  const scope = await openDossierToRead(author, slug);
  await enlist(slug, reviewer.id, "reviewer");
  return scope;
}

/** The same minutes with a word changed in one remark in eight, and one of them gone. */
function correctionOf(text: string): string {
  let n = 0;
  return text
    .replace(/ omdat /g, (word) => (n++ % 8 === 0 ? " doordat " : word))
    .replace(/^- .*\n/m, "");
}

/** Imports files until there are enough paragraphs to quote. */
async function importMinutes(scope: ReaderScope, wanted: number) {
  const db = await database();
  let files = 0;
  let blocks = 0;
  const texts = new Map<string, string>();
  for (let quotable = 0; quotable < wanted; files++) {
    // A paragraph is some 170 characters; the last file is no longer than needed.
    const characters = Math.min(FILE_SIZE, Math.max(4_000, (wanted - quotable) * 200));
    const text = `Verslag nummer ${files + 1}.\n\n${minutes(characters)}`;
    const stored = await importSource(scope, {
      fileName: `verslag-${files + 1}.md`,
      bytes: new TextEncoder().encode(text),
    });
    texts.set(stored.sourceId, text);
    blocks += stored.blocks;
    const [row] = await rowsOf<{ quotable: number }>(
      db,
      sql`select count(*)::int as quotable from source_block
        where source_version_id = ${stored.sourceVersionId} and form <> 'heading'`,
    );
    quotable += row?.quotable ?? 0;
  }
  return { files, blocks, texts };
}

/** The id of the n-th thing of a kind in a dossier: rows that point at each other need no look-up. */
function idOf(scope: ReaderScope, kind: string, n: SQL): SQL {
  // Version 4, variant 1: what the commands accept as an id.
  return sql`overlay(overlay(md5(${`${scope.dossierId}:${kind}:`}::text || (${n})::text)
    placing '4' from 13) placing '8' from 17)::uuid`;
}

async function addConsultations(db: Database, scope: ReaderScope, contents: Contents) {
  const { consultations, statements } = contents;
  await db.execute(sql`
    insert into consultation (id, dossier_id, title, kind, held_on, sector)
    select ${idOf(scope, "consultation", sql`i`)}, ${scope.dossierId}, 'Bijeenkomst ' || i,
      (array['meeting', 'interview', 'survey'])[1 + i % 3], date '2026-01-05' + i % 200,
      (array['PO', 'VO'])[1 + i % 2]
    from generate_series(1, ${consultations}::int) i`);
  // The documents found in the minutes were confirmed: each belongs to a consultation.
  await db.execute(sql`
    update source_part p set confirmed_at = now(), lock_version = 2,
      consultation_id = ${idOf(scope, "consultation", sql`1 + o.i % ${consultations}::int`)}
    from (select id, row_number() over (order by source_version_id, n)::int as i
      from source_part where dossier_id = ${scope.dossierId}) o
    where o.id = p.id`);
  await db.execute(sql`
    update segment set decision = 'accepted'
    where part_id in (select id from source_part where dossier_id = ${scope.dossierId})`);
  await db.execute(sql`
    insert into statement (id, dossier_id, text, explanation)
    select ${idOf(scope, "statement", sql`i`)}, ${scope.dossierId}, ${remarkSql(sql`i * 13`)},
      case when i % 3 = 0 then ${remarkSql(sql`i * 17`)} end
    from generate_series(1, ${statements}::int) i`);
  await db.execute(sql`
    insert into statement_occurrence (dossier_id, statement_id, consultation_id, number)
    select ${scope.dossierId}, ${idOf(scope, "statement", sql`i`)},
      ${idOf(scope, "consultation", sql`1 + (i - 1) % ${consultations}::int`)},
      1 + (i - 1) / ${consultations}::int
    from generate_series(1, ${statements}::int) i`);
}

/** Whole paragraphs of the imported minutes, in order: first those of reactions, then loose ones. */
async function addPassages(db: Database, scope: ReaderScope, contents: Contents) {
  await db.execute(sql`
    insert into passage (id, dossier_id, source_version_id, start_cp, end_cp, exact)
    select ${idOf(scope, "passage", sql`b.i`)}, ${scope.dossierId}, b.source_version_id,
      b.start_cp, b.end_cp, b.text
    from (
      select block.source_version_id, block.start_cp, block.end_cp, block.text,
        row_number() over (order by v.created_at, v.id, block.n)::int as i
      from source_block block join source_version v on v.id = block.source_version_id
      where v.dossier_id = ${scope.dossierId} and block.form <> 'heading'
    ) b
    where b.i <= ${contents.quoted + contents.loosePassages}::int`);
}

/** Decides of everybody who speaks what others read, as if their names stood in a list of who was there. */
async function addPeople(db: Database, scope: ReaderScope) {
  const people = FIRST_NAMES.flatMap((first) => LAST_NAMES.map((last) => `${first} ${last}`));
  const json = sql`jsonb_array_elements_text(${JSON.stringify(people)}::text::jsonb)
    with ordinality as person(name, i)`;
  await db.execute(sql`
    insert into personal_subject (id, dossier_id, kind, name, redaction, role)
    select ${idOf(scope, "person", sql`i`)}, ${scope.dossierId}, 'name', name, 'role', 'aanwezige'
    from ${json}`);
  await db.execute(sql`
    insert into personal_form (dossier_id, kind, text, subject_id)
    select ${scope.dossierId}, 'name', name, ${idOf(scope, "person", sql`i`)} from ${json}`);
}

async function addReactions(db: Database, scope: ReaderScope, contents: Contents) {
  const { reactions, statements, consultations } = contents;
  const statementOf = sql`1 + (i * 7) % ${statements}::int`;
  await db.execute(sql`
    insert into reaction (id, dossier_id, number, consultation_id, statement_id, kind, text,
      position, stakeholder_group_id, speaker, reply_to_id, passage_id)
    select ${idOf(scope, "reaction", sql`i`)}, ${scope.dossierId}, i,
      ${idOf(scope, "consultation", sql`1 + (${statementOf} - 1) % ${consultations}::int`)},
      ${idOf(scope, "statement", statementOf)},
      (array['reaction', 'reaction', 'question', 'answer', 'advice', 'concern', 'expectation',
        'compliment', 'remark'])[1 + i % 9],
      case when p.id is not null then ltrim(p.exact, '- ')
        else ${remarkSql(sql`i`)} || case when i % ${RARE_EVERY}::int = 0
          then ${` Er is een ${RARE_WORD} nodig.`}::text else '' end
      end,
      (array['agree', 'partly', 'disagree', 'none'])[1 + i % 4],
      g.id, case when i % 6 = 0 then 'X' when i % 6 = 1 then 'Vraag uit de zaal'
        when i % 6 = 2 then ${wordsOf(FIRST_NAMES, sql`i`)} || ' ' || ${wordsOf(LAST_NAMES, sql`i`)} end,
      case when i % 10 = 0 then ${idOf(scope, "reaction", sql`i - 1`)} end, p.id
    from generate_series(1, ${reactions}::int) i
    left join passage p on i % 4 = 0 and p.id = ${idOf(scope, "passage", sql`i / 4`)}
    left join stakeholder_group g
      on g.dossier_id = ${scope.dossierId} and g.position = 1 + i % ${GROUPS.length + 2}::int`);
  await setCounter(db, scope, "reaction", reactions);
}

async function addCoreValues(db: Database, scope: ReaderScope, contents: Contents) {
  const { coreValues, reactions, quoted, loosePassages } = contents;
  await db.execute(sql`
    insert into core_value (id, dossier_id, number, name, name_key, definition, rule)
    select ${idOf(scope, "coreValue", sql`i`)}, ${scope.dossierId}, i,
      name, lower(name), ${remarkSql(sql`i * 19`)}, ''
    from generate_series(1, ${coreValues}::int) i
      cross join lateral (select ${wordsOf(OPENINGS, sql`i`)} || ' (' || i || ')' as name) named`);
  await db.execute(sql`
    insert into core_value_version (core_value_id, n, name, definition, rule)
    select id, 1, name, definition, rule from core_value where dossier_id = ${scope.dossierId}`);
  await setCounter(db, scope, "coreValue", coreValues);
  // Squared, so that the first kernwaarden get far more than the last; never the same one twice.
  const first = sql`floor(${coreValues}::int * power(((i * 7919::bigint) % 10007) / 10007.0, 2))::int`;
  await db.execute(sql`
    insert into coding (dossier_id, core_value_id, reaction_id)
    select ${scope.dossierId}::uuid, ${idOf(scope, "coreValue", sql`1 + ${first}`)},
      ${idOf(scope, "reaction", sql`i`)}
    from generate_series(1, ${reactions}::int) i where i % 5 in (1, 2, 3)
      and i <= ${reactions - (reactions % 5)}::int
    union all
    select ${scope.dossierId}::uuid,
      ${idOf(scope, "coreValue", sql`1 + (${first} + 1) % ${coreValues}::int`)},
      ${idOf(scope, "reaction", sql`i`)}
    from generate_series(1, ${reactions}::int) i where i % 10 = 1
      and i <= ${reactions - (reactions % 5)}::int`);
  await db.execute(sql`
    insert into coding (dossier_id, core_value_id, passage_id)
    select ${scope.dossierId}::uuid, ${idOf(scope, "coreValue", sql`1 + ${first}`)},
      ${idOf(scope, "passage", sql`${quoted}::int + i`)}
    from generate_series(1, ${loosePassages}::int) i`);
}

/** Rows in one insert of requirements: about a megabyte of JSON. */
const REQUIREMENTS_PER_INSERT = 1_000;

async function addRequirements(db: Database, scope: ReaderScope, contents: Contents) {
  for (let from = 0; from < contents.requirements; from += REQUIREMENTS_PER_INSERT) {
    const count = Math.min(REQUIREMENTS_PER_INSERT, contents.requirements - from);
    const rows = Array.from({ length: count }, (_, index) => requirementRow(from + index + 1));
    const json = sql`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as row(i int, chapter int, position int, title text, kind text, body jsonb, body_text text,
        explanation text, evidence text, verification text, fingerprint text)`;
    await db.execute(sql`
      insert into requirement (id, dossier_id, chapter_id, position, code, no_source_reason)
      select ${idOf(scope, "requirement", sql`row.i`)}, ${scope.dossierId}, c.id, row.position,
        'E-' || row.chapter || '.' || row.position,
        case when row.i % 40 = 0 then 'Volgt uit de wet.' end
      from ${json} join chapter c on c.dossier_id = ${scope.dossierId} and c.position = row.chapter`);
    await db.execute(sql`
      insert into requirement_version (requirement_id, n, dossier_id, title, kind, body, body_text,
        explanation, evidence, verification, fingerprint)
      select ${idOf(scope, "requirement", sql`row.i`)}, 1, ${scope.dossierId}, title, kind, body,
        body_text, explanation, evidence, verification, fingerprint
      from ${json}`);
  }
  // A requirement that lapses gets a version with the same words and the reason.
  const lapsed = sql`select ${idOf(scope, "requirement", sql`i`)}
    from generate_series(100, ${contents.requirements}::int, 100) i`;
  await db.execute(sql`
    insert into requirement_version (requirement_id, n, dossier_id, title, kind, body, body_text,
      explanation, evidence, verification, fingerprint, reason)
    select requirement_id, 2, dossier_id, title, kind, body, body_text, explanation, evidence,
      verification, fingerprint, 'Niet meer nodig.'
    from requirement_version where n = 1 and requirement_id in (${lapsed})`);
  await db.execute(sql`
    update requirement set dropped_at = now(), lock_version = 2 where id in (${lapsed})`);
}

function requirementRow(i: number) {
  const content: RequirementContent = {
    title: `${OPENINGS[i % OPENINGS.length]} (${i})`,
    kind: REQUIREMENT_KINDS[i % REQUIREMENT_KINDS.length] ?? "mandatory",
    body: bodyOfLines(
      `De opdrachtnemer meldt een vertraging binnen ${1 + (i % 9)} minuten aan de ouders.\n` +
        `Hij houdt bij hoe vaak dat is gebeurd en bespreekt dit elke maand met de gemeente.`,
    ),
    explanation: i % 2 === 0 ? "Ouders wachten nu te vaak zonder bericht." : "",
    evidence: i % 3 === 0 ? "Een overzicht van de meldingen per maand." : "",
    verification: i % 4 === 0 ? "De gemeente telt de meldingen na." : "",
  };
  return {
    i,
    chapter: 1 + Math.floor((i - 1) / PER_CHAPTER),
    position: 1 + ((i - 1) % PER_CHAPTER),
    ...content,
    body_text: bodyText(content.body),
    fingerprint: fingerprint(versionIdentity(content)),
  };
}

/** Nineteen in twenty requirements rest on a kernwaarde, some on a second, a reaction or words too. */
async function addLinks(db: Database, scope: ReaderScope, contents: Contents) {
  const { requirements, coreValues, reactions, loosePassages, quoted } = contents;
  const link = (every: number, ends: { coreValue?: SQL; reaction?: SQL; passage?: SQL }) => sql`
    select ${scope.dossierId}::uuid, ${idOf(scope, "requirement", sql`i`)},
      ${ends.coreValue ? idOf(scope, "coreValue", ends.coreValue) : sql`null::uuid`},
      ${ends.reaction ? idOf(scope, "reaction", ends.reaction) : sql`null::uuid`},
      ${ends.passage ? idOf(scope, "passage", ends.passage) : sql`null::uuid`}
    from generate_series(1, ${requirements}::int) i where i % 20 <> 0 and i % ${every}::int = 0`;
  const own = sql`(i * 3) % ${coreValues}::int`;
  await db.execute(sql`
    insert into requirement_link (dossier_id, requirement_id, core_value_id, reaction_id, passage_id)
    ${link(1, { coreValue: sql`1 + ${own}` })}
    union all ${link(3, { coreValue: sql`1 + (${own} + 1) % ${coreValues}::int` })}
    union all ${link(4, { reaction: sql`1 + (i * 11) % ${reactions}::int` })}
    union all ${link(11, { passage: sql`${quoted}::int + 1 + i % ${loosePassages}::int` })}`);
}

async function setCounter(
  db: Database,
  scope: ReaderScope,
  name: "reaction" | "coreValue",
  value: number,
) {
  await db.execute(sql`
    insert into dossier_counter (dossier_id, name, value)
    values (${scope.dossierId}, ${name}, ${value})
    on conflict (dossier_id, name) do update set value = excluded.value`);
}
