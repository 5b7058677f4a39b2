import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { headingTags, inRuns } from "@/components/sources/runs";
import { MarkedText } from "@/components/text/marked-text";
import { columnShares } from "@/components/text/text-pieces";
import { cx } from "@/components/ui/cx";
import type { FormAction } from "@/components/ui/form";
import { TextLink } from "@/components/ui/link";
import type { CorrectionPage } from "@/domain/corrections/model";
import { isCorrectable } from "@/domain/corrections/rules";
import type { BlockRow } from "@/domain/sources/model";
import { isRule } from "@/domain/text/signs";
import styles from "./corrections.module.css";
import { OwnProposal } from "./own-proposal";
import { ProposeForm } from "./propose-form";

type Own = CorrectionPage["own"][number];

/** The text to correct, block by block, with the own proposals where they belong; at one block the form. */
export function OwnText({
  link,
  page,
  at,
  blocks,
  own,
  propose,
  withdraw,
}: {
  link: string;
  page: number;
  /** The block for which other words are typed. */
  at: number | null;
  blocks: BlockRow[];
  own: readonly Own[];
  propose: FormAction;
  withdraw: (data: FormData) => Promise<void>;
}) {
  const headings = headingTags(blocks);
  const proposals = new Map(own.map((one) => [one.block, one]));
  return (
    <div className={styles.text}>
      {inRuns(blocks).map((run) => {
        const [first] = run;
        const columns =
          first?.form === "tableRow" ? columnShares(run.map((row) => row.text)) : undefined;
        const shown = run.map((block, i) => {
          const proposal = proposals.get(block.n);
          const Outer = block.form === "listItem" ? "li" : "div";
          return (
            <Outer
              key={block.n}
              id={`blok-${block.n}`}
              className={cx(styles.block, at === block.n && styles.current)}
              hidden={isRule(block.text)}
            >
              <MarkedText
                text={block.text}
                start={block.start}
                form={block.form}
                level={block.level}
                as={headings.get(block.n)}
                head={isRule(run[i + 1]?.text ?? "")}
                columns={columns}
              />
              {at === block.n && !proposal?.decision && isCorrectable(block) ? (
                <ProposeForm
                  link={link}
                  page={page}
                  block={block}
                  own={proposal}
                  action={propose}
                />
              ) : proposal ? (
                <OwnProposal
                  proposal={proposal}
                  link={link}
                  page={page}
                  withdraw={proposal.decision ? undefined : withdraw}
                />
              ) : (
                <ProposeLink link={link} page={page} block={block} />
              )}
            </Outer>
          );
        });
        return first?.form === "listItem" ? (
          <ul key={first.n} className={styles.list}>
            {shown}
          </ul>
        ) : (
          shown
        );
      })}
    </div>
  );
}

function ProposeLink({ link, page, block }: { link: string; page: number; block: BlockRow }) {
  const t = useTranslations("corrections.own");
  if (isRule(block.text)) return null;
  if (!isCorrectable(block)) return <p className={styles.note}>{t("tooLong")}</p>;
  return (
    <p className={styles.ask}>
      <TextLink
        href={addresses.correction(link, { segment: block.n, page }, `blok-${block.n}`)}
        className={styles.askLink}
      >
        {t("propose")}
        <span className="visually-hidden"> {t("proposeAt", { n: block.n })}</span>
      </TextLink>
    </p>
  );
}
