"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { addresses } from "@/components/addresses";
import { useFormScope } from "@/components/ui/form-context";
import { TextLink } from "@/components/ui/link";
import { keyOfPlace, type SubjectPlace, type SubjectPlaces } from "@/domain/personal-data/model";
import parts from "./parts.module.css";
import { plain } from "./subject-words";
import styles from "./work.module.css";

/** The places where somebody stands, each with the words around it; unticked, the words stay there. */
export function SubjectPlaceList({
  slug,
  places,
  muted,
  onToggle,
  pages,
}: {
  slug: string;
  places: SubjectPlaces;
  /** Nothing is replaced by what is chosen now. */
  muted: boolean;
  /** Ticks were put on or off by the button; left out where nothing may be changed. */
  onToggle?: () => void;
  pages: ReactNode;
}) {
  const t = useTranslations("personalData.places");
  const id = useId();
  const box = useRef<HTMLFieldSetElement>(null);
  const [running, setRunning] = useState(false);
  const [allOff, setAllOff] = useState(places.rows.every(({ stays }) => stays));
  useEffect(() => setRunning(true), []);
  const { state } = useFormScope();
  const kept = state.values && [state.values.ticked ?? []].flat();
  if (places.total === 0) return <p className={styles.said}>{t("none")}</p>;

  function toggle() {
    const boxes = box.current?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [];
    for (const one of boxes) one.checked = allOff;
    setAllOff(!allOff);
    onToggle?.();
  }

  return (
    <fieldset ref={box} className={styles.places} data-muted={muted || undefined}>
      <legend className={styles.placesTitle}>{t("legend", { count: places.total })}</legend>
      <div className={styles.placesHint}>
        <p className={styles.said}>{t("hint")}</p>
        {running && onToggle && places.rows.length > 1 ? (
          <button type="button" className={parts.asLink} onClick={toggle}>
            {allOff ? t("allOn") : t("allOff")}
          </button>
        ) : null}
      </div>
      <ul className={styles.placeList}>
        {places.rows.map((place) => {
          const key = keyOfPlace(place);
          return (
            <li key={key} className={styles.place}>
              {onToggle ? (
                <>
                  <input type="hidden" name="seen" value={key} />
                  <input
                    type="checkbox"
                    className={parts.box}
                    name="ticked"
                    value={key}
                    id={`${id}-${key}`}
                    defaultChecked={kept ? kept.includes(key) : !place.stays}
                  />
                </>
              ) : null}
              <label htmlFor={`${id}-${key}`}>
                {plain(place.before)}
                <mark className={styles.found}>{plain(place.words)}</mark>
                {plain(place.after)}
              </label>
              <PlaceOf slug={slug} place={place} />
            </li>
          );
        })}
      </ul>
      {pages}
    </fieldset>
  );
}

/** Where a place is, and the way to it. */
function PlaceOf({ slug, place }: { slug: string; place: SubjectPlace }) {
  const t = useTranslations("personalData.places");
  const href = addresses.dossier(slug).quote(place.sourceId, {
    from: place.start,
    until: place.end,
    version: place.newest ? undefined : place.version,
  });
  return (
    <small className={styles.at}>
      <span className={styles.atTitle}>{place.title}</span>{" "}
      <TextLink href={href}>{t("block", { n: place.block })}</TextLink>
      {place.newest ? null : <> · {t("version", { n: place.version })}</>}
    </small>
  );
}
