import { type APIRequestContext, type APIResponse, request } from "@playwright/test";
import { test } from "./test";
import { type Anybody, E2E_ADDRESS, EVERYBODY, sessionFile } from "./world";

/** Gives each visitor a way to ask the server without a browser, for the tests of one file. */
export function everybody(): (visitor: Anybody) => APIRequestContext {
  const contexts = new Map<Anybody, APIRequestContext>();
  test.beforeAll(async () => {
    for (const visitor of EVERYBODY) {
      contexts.set(
        visitor,
        await request.newContext({
          baseURL: E2E_ADDRESS,
          storageState: visitor === "nobody" ? undefined : sessionFile(visitor),
        }),
      );
    }
  });
  test.afterAll(async () => {
    for (const context of contexts.values()) await context.dispose();
  });
  return (visitor) => {
    const context = contexts.get(visitor);
    if (!context) throw new Error(`no session of ${visitor}`);
    return context;
  };
}

/** The status of an answer, or `signIn` when it leads there. */
export function described(answer: APIResponse): number | "signIn" {
  const { location, "x-action-redirect": byAction } = answer.headers();
  const to = location ?? byAction?.split(";")[0];
  return to && new URL(to, E2E_ADDRESS).pathname === "/aanmelden" ? "signIn" : answer.status();
}
