"use client";

import { useEffect } from "react";
import { useAccount } from "@/components/ui/account";
import { keepChosen, placeOfChosen } from "./chosen-reactions";

/** On the page after something was done with what was chosen: they are not chosen any more. */
export function ForgetChosen({ slug, what }: { slug: string; what?: "requirement" }) {
  const account = useAccount();
  useEffect(() => keepChosen(placeOfChosen(account, slug, what), []), [account, slug, what]);
  return null;
}
