import { command } from "../../kernel/command";
import { Conflict, Invalid, NotFound } from "../../kernel/errors";
import { actorAccountId, member } from "../../kernel/scope";
import { lockModerated, sourceOfAnswer } from "../../participation/rows";
import { lockedReactions } from "../../reactions/rows";
import { boundParts, divide, lockedPartsOf, restingNow, unite } from "../../reactions/rows/parts";
import { stretchesOf } from "../../reactions/rules";
import { newestVersion } from "../../sources/rows/versions";
import { divideInput, uniteInput } from "../model";
import { mayModerate } from "../policy";
import { lockSeen, personalPlaces } from "../rows";
import { isWithin } from "../rules";

/**
 * Divides a reaction that was sent online into parts, each a stretch of its words. The parts count in its place and are
 * coded, linked and answered by themselves. The reaction stays what its sender sent: they, and who reads others' reactions,
 * see it whole, and what they chose counts once.
 *
 * @returns the ids of the parts. @throws Forbidden; NotFound; Conflict when it was changed or taken back since it was read;
 *   Invalid when something rests on it, when it is divided already, or when the cuts do not make parts or go through personal data.
 */
export const divideReaction = command({
  scope: member,
  action: "reaction.divide",
  input: divideInput,
  allow: mayModerate,
  find: (tx, scope, { consultationId, seen }) => lockSeen(tx, scope, consultationId, [seen]),
  run: async (tx, scope, { cuts }, [answer]) => {
    if (!answer) throw new Error("nothing was locked");
    const [whole] = await lockedReactions(tx, scope.dossierId, [answer.reactionId]);
    const sourceId = await sourceOfAnswer(tx, answer.id);
    if (!whole || !sourceId) throw new NotFound();
    if (answer.state === "refused") throw new Invalid("moderation.errors.refusedDivide");
    if (whole.divided) throw new Conflict("moderation.errors.changed");
    const { coreValues, requirements, answered } = await restingNow(tx, whole.id);
    if (answered || coreValues.length + requirements.length > 0) {
      throw new Invalid("moderation.errors.restedOn");
    }
    const stretches = stretchesOf(whole.text, cuts);
    if (!stretches) throw new Invalid("errors.fields", {}, { cuts: "moderation.errors.noParts" });
    const { id: versionId } = await newestVersion(tx, sourceId);
    // Two halves of a name would each be found nowhere.
    const personal = await personalPlaces(tx, versionId);
    if (cuts.some((cut) => isWithin(cut, personal))) {
      throw new Invalid("errors.fields", {}, { cuts: "moderation.errors.cutsPersonal" });
    }
    const by = actorAccountId(scope.actor);
    const { ids, audit } = await divide(tx, scope.dossierId, whole, versionId, stretches, by);
    return { result: { reactionIds: ids }, audit };
  },
});

/**
 * Makes a divided reaction whole again, as long as nothing rests on a part, nor an edition tells of one. The numbers of the
 * parts are not used again.
 *
 * @throws Forbidden; NotFound for one that is not divided; Invalid when something rests on a part.
 */
export const uniteReaction = command({
  scope: member,
  action: "reaction.unite",
  input: uniteInput,
  allow: mayModerate,
  find: async (tx, scope, { reactionId }) => {
    const [whole] = await lockedReactions(tx, scope.dossierId, [reactionId]);
    if (!whole?.divided) throw new NotFound();
    await lockModerated(tx, scope.dossierId, whole.consultationId, [reactionId]);
    return whole;
  },
  run: async (tx, _scope, _input, whole) => {
    const parts = await lockedPartsOf(tx, whole.id);
    const bound = await boundParts(tx, parts, { told: true });
    if (bound.size > 0) {
      const codes = parts.filter(({ id }) => bound.has(id)).map(({ number }) => `R-${number}`);
      throw new Invalid("moderation.errors.partsRestedOn", {
        count: codes.length,
        codes: codes.join(", "),
      });
    }
    return { result: { reactionId: whole.id }, audit: await unite(tx, whole, parts) };
  },
});
