"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";

/** Ends the meeting, for everybody in the room: so it is asked first. */
export function EndButton({ end }: { end: (data: FormData) => Promise<void> }) {
  const t = useTranslations("room.screen");
  return (
    <ButtonForm action={end} unless={() => !window.confirm(t("sure"))}>
      <Button type="submit" size="small">
        {t("end")}
      </Button>
    </ButtonForm>
  );
}
