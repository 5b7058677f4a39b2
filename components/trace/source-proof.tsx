import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { SuspectBadge } from "@/components/sources/suspect-badge";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import type { TraceSource } from "@/domain/trace/model";
import styles from "./source-proof.module.css";

/** What one needs to check that a quoted source is the file it is said to be. */
export function SourceProof({
  sources,
  slug,
  seesNames,
}: {
  sources: TraceSource[];
  slug: string;
  /** Whether names may be seen, and so the file: nothing is replaced in it. */
  seesNames: boolean;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("trace.proof");
  return (
    <ul className={styles.list}>
      {sources.map((source) => (
        <li key={source.versionId} className={styles.item}>
          <Heading level={3} className={styles.title}>
            <TextLink href={to.source(source.id)}>{source.title}</TextLink>
          </Heading>
          <dl className={styles.facts}>
            <div>
              <dt>{t("file")}</dt>
              <dd>{source.fileName}</dd>
            </div>
            <div>
              <dt>{t("version")}</dt>
              <dd>{source.version}</dd>
            </div>
            <div>
              <dt>{t("fileHash")}</dt>
              <dd>
                <code className={styles.hash}>{source.sha256}</code>
              </dd>
            </div>
            <div>
              <dt>{t("textHash")}</dt>
              <dd>
                <code className={styles.hash}>{source.textSha256}</code>
              </dd>
            </div>
          </dl>
          {source.removed ? (
            <p className={styles.original}>
              <SuspectBadge
                marks={{ changed: false, removed: true }}
                href={to.source(source.id)}
                of={source.title}
              />{" "}
              {t("gone")}
            </p>
          ) : null}
          {seesNames && source.kept ? (
            <p className={styles.original}>
              <a href={to.original(source.id)}>
                {t("original")}
                <span className="visually-hidden"> {t("originalOf", { title: source.title })}</span>
              </a>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
