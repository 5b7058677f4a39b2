import { type FormState, typedIn } from "./form-state";
import { troubleOf } from "./trouble";

/** Sends a form to a route of ours that takes in files. @returns how it went, or the page to go on to. */
export async function sendForm(
  address: string,
  data: FormData,
): Promise<FormState | { location: string }> {
  const values = typedIn(data);
  try {
    const answer = await fetch(address, {
      method: "POST",
      body: data,
      headers: { accept: "application/json" },
    });
    if (answer.status === 401) return { status: "error", trouble: "signedOut", values };
    const said = (await answer.json()) as FormState | { location: string };
    return "location" in said ? said : { ...said, values };
  } catch (error) {
    return { status: "error", ...troubleOf(error), values };
  }
}
