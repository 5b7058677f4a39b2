"use server";

import { redirect } from "next/navigation";
import { formIn, formResult, redirectingOnRefusal } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { DONE_WORDS, SHOW_WORDS } from "@/components/moderation/show-words";
import type { FormState } from "@/components/ui/form-state";
import {
  keepReaction,
  placeReactions,
  refuseReaction,
  undoModeration,
} from "@/domain/moderation/commands";
import type { Queue } from "@/domain/moderation/model";

/** Where somebody is in the queue, and what comes after what they decide on. */
export interface At {
  show: Queue;
  page: number;
  reaction: string | null;
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
  redirect(to({ ...here, reaction: at.next ?? undefined, undo, action: DONE_WORDS.place, count }));
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
  redirect(to({ ...here, reaction: at.next ?? undefined, undo: actId, action: DONE_WORDS.keep }));
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
