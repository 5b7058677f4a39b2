"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ChangeEvent, type DragEvent, type ReactNode, useRef, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import styles from "./send-files.module.css";
import { SendingList } from "./sending-list";
import { useSending } from "./use-sending";

/**
 * Where files are dropped or chosen; they are sent at once, and stand in the list below when they are there.
 * Without a script it is a form with a button.
 */
export function SendFiles({
  address,
  accept,
  formats,
  limit,
  children,
}: {
  /** Of the route that takes them in. */
  address: string;
  accept: string;
  /** What can be sent, in words. */
  formats: string;
  /** Megabytes per file. */
  limit: number;
  /** What else there is to choose: pasting text. */
  children: ReactNode;
}) {
  const t = useTranslations("uploads.send");
  const router = useRouter();
  const { sending, send, stop, again } = useSending(address, () => router.refresh());
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  function choose(event: ChangeEvent<HTMLInputElement>) {
    send([...(event.currentTarget.files ?? [])]);
    // So that the same file can be chosen once more.
    event.currentTarget.value = "";
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    send([...event.dataTransfer.files]);
  }

  return (
    <section aria-label={t("label")} className={styles.send}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button in it does the same */}
      <div
        className={cx(styles.zone, over && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Icon name="upload" className={styles.icon} />
        <p className={styles.words}>
          {over ? t("dropNow") : t("drop", { formats })}{" "}
          <span className={styles.limit}>{t("limit", { limit })}</span>
        </p>
        <form action={address} method="post" encType="multipart/form-data" className={styles.form}>
          <label className={cx(buttonClass("secondary", "default"), styles.choose)}>
            {t("choose")}
            <input
              ref={input}
              type="file"
              name="file"
              multiple
              accept={accept}
              className={styles.input}
              onChange={choose}
            />
          </label>
          <noscript>
            <Button type="submit" variant="primary">
              {t("submit")}
            </Button>
          </noscript>
        </form>
      </div>
      {children}
      <SendingList sending={sending} onStop={stop} onAgain={again} />
    </section>
  );
}
