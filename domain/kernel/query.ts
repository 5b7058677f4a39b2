import { Forbidden } from "./errors";
import { proves, type Scope, type ScopeKind } from "./scope";

/**
 * Makes a read. It takes the scope that proves the right to it first, and asks for the proof each
 * time: a page that forgot its gate gets nothing.
 *
 * The query rejects with `Forbidden` without that proof, and with whatever `read` throws.
 */
export function query<S extends Scope, Rest extends unknown[], Result>(
  kind: ScopeKind<S>,
  read: (scope: S, ...rest: Rest) => Promise<Result>,
): (scope: S, ...rest: Rest) => Promise<Result> {
  return async (scope, ...rest) => {
    if (!proves(kind, scope)) throw new Forbidden();
    return read(scope, ...rest);
  };
}
