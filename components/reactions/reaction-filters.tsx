import { useTranslations } from "next-intl";
import { addresses, PARAMETERS } from "@/components/addresses";
import { FilterSelect } from "@/components/ui/filter-select";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { SearchForm } from "@/components/ui/search-form";
import { OUTCOMES, POSITIONS, REACTION_KINDS } from "@/db/vocabulary";
import {
  type FilterOptions,
  type ReactionFilters as Filters,
  REACTION_SORTS,
  type ReactionOptions,
} from "@/domain/reactions/model";
import {
  ADDRESS_WORDS,
  askedBy,
  filterCount,
  NONE,
  OUTCOME_WORDS,
  WITHOUT_CORE_VALUE,
} from "./address";
import styles from "./reaction-filters.module.css";

/** Longest text of a stelling in a select. */
const STATEMENT_LENGTH = 90;

/** A stelling as one line of a list: its numbers and its first words. */
export function statementLabel({ text, numbers }: ReactionOptions["statements"][number]): string {
  const words = text.length > STATEMENT_LENGTH ? `${text.slice(0, STATEMENT_LENGTH)}…` : text;
  return numbers ? `${numbers}. ${words}` : words;
}

/** Search in the reactions, narrow them and put them in order; all of it in the address. */
export function ReactionFilters({
  slug,
  filters,
  options,
}: {
  slug: string;
  filters: Filters;
  options: FilterOptions;
}) {
  const t = useTranslations("reactions.filters");
  const names = useTranslations("reactions");
  const kinds = useTranslations("kinds");
  const outcomes = useTranslations("dispositions");
  const to = addresses.dossier(slug);
  const count = filterCount(filters);
  const clear = count > 0 || filters.search || filters.sort;
  return (
    <SearchForm
      compact
      action={to.statements()}
      label={t("search")}
      name={PARAMETERS.search}
      defaultValue={filters.search}
      clearHref={clear ? to.statements() : undefined}
    >
      <details
        // The address is the truth: another address shows its own choices.
        key={to.statements(askedBy({ ...filters, page: undefined }))}
        className={styles.more}
      >
        <summary className={styles.summary}>{t("more", { count })}</summary>
        <div className={styles.fields}>
          <FilterSelect
            name={PARAMETERS.consultation}
            label={t("consultation")}
            all={t("allConsultations")}
            value={filters.consultationId ?? ""}
            options={options.consultations.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <FilterSelect
            name={PARAMETERS.statement}
            label={t("statement")}
            all={t("allStatements")}
            hint={
              options.statementsOfOne && !filters.consultationId ? t("statementsOfOne") : undefined
            }
            value={filters.withoutStatement ? NONE : (filters.statementId ?? "")}
            options={[
              { value: NONE, label: t("noStatement") },
              ...options.statements.map((statement) => ({
                value: statement.id,
                label: statementLabel(statement),
              })),
            ]}
          />
          <FilterSelect
            name={PARAMETERS.group}
            label={t("group")}
            all={t("allGroups")}
            value={filters.withoutGroup ? NONE : (filters.groupId ?? "")}
            options={[
              { value: NONE, label: t("noGroup") },
              ...options.groups.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <FilterSelect
            name={PARAMETERS.kind}
            label={t("kind")}
            all={t("allKinds")}
            value={filters.kind ? ADDRESS_WORDS.kind[filters.kind] : ""}
            options={REACTION_KINDS.map((kind) => ({
              value: ADDRESS_WORDS.kind[kind],
              label: kinds(`input.${kind}`),
            }))}
          />
          <FilterSelect
            name={PARAMETERS.position}
            label={t("position")}
            all={t("allPositions")}
            value={filters.position ? ADDRESS_WORDS.position[filters.position] : ""}
            options={POSITIONS.map((position) => ({
              value: ADDRESS_WORDS.position[position],
              label: names(`position.${position}`),
            }))}
          />
          <FilterSelect
            name={PARAMETERS.without}
            label={t("coreValue")}
            all={t("withAndWithout")}
            value={filters.withoutCoreValue ? WITHOUT_CORE_VALUE : ""}
            options={[{ value: WITHOUT_CORE_VALUE, label: t("withoutCoreValue") }]}
          />
          <FilterSelect
            name={PARAMETERS.outcome}
            label={outcomes("facts.title")}
            all={t("withAndWithoutAnswer")}
            value={
              filters.withoutAnswer ? NONE : filters.outcome ? OUTCOME_WORDS[filters.outcome] : ""
            }
            options={[
              { value: NONE, label: outcomes("unanswered") },
              ...OUTCOMES.map((outcome) => ({
                value: OUTCOME_WORDS[outcome],
                label: outcomes(`outcome.${outcome}`),
              })),
            ]}
          />
          <FilterSelect
            name={PARAMETERS.order}
            label={t("sort")}
            all={t("usualOrder")}
            value={filters.sort ? ADDRESS_WORDS.sort[filters.sort] : ""}
            options={REACTION_SORTS.filter((sort) => sort !== "relevance" || filters.search).map(
              (sort) => ({ value: ADDRESS_WORDS.sort[sort], label: t(`sorts.${sort}`) }),
            )}
          />
        </div>
      </details>
      <ActiveFilters slug={slug} filters={filters} options={options} />
    </SearchForm>
  );
}

/** What the list is narrowed by, each with a link that takes that one off. */
function ActiveFilters({
  slug,
  filters,
  options,
}: {
  slug: string;
  filters: Filters;
  options: FilterOptions;
}) {
  const t = useTranslations("reactions.filters");
  const names = useTranslations("reactions");
  const kinds = useTranslations("kinds");
  const outcomes = useTranslations("dispositions");
  const rest = { ...filters, page: undefined };
  const consultation = options.consultations.find(({ id }) => id === filters.consultationId);
  const statement = options.statements.find(({ id }) => id === filters.statementId);
  const group = options.groups.find(({ id }) => id === filters.groupId);
  const active: { label: string; value: string; without: Filters }[] = [];
  if (consultation) {
    active.push({
      label: t("consultation"),
      value: consultation.title,
      without: { ...rest, consultationId: undefined },
    });
  }
  if (statement || filters.withoutStatement) {
    active.push({
      label: t("statement"),
      value: statement ? statementLabel(statement) : t("noStatement"),
      without: { ...rest, statementId: undefined, withoutStatement: undefined },
    });
  }
  if (group || filters.withoutGroup) {
    active.push({
      label: t("group"),
      value: group?.name ?? t("noGroup"),
      without: { ...rest, groupId: undefined, withoutGroup: undefined },
    });
  }
  if (filters.kind) {
    active.push({
      label: t("kind"),
      value: kinds(`input.${filters.kind}`),
      without: { ...rest, kind: undefined },
    });
  }
  if (filters.position) {
    active.push({
      label: t("position"),
      value: names(`position.${filters.position}`),
      without: { ...rest, position: undefined },
    });
  }
  if (filters.withoutCoreValue) {
    active.push({
      label: t("coreValue"),
      value: t("withoutCoreValue"),
      without: { ...rest, withoutCoreValue: undefined },
    });
  }
  if (filters.outcome || filters.withoutAnswer) {
    active.push({
      label: outcomes("facts.title"),
      value: filters.outcome ? outcomes(`outcome.${filters.outcome}`) : outcomes("unanswered"),
      without: { ...rest, outcome: undefined, withoutAnswer: undefined },
    });
  }
  if (active.length === 0) return null;
  return (
    <ul className={styles.active} aria-label={t("active")}>
      {active.map(({ label, value, without }) => (
        <li key={label}>
          <TextLink
            href={addresses.dossier(slug).statements(askedBy(without), "reacties")}
            className={styles.chip}
            scroll={false}
          >
            <span className={styles.chipText}>
              {label}: {value}
            </span>
            <Icon name="close" className={styles.chipIcon} />
            <span className="visually-hidden">{t("takeOff")}</span>
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
