"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useEffect } from "react";
import { FaultReport } from "@/components/accounts/fault-report";
import { PageShell } from "@/components/shell/page-shell";

/** A fault of ours in a page. The server wrote it down under `digest`, which is shown here. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("app.error");
  const router = useRouter();
  useEffect(() => {
    document.title = t("title");
  }, [t]);
  return (
    <PageShell>
      <FaultReport
        reference={error.digest}
        onRetry={() =>
          startTransition(() => {
            router.refresh();
            reset();
          })
        }
      />
    </PageShell>
  );
}
