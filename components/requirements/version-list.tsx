import Form from "next/form";
import { useTranslations } from "next-intl";
import { PARAMETERS } from "@/components/addresses";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { VersionLine } from "@/domain/requirements/model";
import styles from "./version-list.module.css";

/** All versions, newest first; two of them can be chosen to compare. */
export function VersionList({
  here,
  versions,
  before,
  after,
  restoreHref,
}: {
  /** Address of this page. */
  here: string;
  versions: (VersionLine & { moment: string })[];
  before: number;
  after: number;
  /** Where an older version is put back; left out for who may not write. */
  restoreHref?: (n: number) => string;
}) {
  const t = useTranslations("requirements");
  const newest = versions[0]?.n ?? 0;
  const comparable = versions.length > 1;
  const table = (
    <Table
      caption={t("versions.all")}
      captionHidden
      stack
      head={
        <Tr>
          {comparable ? <Th>{t("versions.compare")}</Th> : null}
          <Th>{t("versions.version")}</Th>
          <Th>{t("versions.reason")}</Th>
          <Th>{t("versions.who")}</Th>
          <Th>{t("versions.when")}</Th>
          {restoreHref ? <Th>{t("versions.restore")}</Th> : null}
        </Tr>
      }
    >
      {versions.map((version) => (
        <Tr key={version.n}>
          {comparable ? (
            <Td label={t("versions.compare")}>
              <span className={styles.choices}>
                <label className={styles.choice}>
                  <input
                    type="radio"
                    name={PARAMETERS.from}
                    value={version.n}
                    defaultChecked={version.n === before}
                  />
                  {t("versions.from")}
                  <span className="visually-hidden"> {t("versions.n", { n: version.n })}</span>
                </label>
                <label className={styles.choice}>
                  <input
                    type="radio"
                    name={PARAMETERS.to}
                    value={version.n}
                    defaultChecked={version.n === after}
                  />
                  {t("versions.to")}
                  <span className="visually-hidden"> {t("versions.n", { n: version.n })}</span>
                </label>
              </span>
            </Td>
          ) : null}
          <Td label={t("versions.version")}>
            <span className={styles.version}>
              {version.n}
              {version.event === "changed" ? null : (
                <Badge tone={version.event === "dropped" ? "error" : "neutral"}>
                  {t(`versions.event.${version.event}`)}
                </Badge>
              )}
            </span>
          </Td>
          <Td label={t("versions.reason")}>{version.reason || "–"}</Td>
          <Td label={t("versions.who")}>{version.author ?? t("versions.system")}</Td>
          <Td label={t("versions.when")}>
            <time dateTime={new Date(version.createdAt).toISOString()}>{version.moment}</time>
          </Td>
          {restoreHref ? (
            <Td label={t("versions.restore")}>
              {version.n < newest ? (
                <TextLink href={restoreHref(version.n)}>
                  {t("versions.restore")}
                  <span className="visually-hidden"> {t("versions.n", { n: version.n })}</span>
                </TextLink>
              ) : (
                t("versions.stands")
              )}
            </Td>
          ) : null}
        </Tr>
      ))}
    </Table>
  );
  if (!comparable) return table;
  return (
    <Form action={here} scroll className={styles.form}>
      {table}
      <div>
        <Button type="submit">{t("versions.compareButton")}</Button>
      </div>
    </Form>
  );
}
