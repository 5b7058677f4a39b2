import { type SQL, sql } from "drizzle-orm";

/** Words that reactions are made of. `ouders` stands in one of ten, what it takes to be common. */
export const OPENINGS = [
  "Ouders willen bellen",
  "De chauffeur kent de route",
  "Een vast gezicht in de bus",
  "Bij de halte is geen licht",
  "De planning komt te laat",
  "Een rolstoel past niet in de taxi",
  "Scholen horen van wijzigingen achteraf",
  "Het loket is alleen op dinsdag open",
  "De rit duurt langer dan een uur",
  "Kinderen worden onrustig van wisselingen",
];

const REASONS = [
  "omdat de school om half negen begint",
  "want niemand neemt de telefoon op",
  "en dat is voor kleuters te lang",
  "zodat zij weten waar zij aan toe zijn",
  "terwijl het contract iets anders zegt",
  "als de begeleider ziek is",
  "wanneer het sneeuwt",
];

const WISHES = [
  "Een bericht vooraf zou helpen.",
  "Dat moet in het nieuwe contract beter.",
  "Daar zijn wij juist tevreden over.",
  "Dit is vorig jaar ook gezegd.",
  "Wie is daarvoor verantwoordelijk?",
];

/** People who speak: each first name with each last name is somebody. */
export const FIRST_NAMES = ["Anouk", "Bilal", "Carmen", "Daan", "Esra", "Femke", "Gijs", "Hanna"];
export const LAST_NAMES = ["van Buuren", "Kaya", "de Wit", "Osei", "Terpstra", "Yilmaz", "Zwart"];

/** A word that stands in one of `RARE_EVERY` reactions. */
export const RARE_WORD = "rolstoellift";
export const RARE_EVERY = 997;
/** Searched as a word that very many reactions have; the text says "ouders". */
export const COMMON_WORD = "ouder";

/** One of the texts, chosen by a whole number. */
export function wordsOf(texts: readonly string[], n: SQL): SQL {
  const list = sql.join(
    texts.map((text) => sql`${text}::text`),
    sql`, `,
  );
  return sql`(array[${list}])[1 + (${n}) % ${texts.length}::int]`;
}

/** A remark of two sentences, always the same for the same number. */
export function remarkSql(n: SQL): SQL {
  return sql`(${wordsOf(OPENINGS, n)} || ' ' || ${wordsOf(REASONS, n)} || '. '
    || ${wordsOf(WISHES, sql`(${n}) / 3`)} || ' Dit was punt ' || (${n}) || '.')`;
}
