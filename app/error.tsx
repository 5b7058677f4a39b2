"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useEffect } from "react";
import { FaultReport } from "@/components/accounts/fault-report";
import { PlainBar } from "@/components/shell/bar";
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
  const name = useTranslations("app");
  const router = useRouter();
  useEffect(() => {
    document.title = t("title");
  }, [t]);
  return (
    <>
      <PlainBar appName={name("name")} />
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
    </>
  );
}
