import { useTranslations } from "next-intl";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { SheetFacts } from "@/domain/sources/formats/sheet/model";

/** The first rows of a spreadsheet as they were read. */
export function FirstRows({ facts }: { facts: SheetFacts }) {
  const t = useTranslations("bulk");
  return (
    <details>
      <summary>{t("firstRows")}</summary>
      <Table
        caption={t("firstRows")}
        captionHidden
        head={
          <Tr>
            <Th>{t("row")}</Th>
            {facts.columns.map(({ index, name }) => (
              <Th key={index}>{name}</Th>
            ))}
          </Tr>
        }
      >
        {facts.first.map(({ n, cells }) => (
          <Tr key={n}>
            <Td>{n}</Td>
            {facts.columns.map(({ index }) => (
              <Td key={index}>{cells[index]}</Td>
            ))}
          </Tr>
        ))}
      </Table>
    </details>
  );
}
