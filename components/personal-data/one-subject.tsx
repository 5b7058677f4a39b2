import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import type { FormAction } from "@/components/ui/form";
import { Pagination } from "@/components/ui/pagination";
import type { Excerpt, SubjectDetail, SubjectPlaces } from "@/domain/personal-data/model";
import { askedIn, hereFields, type PageAsked } from "./asked";
import { SubjectHead } from "./subject-head";
import { SubjectWho } from "./subject-who";
import { SubjectWork } from "./subject-work";
import { subjectsField } from "./take-back";

/** One that was found, with everything that can be done about it. */
export function OneSubject({
  slug,
  asked,
  subject,
  places,
  excerpts,
  next,
  here,
  takeBack,
  actions,
}: {
  slug: string;
  asked: PageAsked;
  subject: SubjectDetail;
  places: SubjectPlaces;
  excerpts: readonly Excerpt[];
  /** The next one that is open. */
  next: string | null;
  /** The list that it stands in. */
  here: PageAsked;
  takeBack: ReactNode;
  /** Null where nothing may be changed. */
  actions: {
    decide: FormAction;
    merge: FormAction;
    part: (data: FormData) => Promise<void>;
    undo: (data: FormData) => Promise<void>;
  } | null;
}) {
  const t = useTranslations("personalData");
  const to = addresses.dossier(slug);
  const hidden = hereFields(here, next);
  return (
    <SubjectWork
      slug={slug}
      subject={subject}
      places={places}
      excerpts={excerpts}
      head={<SubjectHead subject={subject} />}
      hidden={hidden}
      nextHref={
        next
          ? to.personalData(askedIn({ ...asked, person: next, page: undefined, place: undefined }))
          : null
      }
      decide={actions?.decide}
      undo={takeBack}
      foot={
        actions ? (
          <>
            {subject.redaction === "open" ? null : (
              <ButtonForm
                action={actions.undo}
                hidden={{ ...hereFields(here, null), subjects: subjectsField([subject]) }}
              >
                <Button type="submit" size="small" variant="subtle">
                  {t("reopen")}
                </Button>
              </ButtonForm>
            )}
            <SubjectWho
              subject={subject}
              hidden={hereFields(here, null)}
              part={actions.part}
              merge={actions.merge}
            />
          </>
        ) : null
      }
      pages={
        <Pagination
          page={places.page}
          pages={places.pages}
          total={places.total}
          hrefFor={(place) => to.personalData(askedIn({ ...asked, person: subject.id, place }))}
          below
        />
      }
    />
  );
}
