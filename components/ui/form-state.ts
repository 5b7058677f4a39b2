/**
 * What a form action hands back to its form.
 *
 * - `message`: one sentence about the whole (an error, or what was done).
 * - `fields`: per field name, what to do about it.
 * - `values`: what was typed, so that nothing is lost. Never send a secret back here.
 * - `reference`: number under which a fault was logged, to mention to the administrator.
 * - `perhapsDone`: whether it was done is not known; sent again it is the same act.
 * - `token`: something the next submit has to bring along (a version seen, a receipt).
 * - `trouble`: there was no ordinary answer, so whether it was stored may not be known.
 */
export type FormState = {
  status: "idle" | "error" | "done";
  message?: string;
  fields?: Record<string, string>;
  values?: Record<string, string | string[]>;
  reference?: string;
  perhapsDone?: boolean;
  token?: string;
  trouble?: Trouble;
};

/** Why there is no ordinary answer; each has its sentence under `ui.trouble`. */
export type Trouble =
  | "signedOut"
  | "outdated"
  | "offline"
  | "unreachable"
  | "tooLarge"
  | "refused"
  | "away"
  | "perhaps"
  | "fault";

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

export const idleForm: FormState = { status: "idle" };

/** The fields of a form as they were typed. Files cannot be given back; what React adds is no field. */
export function typedIn(data: FormData): NonNullable<FormState["values"]> {
  const values: NonNullable<FormState["values"]> = {};
  for (const name of new Set(data.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const all = data.getAll(name).filter((value) => typeof value === "string");
    if (all.length > 0) values[name] = all.length === 1 ? (all[0] ?? "") : all;
  }
  return values;
}
