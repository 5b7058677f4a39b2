import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/fields";
import type { ReactionOptions } from "@/domain/reactions/model";
import { NONE } from "./address";
import { SpeakerField, useChoices } from "./reaction-fields";

/** What many reactions can get at once. What is left empty stays as it is with each of them. */
export function ManyReactions({ options }: { options: ReactionOptions }) {
  const t = useTranslations("reactions");
  const { kind, position, group, statement } = useChoices(options);
  const keep = { emptyLabel: t("many.keep"), optional: true } as const;
  return (
    <>
      <SelectField {...kind} {...keep} />
      <SelectField {...position} {...keep} />
      <SelectField
        {...group}
        {...keep}
        options={[...group.options, { value: NONE, label: t("many.noGroup") }]}
      />
      <SelectField
        {...statement}
        {...keep}
        options={[...statement.options, { value: NONE, label: t("many.noStatement") }]}
      />
      <SpeakerField />
    </>
  );
}
