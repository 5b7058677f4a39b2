import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { Meter } from "@/components/ui/progress";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { formatShortDate } from "@/domain/kernel/dates";
import { type SourceRow, waits } from "@/domain/sources/model";
import { useFailureWords } from "./failure-words";
import { useFormatName } from "./format-name";
import styles from "./source-table.module.css";

/** The sources of a dossier, each with how far it is, what rests on it and the one thing to do next. */
export function SourceTable({
  sources,
  requirements,
  search,
  slug,
  writes,
}: {
  sources: SourceRow[];
  /** How many requirements rest on each, by its id. */
  requirements: ReadonlyMap<string, number>;
  /** The words that were searched, if any. */
  search: string;
  slug: string;
  /** Whether the reader may do what waits. */
  writes: boolean;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("sources");
  const about = useRowWords();
  return (
    <Table
      caption={t("list.caption")}
      captionHidden
      stack
      className={styles.table}
      head={
        <Tr>
          <Th>{t("list.source")}</Th>
          <Th className={styles.apart}>{t("list.kind")}</Th>
          <Th className={styles.apart}>{t("list.date")}</Th>
          <Th className={styles.apart}>{t("list.sector")}</Th>
          <Th>{t("list.text")}</Th>
          <Th>{t("list.splitting")}</Th>
          <Th align="end" className={styles.resting}>
            {t("list.requirements")}
          </Th>
          <Th align="end">{t("list.next")}</Th>
        </Tr>
      }
    >
      {sources.map((source) => {
        const resting = requirements.get(source.id) ?? 0;
        return (
          <Tr key={source.id}>
            <Td>
              <TextLink href={to.source(source.id)} className={styles.title}>
                {source.title}
              </TextLink>
              <span className={styles.facts}>{about.file(source)}</span>
              <span className={styles.together}>
                {[about.kinds(source), about.date(source), source.sectors.join(", ")]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
              {source.found ? (
                <TextLink href={to.source(source.id, { search })} className={styles.found}>
                  {t("list.found", { count: source.found })}
                </TextLink>
              ) : null}
            </Td>
            <Td className={styles.apart}>{about.kinds(source)}</Td>
            <Td className={styles.apart}>
              {about.date(source) || <span className="muted">{t("list.noDate")}</span>}
            </Td>
            <Td className={styles.apart}>
              {source.sectors.join(", ") || <span className="muted">{t("list.noSector")}</span>}
            </Td>
            <Td className={cx(isPlain(source) && styles.plain)}>
              <TextState source={source} />
            </Td>
            <Td className={cx(styles.splitting, source.state !== "read" && styles.plain)}>
              <Splitting source={source} />
            </Td>
            <Td align="end" className={styles.resting} label={t("list.requirements")}>
              {resting > 0 ? (
                <TextLink href={to.wordsTrace(source.id)}>
                  {resting}
                  <span className="visually-hidden">
                    {" "}
                    {t("list.requirementsOf", { count: resting, title: source.title })}
                  </span>
                </TextLink>
              ) : (
                <span className="muted">0</span>
              )}
            </Td>
            <Td align="end" className={styles.next}>
              <NextAct source={source} slug={slug} writes={writes} />
            </Td>
          </Tr>
        );
      })}
    </Table>
  );
}

function useRowWords() {
  const t = useTranslations("sources");
  const kinds = useTranslations("kinds");
  const language = useLocale();
  const formatOf = useFormatName();
  return {
    file: ({ fileName, byteSize }: SourceRow) =>
      `${formatOf(fileName)}, ${t("size", { size: Math.max(1, Math.round(byteSize / 1000)) })}`,
    kinds: (source: SourceRow) =>
      source.kinds.map((kind) => kinds(`consultation.${kind}`)).join(", "),
    date: ({ heldOn, heldUntil }: SourceRow) =>
      heldOn ? formatShortDate(heldOn, language, heldUntil) : "",
  };
}

/** Nothing is to be said of its text but that it is there. */
function isPlain({ state, remarks, keepUntil, destroyedAt }: SourceRow): boolean {
  return state === "read" && remarks === 0 && !keepUntil && !destroyedAt;
}

/** How the text came in, and what becomes of the file it came from. */
function TextState({ source }: { source: SourceRow }) {
  const t = useTranslations("sources");
  const language = useLocale();
  const wordsOf = useFailureWords();
  if (source.state === "failed") {
    return (
      <>
        <Badge tone="error">{t("progress.failed")}</Badge>
        <span className={styles.facts}>{wordsOf(source.failure)}</span>
      </>
    );
  }
  return (
    <>
      {source.state === "read" ? (
        <span>{t("list.read")}</span>
      ) : (
        <Badge tone="neutral">{t(`progress.${source.state}`)}</Badge>
      )}
      {source.remarks > 0 ? (
        <span className={styles.facts}>{t("list.remarks", { count: source.remarks })}</span>
      ) : null}
      {source.destroyedAt ? (
        <span className={styles.facts}>{t("list.destroyed")}</span>
      ) : source.keepUntil ? (
        <span className={styles.facts}>
          {t("list.keepUntil", { date: formatShortDate(source.keepUntil, language) })}
        </span>
      ) : null}
    </>
  );
}

function Splitting({ source }: { source: SourceRow }) {
  const t = useTranslations("sources.list");
  if (source.state !== "read") return <span className="muted">–</span>;
  if (source.segments === 0) return <span className="muted">{t("notNeeded")}</span>;
  if (source.openSegments === 0 && source.act !== "confirm") {
    return (
      <span className={styles.done}>
        <Icon name="check" className={styles.check} />
        {t("done", { count: source.segments })}
      </span>
    );
  }
  const decided = source.segments - source.openSegments;
  return (
    <Meter
      value={decided}
      max={source.segments}
      label={t("decided", { decided, total: source.segments })}
    />
  );
}

function NextAct({ source, slug, writes }: { source: SourceRow; slug: string; writes: boolean }) {
  const t = useTranslations("sources");
  const to = addresses.dossier(slug);
  // Who only reads has one thing to do: read.
  const act = writes || source.act === "reading" ? source.act : "read";
  const part = source.documents === 1 ? to.part(source.id, 1) : to.parts(source.id);
  const href = {
    failed: to.source(source.id),
    destroy: to.source(source.id, {}, "origineel"),
    confirm: source.documents === 1 ? to.confirmPart(source.id, 1) : to.parts(source.id),
    continue: part,
    start: part,
    reading: to.source(source.id),
    read: to.source(source.id),
  }[act];
  const words = (
    <>
      {t(`act.${act}`)}
      <span className="visually-hidden">: {source.title}</span>
    </>
  );
  return waits(act) ? (
    <ButtonLink size="small" href={href}>
      {words}
    </ButtonLink>
  ) : (
    <TextLink href={href}>{words}</TextLink>
  );
}
