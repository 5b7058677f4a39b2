import { AUDIT_ACTIONS, ROLES } from "@/db/vocabulary";
import type { MessageKey } from "@/messages/catalogue";
import type { AuditAct, AuditEvent, AuditFault, AuditVerdict, EventWords } from "../model";

/** Gives a sentence of the catalogue. */
export type Say = (key: MessageKey, params?: Record<string, string | number>) => string;

/** Of whom and of what the name says nothing about the contents of a dossier. */
const OPEN_NAMES = ["account", "member", "signInLink", "dossier"];

/** What an administrator sees of the words of a row: who may not read the dossier sees its codes. */
export function withoutContents(entity: string, words: EventWords): EventWords {
  const { code, to } = words;
  return OPEN_NAMES.includes(entity) ? words : { code, to };
}

/** What a row says was done, in words: with what things were called then, as far as it is known. */
export function eventSentence(event: AuditEvent, say: Say): string {
  const { action, words } = event;
  // Written by a version that this one does not know.
  if (!(AUDIT_ACTIONS as readonly string[]).includes(action)) return action;
  const name = action.replaceAll(".", "_");
  const thing = label(words.code, words.name, say);
  // Written before rows had words, or its name is not for this reader.
  if (thing === "" && !NAMELESS.includes(event.entity)) {
    return say(`audit.actions.${name}` as MessageKey);
  }
  const said = say(`audit.said.${name}` as MessageKey, { thing, to: end(words, say) });
  return words.reason ? `${said}. ${say("audit.because", { reason: words.reason })}` : said;
}

/** What another row of the same act is about: `Reactie R-12`. */
export function otherSentence(event: AuditEvent, first: AuditEvent, say: Say): string {
  if (event.action !== first.action || event.entity === first.entity) {
    return eventSentence(event, say);
  }
  const { code, name, to, toName } = event.words;
  const thing = [label(code, name, say), label(to, toName, say)].filter(Boolean).join(" – ");
  return say(`audit.things.${event.entity}` as MessageKey, { thing }).trim();
}

/** Things there is one of in a dossier, so that they need no name. */
const NAMELESS = ["stakeholderPage", "chain"];

function end({ to, toName }: EventWords, say: Say): string {
  const role = ROLES.find((one) => one === to);
  if (role) return say(`dossiers.roles.${role}`).toLowerCase();
  return label(to, toName, say) || "none";
}

function label(code: string | undefined, name: string | undefined, say: Say): string {
  const named = name ? say("audit.named", { name }) : "";
  return [code, named].filter(Boolean).join(" ");
}

/** What only administrators do in a dossier. */
const OF_ADMINISTRATORS = [
  "signInLink.make",
  "member.handOver",
  "dossier.archive",
  "dossier.bringBack",
  "source.remove",
];

/** Whether something was done in a dossier by who is not in it: its people must see that. */
export function isFromOutside(act: AuditAct): boolean {
  return (
    act.dossierTitle !== null &&
    (OF_ADMINISTRATORS.includes(act.first.action) ||
      (act.first.action.startsWith("member.") && !act.byAccount))
  );
}

/** What the check found, in sentences: the first says whether all is well. */
export function verdictSentences(verdict: AuditVerdict, say: Say): string[] {
  const { whole, rows, things, faults, more, unsigned, unknown, keys } = verdict;
  return [
    whole ? say("audit.verify.whole", { rows, things }) : say("audit.verify.broken"),
    ...faults.map((fault) => faultSentence(fault, say)),
    ...(more > 0 ? [say("audit.verify.more", { count: more })] : []),
    ...(unsigned > 0 ? [say("audit.verify.unsigned", { count: unsigned })] : []),
    ...(unknown > 0 ? [say("audit.verify.unknown", { count: unknown })] : []),
    ...(keys ? [] : [say("audit.verify.noKeys")]),
  ];
}

function faultSentence({ why, chain, n, dossierTitle, thing }: AuditFault, say: Say): string {
  let where = say("audit.verify.installation");
  if (dossierTitle !== null) where = say("audit.verify.ofDossier", { title: dossierTitle });
  else if (chain !== "installation") where = say("audit.verify.ofGone", { chain });
  return say(`audit.verify.faults.${why}`, {
    where,
    // As text: a number would be printed as 3.000.
    n: String(n ?? "–"),
    thing: thing
      ? say(`audit.things.${thing.entity}`, { thing: thing.code ?? thing.id.slice(0, 8) })
      : "",
  });
}
