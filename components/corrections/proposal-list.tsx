import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { DiffText } from "@/components/requirements/diff-text";
import { MarkedText } from "@/components/text/marked-text";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import type { FormAction } from "@/components/ui/form";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import type { CorrectedBlock, RoundDetail } from "@/domain/corrections/model";
import { comparedWords } from "@/domain/corrections/rules";
import { diffWords } from "@/domain/requirements/rules/diff";
import styles from "./corrections.module.css";
import { DecideForm } from "./decide-form";

type Proposal = CorrectedBlock["corrections"][number];

interface Acts {
  decide: FormAction;
  undecide: (data: FormData) => Promise<void>;
}

/** What attendees propose, per block of the text, with what the author decides. */
export function ProposalList({
  slug,
  source,
  round,
  blocks,
  page,
  acts,
}: {
  slug: string;
  source: { id: string; newest: number };
  round: RoundDetail;
  blocks: readonly CorrectedBlock[];
  page: number;
  /** Left out when nothing can be decided. */
  acts?: Acts;
}) {
  const t = useTranslations("corrections.list");
  const version = round.n === source.newest ? undefined : round.n;
  return (
    <ol className={styles.list}>
      {blocks.map((block) => {
        const accepted = block.corrections.find(({ decision }) => decision === "accepted");
        return (
          <li key={block.n} id={`blok-${block.n}`} className={styles.block}>
            <div className={styles.head}>
              <Heading level={3}>{t("block", { n: block.n })}</Heading>
              <TextLink
                href={addresses.dossier(slug).source(source.id, { version }, `blok-${block.n}`)}
              >
                {t("inText")}
                <span className="visually-hidden">, {t("block", { n: block.n })}</span>
              </TextLink>
            </div>
            <MarkedText text={block.text} form={block.form} />
            {block.corrections.map((proposal) => (
              <ProposalOf
                key={proposal.id}
                block={block}
                proposal={proposal}
                page={page}
                taken={accepted !== undefined && accepted.text !== proposal.text}
                acts={acts}
              />
            ))}
          </li>
        );
      })}
    </ol>
  );
}

function ProposalOf({
  block,
  proposal,
  page,
  taken,
  acts,
}: {
  block: CorrectedBlock;
  proposal: Proposal;
  page: number;
  /** Other words for the block were accepted. */
  taken: boolean;
  acts?: Acts;
}) {
  const t = useTranslations("corrections.list");
  const { id, name, text, remark, decision, reply, decidedBy } = proposal;
  return (
    <div className={styles.proposal}>
      <p className={styles.head}>
        <strong>{t("from", { name })}</strong>
        <Badge tone={decision === "accepted" ? "ok" : decision ? "neutral" : "warning"}>
          {t(`state.${decision ?? "open"}`)}
        </Badge>
        {decision && decidedBy ? (
          <span className={styles.said}>{t("by", { name: decidedBy })}</span>
        ) : null}
      </p>
      {text === null ? (
        <p>{t("gone")}</p>
      ) : (
        <DiffText parts={diffWords(...comparedWords(block, text))} />
      )}
      {remark ? <p className={styles.said}>{t("why", { remark })}</p> : null}
      {reply ? <p className={styles.said}>{t("reply", { reply })}</p> : null}
      {acts && decision ? (
        <ButtonForm action={acts.undecide} hidden={{ correctionId: id, block: block.n, page }}>
          <Button type="submit" size="small" variant="subtle">
            {t("undo")}
            <span className="visually-hidden"> {t("undoOf", { name })}</span>
          </Button>
        </ButtonForm>
      ) : null}
      {acts && !decision ? (
        <DecideForm
          proposal={proposal}
          page={page}
          action={acts.decide}
          taken={taken ? t("other") : null}
        />
      ) : null}
    </div>
  );
}
