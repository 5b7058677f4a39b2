import { useLocale } from "next-intl";
import { formatDate } from "@/domain/kernel/dates";

/** A consultation with its date, as one phrase. */
export function ConsultationName({ title, heldOn }: { title: string; heldOn: string | null }) {
  const locale = useLocale();
  return (
    <>
      {title}
      {heldOn ? (
        <>
          , <time dateTime={heldOn}>{formatDate(heldOn, locale)}</time>
        </>
      ) : null}
    </>
  );
}
