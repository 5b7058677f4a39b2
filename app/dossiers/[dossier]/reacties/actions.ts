"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { formIn, formResult, redirectingOnRefusal } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses, PARAMETERS } from "@/components/addresses";
import { NOT_SAID, SAID_WORDS, UNITED } from "@/components/moderation/show-words";
import { NONE } from "@/components/reactions/address";
import type { FormState } from "@/components/ui/form-state";
import { fieldsOf, keyIn } from "@/domain/kernel/submission";
import {
  divideReaction,
  keepApart,
  linkSame,
  reopenSame,
  uniteReaction,
} from "@/domain/moderation/commands";
import { SAYINGS } from "@/domain/moderation/model";
import { addReaction, changeReaction, changeReactions } from "@/domain/reactions/commands";
import { dismissReactions, recutReactions } from "@/domain/splitting/commands";

export async function add(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const { id } = await addReaction.submit(scope, data);
    redirect(addresses.dossier(scope.slug).reaction(id, { added: 1 }));
  });
}

export async function change(
  slug: string,
  id: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  const t = await getTranslations("reactions");
  return formResult(data, async () => {
    await changeReaction.submit(scope, data, { id });
    revalidatePath(addresses.dossier(scope.slug).overview(), "layout");
    return { status: "done", message: t("detail.saved") };
  });
}

const chosenIn = (data: FormData) => data.getAll(PARAMETERS.reaction).map(String);

/** What was chosen for many: nothing at all leaves it as it is, `NONE` takes it off. */
const wishOf = (value: string | undefined) =>
  value === NONE ? null : value === "" ? undefined : value;

/** Gives the chosen reactions the same kind, position, group, stelling or speaker. */
export async function changeMany(
  slug: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  const to = addresses.dossier(scope.slug);
  return formResult(data, async () => {
    const { kind, position, groupId, statementId, speaker } = fieldsOf(data);
    const known = { kind: wishOf(kind), position: wishOf(position) } as Pick<
      Parameters<typeof changeReactions>[1],
      "kind" | "position"
    >;
    const { changed } = await changeReactions(
      scope,
      {
        reactionIds: chosenIn(data),
        ...known,
        groupId: wishOf(groupId),
        statementId: wishOf(statementId),
        speaker: speaker?.trim() || undefined,
      },
      keyIn(data),
    );
    revalidatePath(to.overview(), "layout");
    redirect(to.statements({ changed }, "reacties"));
  });
}

/** Leaves the chosen reactions out, with the reason. */
export async function dismiss(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  const to = addresses.dossier(scope.slug);
  return formResult(data, async () => {
    const reason = fieldsOf(data).reason ?? "";
    const { dismissed } = await dismissReactions(
      scope,
      { reactionIds: chosenIn(data), reason },
      keyIn(data),
    );
    revalidatePath(to.overview(), "layout");
    redirect(to.statements({ dismissed }, "reacties"));
  });
}

/** Cuts the words of a confirmed document otherwise, and shows what came of it. */
export async function recut(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  const to = addresses.dossier(scope.slug);
  return formResult(data, async () => {
    const { partId = "", lockVersion, type = "", start, offset, kind } = fieldsOf(data);
    const { reactionIds } = await recutReactions(
      scope,
      { partId, lockVersion, change: { type, start, offset, kind } },
      keyIn(data),
    );
    revalidatePath(to.overview(), "layout");
    const [first = ""] = reactionIds;
    redirect(to.reaction(first, { made: reactionIds.length }));
  });
}

/** Divides a reaction that was sent online, and shows its parts. */
export async function divide(
  slug: string,
  about: { consultationId: string; reactionId: string },
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  const to = addresses.dossier(scope.slug);
  const { consultationId, reactionId } = about;
  return formResult(data, async () => {
    const { seen = "" } = fieldsOf(data);
    const cuts = data.getAll("cuts").map(String);
    const input = { consultationId, seen, cuts };
    const { reactionIds } = await divideReaction(scope, input, keyIn(data));
    revalidatePath(to.overview(), "layout");
    redirect(to.reaction(reactionId, { made: reactionIds.length }));
  });
}

/** Makes a divided reaction whole again. */
export async function unite(slug: string, reactionId: string, data: FormData): Promise<void> {
  const scope = await requireDossier(slug);
  const to = addresses.dossier(scope.slug);
  await redirectingOnRefusal(to.reaction(reactionId, { message: UNITED.refused }), () =>
    uniteReaction.submit(scope, data, { reactionId }),
  );
  revalidatePath(to.overview(), "layout");
  redirect(to.reaction(reactionId, { message: UNITED.done }));
}

const JUDGED = { same: linkSame, apart: keepApart, open: reopenSame };

/** Says of a reaction and another whether they say the same, or takes that back. */
export async function judgeSame(slug: string, reactionId: string, data: FormData): Promise<void> {
  const scope = await requireDossier(slug);
  const { says, one = "", other = "" } = fieldsOf(formIn(data));
  const saying = SAYINGS.find((one) => one === says) ?? "open";
  const to = addresses.dossier(scope.slug);
  const done = await redirectingOnRefusal(to.reaction(reactionId, { message: NOT_SAID }), () =>
    JUDGED[saying].submit(scope, data, { one, other }),
  );
  redirect(to.reaction(reactionId, { beside: done.other, action: SAID_WORDS[saying] }));
}
