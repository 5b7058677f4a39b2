import { expect, test } from "vitest";
import { ACCOUNT_KINDS } from "@/db/vocabulary";
import type { Actor } from "../kernel/scope";
import { mayAdminister, mayStartDossier } from "./policy";

const accounts: Actor[] = ACCOUNT_KINDS.map((kind) => ({
  type: "account",
  id: "1",
  name: "Noor",
  kind,
}));
const everybody: Actor[] = [
  ...accounts,
  { type: "system", name: "cli" },
  { type: "job", name: "mail" },
  { type: "participant" },
];
const who = (may: (actor: Actor) => boolean) =>
  everybody.filter(may).map((actor) => (actor.type === "account" ? actor.kind : actor.type));

test("only an administrator and the terminal manage accounts", () => {
  expect(who(mayAdminister)).toEqual(["administrator", "system"]);
});

test("who works here may start a dossier; a guest, a job and a participant may not", () => {
  expect(who(mayStartDossier)).toEqual(["administrator", "staff", "system"]);
});
