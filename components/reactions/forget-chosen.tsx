"use client";

import { useEffect } from "react";
import { useAccount } from "@/components/ui/account";
import { keepChosen, placeOfChosen } from "./chosen-reactions";

/** On the page after something was done with the chosen reactions: they are not chosen any more. */
export function ForgetChosen({ slug }: { slug: string }) {
  const account = useAccount();
  useEffect(() => keepChosen(placeOfChosen(account, slug), []), [account, slug]);
  return null;
}
