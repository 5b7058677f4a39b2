"use client";

import { createContext, useContext, useId } from "react";
import { type FormState, idleForm } from "./form-state";

/**
 * `inForm` is false for a field that stands alone or in a search, where nothing is required.
 * `restored` are the fields of a form whose words came back, which `state.values` has too.
 */
export type FormScope = {
  id: string;
  state: FormState;
  inForm: boolean;
  restored?: FormState["values"];
  /** Lets go of what was kept of this form: for a link that leaves one's own words behind. */
  forget?: () => void;
};

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
