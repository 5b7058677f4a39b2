import { build, buildIsCurrent } from "@/cli/next";

/**
 * Builds the app before the first of the tests that start it: two files that find it out of date at the same
 * moment would build at the same time, which the framework refuses.
 */
export default async function buildOnce(): Promise<void> {
  if (!buildIsCurrent()) await build();
}
