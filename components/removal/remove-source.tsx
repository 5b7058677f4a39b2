import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { TitleAndReason } from "@/components/sources/title-and-reason";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/components/ui/form";
import { Grid, Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import {
  isRestedOn,
  leavesWords,
  RESTING_KINDS,
  type RestingOnSource,
  restingSeen,
  type SourceToRemove,
} from "@/domain/removal/model";
import styles from "./remove-source.module.css";

/** Says what rests on a source, what goes and what stays; asks for its title and a reason, and removes it. */
export function RemoveSource({
  slug,
  source,
  action,
}: {
  slug: string;
  source: SourceToRemove;
  action: FormAction;
}) {
  const t = useTranslations("sources.remove");
  const { resting } = source;
  const rested = isRestedOn(resting);
  return (
    <Stack gap="l">
      {rested ? <WhatRests resting={resting} /> : <Paragraph>{t("pageLead")}</Paragraph>}
      <TitleAndReason
        name="source.remove"
        source={source}
        action={action}
        hidden={rested ? { seen: restingSeen(resting) } : {}}
        submitLabel={t("submit")}
        reasonHint={leavesWords(resting) ? t("reasonHintStays") : t("reasonHint")}
        back={{ href: addresses.managedDossier(slug), label: t("back") }}
      />
    </Stack>
  );
}

function WhatRests({ resting }: { resting: RestingOnSource }) {
  const t = useTranslations("sources.remove");
  const { reactions, staying, passages, coreValuesLeft, requirementsLeft } = resting;
  return (
    <>
      <Alert tone="warning" title={t("rests")}>
        <ul className={styles.list}>
          {RESTING_KINDS.filter((kind) => resting[kind] > 0).map((kind) => (
            <li key={kind}>{t(`restsOn.${kind}`, { count: resting[kind] })}</li>
          ))}
        </ul>
        {coreValuesLeft.length > 0 ? <p>{t("coreValuesLeft", said(coreValuesLeft))}</p> : null}
        {requirementsLeft.length > 0 ? (
          <p>{t("requirementsLeft", said(requirementsLeft))}</p>
        ) : null}
      </Alert>
      <Grid min="l">
        <Card title={t("goes")}>
          <ul className={styles.list}>
            <li>{t("goesText")}</li>
            <li>{t("goesReactions", { count: reactions - staying })}</li>
          </ul>
        </Card>
        <Card title={t("stays")}>
          {leavesWords(resting) ? (
            <>
              <ul className={styles.list}>
                {staying > 0 ? <li>{t("staysReactions", { count: staying })}</li> : null}
                {passages > 0 ? <li>{t("staysPassages", { count: passages })}</li> : null}
              </ul>
              <Paragraph>{t("staysNote")}</Paragraph>
            </>
          ) : (
            <Paragraph>{t("staysNothing")}</Paragraph>
          )}
        </Card>
      </Grid>
    </>
  );
}

/** Codes that are named; of more the number is said. */
const NAMED = 30;

function said(codes: readonly string[]) {
  const more = codes.length > NAMED ? ["…"] : [];
  return { count: codes.length, codes: [...codes.slice(0, NAMED), ...more].join(", ") };
}
