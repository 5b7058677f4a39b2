import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/text";
import type { HeldBackList } from "@/domain/publication/model";

/** What keeps things from going out: the open finds by name, and the ways on. */
export function HeldBack({
  slug,
  held,
  refused,
  mayWrite,
}: {
  slug: string;
  held: HeldBackList;
  /** Whether somebody just asked for something that was not made because of it. */
  refused: boolean;
  mayWrite: boolean;
}) {
  const t = useTranslations("publication.held");
  const to = addresses.dossier(slug);
  if (held.released) return <Alert tone="info">{t("released")}</Alert>;
  return (
    <Alert
      tone={refused ? "error" : "warning"}
      role={refused ? "alert" : undefined}
      title={t("title", { count: held.open + held.unsearched })}
    >
      <Paragraph>{mayWrite ? t("body") : t("bodyOther")}</Paragraph>
      {mayWrite ? <HeldBackNames held={held} /> : null}
      {held.unsearched > 0 ? (
        <Paragraph>{t("unsearched", { count: held.unsearched })}</Paragraph>
      ) : null}
      {mayWrite ? (
        <Paragraph>
          <TextLink href={to.personalData()}>{t("decide")}</TextLink>
          {" · "}
          <TextLink href={to.release()}>{t("anyway")}</TextLink>
        </Paragraph>
      ) : null}
    </Alert>
  );
}

/** The first open finds, by kind and name. */
export function HeldBackNames({ held }: { held: HeldBackList }) {
  const t = useTranslations("publication.held");
  const kinds = useTranslations("kinds.personalData");
  const more = held.open - held.subjects.length;
  return (
    <>
      <ul>
        {held.subjects.map(({ id, kind, name }) => (
          <li key={id}>
            {name} ({kinds(kind)})
          </li>
        ))}
      </ul>
      {more > 0 ? <Paragraph>{t("more", { count: more })}</Paragraph> : null}
    </>
  );
}
