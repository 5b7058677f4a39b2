"use client";

import { createContext, useContext } from "react";
import type { DocumentRow, RequirementData } from "./document-data";

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
}

export const Context = createContext<DocumentContext | null>(null);

export function useDocument(): DocumentContext {
  const document = useContext(Context);
  if (!document) throw new Error("a part of the document stands outside it");
  return document;
}
