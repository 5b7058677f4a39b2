import fs from "node:fs";
import path from "node:path";
import type { APIRequestContext, APIResponse } from "@playwright/test";

/** Fields of a form, as the last argument of an action. */
export type Fields = Record<string, string | string[]>;

interface ServerAction {
  file: string;
  name: string;
}

/** Every server action that the source has: what a file with "use server" exports. */
export function actionsInSource(): ServerAction[] {
  return ["app", "components"]
    .flatMap((root) =>
      fs
        .readdirSync(root, { recursive: true, encoding: "utf8" })
        .map((file) => path.posix.join(root, file)),
    )
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => {
      const source = fs.readFileSync(file, "utf8");
      if (!/^\s*["']use server["']/.test(source)) return [];
      const names = source.matchAll(/^export (?:async function|const) (\w+)/gm);
      return [...names].map(([, name = ""]) => ({ file, name }));
    });
}

let numbers: Map<string, string> | undefined;

/** The number under which the built app answers an action; undefined when no page uses it. */
export function actionId({ file, name }: ServerAction): string | undefined {
  numbers ??= numbersInBuild();
  return numbers.get(`${file} ${name}`);
}

function numbersInBuild(): Map<string, string> {
  const manifest = JSON.parse(
    fs.readFileSync(path.resolve(".next", "server", "server-reference-manifest.json"), "utf8"),
  ) as { node: Record<string, { filename: string; exportedName: string }> };
  return new Map(
    Object.entries(manifest.node).map(([id, { filename, exportedName }]) => [
      `${filename} ${exportedName}`,
      id,
    ]),
  );
}

/**
 * Calls an action as React does it in the browser: the arguments as JSON in field 0, and in it a
 * reference to the form (`$K1`), whose fields have names that begin with `_1_`.
 */
export async function callAction(
  visitor: APIRequestContext,
  address: string,
  id: string,
  args: unknown[],
  fields?: Fields,
): Promise<APIResponse> {
  const form = new FormData();
  for (const [name, values] of Object.entries(fields ?? {})) {
    for (const value of [values].flat()) form.append(`_1_${name}`, value);
  }
  form.append("0", JSON.stringify(fields ? [...args, "$K1"] : args));
  return visitor.post(address, {
    headers: { "next-action": id, origin: new URL(address).origin },
    multipart: form,
    maxRedirects: 0,
  });
}
