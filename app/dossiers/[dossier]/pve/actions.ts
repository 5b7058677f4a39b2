"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { formIn, formResult, redirectingOnRefusal } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { FormState } from "@/components/ui/form-state";
import { Conflict } from "@/domain/kernel/errors";
import { fieldsOf, keyIn } from "@/domain/kernel/submission";
import {
  addChapter,
  addStandardChapters,
  changeChapter,
  moveChapter,
  moveRequirement,
  moveRequirements,
  removeChapter,
  renumberRequirements,
} from "@/domain/requirements/commands";

const scopeOf = (data: FormData) => requireDossier(String(formIn(data).get("dossier") ?? ""));

/** "Begin met deze hoofdstukken". Chapters that are there already are simply shown. */
export async function addStandardChaptersAction(data: FormData): Promise<void> {
  const scope = await scopeOf(data);
  const to = addresses.dossier(scope.slug);
  await redirectingOnRefusal(to.specification(), () => addStandardChapters(scope, {}, keyIn(data)));
  redirect(to.specification({ message: "hoofdstukken" }));
}

export async function addChapterAction(_state: FormState, data: FormData): Promise<FormState> {
  const scope = await scopeOf(data);
  return formResult(data, async () => {
    const t = await getTranslations("requirements");
    const { number } = await addChapter.submit(scope, data);
    revalidatePath(addresses.dossier(scope.slug).chapters());
    return { status: "done", message: t("chapters.added", { number }) };
  });
}

export async function changeChapterAction(_state: FormState, data: FormData): Promise<FormState> {
  const scope = await scopeOf(data);
  return formResult(data, async () => {
    const t = await getTranslations("requirements");
    const fields = fieldsOf(data) as { chapterId: string; title: string; lockVersion: string };
    try {
      await changeChapter.submit(scope, data);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      // What stands now is shown, and the next press goes on top of it: nothing typed is lost.
      const now = error.current as { title: string; introduction: string; lockVersion: number };
      return {
        status: "error",
        message: t("chapters.stale", { title: now.title, introduction: now.introduction }),
        token: String(now.lockVersion),
        values: fields,
      };
    }
    revalidatePath(addresses.dossier(scope.slug).chapters());
    return {
      status: "done",
      message: t("chapters.changed"),
      token: String(Number(fields.lockVersion) + 1),
    };
  });
}

export async function removeChapterAction(_state: FormState, data: FormData): Promise<FormState> {
  const scope = await scopeOf(data);
  return formResult(data, async () => {
    await removeChapter(scope, { chapterId: String(data.get("chapterId") ?? "") }, keyIn(data));
    redirect(addresses.dossier(scope.slug).chapters({ message: "verwijderd" }));
  });
}

/** `move` as `OrderList` sends it. */
function moveOf(data: FormData): { what: string; id: string; target: string } {
  const [what = "", id = "", target = ""] = String(data.get("move") ?? "").split(":");
  return { what, id, target };
}

export async function moveChapterAction(_state: FormState, data: FormData): Promise<FormState> {
  const scope = await scopeOf(data);
  return formResult(data, async () => {
    const t = await getTranslations("requirements");
    const { what, id, target } = moveOf(data);
    const { number } = await moveChapter(
      scope,
      what === "up" || what === "down"
        ? { chapterId: id, direction: what }
        : { chapterId: id, beforeId: target === "end" ? null : target },
      keyIn(data),
    );
    revalidatePath(addresses.dossier(scope.slug).chapters());
    return { status: "done", message: t("chapters.moved", { number }) };
  });
}

/** Moves one requirement (`move`), or the ticked ones (`gekozen`) to a chapter (`naar`). */
export async function moveRequirementAction(_state: FormState, data: FormData): Promise<FormState> {
  const scope = await scopeOf(data);
  return formResult(data, async () => {
    const t = await getTranslations("requirements");
    const { what, id, target } = moveOf(data);
    const key = keyIn(data);
    revalidatePath(addresses.dossier(scope.slug).specification());
    if (what === "up" || what === "down") {
      const place = await moveRequirement(scope, { requirementId: id, direction: what }, key);
      return { status: "done", message: t("order.moved", place) };
    }
    if (what === "before") {
      const chapterId = String(data.get("chapterId") ?? "");
      const beforeId = target === "end" ? null : target;
      const place = await moveRequirement(scope, { requirementId: id, chapterId, beforeId }, key);
      return { status: "done", message: t("order.moved", place) };
    }
    if (what === "chapter") {
      await moveRequirement(scope, { requirementId: id, chapterId: target, beforeId: null }, key);
      return { status: "done", message: t("order.movedChapter", { count: 1 }) };
    }
    const requirementIds = data.getAll("gekozen").map(String);
    const chapterId = String(data.get("naar") ?? "");
    const { count } = await moveRequirements(scope, { requirementIds, chapterId }, key);
    return { status: "done", message: t("order.movedChapter", { count }) };
  });
}

export async function renumberAction(_state: FormState, data: FormData): Promise<FormState> {
  const scope = await scopeOf(data);
  return formResult(data, async () => {
    const { changed } = await renumberRequirements(scope, {}, keyIn(data));
    redirect(addresses.dossier(scope.slug).chapters({ message: "hernummerd", count: changed }));
  });
}
