import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CopyField } from "@/components/accounts/copy-field";
import { Card } from "@/components/ui/card";
import { Paragraph } from "@/components/ui/text";

/** The address that only they have: as text that can be selected, and copied where a script can. */
export function OwnAddress({ address, children }: { address: string; children: ReactNode }) {
  const t = useTranslations("participation.react");
  return (
    <Card title={t("own.keepTitle")}>
      <CopyField
        label={t("own.addressLabel")}
        value={address}
        copyLabel={t("own.copy")}
        copiedText={t("own.copied")}
      />
      <Paragraph>{children}</Paragraph>
    </Card>
  );
}
