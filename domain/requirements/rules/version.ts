import { MEASURES_OF, type RequirementContent, type VersionEvent } from "../model";

/**
 * What the fingerprint of a version is taken over. An object with named fields and not one long
 * text: moving a word from the title to the text must give another fingerprint. Points and
 * weight count only for a kind that is scored.
 */
export function versionIdentity(content: RequirementContent): RequirementContent {
  const { title, kind, body, explanation, evidence, verification } = content;
  const measures = MEASURES_OF[kind].flatMap((measure) =>
    // Left out when empty: what was saved before there were measures keeps its fingerprint.
    content[measure] ? [[measure, content[measure]]] : [],
  );
  return {
    ...{ title, kind, body, explanation, evidence, verification },
    ...Object.fromEntries(measures),
  };
}

/**
 * What made each version, oldest first. A save never repeats the words before it, so a version with
 * the same fingerprint as the one before is a drop, and the next such one a restore, in turn.
 */
export function versionEvents(fingerprints: string[]): VersionEvent[] {
  let dropped = false;
  return fingerprints.map((fingerprint, index) => {
    if (index === 0) return "created";
    if (fingerprint !== fingerprints[index - 1]) return "changed";
    dropped = !dropped;
    return dropped ? "dropped" : "restored";
  });
}
