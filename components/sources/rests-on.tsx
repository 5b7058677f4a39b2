import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/card";
import { TextLink } from "@/components/ui/link";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import type { RestingRequirement, RestingTag, RestingThing, RestsOn } from "@/domain/trace/model";
import { useRestingCode } from "./resting";
import styles from "./rests-on.module.css";

/** Requirements on one screen; whoever finds more chooses fewer words. */
const REQUIREMENTS_SHOWN = 100;

type Kind = RestingTag["kind"];

/** Everything that rests on certain words, the requirements first. */
export function RestsOnWords({ rests, slug }: { rests: RestsOn; slug: string }) {
  const t = useTranslations("sources.restsOn");
  const { requirements } = rests;
  return (
    <Stack gap="l">
      <Section
        id="eisen"
        title={t("requirements", { count: requirements.length })}
        lead={requirements.length === 0 ? t("noRequirements") : undefined}
      >
        <Things kind="requirement" rows={requirements.slice(0, REQUIREMENTS_SHOWN)} slug={slug} />
        {requirements.length > REQUIREMENTS_SHOWN ? (
          <Paragraph muted>{t("tooMany", { shown: REQUIREMENTS_SHOWN })}</Paragraph>
        ) : null}
      </Section>
      {(["coreValue", "reaction", "statement"] as const).map((kind) => {
        const { rows, total } = {
          coreValue: rests.coreValues,
          reaction: rests.reactions,
          statement: rests.statements,
        }[kind];
        return total === 0 ? null : (
          <Section key={kind} id={`rust-${kind}`} title={t(`heading.${kind}`, { count: total })}>
            <Things kind={kind} rows={rows} slug={slug} />
            {total > rows.length ? (
              <Paragraph muted>{t("tooMany", { shown: rows.length })}</Paragraph>
            ) : null}
          </Section>
        );
      })}
    </Stack>
  );
}

/** Requirements that rest on words of a source, by whichever way. */
export function RestingRequirements({ rows, slug }: { rows: RestingRequirement[]; slug: string }) {
  return (
    <ul className={styles.things}>
      {rows.map((row) => (
        <li key={row.id} className={styles.thing}>
          <Badge tone="requirement">{row.code}</Badge>
          <TextLink href={addresses.dossier(slug).requirement(row.id)} className={styles.about}>
            {row.text}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}

function Things({ kind, rows, slug }: { kind: Kind; rows: RestingThing[]; slug: string }) {
  const t = useTranslations("sources.restsOn");
  const codeOf = useRestingCode();
  if (rows.length === 0) return null;
  return (
    <ul className={styles.things}>
      {rows.map((thing) => {
        const ways = thing.paths.filter((path) => path.length > 0);
        return (
          <li key={thing.id} className={styles.thing}>
            <Badge tone={kind}>{codeOf({ kind, ...thing })}</Badge>
            <div className={styles.about}>
              <TextLink
                href={addresses.dossier(slug).thing(kind, thing.id)}
                className={styles.text}
              >
                {thing.text}
              </TextLink>
              {thing.dropped ? (
                <>
                  {" "}
                  <Badge>{t("dropped")}</Badge>
                </>
              ) : null}
              <p className={styles.way}>
                {ways.length === 0
                  ? t("direct")
                  : ways
                      .map((path) =>
                        t("by", { way: path.map((step) => t(`step.${step}`)).join(", ") }),
                      )
                      .join("; ")}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
