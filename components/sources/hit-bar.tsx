import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { TextLink } from "@/components/ui/link";
import type { HitPlace } from "@/domain/sources/model";
import styles from "./hit-bar.module.css";

/** Addresses of the hits beside the one that is shown. */
export function hitLinks(slug: string, sourceId: string, search: string, place: HitPlace | null) {
  const to = addresses.dossier(slug);
  const link = (hit: HitPlace["next"]) =>
    hit ? to.quote(sourceId, { search, from: hit.start, until: hit.end }) : null;
  return { before: link(place?.previous ?? null), after: link(place?.next ?? null) };
}

/** Which hit of a search one is at, with the way to the others. */
export function HitBar({
  slug,
  sourceId,
  search,
  place,
}: {
  slug: string;
  sourceId: string;
  search: string;
  place: HitPlace;
}) {
  const t = useTranslations("sources.reading");
  const to = addresses.dossier(slug);
  const { before, after } = hitLinks(slug, sourceId, search, place);
  return (
    <p className={styles.bar}>
      <strong>
        {place.index > 0
          ? t("hit", { index: place.index, total: place.total, search })
          : t("beforeHits", { total: place.total, search })}
      </strong>
      {before ? (
        <TextLink href={before} rel="prev">
          {t("previousHit")}
        </TextLink>
      ) : null}
      {after ? (
        <TextLink href={after} rel="next">
          {t("nextHit")}
        </TextLink>
      ) : null}
      <TextLink href={to.source(sourceId, { search })}>{t("allHits")}</TextLink>
    </p>
  );
}
