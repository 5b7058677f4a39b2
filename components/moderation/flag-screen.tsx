import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Choices } from "@/components/participation/choices";
import styles from "@/components/participation/reacting.module.css";
import { Post } from "@/components/participation/reacting-shell";
import { Trap } from "@/components/participation/trap";
import { Button } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { SubmissionKey } from "@/components/ui/submission-key";
import { Paragraph } from "@/components/ui/text";
import { REFUSAL_REASONS } from "@/db/vocabulary";
import type { OtherReaction } from "@/domain/participation/model";

/** What somebody says of a reaction of somebody else, for the municipality alone. */
export function FlagScreen({ code, reaction }: { code: string; reaction: OtherReaction }) {
  const t = useTranslations("moderation.flag");
  const reasons = useTranslations("moderation.reasons");
  return (
    <>
      <Heading level={1}>{t("title")}</Heading>
      <blockquote className={styles.said}>{reaction.text}</blockquote>
      <Paragraph>{t("lead")}</Paragraph>
      <Post code={code} act="flag" hidden={{ reactionId: reaction.id }} className={styles.form}>
        <SubmissionKey />
        <Choices
          name="reason"
          legend={t("reasonLabel")}
          chosen={null}
          options={[
            ...REFUSAL_REASONS.map((value) => ({ value, label: reasons(value) })),
            { value: "", label: t("none") },
          ]}
        />
        <div className={styles.words}>
          <label htmlFor="melding" className={styles.legend}>
            {t("words")}
          </label>
          <p id="melding-hint" className={styles.hint}>
            {t("hint")}
          </p>
          <textarea
            id="melding"
            name="text.flag"
            rows={3}
            maxLength={500}
            aria-describedby="melding-hint"
            className={styles.textarea}
          />
        </div>
        {/* For programs that fill in whatever they find. */}
        <Trap />
        <Button type="submit" variant="primary" className={styles.main}>
          {t("submit")}
        </Button>
      </Post>
      <TextLink href={addresses.reactOthers(code)}>{t("back")}</TextLink>
    </>
  );
}
