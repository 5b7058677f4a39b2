"use client";

import { createContext, useContext, useId } from "react";
import { type FormState, idleForm } from "./form-state";

/** `inForm` is false for a field that stands alone or in a search, where nothing is required. */
export type FormScope = { id: string; state: FormState; inForm: boolean };

export const FormContext = createContext<FormScope | null>(null);

/** The state of the `ActionForm` around this component. */
export function useFormScope(): FormScope {
  const fallback = useId();
  return useContext(FormContext) ?? { id: fallback, state: idleForm, inForm: false };
}

/** The id of a field within its form: the error summary links to it. */
export function fieldId(formId: string, name: string): string {
  return `${formId}-${name.replace(/[^\w-]/g, "-")}`;
}
