import { useFormatter, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { AnswerFile } from "@/domain/participation/model";
import styles from "./reacting.module.css";

/** What a file is called, what it is, and how large. */
export function FileName({ file }: { file: AnswerFile }) {
  const t = useTranslations("participation.files");
  const format = useFormatter();
  const kilobytes = Math.max(1, Math.round(file.byteSize / 1024));
  return (
    <span className={styles.fileName}>
      <Icon name="file" />
      <span>
        {file.fileName}{" "}
        <span className={styles.optional}>
          {t("about", { kind: t(`kind.${file.kind}`), size: format.number(kilobytes) })}
        </span>
      </span>
    </span>
  );
}
