import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False on the server, without JavaScript and before the page has come to life; true once it runs. */
export function useRunning(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
