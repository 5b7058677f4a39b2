import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { ConsultationName } from "@/components/consultations/consultation-name";
import { RichTextView } from "@/components/editor/rich-text-view";
import { CarryToggle } from "@/components/requirements/carry-toggle";
import { Badge, TraceShape, type TraceTone } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { CodeTag, Paragraph } from "@/components/ui/text";
import type {
  RequirementTrace,
  TraceBranch,
  TraceReaction,
  TraceSource,
  TraceWords,
} from "@/domain/trace/model";
import { anchorsOf, clustersOf } from "@/domain/trace/rules";
import styles from "./trace-path.module.css";
import { TracedWords } from "./words";

/**
 * The whole way down from a requirement as one descending path: the requirement, the kernwaarden it
 * rests on, the reactions under each with the stelling they answered, and the words in the source.
 */
export function TracePath({
  trace,
  slug,
  carry,
}: {
  trace: RequirementTrace;
  slug: string;
  /** For who may choose which words carry the requirement. */
  carry?: (data: FormData) => Promise<void>;
}) {
  const anchors = anchorsOf(trace.branches);
  const sources = new Map(trace.sources.map((source) => [source.versionId, source]));
  return (
    <div className={styles.way}>
      <RequirementStop trace={trace} slug={slug} />
      {trace.branches.map((branch) => (
        <BranchStop
          key={branch.via}
          branch={branch}
          only={trace.only === branch.via}
          requirementId={trace.requirement.id}
          carry={trace.requirement.dropped ? undefined : carry}
          {...{ anchors, sources, slug }}
        />
      ))}
    </div>
  );
}

function Stop({ tone, last = false }: { tone: TraceTone; last?: boolean }) {
  return (
    <span className={cx(styles.stop, styles[tone], last && styles.last)} aria-hidden="true">
      <TraceShape tone={tone} className={styles.shape} />
    </span>
  );
}

function RequirementStop({ trace, slug }: { trace: RequirementTrace; slug: string }) {
  const to = addresses.dossier(slug);
  const t = useTranslations("trace");
  const kinds = useTranslations("kinds");
  const { requirement } = trace;
  return (
    <section className={styles.step} id={requirement.code} aria-labelledby="eis">
      <Stop tone="requirement" last={trace.branches.length === 0} />
      <div className={cx(styles.card, styles.requirementCard)}>
        <div className={styles.meta}>
          <Badge tone="requirement">{t("requirement")}</Badge>
          <CodeTag>{requirement.code}</CodeTag>
          <span>{kinds(`requirement.${requirement.kind}`)}</span>
          <span>{requirement.chapter}</span>
          {requirement.dropped ? <Badge tone="error">{t("dropped")}</Badge> : null}
        </div>
        <Heading level={2} id="eis" className={styles.title}>
          {requirement.title}
        </Heading>
        <RichTextView body={requirement.body} />
        <p className={styles.link}>
          <TextLink href={to.requirement(requirement.id)}>{t("openRequirement")}</TextLink>
        </p>
      </div>
    </section>
  );
}

interface Shared {
  anchors: Map<TraceWords, string>;
  sources: Map<string, TraceSource>;
  slug: string;
  requirementId: string;
  carry: ((data: FormData) => Promise<void>) | undefined;
}

function BranchStop({
  branch,
  only,
  anchors,
  sources,
  slug,
  requirementId,
  carry,
}: Shared & { branch: TraceBranch; only: boolean }) {
  const to = addresses.dossier(slug);
  const t = useTranslations("trace");
  const requirements = useTranslations("requirements");
  const { coreValue, via } = branch;
  const id = `${via}-naam`;
  const parts = (["carries", "also"] as const)
    .map((name) => ({
      name,
      words: branch.words.filter(({ carries }) => carries === (name === "carries")),
    }))
    .filter(({ words }) => words.length > 0);
  const named = coreValue !== null && branch.carrying > 0;
  return (
    <section className={styles.branch} id={via} aria-labelledby={id}>
      <div className={styles.step}>
        <Stop tone={coreValue ? "coreValue" : "reaction"} />
        <div className={styles.card}>
          <div className={styles.meta}>
            {coreValue ? (
              <>
                <Badge tone="coreValue">{t("coreValue")}</Badge>
                <CodeTag>{via}</CodeTag>
              </>
            ) : (
              <Badge tone="reaction">{t("direct")}</Badge>
            )}
            <span>{t("spread", spreadOf(branch))}</span>
          </div>
          <Heading level={2} id={id} className={styles.title}>
            {coreValue ? (
              <TextLink href={to.coreValue(coreValue.id)} className={styles.quietLink}>
                {coreValue.name}
              </TextLink>
            ) : (
              t("directTitle")
            )}
          </Heading>
          {coreValue?.definition ? <Paragraph muted>{coreValue.definition}</Paragraph> : null}
          {branch.total === 0 ? <Paragraph>{t("noWords")}</Paragraph> : null}
          {coreValue && carry && branch.total > 0 && branch.carrying === 0 ? (
            <Paragraph small muted>
              {requirements("carry.none")}
            </Paragraph>
          ) : null}
        </div>
      </div>
      {parts.map(({ name, words }) => (
        <div key={name} className={styles.part}>
          {named ? <p className={styles.partName}>{requirements(`carry.${name}`)}</p> : null}
          <Clusters
            words={words}
            ofCoreValue={coreValue !== null}
            {...{ anchors, sources, slug, requirementId, carry }}
          />
        </div>
      ))}
      {only ? (
        <div className={styles.more}>
          <Pagination
            page={branch.page}
            pages={branch.pages}
            total={branch.total}
            hrefFor={(page) => to.trace(requirementId, { via, page }, via)}
          />
        </div>
      ) : branch.total > branch.words.length ? (
        <p className={styles.more}>
          <TextLink href={to.trace(requirementId, { via }, via)}>
            {t("showAll", { total: branch.total, via })}
          </TextLink>
        </p>
      ) : null}
    </section>
  );
}

function Clusters({
  words,
  ofCoreValue,
  anchors,
  sources,
  slug,
  requirementId,
  carry,
}: Shared & { words: TraceWords[]; ofCoreValue: boolean }) {
  const to = addresses.dossier(slug);
  const t = useTranslations("trace");
  return clustersOf(words).map((cluster) => (
    <div key={cluster.key} className={styles.cluster}>
      <div className={styles.asked}>
        <h3 className={styles.consultation}>
          {cluster.consultation ? (
            <TextLink href={to.consultation(cluster.consultation.id)} className={styles.quietLink}>
              <ConsultationName {...cluster.consultation} />
            </TextLink>
          ) : (
            t("noConsultation")
          )}
        </h3>
        {cluster.statement ? (
          <p className={styles.statement}>
            <TraceShape tone="statement" className={styles.inline} />
            <span>
              <TextLink href={to.statement(cluster.statement.id)}>
                {cluster.statement.number === null
                  ? t("statement")
                  : t("statementNumber", { number: cluster.statement.number })}
              </TextLink>{" "}
              {cluster.statement.text}
            </span>
          </p>
        ) : null}
      </div>
      <ol className={styles.words}>
        {cluster.words.map((one) => (
          <li key={anchors.get(one)} id={anchors.get(one)} className={styles.word}>
            <WordsStop
              words={one}
              ofCoreValue={ofCoreValue}
              {...{ sources, slug, requirementId, carry }}
            />
          </li>
        ))}
      </ol>
    </div>
  ));
}

function spreadOf({ total, consultations, groups }: TraceBranch) {
  return { words: total, consultations, groups };
}

function WordsStop({
  words,
  ofCoreValue,
  sources,
  slug,
  requirementId,
  carry,
}: Omit<Shared, "anchors"> & { words: TraceWords; ofCoreValue: boolean }) {
  const t = useTranslations("trace");
  const requirements = useTranslations("requirements");
  const { reaction, passage, carries, linked, proposed } = words;
  return (
    <>
      <span className={cx(styles.dot, !reaction && styles.plainDot)} aria-hidden="true" />
      <div className={styles.said}>
        {reaction ? (
          <ReactionLine reaction={reaction} slug={slug} />
        ) : (
          <p className={styles.meta}>
            <Badge>{t("words.loose")}</Badge>
          </p>
        )}
        {reaction && passage && !sameWords(reaction.text, passage.exact) ? (
          <Paragraph>{reaction.text}</Paragraph>
        ) : null}
        {passage ? (
          <TracedWords
            passage={passage}
            source={sources.get(passage.sourceVersionId)}
            slug={slug}
          />
        ) : reaction ? (
          <div className={styles.byHand}>
            <p>{reaction.text}</p>
            <p className={styles.note}>{t("words.byHand")}</p>
          </div>
        ) : null}
        {ofCoreValue && carry && !linked ? (
          <CarryToggle
            action={carry}
            {...{ slug, requirementId }}
            words={{
              carries,
              proposed,
              reaction: reaction && { id: reaction.id, number: reaction.number },
              passage: passage && { id: passage.id },
              text: passage?.exact ?? reaction?.text ?? "",
            }}
          />
        ) : ofCoreValue && carries ? (
          <p className={styles.note}>{requirements("carry.carries")}</p>
        ) : null}
      </div>
    </>
  );
}

/** Whether two texts say the same but for white space and list markers. */
function sameWords(a: string, b: string): boolean {
  const bare = (text: string) => text.replace(/[\s*_•-]+/gu, " ").trim();
  return bare(a) === bare(b);
}

function ReactionLine({ reaction, slug }: { reaction: TraceReaction; slug: string }) {
  const to = addresses.dossier(slug);
  const t = useTranslations("trace");
  const kinds = useTranslations("kinds");
  return (
    <p className={styles.meta}>
      <TextLink href={to.reaction(reaction.id)} className={styles.code}>
        R-{reaction.number}
      </TextLink>
      <span>{kinds(`input.${reaction.kind}`)}</span>
      {reaction.group ? <span>{reaction.group}</span> : null}
      {reaction.speaker ? <span>{t("speaker", { speaker: reaction.speaker })}</span> : null}
      {reaction.position !== "none" ? <span>{t(`position.${reaction.position}`)}</span> : null}
    </p>
  );
}
