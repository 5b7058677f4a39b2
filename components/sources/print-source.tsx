import Form from "next/form";
import { useTranslations } from "next-intl";
import { addresses, PARAMETERS } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { TextField } from "@/components/ui/fields";
import { TextLink } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/text";
import type { BlockRow, SourceDetail } from "@/domain/sources/model";
import { PrintButton } from "./print-button";
import styles from "./print-source.module.css";
import { ReadingText } from "./reading-text";

/** The blocks of a source that somebody chose to have on paper, as many as go at once. */
export function PrintSource({
  slug,
  source,
  asked,
  blocks,
}: {
  slug: string;
  source: SourceDetail;
  /** Numbers of blocks. */
  asked: { from: number; until: number };
  blocks: BlockRow[];
}) {
  const t = useTranslations("sources.printing");
  const to = addresses.dossier(slug);
  const version = source.n === source.newest ? undefined : source.n;
  const [first, last] = [blocks[0], blocks.at(-1)];
  const total = source.blocks;
  const more = last && last.n < Math.min(asked.until, total);
  return (
    <>
      <PageHead
        back={{ href: to.source(source.id, { version }), label: source.title }}
        title={t("title")}
        meta={
          first && last ? t("shown", { from: first.n, until: last.n, total }) : t("none", { total })
        }
        actions={
          <ClientMessages namespaces={["sources.reader"]}>
            <PrintButton />
          </ClientMessages>
        }
      />
      <Form action={to.printSource(source.id)} className={styles.form}>
        <TextField
          key={`van ${asked.from}`}
          type="number"
          min={1}
          max={total}
          name={PARAMETERS.from}
          label={t("from")}
          defaultValue={asked.from}
        />
        <TextField
          key={`tot ${asked.until}`}
          type="number"
          min={1}
          max={total}
          name={PARAMETERS.until}
          label={t("until")}
          defaultValue={asked.until}
        />
        {version ? <input type="hidden" name={PARAMETERS.version} value={version} /> : null}
        <Button type="submit">{t("show")}</Button>
      </Form>
      {more ? (
        <div className="no-print">
          <Paragraph>
            {t.rich("next", {
              a: (chunks) => (
                <TextLink
                  href={to.printSource(source.id, {
                    from: last.n + 1,
                    until: asked.until,
                    version,
                  })}
                >
                  {chunks}
                </TextLink>
              ),
            })}
          </Paragraph>
        </div>
      ) : null}
      <Section id="tekst" titleHidden title={source.title}>
        <ClientMessages namespaces={["sources.reading", "sources.resting"]}>
          <ReadingText
            blocks={blocks}
            paper={source.paper}
            resting={[]}
            beside={[]}
            hits={[]}
            focus={null}
            slug={slug}
            sourceId={source.id}
          />
        </ClientMessages>
      </Section>
    </>
  );
}
