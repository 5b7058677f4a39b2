import { type Command, Option } from "commander";
import { ACCOUNT_KINDS, type AccountKind, ROLES, type Role } from "@/db/vocabulary";
import {
  addAccount,
  disableAccount,
  enableAccount,
  makeSignInLink,
} from "@/domain/accounts/commands";
import { administer } from "@/domain/accounts/gate";
import { accountByEmail } from "@/domain/accounts/queries";
import { setMember } from "@/domain/dossiers/commands";
import { openDossierToRead } from "@/domain/dossiers/gate";
import { formatMoment } from "@/domain/kernel/dates";
import { Invalid } from "@/domain/kernel/errors";
import { print, SYSTEM, text, withDatabase } from "../terminal";

/** Adds `user`: accounts. */
export function addUser(program: Command): void {
  const user = program.command("user").description(text("user.about")).helpCommand(false);
  user
    .command("add")
    .description(text("user.add"))
    .requiredOption("--email <address>", text("user.email"))
    .requiredOption("--name <name>", text("user.name"))
    .addOption(
      new Option("--kind <kind>", text("user.kind")).choices(ACCOUNT_KINDS).default("staff"),
    )
    .option("--dossier <slug>", text("user.dossier"))
    .addOption(new Option("--role <role>", text("user.role")).choices(ROLES).default("author"))
    .action(add);
  user
    .command("link")
    .description(text("user.link"))
    .requiredOption("--email <address>", text("user.email"))
    .action(link);
  user
    .command("disable")
    .description(text("user.disable"))
    .requiredOption("--email <address>", text("user.email"))
    .option("--undo", text("user.undo"))
    .action(disable);
}

async function add(options: {
  email: string;
  name: string;
  kind: AccountKind;
  dossier?: string;
  role: Role;
}): Promise<void> {
  await withDatabase(async () => {
    // The dossier first: a mistyped name must not leave an account behind.
    const scope = options.dossier ? await openDossierToRead(SYSTEM, options.dossier) : null;
    const { id } = await addAccount(administer(SYSTEM), options);
    if (scope) await setMember(scope, { accountId: id, role: options.role });
  });
  print(text("user.added", { email: options.email }));
}

async function link({ email }: { email: string }): Promise<void> {
  const address = process.env.NEXTAUTH_URL;
  if (!address) throw new Invalid("cli.errors.needsAddress");
  const { token, expiresAt } = await withDatabase(async () => {
    const account = await accountByEmail(administer(SYSTEM), email);
    return makeSignInLink(administer(SYSTEM), { accountId: account.id });
  });
  print(`${new URL(`/aanmelden/${token}`, address)}`);
  console.error(text("user.linkNote", { until: formatMoment(expiresAt, "nl") }));
}

async function disable({ email, undo }: { email: string; undo?: boolean }): Promise<void> {
  await withDatabase(async () => {
    const account = await accountByEmail(administer(SYSTEM), email);
    await (undo ? enableAccount : disableAccount)(administer(SYSTEM), { accountId: account.id });
  });
  print(text(undo ? "user.enabled" : "user.disabled", { email }));
}
