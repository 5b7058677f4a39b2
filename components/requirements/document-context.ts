"use client";

import { createContext, useContext } from "react";
import type { FormAction } from "@/components/ui/form-state";
import type { DocumentRow, RequirementData } from "./document-data";
import type { DraftState, SaveState } from "./save-state";

/** What is known of the herkomst of a requirement. */
export type Loaded = { state: "loading" | "failed" } | { state: "there"; data: RequirementData };

export interface DocumentContext {
  slug: string;
  /** The requirement somebody is at: the margin is about it. */
  current: DocumentRow | null;
  choose: (row: DocumentRow) => void;
  loaded: Loaded;
  /** Goes from a requirement to its herkomst. */
  toMargin: () => void;
  actions: DocumentActions;
  mayWrite: boolean;
  /** Id of the requirement that is being written: one at a time. */
  writing: string | null;
  setWriting: (id: string | null) => void;
}

/** The actions of the page that the document uses. */
export interface DocumentActions {
  write: (state: SaveState, data: FormData) => Promise<SaveState>;
  draft: (state: DraftState, data: FormData) => Promise<DraftState>;
  move: FormAction;
  carry: (data: FormData) => Promise<void>;
}

export const Context = createContext<DocumentContext | null>(null);

export function useDocument(): DocumentContext {
  const document = useContext(Context);
  if (!document) throw new Error("a part of the document stands outside it");
  return document;
}
