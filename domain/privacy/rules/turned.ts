import type { Around, FoundName } from "./around";
import { isGroup } from "./beside";
import { isFirstName } from "./first-names";
import type { NameForm } from "./forms";
import { isFieldWord, isNoName, PARTICLES } from "./words";
import type { Zone } from "./zones";

/** "arts Verkuyl van Argonaut Advies": who it is, before where they work. */
export function beforeVan({ tokens, ordinary }: Around, form: NameForm): FoundName | null {
  const first = tokens[form.from];
  if (form.words.length < 2 || form.words[0] !== form.from || form.surname !== form.from + 1)
    return null;
  if (first === undefined || tokens[form.surname]?.word !== "van") return null;
  if (isNoName(first.word) || ordinary.has(first.small) || isGroup(first.small)) return null;
  const to = form.from + 1;
  const short = { ...form, to, words: [form.from], surname: form.from };
  return { from: form.from, to, form: short, confidence: 0.8 };
}

/** "Van: Bakker, Lieke", and "Bakker, Lieke   0:15" on a line of its own: as programs write a name. */
export function surnameFirst(
  { text, tokens }: Around,
  form: NameForm,
  zone: Zone | null,
): FoundName | null {
  const first = tokens[form.to];
  const start = tokens[form.from];
  // "Ras in 't Hof, Mila" in a cell.
  const long = zone?.cell === true && form.words.length === 2;
  if (!(form.words.length === 1 || long) || form.initials > 0 || form.titled) return null;
  if (first === undefined || first.gap !== ", ") return null;
  const before = tokens[form.from - 1];
  const alone =
    zone !== null &&
    (before === undefined || before.end <= zone.start || /;\s$/.test(start?.gap ?? ""));
  const line = start?.opens && (before === undefined || start.gap.includes("\n"));
  if (!(alone || line)) return null;
  let to = form.to + 1;
  if (first.initial) while (tokens[to]?.initial && tokens[to]?.gap === ".") to++;
  // "Meulen, Auke van der".
  else
    while (PARTICLES.has(tokens[to]?.small ?? "") && /^ ['’‘]?$/.test(tokens[to]?.gap ?? "")) to++;
  const end = tokens[to - 1]?.end ?? 0;
  const behind = text.slice(end, end + 16);
  // "| Ó Súilleabháin, Kiera |", "Ramautar, Xenna;": all of a cell, or of one that a mail goes to.
  const bounded = zone?.cell === true || /^\s?[;<]/.test(behind);
  const unknown = first.capital && bounded && !isNoName(first.word) && !isGroup(first.small);
  if (first.initial ? !alone : !isFirstName(first.word) && !(alone && unknown)) return null;
  if (!/^\.?\s{0,3}(?:[;|<\n]|$)/.test(behind) && !(line && /^\s{1,8}\[?\d{1,2}:\d\d/.test(behind)))
    return null;
  const surname = tokens.slice(form.from, form.to);
  if (!alone && surname.some(({ word }) => isFieldWord(word) && word !== word.toLowerCase()))
    return null;
  const words = first.initial ? form.words : [form.to, ...form.words];
  return {
    from: form.from,
    to,
    form: {
      ...form,
      to: first.initial ? form.to : form.to + 1,
      words,
      surname: first.initial ? form.from : null,
      turned: true,
    },
    confidence: 0.9,
  };
}

/** "Koster sr.": only people are the elder of two. */
export const isElder = ({ tokens, text }: Around, { to }: NameForm): boolean => {
  const [name, behind] = [tokens[to - 1], tokens[to]];
  return (
    text.slice(name?.end, behind?.end) === ` ${behind?.word}` && /^[sj]r$/.test(behind?.word ?? "")
  );
};
