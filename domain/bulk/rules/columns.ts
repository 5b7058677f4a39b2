import { nameKey } from "@/db/name-key";
import type { ColumnFacts, SheetFacts } from "../../sources/formats/sheet/model";
import { type ColumnRole, SHARED_ROLES } from "../model";
import { kindOf, positionOf } from "./values";

/** Why a column is thought to be what it is. */
export type ColumnReason = "remembered" | "header" | "content" | "personal" | "unknown";

export interface ProposedColumn {
  index: number;
  role: ColumnRole | null;
  reason: ColumnReason;
}

/**
 * Names of columns by role: of OpenStad and of forms, in Dutch and English. The first that fits counts,
 * and of two columns with one role the one whose name stands first here.
 */
const NAMES: readonly (readonly [ColumnRole | "personal" | "ignored", RegExp])[] = [
  ["replyTo", /^(?:reactie op id|reactie op|parent ?id|in reply to|antwoord op)$/],
  ["reference", /^(?:reactie ?id|response ?id|respondent ?id|antwoord[ -]?id|reactienummer)$/],
  [
    "reference",
    /^(?:inzending ?id|submission ?id|inzendingsnummer|volgnummer|referentie|token|nummer|nr\.?|id)$/,
  ],
  [
    "personal",
    /e-?mail|telefoon|phone|mobiel|\badres|address|postcode|woonplaats|geboorte|\bbsn\b|\bip\b|weergavenaam|displayname|gebruiker|^(?:(?:voor|achter|roep|je |uw )?naam|(?:first |last |full )?name)[?:]?$|^locatie/,
  ],
  [
    "ignored",
    /likes|wilson|laatst bijgewerkt|verwijderd op|project id|widget id|afbeelding|starttijd|start time|begintijd|^seed|start ?language|taal$|last ?page|laatste pagina|^status/,
  ],
  ["context", /^(?:inzending titel|tags?\b.*|thema|wijk|buurt|sector|categorie|samenvatting)$/],
  [
    "date",
    /datum|date|tijdstempel|timestamp|voltooiingstijd|completion time|(?:ingezonden|ingestuurd|verzonden) op|submitted/,
  ],
  [
    "position",
    /sentiment|standpunt|eens of oneens|position|in hoeverre .{0,80}eens|(?:bent|ben) (?:u|je|jij) het .{0,80}eens/,
  ],
  ["kind", /^(?:soort|type|kind|soort (?:reactie|inbreng))$/],
  [
    "group",
    /^(?:ik ben|u bent|wie bent u|rol|groep|doelgroep|belanghebbendengroep|belanghebbende|stakeholder|hoedanigheid|group|role|ik (?:vul dit in|reageer) als.{0,80}|namens wie.{0,80}|in welke rol.{0,80})[?:]?$/,
  ],
  [
    "speaker",
    /^(?:spreker|functie|organisatie|namens|school|naam (?:organisatie|school)|afzender|speaker|organi[sz]ation)[?:]?$/,
  ],
  [
    "statement",
    /^(?:stelling|stellingnummer|stelling nr\.?|statement|bij stelling|reactie op stelling)$/,
  ],
  ["title", /^(?:titel|onderwerp|kop|title|subject)$/],
  [
    "words",
    /^(?:reactie|uw reactie|beschrijving|toelichting|opmerking(?:en)?|antwoord|tekst|inbreng|bericht|reactietekst|description|comments?|answer|response|feedback|body|message|text)[?:]?$/,
  ],
];

/** A name that is a question or a request is that of a form: what stands below it was typed by somebody. */
const ASKS =
  /\?$|^(?:wat|hoe|welke?|waar|waarom|heeft u|hebt u|wilt u|kunt u|geef|licht|what|how|which|please)\b/;

/** Share of the filled cells that must be of a kind before their column is said to be. */
const NEARLY_ALL = 0.8;
/** Characters from which cells are, on average, what somebody had to say. */
const WORDY = 40;

/**
 * What each column is thought to be: as it was said before in this dossier, by its name, or by what
 * stands in it. Never more than one column for a role, but of words and of what is said beside them.
 *
 * @param remembered by {@link headerKey}; null for a column that took no part.
 */
export function proposeColumns(
  { columns, rows }: Pick<SheetFacts, "columns" | "rows">,
  remembered: ReadonlyMap<string, ColumnRole | null> = new Map(),
): ProposedColumn[] {
  const guesses = columns.map((column) => guessOf(column, rows, remembered));
  const best = new Map<ColumnRole, Guess>();
  for (const guess of guesses) {
    if (guess.role === null) continue;
    const other = best.get(guess.role);
    if (!other || guess.rank < other.rank) best.set(guess.role, guess);
  }
  const proposed = guesses.map((guess, i): ProposedColumn => {
    const index = columns[i]?.index ?? i;
    const { role, reason } = guess;
    const may = role === null || SHARED_ROLES.includes(role) || best.get(role) === guess;
    return may ? { index, role, reason } : { index, role: null, reason: "unknown" };
  });
  return best.has("words") ? proposed : withWords(proposed, columns);
}

interface Guess extends Omit<ProposedColumn, "index"> {
  /** The lower the surer. */
  rank: number;
}

const UNKNOWN: Guess = { role: null, reason: "unknown", rank: NAMES.length + 1 };

function guessOf(
  column: ColumnFacts,
  rows: number,
  remembered: ReadonlyMap<string, ColumnRole | null>,
): Guess {
  const before = remembered.get(headerKey(column.name));
  if (before !== undefined) return { role: before, reason: "remembered", rank: -1 };
  const name = nameKey(column.name);
  const rank = NAMES.findIndex(([, names]) => names.test(name));
  const [named] = NAMES[rank] ?? [];
  if (named === "personal") return { ...UNKNOWN, reason: "personal" };
  if (named === "ignored") return UNKNOWN;
  if (named && fits(named, column)) return { role: named, reason: "header", rank };
  return byContent(column, rows, ASKS.test(name));
}

/** A name may say one thing and the cells another: "Reactie" above figures holds no words. */
function fits(role: ColumnRole, column: ColumnFacts): boolean {
  if (column.filled === 0) return false;
  const share = (count: number) => count / column.filled;
  switch (role) {
    case "words":
      return share(column.numbers) < NEARLY_ALL && share(column.dates) < NEARLY_ALL;
    case "date":
      return share(column.dates) > 0.5;
    case "group":
      return column.distinct <= 60 && averageOf(column) < 80;
    case "position":
      return shareOf(column, (value) => positionOf(value) !== null) > 0.5;
    case "reference":
      return column.unique;
    case "kind":
      return shareOf(column, (value) => kindOf(value) !== null) > 0.5;
    default:
      return true;
  }
}

const averageOf = ({ characters, filled }: ColumnFacts) => (filled === 0 ? 0 : characters / filled);

/** Of the values that are shown, how many cells are of a kind. */
function shareOf({ values }: ColumnFacts, is: (value: string) => boolean): number {
  const all = values.reduce((sum, { count }) => sum + count, 0);
  const such = values.filter(({ value }) => is(value)).reduce((sum, { count }) => sum + count, 0);
  return all === 0 ? 0 : such / all;
}

function byContent(column: ColumnFacts, rows: number, asks: boolean): Guess {
  const { filled, dates, distinct } = column;
  const found = (role: ColumnRole): Guess => ({ ...UNKNOWN, role, reason: "content" });
  if (filled === 0) return UNKNOWN;
  if (dates / filled >= NEARLY_ALL && rows > 1) return found("date");
  const few = distinct <= 12 && filled >= distinct * 3;
  if (
    few &&
    shareOf(column, (value) => positionOf(value) !== null && !/^\d$/.test(value)) >= NEARLY_ALL
  ) {
    return found("position");
  }
  const wordy = averageOf(column) >= (asks ? WORDY / 2 : WORDY) && !few;
  return wordy ? found("words") : UNKNOWN;
}

/** When nothing is thought to be words: the column with the longest cells that has no other part. */
function withWords(proposed: ProposedColumn[], columns: readonly ColumnFacts[]): ProposedColumn[] {
  const [longest] = columns
    .filter((_, i) => proposed[i]?.role === null && proposed[i]?.reason === "unknown")
    .filter(({ numbers, dates, filled }) => filled > 0 && numbers + dates < filled / 2)
    .sort((a, b) => averageOf(b) - averageOf(a));
  if (!longest || averageOf(longest) < 10) return proposed;
  return proposed.map((column) =>
    column.index === longest.index ? { ...column, role: "words", reason: "content" } : column,
  );
}

/** By this a column is known again in another file. */
export const headerKey = (name: string) => nameKey(name).slice(0, 400);
