import { faultText } from "./domain/kernel/faults";

/** Opens the database before the first request is taken, so that nobody waits for it later. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { openAtStart } = await import("./app/_lib/startup");
    await openAtStart();
  }
}

/** Writes every fault down, under the reference that the error page shows. */
export function onRequestError(error: unknown, request: { path: string; method: string }): void {
  const reference = (error as { digest?: string }).digest ?? "-";
  const asked = `[${reference}] ${request.method} ${withoutSecrets(request.path)}`;
  console.error(asked, faultText(error));
}

/** The path without what was asked, and without the secret part of a link that lets somebody in. */
function withoutSecrets(path: string): string {
  return path.split("?")[0]?.replace(/^\/(aanmelden|inbreng)\/.*/, "/$1/…") ?? "";
}
