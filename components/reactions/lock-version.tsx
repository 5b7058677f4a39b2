"use client";

import { useFormScope } from "@/components/ui/form-context";

/** The version that a form was opened on; after a conflict the one that was shown beside it. */
export function LockVersion({ value }: { value: number }) {
  const { state } = useFormScope();
  return <input type="hidden" name="lockVersion" value={state.token ?? value} />;
}
