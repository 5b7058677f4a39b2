import type { Draft } from "@/domain/proposal/rules/reading";
import { isCommonFirstName, isShapedAsName } from "@/domain/proposal/rules/speakers";

/** Of what sort somebody is, by the names that are used for that person, in small letters. */
export type Roles = ReadonlyMap<string, "speaker:chair" | "speaker:house">;

const NAME =
  "\\p{Lu}[\\p{L}’'-]+(?:\\s(?:van|de|der|den|ten|ter|el|’t|'t)){0,3}(?:\\s\\p{Lu}[\\p{L}’'-]+)?";
const CHAIRS =
  "(?:technisch |dag)?(?:voorzit(?:ter|ster)|vz|vrz|gespreksleid(?:st)?er|moderator|presentator)";
const WORKS_FOR =
  "(?:gemeente|regio|projectleid(?:st)?er|programmamanager|beleids\\p{L}+|inkoop\\p{L}*|inkoper|ambtelijk\\p{L}*|ambtenaar|wethouder|burgemeester|opdrachtgever|namens (?:de gemeente|het college))";
/** "Mirjam Kooistra (voorzitter)", "Joris (gemeente)", "Ilona van de gemeente", "Tim Snoek, gemeente". */
const IN_ROLE = new RegExp(
  `(${NAME})(?:\\s?\\((?:[^()]{1,40},\\s)?|,\\s|\\s(?:van|namens)\\s(?:de\\s)?)(?:(${CHAIRS})|${WORKS_FOR})(?![\\p{L}])`,
  "gu",
);
/** "Namens de gemeente: Tim Snoek, Ria Bos", "Voorzitter: Wilma". */
const LED = new RegExp(
  `(?:(${CHAIRS})|(?:namens|vanuit|voor) (?:de gemeente|het college|de opdrachtgever)|opdrachtgever|gemeente)\\s?:\\s([^:\\n]{2,120}?)(?=\\.\\s|\\.$|\\n|$|;)`,
  "giu",
);
const TITLED =
  /^(?:de heer|mevrouw|meneer|dhr\.?|mw\.?|mevr\.?|wethouder|burgemeester)\s(?:\p{L}{1,4}\s){0,2}\p{Lu}/iu;
/** Who is there is said at the start, or where somebody is brought in. */
const LOOKED_AT = 600;
/** In how many pieces at the start the words of anybody are looked at; further on, only what says how the meeting went. */
const AT_THE_START = 25;

/** Who leads the meeting and who is of the house, by the list of those present or where they are brought in. Linear. */
export function rolesIn(drafts: readonly Draft[]): Roles {
  const roles = new Map<string, "speaker:chair" | "speaker:house">();
  const add = (written: string, chairs: boolean) => {
    const name = written.replace(/\([^()]*\)?/g, "").trim();
    if (name.length > 50 || !(isCommonFirstName(name) || isShapedAsName(name) || TITLED.test(name)))
      return;
    const role = chairs ? "speaker:chair" : "speaker:house";
    const [first = ""] = name.split(" ");
    for (const one of TITLED.test(name) ? [name] : [name, first]) {
      if (!roles.has(one.toLowerCase())) roles.set(one.toLowerCase(), role);
    }
  };
  for (const [i, { unit, kind }] of drafts.entries()) {
    if (i >= AT_THE_START && kind !== "procedural") continue;
    const words = unit.plain.slice(0, LOOKED_AT);
    for (const [, name = "", chairs] of words.matchAll(IN_ROLE)) add(name, chairs !== undefined);
    for (const [, chairs, names = ""] of words.matchAll(LED)) {
      for (const name of names.split(/,\s|\sen\s/)) add(name, chairs !== undefined);
    }
  }
  return roles;
}
