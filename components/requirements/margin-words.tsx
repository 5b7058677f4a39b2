import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { SuspectBadge } from "@/components/sources/suspect-badge";
import { shortened } from "@/components/text/shortened";
import { Words } from "@/components/text/words";
import { TraceShape } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/link";
import type { RequirementTrace, TraceBranch, TraceWords } from "@/domain/trace/model";
import { CarryToggle } from "./carry-toggle";
import styles from "./document-margin.module.css";

/** Quotes up to here stand whole in the margin; the rest is a link away. */
const QUOTE = 420;

/** The quoted words of a requirement to write beside: per kernwaarde, and apart those it was linked to itself. */
export function MarginWords({
  slug,
  trace,
  carry,
}: {
  slug: string;
  trace: RequirementTrace;
  /** For who may choose which words carry it. */
  carry?: (data: FormData) => Promise<void>;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("requirements");
  const { branches, requirement } = trace;
  if (branches.length === 0) {
    const { noSourceReason } = requirement;
    return (
      <div
        className={styles.none}
        data-missing={(!noSourceReason && !requirement.dropped) || undefined}
      >
        <p>
          <strong>{noSourceReason ? t("noSource.title") : t("document.none")}</strong>{" "}
          {noSourceReason ?? (requirement.dropped ? "" : t("noSource.missingHelp"))}
        </p>
        {requirement.dropped ? null : (
          <p>
            <TextLink href={to.requirement(requirement.id, {}, "koppelen")}>
              {t("trace.add", { code: requirement.code })}
            </TextLink>
          </p>
        )}
      </div>
    );
  }
  return branches.map((branch) => (
    <Branch
      key={`${requirement.id} ${branch.via}`}
      slug={slug}
      requirementId={requirement.id}
      branch={branch}
      carry={requirement.dropped ? undefined : carry}
    />
  ));
}

function Branch({
  slug,
  requirementId,
  branch,
  carry,
}: {
  slug: string;
  requirementId: string;
  branch: TraceBranch;
  carry?: (data: FormData) => Promise<void>;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("requirements");
  const { coreValue, via, total, groups, words } = branch;
  return (
    <section className={styles.branch} aria-labelledby={`kantlijn-${via}`}>
      <h3 id={`kantlijn-${via}`} className={styles.via}>
        <TraceShape tone={coreValue ? "coreValue" : "reaction"} />
        {coreValue ? (
          <TextLink href={to.coreValue(coreValue.id)}>
            {t("trace.coreValue", { number: coreValue.number, name: coreValue.name })}
          </TextLink>
        ) : (
          t("document.direct")
        )}
      </h3>
      <p className={styles.note}>
        {t("document.words", { count: total })}
        {groups > 0 ? `, ${t("document.groups", { count: groups })}` : null}
      </p>
      {coreValue && carry && total > 0 && branch.carrying === 0 ? (
        <p className={styles.note}>{t("carry.none")}</p>
      ) : null}
      <ul className={styles.list}>
        {words.map((one) => (
          <li
            key={`${one.reaction?.id}${one.passage?.id}`}
            className={styles.quote}
            // What can be chosen says so itself, as it is now.
            data-carries={(one.carries && (one.linked || !carry)) || undefined}
          >
            <Said slug={slug} words={one} />
            {coreValue && carry && !one.linked ? (
              <CarryToggle
                action={carry}
                {...{ slug, requirementId }}
                words={{ ...one, text: one.passage?.exact ?? one.reaction?.text ?? "" }}
              />
            ) : coreValue && one.carries ? (
              <p className={styles.facts}>{t("carry.carries")}</p>
            ) : null}
          </li>
        ))}
      </ul>
      {total > words.length ? (
        <p>
          <TextLink href={to.trace(requirementId, { via }, via)}>
            {t("document.more", { count: total - words.length })}
            <span className="visually-hidden"> {via}</span>
          </TextLink>
        </p>
      ) : null}
    </section>
  );
}

/** Quoted words with who said them, where, and whether the source changed since. */
export function Said({
  slug,
  words: { reaction, passage, consultation },
}: {
  slug: string;
  words: TraceWords;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("requirements");
  const code = reaction ? t("trace.reaction", { number: reaction.number }) : t("document.passage");
  return (
    <>
      <blockquote className={styles.said}>
        <Words text={shortened(passage?.exact ?? reaction?.text ?? "", QUOTE)} />
      </blockquote>
      <p className={styles.facts}>
        {reaction ? <TextLink href={to.reaction(reaction.id)}>{code}</TextLink> : null}
        {[reaction?.speaker, reaction?.group, consultation?.title].filter(Boolean).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {passage ? (
          <TextLink href={to.quote(passage.sourceId, { passage: passage.id })}>
            {t("trace.inSource")}
            <span className="visually-hidden"> {code}</span>
          </TextLink>
        ) : null}
        {passage ? (
          <SuspectBadge
            marks={{ changed: passage.suspect, removed: passage.removed }}
            href={to.places(passage.sourceId, { passage: passage.id })}
            of={code}
          />
        ) : null}
      </p>
    </>
  );
}
