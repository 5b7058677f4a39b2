import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { DossierBar, type Visit } from "@/components/shell/bar";
import { KeyHelpButton, Keys } from "@/components/shell/keys";
import { NavLink } from "@/components/shell/nav-link";
import { SearchField } from "@/components/shell/search-field";
import { type Step, Steps } from "@/components/shell/steps";
import { MenuGroup, MenuItem } from "@/components/ui/menu";

/** What stands around every page of a dossier: the bar with the way through it, and its keys. */
export function DossierFrame({
  appName,
  slug,
  title,
  visit,
  letterKeys,
  saveLetterKeys,
  children,
}: {
  appName: string;
  slug: string;
  title: string;
  visit: Visit;
  letterKeys: boolean;
  saveLetterKeys: (letters: boolean) => Promise<string | null>;
  children: ReactNode;
}) {
  const t = useTranslations("navigation");
  const to = addresses.dossier(slug);
  const steps: Step[] = [
    { key: "", href: to.overview(), label: t("steps.overview") },
    { key: "bronnen", href: to.sources(), label: t("steps.sources") },
    { key: "stellingen", href: to.statements(), label: t("steps.statements") },
    { key: "kernwaarden", href: to.coreValues(), label: t("steps.coreValues") },
    { key: "pve", href: to.specification(), label: t("steps.specification") },
    { key: "verantwoording", href: to.accountability(), label: t("steps.accountability") },
    { key: "publicatie", href: to.publication(), label: t("steps.publication") },
  ];
  return (
    <Keys letters={letterKeys} save={saveLetterKeys}>
      <DossierBar
        appName={appName}
        title={title}
        home={to.overview()}
        steps={<Steps steps={steps} />}
        stepsMenu={<Steps steps={steps} folded />}
        search={<SearchField action={to.search()} />}
        searchHref={to.search()}
        visit={visit}
        menu={
          <MenuGroup title={t("dossierMenu")}>
            <MenuItem>
              <NavLink href={to.settings()} label={t("settings")} />
            </MenuItem>
            <MenuItem>
              <NavLink href={to.log()} label={t("audit")} />
            </MenuItem>
            <MenuItem>
              <KeyHelpButton />
            </MenuItem>
          </MenuGroup>
        }
      />
      {children}
    </Keys>
  );
}
