import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/card";
import { TextField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { ManagedDossier } from "@/domain/dossiers/model";
import { formatDate } from "@/domain/kernel/dates";

/** All dossiers under each other; the title leads to what an administrator can do with it. */
export function ManagedDossiers({
  dossiers,
  caption,
}: {
  dossiers: ManagedDossier[];
  caption: string;
}) {
  const t = useTranslations("dossiers.manage");
  const language = useLocale();
  return (
    <Table
      caption={caption}
      stack
      head={
        <Tr>
          <Th>{t("fields.title")}</Th>
          <Th>{t("fields.authority")}</Th>
          <Th>{t("fields.started")}</Th>
          <Th>{t("fields.state")}</Th>
        </Tr>
      }
    >
      {dossiers.map((dossier) => (
        <Tr key={dossier.id}>
          <Td>
            <TextLink href={addresses.managedDossier(dossier.slug)}>{dossier.title}</TextLink>
          </Td>
          <Td label={t("fields.authority")}>{dossier.contractingAuthority}</Td>
          <Td label={t("fields.started")}>{formatDate(dossier.createdAt, language)}</Td>
          <Td label={t("fields.state")}>
            <ArchiveState dossier={dossier} />
          </Td>
        </Tr>
      ))}
    </Table>
  );
}

/** Whether people work in the dossier, or only read it. */
export function ArchiveState({ dossier }: { dossier: ManagedDossier }) {
  const t = useTranslations("dossiers.manage");
  const language = useLocale();
  return dossier.archivedAt ? (
    <Badge tone="warning">
      {t("archivedOn", { date: formatDate(dossier.archivedAt, language) })}
    </Badge>
  ) : (
    <Badge tone="ok">{t("inUse")}</Badge>
  );
}

/** Puts a dossier in the archive, or brings it back; both ask why. */
export function ArchiveForm({ dossier, action }: { dossier: ManagedDossier; action: FormAction }) {
  const t = useTranslations("dossiers.manage");
  const archived = dossier.archivedAt !== null;
  return (
    <Section
      id="archief"
      title={archived ? t("bringBack.title") : t("archive.title")}
      lead={archived ? t("bringBack.lead") : t("archive.lead")}
    >
      <ActionForm
        name="dossier.archive"
        of={`${dossier.id} ${archived}`}
        action={action}
        hidden={{ dossierId: dossier.id }}
        submitLabel={archived ? t("bringBack.submit") : t("archive.submit")}
        submitVariant="secondary"
      >
        <TextField name="reason" label={t("reason")} hint={t("reasonHint")} />
      </ActionForm>
    </Section>
  );
}
