import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { SelectField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Unfold } from "@/components/ui/unfold";
import type { SubjectDetail } from "@/domain/personal-data/model";
import styles from "./work.module.css";

/** Whether all ways of writing are of one and the same: sets one apart, or brings two together. */
export function SubjectWho({
  subject,
  hidden,
  part,
  merge,
}: {
  subject: SubjectDetail;
  hidden: Record<string, string>;
  part: (data: FormData) => Promise<void>;
  merge: FormAction;
}) {
  const t = useTranslations("personalData.who");
  const about = { ...hidden, subjectId: subject.id, lockVersion: subject.lockVersion };
  return (
    <div className={styles.who}>
      {subject.forms.length > 1 ? (
        <Unfold label={subject.kind === "name" ? t("other") : t("otherThing")} icon="person">
          <p className={styles.said}>{t("partBody")}</p>
          <div className={styles.forms}>
            {subject.forms.map(({ id, text }) => (
              <ButtonForm key={id} action={part} hidden={{ ...about, formId: id }}>
                <Button type="submit" size="small">
                  {t("part", { form: text })}
                </Button>
              </ButtonForm>
            ))}
          </div>
        </Unfold>
      ) : null}
      {subject.others.length > 0 ? (
        <Unfold label={t("same")} icon="link">
          <ActionForm
            name="personalSubject.merge"
            of={subject.id}
            action={merge}
            hidden={about}
            submitLabel={t("merge")}
            submitVariant="secondary"
            label={t("same")}
          >
            <SelectField
              name="intoId"
              label={t("sameField")}
              hint={t("sameBody")}
              emptyLabel={t("sameChoose")}
              options={subject.others.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </ActionForm>
        </Unfold>
      ) : null}
    </div>
  );
}
