import { sha256 } from "@/db/hash";

/**
 * What an invitation knows its code by. Another hash than the one under which who reacts is known, so that without the
 * code itself, of 80 bits, nobody can lay one beside the other: decision 045.
 */
export const codeHash = (code: string): string => sha256(`invitation ${code}`);
