import type { ReactNode } from "react";
import { ButtonGroup, ButtonLink } from "@/components/ui/button";
import { PageTitle } from "@/components/ui/heading";
import { RichText } from "@/components/ui/text";

/** A page that cannot show what was asked: what happened, what to do, and the way back. */
export function DeadEnd({
  code,
  title,
  lead,
  next,
  way,
  children,
}: {
  code: string;
  title: string;
  lead: string;
  /** What one can try, most likely first. */
  next: string[];
  way: { href: string; label: string };
  children?: ReactNode;
}) {
  return (
    <>
      <PageTitle eyebrow={code} title={title} lead={lead} />
      <RichText>
        <ul>
          {next.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </RichText>
      {children}
      <ButtonGroup>
        <ButtonLink href={way.href} variant="primary">
          {way.label}
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}
