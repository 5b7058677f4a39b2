import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { CodeTag, Paragraph } from "@/components/ui/text";
import type { Gap, GapList } from "@/domain/coverage/model";

/** Where a gap stands, and where one does something about it. Relative to the dossier's address. */
function pathsOf(list: GapList, { id }: Gap): { open: string; act: string } {
  switch (list) {
    case "eisen-zonder-herkomst":
      return { open: `pve/${id}`, act: `pve/${id}` };
    case "eisen-gemotiveerd":
      return { open: `pve/${id}`, act: `pve/${id}/herkomst` };
    case "reacties-niet-gecodeerd":
      return { open: `reacties/${id}`, act: `kernwaarden/coderen?reactie=${id}` };
    case "reacties-zonder-gebruik":
      return { open: `reacties/${id}`, act: `reacties/${id}` };
    case "kernwaarden-zonder-eis":
      return { open: `kernwaarden/${id}`, act: `pve/toevoegen?kernwaarde=${id}` };
    case "kernwaarden-zonder-woorden":
      return { open: `kernwaarden/${id}`, act: "stellingen" };
    case "stellingen-zonder-reacties":
      return { open: `stellingen/${id}`, act: "reacties/toevoegen" };
    case "groepen-zonder-inbreng":
      return { open: "instellingen", act: "stellingen" };
    case "consultaties-zonder-reacties":
      return { open: `consultaties/${id}`, act: "bronnen" };
  }
}

/** Lists whose action only reads, so that a reviewer has it too. */
const READS: readonly GapList[] = ["eisen-gemotiveerd", "reacties-zonder-gebruik"];

/** One list of gaps: what it is, where it stands, and what to do about it. */
export function GapTable({
  list,
  rows,
  total,
  base,
  filtered,
  mayWrite,
}: {
  list: GapList;
  rows: Gap[];
  total: number;
  base: string;
  filtered: boolean;
  mayWrite: boolean;
}) {
  const t = useTranslations("accountability");
  const acts = mayWrite || READS.includes(list);
  const withPlace = rows.some((row) => row.place);
  const withGroup = rows.some((row) => row.group);
  const withReason = rows.some((row) => row.reason);
  if (rows.length === 0) {
    return <Paragraph>{filtered ? t("filter.nothing") : t(`list.${list}.none`)}</Paragraph>;
  }
  return (
    <>
      <Paragraph>{t(`list.${list}.lead`)}</Paragraph>
      <Table
        caption={t("caption", { name: t(`list.${list}.name`), total })}
        captionHidden
        stack
        head={
          <Tr>
            <Th>{t(`list.${list}.thing`)}</Th>
            {withPlace ? <Th>{t(`list.${list}.place`)}</Th> : null}
            {withGroup ? <Th>{t("group")}</Th> : null}
            {withReason ? <Th>{t("reason")}</Th> : null}
            {acts ? <Th>{t("action")}</Th> : null}
          </Tr>
        }
      >
        {rows.map((row) => {
          const { open, act } = pathsOf(list, row);
          return (
            <Tr key={row.id} id={row.code ?? undefined}>
              <Td>
                {row.code ? (
                  <>
                    <CodeTag>{row.code}</CodeTag>{" "}
                  </>
                ) : null}
                <TextLink href={`${base}/${open}`}>{shortened(row.text)}</TextLink>
              </Td>
              {withPlace ? <Td label={t(`list.${list}.place`)}>{row.place}</Td> : null}
              {withGroup ? <Td label={t("group")}>{row.group ?? t("noGroup")}</Td> : null}
              {withReason ? <Td label={t("reason")}>{row.reason}</Td> : null}
              {acts ? (
                <Td>
                  <TextLink href={`${base}/${act}`}>
                    {t(`list.${list}.act`)}
                    <span className="visually-hidden"> {row.code ?? shortened(row.text)}</span>
                  </TextLink>
                </Td>
              ) : null}
            </Tr>
          );
        })}
      </Table>
    </>
  );
}

/** Long words at most 200 UTF-16 units, cut at white space. */
function shortened(text: string): string {
  const words = text.replace(/\s+/gu, " ").trim();
  return words.length > 200 ? `${words.slice(0, 200).replace(/\s\S*$/u, "")} …` : words;
}
