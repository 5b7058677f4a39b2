import type { PersonalFind } from "../privacy/model";
import { findPersonalData } from "../privacy/rules";

/** `findPersonalData` in a process of its own: see `apart`. */
export default async function task(
  { text }: { text: string },
  _send: (part: never) => Promise<void>,
): Promise<PersonalFind[]> {
  return findPersonalData(text);
}
