import type { PersonalDataKind } from "@/db/vocabulary";
import { isFirstName } from "./first-names";
import { tellsAlone } from "./telling";
import { PARTICLES, TITLES } from "./words";

/** Words as they were found, of one kind. */
export interface Form {
  kind: PersonalDataKind;
  text: string;
}

/** A person under all ways their name is written, or a number, an address, an organisation. */
export interface Subject extends Form {
  /** `text` is the fullest of them. */
  forms: string[];
}

/**
 * Brings together what is of the same person or thing: "Marleen Ottens", "M. Ottens" and "mevrouw Ottens" are one, as
 * long as no other Ottens stands among them. What can be of two is kept apart, for a person to say.
 *
 * @param forms each once.
 */
export function subjectsOf(forms: readonly Form[]): Subject[] {
  const subjects: Subject[] = [];
  const things = new Map<string, Subject>();
  const people: People = { bySurname: new Map(), byFirst: new Map() };
  for (const { kind, text } of forms) {
    if (kind === "name") continue;
    const key = `${kind} ${thingKey(kind, text)}`;
    const there = things.get(key);
    if (there) addForm(there, text);
    else things.set(key, start(subjects, { kind, text }));
  }
  const names = forms.filter(({ kind }) => kind === "name").map(({ text }) => partsOf(text));
  // The fullest first, so that a part finds the whole that it is of.
  for (const name of names.sort((a, b) => rankOf(a) - rankOf(b))) {
    const same = sameAs(people, name);
    const [one] = same;
    if (same.length === 1 && one !== undefined) addForm(one.subject, name.text);
    else remember(people, { name, subject: start(subjects, { kind: "name", text: name.text }) });
  }
  return subjects;
}

/**
 * What in a name tells by itself who it is: the surname as it is written, with what belongs before it; and without that, each
 * half of a double one, and the first name, where they are hardly a word besides.
 */
export function partsTelling(name: string): { text: string; given?: boolean }[] {
  const { written, given } = partsOf(name);
  const parts = new Map<string, { text: string; given?: boolean }>();
  if (given !== null && isTelling(given)) parts.set(given, { text: given, given: true });
  for (const text of (written ?? "").split(/[\s-]+/).filter(isTelling)) parts.set(text, { text });
  if (written !== null && /\p{Lu}/u.test(written)) parts.set(written, { text: written });
  parts.delete(name);
  return [...parts.values()];
}

const isTelling = (word: string): boolean => /^\p{Lu}/u.test(word) && tellsAlone(word);

interface Parts {
  text: string;
  /** The surname, and the first name, as they are written. */
  written: string | null;
  given: string | null;
  /** In small letters; one letter for an initial, null when only a surname is written. */
  first: string | null;
  /** With what belongs before it; null when only a first name is written. */
  surname: string | null;
}

interface Person {
  name: Parts;
  subject: Subject;
}

interface People {
  bySurname: Map<string, Person[]>;
  byFirst: Map<string, Person[]>;
}

function sameAs({ bySurname, byFirst }: People, { first, surname }: Parts): Person[] {
  if (surname === null) return byFirst.get(first ?? "") ?? [];
  const family = bySurname.get(surname) ?? [];
  if (first === null) return family;
  return family.filter(({ name }) =>
    first.length === 1 || name.first?.length === 1
      ? name.first === null || name.first[0] === first[0]
      : name.first === null || name.first === first,
  );
}

function remember({ bySurname, byFirst }: People, person: Person): void {
  const { first, surname } = person.name;
  if (surname !== null) bySurname.set(surname, [...(bySurname.get(surname) ?? []), person]);
  if (first !== null && first.length > 1) {
    byFirst.set(first, [...(byFirst.get(first) ?? []), person]);
  }
}

/** First name and surname, initials and surname, and then what is a part of one. */
const rankOf = ({ first, surname }: Parts): number =>
  first === null || surname === null ? 2 : first.length === 1 ? 1 : 0;

/** Reads a name as it was found: what is given and what is of the family. */
function partsOf(text: string): Parts {
  const all = text
    .replace(/^[Dd]e (?=heer |heren )/, "")
    .replace(/\./g, " ")
    .split(/\s+/)
    .filter((word) => word !== "");
  const words = all.filter((word) => !isTitle(word));
  const titled = words.length < all.length;
  const small = words.map((word) => word.toLowerCase());
  const [one = "", ...rest] = small;
  const family = (from: number) => ({
    surname: small.slice(from).join(" "),
    written: words.slice(from).join(" "),
  });
  if (PARTICLES.has(one)) return { text, first: null, given: null, ...family(0) };
  if (rest.length === 0) {
    const given = !titled && isFirstName(words[0] ?? "");
    return given
      ? { text, first: one, given: null, surname: null, written: null }
      : { text, first: null, given: null, ...family(0) };
  }
  // All initials but the first say nothing more; of two first names the first is used alone.
  let from = 1;
  while (from < small.length - 1 && (small[from]?.length === 1 || isFirstName(words[from] ?? "")))
    from++;
  return { text, first: one, given: words[0] ?? null, ...family(from) };
}

const isTitle = (word: string): boolean =>
  TITLES.has(word.toLowerCase()) || /^(?:heer|heren)$/.test(word);

function thingKey(kind: PersonalDataKind, text: string): string {
  if (kind === "phone" || kind === "bsn")
    return text.replace(/\D/g, "").replace(/^(?:0031|31)0?/, "0");
  return text.toLowerCase().replace(/\s+/g, " ");
}

function start(subjects: Subject[], form: Form): Subject {
  const subject = { ...form, forms: [form.text] };
  subjects.push(subject);
  return subject;
}

function addForm(subject: Subject, text: string): void {
  subject.forms.push(text);
}
