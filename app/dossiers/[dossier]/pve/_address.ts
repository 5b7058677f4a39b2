import { REQUIREMENT_KINDS, type RequirementKind } from "@/db/vocabulary";

export type Search = Record<string, string | string[] | undefined>;

/** One value of the address; of several the first. */
export function one(search: Search, name: string): string {
  const value = search[name];
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

export function pageOf(search: Search): number {
  const page = Number(one(search, "pagina"));
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}

export function kindOf(value: string): RequirementKind | undefined {
  return REQUIREMENT_KINDS.find((kind) => kind === value);
}

/** An address with what is chosen; empty values are left out. */
export function address(path: string, params: Record<string, string | number | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== "") query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
