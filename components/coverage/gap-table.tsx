import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { shortened } from "@/components/text/shortened";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { CodeTag, Paragraph } from "@/components/ui/text";
import type { Gap, GapList } from "@/domain/coverage/model";

/** Where a gap stands, and where one does something about it. */
function addressesOf(slug: string, list: GapList, { id }: Gap): { open: string; act: string } {
  const to = addresses.dossier(slug);
  switch (list) {
    case "eisen-zonder-herkomst":
      return { open: to.requirement(id), act: to.requirement(id) };
    case "eisen-gemotiveerd":
      return { open: to.requirement(id), act: to.trace(id) };
    case "reacties-zonder-afweging":
      return { open: to.reaction(id), act: to.answering({ reaction: id }) };
    case "reacties-niet-gecodeerd":
      return { open: to.reaction(id), act: to.code({ reaction: id }) };
    case "reacties-zonder-gebruik":
      return { open: to.reaction(id), act: to.reaction(id) };
    case "kernwaarden-zonder-eis":
      return { open: to.coreValue(id), act: to.addRequirement({ coreValue: id }) };
    case "kernwaarden-zonder-woorden":
      return { open: to.coreValue(id), act: to.statements() };
    case "stellingen-zonder-reacties":
      return { open: to.statement(id), act: to.addReaction() };
    case "groepen-zonder-inbreng":
      return { open: to.settings(), act: to.statements() };
    case "consultaties-zonder-reacties":
      return { open: to.consultation(id), act: to.sources() };
  }
}

/** Longest words in the table, in UTF-16 units. */
const LONGEST = 200;

/** Lists whose action only reads, so that a reviewer has it too. */
const READS: readonly GapList[] = ["eisen-gemotiveerd", "reacties-zonder-gebruik"];

/** One list of gaps: what it is, where it stands, and what to do about it. */
export function GapTable({
  list,
  rows,
  total,
  slug,
  filtered,
  mayWrite,
}: {
  list: GapList;
  rows: Gap[];
  total: number;
  slug: string;
  filtered: boolean;
  mayWrite: boolean;
}) {
  const t = useTranslations("coverage");
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
          const { open, act } = addressesOf(slug, list, row);
          return (
            <Tr key={row.id} id={row.code ?? undefined}>
              <Td>
                {row.code ? (
                  <>
                    <CodeTag>{row.code}</CodeTag>{" "}
                  </>
                ) : null}
                <TextLink href={open}>{shortened(row.text, LONGEST)}</TextLink>
              </Td>
              {withPlace ? <Td label={t(`list.${list}.place`)}>{row.place}</Td> : null}
              {withGroup ? <Td label={t("group")}>{row.group ?? t("noGroup")}</Td> : null}
              {withReason ? <Td label={t("reason")}>{row.reason}</Td> : null}
              {acts ? (
                <Td>
                  <TextLink href={act}>
                    {t(`list.${list}.act`)}
                    <span className="visually-hidden">
                      {" "}
                      {row.code ?? shortened(row.text, LONGEST)}
                    </span>
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
