"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { isLanguage, LANGUAGE_COOKIE } from "@/i18n/catalogue";
import { formIn } from "./action";
import { pathOfSender } from "./address";

const YEAR = 365 * 24 * 60 * 60;

/** Keeps the chosen language and shows the same page in it. */
export async function chooseLanguage(data: FormData): Promise<void> {
  const language = formIn(data).get("language");
  if (typeof language === "string" && isLanguage(language)) {
    (await cookies()).set(LANGUAGE_COOKIE, language, {
      httpOnly: true,
      sameSite: "lax",
      secure: process.env.NEXTAUTH_URL?.startsWith("https:") ?? false,
      path: "/",
      maxAge: YEAR,
    });
  }
  redirect(await pathOfSender());
}
