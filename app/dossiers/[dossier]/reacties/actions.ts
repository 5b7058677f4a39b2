"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { fieldsOf, formResult } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { NONE } from "@/components/reactions/address";
import type { FormState } from "@/components/ui/form-state";
import { Conflict, Invalid } from "@/domain/errors";
import { addReaction, changeReaction, setReactionGroup } from "@/domain/reactions/commands";
import type { Position, ReactionKind } from "@/domain/reactions/model";
import { reactionOptions } from "@/domain/reactions/queries";
import { staleState } from "./_lib/stale";

export async function add(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const { id } = await addReaction(scope, fieldsOf(data) as never);
    redirect(`/dossiers/${scope.slug}/reacties/${id}?toegevoegd=1`);
  });
}

/** The reaction as it stands now, as the command hands it over with a conflict. */
interface Current {
  kind: ReactionKind;
  position: Position;
  stakeholderGroupId: string | null;
  statementId: string | null;
  consultationId: string;
  text: string;
  speaker: string | null;
  lockVersion: number;
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
    const typed = fieldsOf(data);
    try {
      await changeReaction(scope, { ...typed, id } as never);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const now = error.current as Current;
      const options = await reactionOptions(scope);
      const differs = (name: string, value: string | null, shown: string | undefined) =>
        typed[name] === undefined || typed[name] === (value ?? "") ? null : (shown ?? "");
      return staleState(data, now.lockVersion, {
        kind: differs("kind", now.kind, t(`kind.${now.kind}`)),
        position: differs("position", now.position, t(`position.${now.position}`)),
        groupId: differs(
          "groupId",
          now.stakeholderGroupId,
          options.groups.find((group) => group.id === now.stakeholderGroupId)?.name,
        ),
        statementId: differs(
          "statementId",
          now.statementId,
          options.statements.find((statement) => statement.id === now.statementId)?.text,
        ),
        consultationId: differs(
          "consultationId",
          now.consultationId,
          options.consultations.find((one) => one.id === now.consultationId)?.title,
        ),
        text: differs("text", now.text, now.text),
        speaker: differs("speaker", now.speaker, now.speaker ?? ""),
      });
    }
    revalidatePath(`/dossiers/${scope.slug}`, "layout");
    return { status: "done", message: t("detail.saved") };
  });
}

export async function setGroup(
  slug: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const chosen = String(data.get("groupId") ?? "");
    // Taking the group off is a choice too, and not what happens when nothing was chosen.
    if (!chosen) throw new Invalid("errors.fields", {}, { groupId: "errors.field.choose" });
    const groupId = chosen === NONE ? "" : chosen;
    const { changed } = await setReactionGroup(scope, {
      reactionIds: data.getAll("reactie").map(String),
      groupId,
    });
    revalidatePath(`/dossiers/${scope.slug}`, "layout");
    redirect(`/dossiers/${scope.slug}/stellingen?groep=${chosen}&gewijzigd=${changed}`);
  });
}
