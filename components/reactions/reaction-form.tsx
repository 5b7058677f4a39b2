import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import type { ReactionDetail, ReactionOptions } from "@/domain/reactions/model";
import { ReactionBeside, ReactionSorting, ReactionWording, SpeakerField } from "./reaction-fields";

/** The form that says what a reaction is, and of one entered by hand what was said. */
export function ReactionForm({
  action,
  reaction,
  options,
}: {
  action: FormAction;
  reaction: ReactionDetail;
  options: ReactionOptions;
}) {
  const t = useTranslations("reactions");
  return (
    <ActionForm
      name="reaction.change"
      action={action}
      submitLabel={t("detail.save")}
      label={t("detail.facts")}
    >
      <ReactionBeside
        options={options}
        lockVersion={reaction.lockVersion}
        byHand={reaction.passage === null}
      />
      <ReactionSorting options={options} values={reaction} />
      {reaction.passage ? (
        <SpeakerField value={reaction.speaker} />
      ) : (
        <ReactionWording options={options} values={reaction} />
      )}
    </ActionForm>
  );
}
