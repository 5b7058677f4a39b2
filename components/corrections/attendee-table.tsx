import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { ConfirmButton } from "@/components/ui/dialog";
import type { FormAction } from "@/components/ui/form";
import { Cluster, Stack } from "@/components/ui/stack";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { Unfold } from "@/components/ui/unfold";
import type { AttendeeRow } from "@/domain/corrections/model";
import { RenewForm } from "./new-links";

/** Who has a link, how far they are, and a new link or none. */
export function AttendeeTable({
  attendees,
  open,
  acts,
}: {
  attendees: readonly AttendeeRow[];
  /** Whether the round takes corrections. */
  open: boolean;
  /** Left out for who may only read. */
  acts?: { renew: FormAction; revoke: FormAction };
}) {
  const t = useTranslations("corrections.people");
  return (
    <Table
      caption={t("caption")}
      captionHidden
      stack
      head={
        <Tr>
          <Th>{t("name")}</Th>
          <Th>{t("state")}</Th>
          {acts ? <Th>{t("act")}</Th> : null}
        </Tr>
      }
    >
      {attendees.map(({ id, name, corrections, agreed, revoked }) => (
        <Tr key={id}>
          <Td label={t("name")}>{name}</Td>
          <Td label={t("state")}>
            <Cluster gap="xs">
              {t("proposed", { count: corrections })}
              {agreed ? <Badge tone="ok">{t("agreed")}</Badge> : null}
              {revoked ? <Badge tone="warning">{t("revoked")}</Badge> : null}
            </Cluster>
          </Td>
          {acts ? (
            <Td label={t("act")}>
              {open || !revoked ? (
                <Unfold label={t("change", { name })}>
                  <Stack gap="s">
                    {open ? <RenewForm attendeeId={id} action={acts.renew} /> : null}
                    {revoked ? null : (
                      <ConfirmButton
                        label={t("revoke")}
                        title={t("revokeTitle", { name })}
                        body={t("revokeBody")}
                        confirmLabel={t("revoke")}
                        action={acts.revoke}
                        hidden={{ attendeeId: id }}
                      />
                    )}
                  </Stack>
                </Unfold>
              ) : null}
            </Td>
          ) : null}
        </Tr>
      ))}
    </Table>
  );
}
