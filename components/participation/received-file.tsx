import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { TextLink } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/text";
import type { AnswerFile } from "@/domain/participation/model";
import { FileName } from "./file-name";
import styles from "./reacting.module.css";

/** A file that came with a reaction, for who works in the dossier. */
export function ReceivedFile({ file, href }: { file: AnswerFile; href: string }) {
  const t = useTranslations("participation.files");
  return (
    <Section id="bestand" title={t("title")}>
      <p className={styles.file}>
        <FileName file={file} />
        <TextLink href={href} prefetch={false}>
          {t("download")}
          <span className="visually-hidden"> {file.fileName}</span>
        </TextLink>
      </p>
      <Paragraph small muted>
        {t("note")}
      </Paragraph>
    </Section>
  );
}
