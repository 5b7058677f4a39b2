import { useTranslations } from "next-intl";
import { addresses, PARAMETERS } from "@/components/addresses";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choice-fields";
import { HiddenField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { SearchForm } from "@/components/ui/search-form";
import { Paragraph } from "@/components/ui/text";
import {
  type ChosenWords as Chosen,
  type CoreValueOption,
  type CoreValueSuggestion,
  MAX_OPTIONS,
} from "@/domain/core-values/model";
import styles from "./coding-choice.module.css";
import { CoreValueFields } from "./core-value-fields";

/** From how many kernwaarden on there is something to search in. */
const SEARCH_FROM = 6;

/** The words as what to ask of the page for coding. */
export function askedByWords(words: Chosen[]) {
  const idsOfType = (type: Chosen["type"]) =>
    words.filter((item) => item.type === type).map((item) => item.id);
  return { reaction: idsOfType("reaction"), passage: idsOfType("passage") };
}

/** The words as hidden fields, so that each form brings them along. */
function Brought({ words }: { words: Chosen[] }) {
  return words.map((item) => (
    <HiddenField key={item.id} name={PARAMETERS[item.type]} value={item.id} />
  ));
}

/** An existing kernwaarde, or a new one. */
export function CodingChoice({
  slug,
  code,
  make,
  words,
  search,
  options,
  suggested,
}: {
  slug: string;
  code: FormAction;
  make: FormAction;
  words: Chosen[];
  search: string;
  options: CoreValueOption[];
  /** What the words resemble most, the best first: stands above the others. */
  suggested: CoreValueSuggestion[];
}) {
  const t = useTranslations("coreValues");
  const to = addresses.dossier(slug);
  const of = words.map(({ id }) => id).join();
  const others = options.filter(({ id }) => !suggested.some((one) => one.id === id));
  const shown: (CoreValueOption & { because?: string[] })[] = [...suggested, ...others];
  return (
    <>
      <Card tone="coreValue" title={t("code.existing")}>
        {options.length >= SEARCH_FROM || search ? (
          <SearchForm
            action={to.code()}
            label={t("code.search")}
            name={PARAMETERS.search}
            defaultValue={search}
            clearHref={search ? to.code(askedByWords(words)) : undefined}
          >
            <Brought words={words} />
          </SearchForm>
        ) : null}
        {options.length === 0 ? (
          <Paragraph muted>{search ? t("code.notFound", { search }) : t("code.noneYet")}</Paragraph>
        ) : null}
        {options.length > 0 ? (
          <ActionForm
            name="coreValue.code"
            of={of}
            action={code}
            submitLabel={t("code.submitExisting")}
          >
            <Brought words={words} />
            <RadioGroup
              key={search}
              name="coreValueId"
              label={t("code.choose")}
              hint={
                [
                  suggested.length > 0 ? t("code.suggested", { count: suggested.length }) : "",
                  options.length === MAX_OPTIONS ? t("code.more", { count: MAX_OPTIONS }) : "",
                ]
                  .filter(Boolean)
                  .join(" ") || undefined
              }
              options={shown.map((option) => ({
                value: option.id,
                label: `K-${option.number} ${option.name}`,
                hint: [
                  option.because ? t("code.alike", { words: option.because.join(", ") }) : "",
                  option.definition,
                  t("code.uses", { count: option.words }),
                ]
                  .filter(Boolean)
                  .join(" · "),
              }))}
            />
          </ActionForm>
        ) : null}
      </Card>
      <Card tone="coreValue" title={t("code.new")}>
        <ActionForm
          name="coreValue.make"
          of={of}
          action={make}
          submitLabel={t("code.submitNew")}
          submitVariant={options.length === 0 ? "primary" : "secondary"}
        >
          <Brought words={words} />
          <CoreValueFields values={{ name: search }} />
        </ActionForm>
      </Card>
      <ButtonLink href={to.statements({}, "reacties")} variant="subtle" className={styles.cancel}>
        {t("code.cancel")}
      </ButtonLink>
    </>
  );
}
