"use server";

import { redirect } from "next/navigation";
import { formIn, formResult, redirectingOnRefusal } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { DONE_WORDS, NOT_SAID, SAID_WORDS, SHOW_WORDS } from "@/components/moderation/show-words";
import type { FormState } from "@/components/ui/form-state";
import { fieldsOf } from "@/domain/kernel/submission";
import {
  keepApart,
  keepReaction,
  linkSame,
  placeReactions,
  refuseReaction,
  reopenSame,
  undoModeration,
} from "@/domain/moderation/commands";
import { type Queue, SAYINGS } from "@/domain/moderation/model";

/** Where somebody is in the queue, and what comes after what they decide on. */
export interface At {
  show: Queue;
  page: number;
  reaction: string | null;
  /** Of what was shown, to say which one it was. */
  number: number | null;
  next: string | null;
}

const queueAt =
  (slug: string, id: string) =>
  (asked: Parameters<ReturnType<typeof addresses.dossier>["moderation"]>[1]) =>
    addresses.dossier(slug).moderation(id, asked);

/** Places what was read: one, or all of a list. */
export async function place(slug: string, id: string, at: At, data: FormData): Promise<void> {
  const scope = await requireDossier(slug);
  const to = queueAt(slug, id);
  const here = { show: SHOW_WORDS[at.show], page: at.page > 1 ? at.page : undefined };
  const seen = formIn(data).getAll("seen").map(String);
  const { actId, count } = await redirectingOnRefusal(
    to({ ...here, reaction: at.reaction ?? undefined, message: "niet" }),
    () => placeReactions.submit(scope, data, { consultationId: id, seen }),
  );
  const undo = count > 0 ? actId : undefined;
  const reference = at.number ?? undefined;
  redirect(
    to({
      ...{ ...here, reaction: at.next ?? undefined, reference },
      ...{ undo, action: DONE_WORDS.place, count },
    }),
  );
}

/** Looked at after a flag: it stays. */
export async function keep(slug: string, id: string, at: At, data: FormData): Promise<void> {
  const scope = await requireDossier(slug);
  const to = queueAt(slug, id);
  const here = { show: SHOW_WORDS[at.show], page: at.page > 1 ? at.page : undefined };
  const { actId } = await redirectingOnRefusal(
    to({ ...here, reaction: at.reaction ?? undefined, message: "niet" }),
    () => keepReaction.submit(scope, data, { consultationId: id }),
  );
  const reference = at.number ?? undefined;
  redirect(
    to({
      ...{ ...here, reaction: at.next ?? undefined, reference },
      ...{ undo: actId, action: DONE_WORDS.keep },
    }),
  );
}

/** Does not place it, or takes it away, with a reason. */
export async function refuse(
  slug: string,
  id: string,
  at: At,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const { actId } = await refuseReaction.submit(scope, data, { consultationId: id });
    const here = { show: SHOW_WORDS[at.show], page: at.page > 1 ? at.page : undefined };
    redirect(
      queueAt(
        slug,
        id,
      )({
        ...here,
        reaction: at.next ?? undefined,
        reference: at.number ?? undefined,
        undo: actId,
        action: DONE_WORDS.refuse,
      }),
    );
  });
}

/** Takes back what was decided last. */
export async function undo(slug: string, id: string, actId: string, data: FormData): Promise<void> {
  const scope = await requireDossier(slug);
  const to = queueAt(slug, id);
  await redirectingOnRefusal(to({ message: "niet" }), () =>
    undoModeration.submit(scope, data, { consultationId: id, actId }),
  );
  redirect(to({ action: DONE_WORDS.undone }));
}

const JUDGED = { same: linkSame, apart: keepApart, open: reopenSame };

/** Says of what is shown and another whether they say the same, or takes that back. */
export async function judge(slug: string, id: string, at: At, data: FormData): Promise<void> {
  const scope = await requireDossier(slug);
  const { says, one = "", other = "" } = fieldsOf(formIn(data));
  const saying = SAYINGS.find((one) => one === says) ?? "open";
  const here = {
    show: SHOW_WORDS[at.show],
    page: at.page > 1 ? at.page : undefined,
    reaction: at.reaction ?? undefined,
  };
  const to = queueAt(slug, id);
  const done = await redirectingOnRefusal(to({ ...here, message: NOT_SAID }), () =>
    JUDGED[saying].submit(scope, data, { one, other }),
  );
  redirect(to({ ...here, beside: done.other, action: SAID_WORDS[saying] }));
}
