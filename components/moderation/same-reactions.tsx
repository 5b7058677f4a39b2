import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { OwnSide } from "@/components/requirements/diff-text";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { TextLink } from "@/components/ui/link";
import type { BesideReaction, Sameness, Saying } from "@/domain/moderation/model";
import { diffWords } from "@/domain/requirements/rules/diff";
import { KeyHint } from "./key-hint";
import styles from "./moderation.module.css";

type Judge = (data: FormData) => Promise<void>;

/** What may say the same as a reaction, beside it, and what somebody said of that before. */
export function SameReactions({
  slug,
  sameness: { own, proposed, same, apart },
  judge,
  compareHref,
  keys = false,
}: {
  slug: string;
  sameness: Sameness;
  /** Null for who may only look. */
  judge: Judge | null;
  /** Where it stands beside another, whatever was said of the two. */
  compareHref: (reactionId: string) => string;
  /** Whether letters press the buttons of the first. */
  keys?: boolean;
}) {
  const t = useTranslations("moderation.sameness");
  return (
    <>
      {proposed.map((other, index) => (
        <Pair
          key={other.reactionId}
          own={own}
          other={other}
          exact={other.exact}
          judge={judge}
          keys={keys && index === 0}
        />
      ))}
      {same.length > 0 ? (
        <section className={styles.section} aria-label={t("title")}>
          <h3 className={styles.title}>{t("title")}</h3>
          <ul className={styles.plain}>
            {same.map((other) => (
              <li key={other.reactionId} className={styles.card}>
                <Whose slug={slug} one={other} />
                <p className={styles.said}>{other.text}</p>
                {other.direct ? (
                  judge ? (
                    <ButtonForm action={judge} hidden={saying(own, other, "open")}>
                      <Button type="submit" size="small">
                        {t("unlink", { number: other.number })}
                      </Button>
                    </ButtonForm>
                  ) : null
                ) : (
                  <p className={styles.small}>{t("via")}</p>
                )}
              </li>
            ))}
          </ul>
          <p className={styles.small}>{t("titleNote")}</p>
        </section>
      ) : null}
      {apart.length > 0 ? (
        <p className={styles.small}>
          {t("apartFrom")}{" "}
          {apart.map((other, index) => (
            <span key={other.reactionId}>
              {index > 0 ? ", " : null}
              <TextLink
                href={compareHref(other.reactionId)}
                aria-label={t("compare", { number: other.number })}
              >
                R-{other.number}
              </TextLink>
            </span>
          ))}
          .
        </p>
      ) : null}
    </>
  );
}

const saying = (own: BesideReaction, other: BesideReaction, says: Saying) => ({
  one: own.seen,
  other: other.seen,
  says,
});

/** Two that may say the same, beside each other, with what differs. */
function Pair({
  own,
  other,
  exact,
  judge,
  keys,
}: {
  own: BesideReaction;
  other: BesideReaction;
  exact: boolean;
  judge: Judge | null;
  keys: boolean;
}) {
  const t = useTranslations("moderation.sameness");
  const title = t("ask", { number: other.number });
  const parts = diffWords(own.text, other.text);
  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <p className={styles.small}>
        {exact ? t("exact") : t("differ")} {t("note")}
      </p>
      <div className={styles.two}>
        <div className={styles.card}>
          <Whose one={own} />
          <OwnSide parts={parts} own="removed" />
        </div>
        <div className={styles.card}>
          <Whose one={other} />
          <OwnSide parts={parts} own="added" />
        </div>
      </div>
      {judge ? (
        <div className={styles.buttons}>
          <ButtonForm action={judge} hidden={saying(own, other, "same")}>
            <Button type="submit" data-key={keys ? "k" : undefined}>
              {t("link")} {keys ? <KeyHint>k</KeyHint> : null}
            </Button>
          </ButtonForm>
          <ButtonForm action={judge} hidden={saying(own, other, "apart")}>
            <Button type="submit" data-key={keys ? "l" : undefined}>
              {t("apart")} {keys ? <KeyHint>l</KeyHint> : null}
            </Button>
          </ButtonForm>
        </div>
      ) : null}
    </section>
  );
}

/** Which reaction it is: its number, its group and where it was said. */
function Whose({ slug, one }: { slug?: string; one: BesideReaction }) {
  const t = useTranslations("moderation");
  const code = `R-${one.number}`;
  return (
    <p className={styles.small}>
      {slug ? (
        <TextLink href={addresses.dossier(slug).reaction(one.reactionId)}>{code}</TextLink>
      ) : (
        code
      )}
      , {one.group ?? t("noGroup")}. {one.consultation}
    </p>
  );
}

/** What was said of two last, with the way back; or that it was not said. */
export function SaidSame({
  said,
  sameness,
  beside,
  judge,
}: {
  /** Null when it was refused. */
  said: Saying | null;
  sameness: Sameness | null;
  /** The other. */
  beside: string | null;
  judge: Judge | null;
}) {
  const t = useTranslations("moderation.sameness");
  const back = useTranslations("moderation");
  if (said === null) return <Alert tone="warning" role="alert" title={t("notDone")} />;
  const now = said === "same" ? sameness?.same : said === "apart" ? sameness?.apart : [];
  const other = now?.find(({ reactionId }) => reactionId === beside);
  return (
    <Alert tone="ok" role="status" title={t(`done.${said}`)}>
      {judge && sameness && other ? (
        <ButtonForm action={judge} hidden={saying(sameness.own, other, "open")}>
          <Button type="submit" size="small">
            {back("undo")}
          </Button>
        </ButtonForm>
      ) : null}
    </Alert>
  );
}
