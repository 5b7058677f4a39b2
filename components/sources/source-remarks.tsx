import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import type { Failure } from "@/domain/sources/model";

/** What was converted, left out or asks for a look when a file was read; nothing when there is nothing. */
export function SourceRemarks({ remarks }: { remarks: Failure[] }) {
  const t = useTranslations();
  const said = remarks.filter(({ key }) => t.has(key as never));
  if (said.length === 0) return null;
  return (
    <div id="opmerkingen">
      <Alert tone="info" title={t("sources.remarksTitle", { count: said.length })}>
        <ul>
          {said.map(({ key, params }) => (
            <li key={key + JSON.stringify(params)}>{t(key as never, params as never)}</li>
          ))}
        </ul>
      </Alert>
    </div>
  );
}
