"use client";

import { createContext, type ReactNode, useContext } from "react";

const Account = createContext<string | null>(null);

/** Says to everything inside it who is signed in: what is typed is kept per account. */
export function AccountProvider({ id, children }: { id: string | null; children: ReactNode }) {
  return <Account value={id}>{children}</Account>;
}

/** The id of the account that is signed in, or null. */
export function useAccount(): string | null {
  return useContext(Account);
}
