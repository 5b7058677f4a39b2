import { Forbidden } from "./errors";
import { askedWords, changeWords } from "./layer";
import { layerOf, proves, type Scope, type ScopeKind } from "./scope";

/**
 * Makes a read. It takes the scope that proves the right to it first, and asks for the proof each
 * time: a page that forgot its gate gets nothing. Who may not see names asks and is answered through the
 * layer that stands in place of them, so no query can forget that.
 *
 * @param options `codes` when the words that it is asked with are ours (which list, which kind): nobody typed them.
 *
 * The query rejects with `Forbidden` without that proof, and with whatever `read` throws.
 */
export function query<S extends Scope, Rest extends unknown[], Result>(
  kind: ScopeKind<S>,
  read: (scope: S, ...rest: Rest) => Promise<Result>,
  { codes = false } = {},
): (scope: S, ...rest: Rest) => Promise<Result> {
  return async (scope, ...rest) => {
    if (!proves(kind, scope)) throw new Forbidden();
    const layer = await layerOf(scope);
    if (!layer) return read(scope, ...rest);
    const asked = codes ? rest : askedWords(rest, layer.asked);
    return changeWords(await read(scope, ...asked), layer.shown);
  };
}
