import type { Command } from "commander";
import { print, text, withDatabase } from "../terminal";

/** Adds `migrate` and `example`: the tables, and what one begins with. */
export function addDatabase(program: Command): void {
  program
    .command("migrate")
    .description(text("migrate.about"))
    .action(async () => {
      await withDatabase(async () => {});
      print(text("migrate.done"));
    });
  program
    .command("example")
    .description(text("example.about"))
    .action(async () => {
      // Only here: the other commands must not need the example to be installed.
      const { loadExample } = await import("@/tests/example/load");
      const { slug, made } = await withDatabase(() =>
        loadExample(() => print(text("example.making"))),
      );
      print(made ? text("example.done", { slug }) : text("example.present", { slug }));
    });
}
