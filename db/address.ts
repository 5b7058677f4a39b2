import { DatabaseProblem } from "./errors";

/** One place where a server may be: a name with a port, or the folder of its socket. */
export interface Host {
  host: string;
  port: number;
}

/** Where the database is, and as whom it is asked. */
export interface Address {
  /** Tried in this order: the first that can be written to is used. */
  hosts: readonly Host[];
  user: string | undefined;
  password: string | undefined;
  database: string;
  sslmode: string | undefined;
  /** What else the server is told when a connection begins. */
  settings: Readonly<Record<string, string>>;
}

const DEFAULT_PORT = 5432;
/** What must be written as `%…` within a password would end it here. */
const SHAPE =
  /^postgres(?:ql)?:\/\/(?:(?<user>[^:@/?#]*)(?::(?<password>[^/?#]*))?@)?(?<hosts>[^@/?#]*)\/(?<database>[^@/?#]+)(?:\?(?<query>[^#]*))?$/;
const HOST = /^(?:\[(?<six>[0-9a-fA-F:.]+)\]|(?<name>[^:[\]\s]+))(?::(?<port>\d{1,5}))?$/;
const SSL_MODES = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"];
/** All mean the same here: Herleid writes, so it always looks for the one that can be written to. */
const SESSIONS = ["any", "read-write", "primary"];

/**
 * Reads an address such as `postgres://user:secret@one,two:5433/herleid?sslmode=require`.
 *
 * @param setting the name of what holds it, for who must mend it.
 * @throws DatabaseProblem `badAddress`. It says nothing of the address itself: a password is in it.
 */
export function readAddress(text: string, setting: string): Address {
  const found = SHAPE.exec(text)?.groups;
  const bad = () => new DatabaseProblem("badAddress", { setting });
  if (!found) throw bad();
  try {
    const hosts = (found.hosts || "localhost")
      .split(",")
      .map((one) => hostIn(decodeURIComponent(one)));
    const {
      sslmode,
      target_session_attrs: session = "primary",
      ...settings
    } = Object.fromEntries(new URLSearchParams(found.query));
    if (!hosts.every(isHost) || !SESSIONS.includes(session)) throw bad();
    if (sslmode !== undefined && !SSL_MODES.includes(sslmode)) throw bad();
    return {
      hosts,
      user: decoded(found.user),
      password: decoded(found.password),
      database: decodeURIComponent(found.database ?? ""),
      sslmode,
      settings,
    };
  } catch {
    // A stray % cannot be decoded, and that error would quote the whole.
    throw bad();
  }
}

/** The servers of an address, as they may be shown. */
export function hostsOf({ hosts }: Address): string {
  return hosts.map(({ host, port }) => `${host}:${port}`).join(", ");
}

const decoded = (text: string | undefined) => (text ? decodeURIComponent(text) : undefined);

function hostIn(text: string): Host | null {
  if (text.startsWith("/")) return { host: text, port: DEFAULT_PORT };
  const { six, name, port } = HOST.exec(text)?.groups ?? {};
  const host = six ?? name;
  return host ? { host, port: Number(port ?? DEFAULT_PORT) } : null;
}

function isHost(host: Host | null): host is Host {
  return host !== null && host.port >= 1 && host.port <= 65_535;
}
