import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { keptForm } from "@/app/_lib/kept-form";
import { requireDossier } from "@/app/_lib/session";
import { addresses, type Query, textOf } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import { PictureForm } from "@/components/statements/picture-form";
import { PictureNow } from "@/components/statements/picture-now";
import { PageTitle } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { mayWrite } from "@/domain/dossiers/policy";
import { consultationOverview } from "@/domain/participation/queries";
import { remove } from "./actions";

type Props = {
  params: Promise<{ dossier: string; consultation: string; statement: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("statements.picture"))("title") };
}

/** Puts a picture with the explanation of a stelling in an online consultation. */
export default async function StatementPicturePage({ params, searchParams }: Props) {
  const { dossier, consultation: id, statement } = await params;
  const scope = await requireDossier(dossier);
  const online = await consultationOverview(scope, id);
  const put = online?.statements.find((one) => one.statementId === statement);
  if (!put) notFound();
  if (!mayWrite(scope)) forbidden();
  const t = await getTranslations("statements.picture");
  const to = addresses.dossier(scope.slug);
  const back = to.online(id, {}, "stellingen");
  return (
    <>
      <PageTitle back={{ href: back, label: t("back") }} title={t("title")} />
      <Stack gap="m">
        <Paragraph lead>{put.text}</Paragraph>
        {put.explanation === null ? (
          <Paragraph>
            {t("unexplained")}{" "}
            <TextLink href={to.statement(statement, {}, "voorgelegd")}>{t("explain")}</TextLink>
          </Paragraph>
        ) : (
          <>
            {put.picture ? (
              <PictureNow
                picture={put.picture}
                src={to.picture(id, put.picture.id)}
                remove={remove.bind(null, scope.slug, id, statement)}
              />
            ) : null}
            <ClientMessages namespaces={["statements.picture", "statements.errors"]}>
              <PictureForm
                address={to.sendPicture(id, statement)}
                of={put.id}
                alternative={put.picture?.alternative ?? null}
                initialState={await keptForm(textOf(await searchParams, "failed"))}
              />
            </ClientMessages>
          </>
        )}
      </Stack>
    </>
  );
}
