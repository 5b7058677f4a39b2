"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextLink } from "@/components/ui/link";
import type { GroupChoice } from "@/domain/splitting/model";
import styles from "./group-dialog.module.css";

/** Asks whose words these segments are; or those of all that have no group of their own. */
export function GroupDialog({
  open,
  count,
  groups,
  defaultGroupId,
  settingsHref,
  onClose,
  onGroup,
  onDefault,
}: {
  open: boolean;
  count: number;
  groups: GroupChoice[];
  defaultGroupId: string | null;
  settingsHref: string;
  onClose: () => void;
  onGroup: (id: string | null) => void;
  onDefault: (id: string | null) => void;
}) {
  const t = useTranslations("splitting.group");
  return (
    <Dialog open={open} onClose={onClose} title={t("title", { count })}>
      {groups.length === 0 ? (
        <p>
          {t("none")} <TextLink href={settingsHref}>{t("settings")}</TextLink>
        </p>
      ) : (
        <>
          <div className={styles.choices}>
            {groups.map(({ id, name }) => (
              <Button key={id} size="small" onClick={() => onGroup(id)}>
                {name}
              </Button>
            ))}
            <Button size="small" variant="subtle" onClick={() => onGroup(null)}>
              {t("noneOfOwn")}
            </Button>
          </div>
          <label className={styles.whole}>
            {t("whole")}
            <select
              value={defaultGroupId ?? ""}
              onChange={(event) => onDefault(event.target.value || null)}
            >
              <option value="">{t("unknown")}</option>
              {groups.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
    </Dialog>
  );
}
