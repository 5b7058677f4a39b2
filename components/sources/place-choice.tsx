import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import { shortened } from "@/components/text/shortened";
import { Alert } from "@/components/ui/alert";
import { TraceShape } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { TextareaField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { TextLink } from "@/components/ui/link";
import { Unfold } from "@/components/ui/unfold";
import { diffWords } from "@/domain/requirements/rules/diff";
import type { PlaceRow } from "@/domain/sources/model";
import type { RestingTag } from "@/domain/trace/model";
import { PlaceKeys } from "./place-keys";
import { nameOf, wordChanges } from "./place-words";
import styles from "./places.module.css";
import { useRestingCode } from "./resting";

/** How much alike words must be to lead with "the same", when nothing in them may mean something else. */
const SURE_ENOUGH = 0.8;

/** Is this the same passage? Four answers, none chosen beforehand where the meaning may differ. */
export function PlaceChoice({
  slug,
  sourceId,
  versionId,
  n,
  at,
  number,
  total,
  tags,
  laterHref,
  last,
  decide,
  undecide,
}: {
  slug: string;
  sourceId: string;
  versionId: string;
  /** Number of the newest version. */
  n: number;
  at: PlaceRow;
  number: number;
  total: number;
  tags: readonly RestingTag[];
  laterHref: string | null;
  /** The last one that was decided, to take it back. */
  last: PlaceRow | null;
  /** Left out for who may only read. */
  decide?: FormAction;
  undecide?: (data: FormData) => Promise<void>;
}) {
  const t = useTranslations("sources.places");
  const codeOf = useRestingCode();
  const to = addresses.dossier(slug);
  const requirements = tags.filter(({ kind }) => kind === "requirement");
  const leads = at.status === "proposed" && at.meaning.length === 0 && at.score >= SURE_ENOUGH;
  return (
    <aside aria-labelledby="keuze" className={styles.choice}>
      <h2 id="keuze" className={styles.heading}>
        {at.now ? t("question") : t("questionGone")}
      </h2>
      <p className={styles.said}>
        {t("place", { number, total })} {at.meaning.length > 0 ? t("notChosen") : null}
      </p>
      {at.meaning.length > 0 ? (
        <Alert tone="warning" title={t("meaningTitle")}>
          <ChangedWords at={at} />{" "}
          {t("meaningBody", {
            what: at.meaning.map((one) => t(`meaning.${one}`)).join(", "),
          })}
        </Alert>
      ) : null}
      {at.decision !== null ? (
        <p>{t("decidedBy", { what: t(`decided.${at.decision}`), name: at.decidedBy ?? "–" })}</p>
      ) : null}
      {decide ? (
        <ClientMessages namespaces={["sources.places"]}>
          <ActionForm
            name="source.decide"
            of={at.passageId}
            action={decide}
            hidden={{ sourceId, passageId: at.passageId, versionId }}
            submitLabel={null}
            label={t("question")}
          >
            <div className={styles.answers}>
              {at.status === "proposed" ? (
                <>
                  <Button
                    type="submit"
                    name="decision"
                    value="same"
                    variant={leads ? "primary" : "secondary"}
                    data-answer="1"
                  >
                    {t("same")} <kbd>1</kbd>
                  </Button>
                  <Button type="submit" name="decision" value="different" data-answer="2">
                    {t("different")} <kbd>2</kbd>
                  </Button>
                </>
              ) : null}
              <Unfold
                label={
                  <>
                    {t("elsewhere")} <kbd>3</kbd>
                  </>
                }
                icon="edit"
              >
                <TextareaField
                  optional
                  name="words"
                  label={t("words", { n })}
                  hint={t("wordsHint")}
                  rows={4}
                />
                <Button type="submit" name="decision" value="elsewhere">
                  {t("elsewhereSubmit")}
                </Button>
              </Unfold>
              <Button type="submit" name="decision" value="gone" data-answer="4">
                {t("gone")} <kbd>4</kbd>
              </Button>
            </div>
          </ActionForm>
          <PlaceKeys laterHref={laterHref} />
        </ClientMessages>
      ) : null}
      {laterHref ? (
        <ButtonLink href={laterHref} variant="subtle" size="small">
          {t("later")} <kbd>n</kbd>
        </ButtonLink>
      ) : null}
      <h3 className={styles.heading}>{t("resting")}</h3>
      {tags.length === 0 ? <p className={styles.said}>{t("nothingRests")}</p> : null}
      <ul className={styles.tags}>
        {tags.map((tag) => (
          <li key={tag.id}>
            <TextLink href={to.thing(tag.kind, tag.id)}>
              <TraceShape tone={tag.kind} /> {codeOf(tag)}
            </TextLink>{" "}
            {shortened(tag.text, 60)}
          </li>
        ))}
      </ul>
      {decide && at.status === "proposed" && requirements.length > 0 ? (
        <p className={styles.said}>
          {t("differentAsks", { codes: requirements.map(codeOf).join(", ") })}
        </p>
      ) : null}
      {last && undecide ? (
        <ButtonForm action={undecide} hidden={{ sourceId, passageId: last.passageId }}>
          <Button type="submit" size="small" data-answer="u">
            {t("undo", { words: nameOf(last) })} <kbd>u</kbd>
          </Button>
        </ButtonForm>
      ) : null}
      <p className={styles.said}>{t("oldStays", { n: at.n })}</p>
    </aside>
  );
}

/** Changes that are named; what is more stands marked in the text. */
const NAMED = 3;

/** Which words came in place of which: “moet” is nu “kan”. */
function ChangedWords({ at }: { at: PlaceRow }) {
  const t = useTranslations("sources.places");
  const changes = wordChanges(diffWords(at.exact, at.standing));
  const said = changes.slice(0, NAMED).map((change) => {
    const from = shortened(change.from, 60);
    const to = shortened(change.to, 60);
    if (from === "") return t("nowAdded", { to });
    return to === "" ? t("nowRemoved", { from }) : t("nowBecame", { from, to });
  });
  return said.join(" ");
}
