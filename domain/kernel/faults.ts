/** Their messages quote what was read: a piece of a file, a node of a text, a value that was refused. */
const QUOTING = /^(SyntaxError|RangeError|URIError|ZodError|\$ZodError)$/;
const LONGEST_MESSAGE = 300;

/**
 * A fault for the log: what kind, where, and why, without words of people. Those of the database have
 * none (`db/faults.ts`); of others that quote their input the message is left out.
 */
export function faultText(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { name, message, stack = "", cause } = error;
  const said = QUOTING.test(name) ? "" : (message.split("\n")[0] ?? "").slice(0, LONGEST_MESSAGE);
  // A stack begins with the message, which may look like anything.
  const trace = stack.slice(Math.max(0, stack.indexOf(message)) + message.length);
  const frames = trace.split("\n").filter((line) => /^\s+at /.test(line));
  const because = cause === undefined ? [] : [`caused by ${faultText(cause)}`];
  return [[name, said].filter(Boolean).join(": "), ...frames, ...because].join("\n");
}
