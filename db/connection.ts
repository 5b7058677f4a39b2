import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import postgres, { type Options, type Row, type RowList } from "postgres";
import { parse as parseArray } from "postgres-array";
import type { Address, Host } from "./address";
import { DatabaseGone } from "./errors";
import { withoutWords } from "./faults";

/** How long a server is looked for when none answers: a restart takes less. */
const PATIENCE_MS = 3_000;
const LOOK_AGAIN_AFTER_MS = 100;
/** How long one server may take to answer at all. */
const CONNECT_SECONDS = 3;
/** A statement that has no answer by then never will. */
const DEADLINE_MS = 60_000;
/** A server keeps what is prepared, some tens of kB each, for as long as the connection lasts. */
const MOST_PREPARED = 300;
const MOST_REMEMBERED = 2_000;
/** One of as many as there happen to be of something is hardly asked again. */
const MOST_VALUES = 40;

/** What drizzle changes of the driver's options, so that both engines give the same values. */
type Parsing = Pick<postgres.ParsedOptions, "parsers" | "serializers">;

/** What drizzle uses of a client, and a transaction in it. */
export interface Client {
  readonly options: Parsing;
  unsafe(text: string, values?: unknown[]): Statement;
  begin<Result>(body: (tx: Transaction) => Promise<Result>): Promise<Result>;
}
export interface Transaction {
  readonly options: Parsing;
  unsafe(text: string, values?: unknown[]): Statement;
  savepoint<Result>(body: (tx: Transaction) => Promise<Result>): Promise<Result>;
}
/** A promise of rows as objects; `values()` makes it one of rows as lists. */
export interface Statement extends Promise<Rows> {
  values(): Promise<Rows>;
}
export type Rows = RowList<Row[]>;
type Form = "objects" | "lists";

/** The servers of an address, and how they are spoken to. */
export interface Servers {
  readonly address: Address;
  readonly options: Options<Record<string, never>> & Parsing;
  /** The one that was writable last, so that it is asked first. */
  first: number;
}

/** @param settings what a server is told besides what the address says; a pooler may refuse them. */
export function serversOf(address: Address, settings: Record<string, string> = {}): Servers {
  const { user, password, database, sslmode } = address;
  const base = postgres({
    user,
    password,
    database,
    ssl: sslmode === undefined || sslmode === "disable" ? false : (sslmode as "require"),
    connection: { application_name: "herleid", ...settings, ...address.settings },
    max: 1,
    connect_timeout: CONNECT_SECONDS,
    max_lifetime: null,
    idle_timeout: 0,
    // It asks for them unasked, and nobody hears when that fails: see ARRAYS.
    fetch_types: false,
    types: ARRAYS,
    onnotice: () => {},
  } as unknown as Options<Record<string, never>>);
  // It never connects: only what the driver made of the options is used, and shared, with what
  // drizzle changes in it.
  return { address, options: base.options as unknown as Servers["options"], first: 0 };
}

/** Arrays of text, numbers and ids, by their numbers in PostgreSQL. */
const ARRAYS = Object.fromEntries(
  Object.entries({ text: 1009, varchar: 1015, uuid: 2951, int4: 1007, int8: 1016 }).map(
    ([name, type]) => [
      name,
      {
        to: type,
        from: [type],
        parse: (text: string) => parseArray<unknown>(text, name === "int4" ? Number : String),
        serialize: arrayText,
      },
    ],
  ),
);

/** A list as PostgreSQL writes it; a column of a list writes it so itself. */
export function arrayText(values: readonly unknown[] | string): string {
  if (typeof values === "string") return values;
  const quoted = values.map((value) =>
    value === null ? "NULL" : `"${String(value).replace(/[\\"]/g, "\\$&")}"`,
  );
  return `{${quoted.join(",")}}`;
}

/** What may differ from one use to another. */
interface Use {
  onNotify?: (channel: string, words: string) => void;
  /** How long a statement may take; null for as long as it takes. */
  deadlineMs?: number | null;
}

/**
 * Connects to the first of some servers that can be written to. While there is none it looks again,
 * for three seconds: a restart, or a standby that takes over, need not be noticed.
 *
 * @throws DatabaseGone when none is found; what the server said when it refuses us.
 */
export async function connect(servers: Servers, use: Use = {}): Promise<Connection> {
  const { hosts } = servers.address;
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    let failure: unknown;
    const { first } = servers;
    for (let n = 0; n < hosts.length; n++) {
      const at = (first + n) % hosts.length;
      const connection = new Connection(servers, hosts[at] as Host, use);
      failure = await whyNot(connection);
      if (!failure) {
        servers.first = at;
        return connection;
      }
      connection.lose(failure);
      if (!isAway(failure)) throw failure;
    }
    if (Date.now() >= until) throw new DatabaseGone(false, failure);
    await sleep(LOOK_AGAIN_AFTER_MS);
  }
}

/** What keeps a connection from being used; undefined when it can be. */
async function whyNot(connection: Connection): Promise<unknown> {
  try {
    const [row] = await connection.greet();
    return row?.standby ? Object.assign(new Error("a standby"), { code: STANDBY }) : undefined;
  } catch (error) {
    return error instanceof DatabaseGone ? (error.cause ?? error) : error;
  }
}

/** PostgreSQL's own code for a write where only reading is possible. */
const STANDBY = "25006";
const TOO_MANY_CONNECTIONS = "53300";
/** Of the network, of the driver, and of a server that stops, starts or lost its own connection. */
const AWAY =
  /^(CONNECT|ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_AGAIN|ENOENT|EACCES|57P0[1-3]$|08|25006$)/;

const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code);

/** Whether trying again may help. */
function isAway(error: unknown): boolean {
  const code = codeOf(error);
  return error instanceof DatabaseGone || AWAY.test(code) || code === TOO_MANY_CONNECTIONS;
}

/** Whether a connection is of no use after this error. */
function isLoss(error: unknown): boolean {
  const { severity } = (error ?? {}) as { severity?: unknown };
  return AWAY.test(codeOf(error)) || severity === "FATAL" || severity === "PANIC";
}

/**
 * A client of the driver with one connection, that is thrown away when that is lost.
 *
 * The driver would connect again by itself, and what was under way on the old connection would go on
 * on the new one: a late `rollback` then undoes somebody else's work. So here the loss is noted before
 * anything can go on, whatever is asked afterwards rejects, and `begin`, `commit` and `rollback` are
 * sent by us. Who lends it out lends it to one at a time.
 */
export class Connection implements Client {
  /** Set at the moment it is lost. */
  gone: DatabaseGone | undefined;
  /** Resolves when it is lost, or was closed. */
  readonly lost: Promise<void>;
  readonly born = Date.now();
  /** When it last answered. */
  used = Date.now();

  #sql: postgres.Sql;
  #socket: net.Socket | undefined;
  #waiting = new Set<(error: Error) => void>();
  /** Statements that were asked before; null behind a pooler, where the next server would not know them by a name. */
  #asked: Map<string, "once" | "prepared"> | null = null;
  #prepared = 0;
  #tellLost: () => void = () => {};
  #committing = false;
  #savepoints = 0;

  constructor(
    private readonly servers: Servers,
    host: Host,
    private readonly use: Use = {},
  ) {
    this.lost = new Promise((resolve) => {
      this.#tellLost = resolve;
    });
    this.#sql = postgres({
      ...servers.options,
      host: [host.host],
      port: [host.port],
      path: null,
      socket: () => {
        this.#socket = socketTo(host);
        return this.#socket;
      },
      onclose: () => this.lose(),
      onnotify: use.onNotify,
    } as unknown as Options<Record<string, never>>);
  }

  get options(): Parsing {
    return this.servers.options;
  }

  /**
   * Asks whether it is a standby, and finds out whether a pooler stands between: that tells us another number than the
   * process has that answers. Without one, what is asked again is prepared: one message there and back instead of two.
   */
  async greet(): Promise<Rows> {
    const rows = await this.ask(
      "select pg_is_in_recovery() as standby, pg_backend_pid() as process",
    );
    if (rows[0]?.process === rows.state.pid) this.#asked = new Map();
    return rows;
  }

  /** Whether a statement goes by a name that the server knows it by. */
  #prepares(text: string, values: unknown[]): boolean {
    if (!this.#asked || values.length === 0 || values.length > MOST_VALUES) return false;
    const asked = this.#asked.get(text);
    if (asked === "prepared") return true;
    if (asked === undefined) {
      if (this.#asked.size < MOST_REMEMBERED) this.#asked.set(text, "once");
      return false;
    }
    if (this.#prepared >= MOST_PREPARED) return false;
    this.#prepared++;
    this.#asked.set(text, "prepared");
    return true;
  }

  /**
   * Asks one statement, or without values a script of several.
   *
   * @throws DatabaseGone as soon as the connection is lost, or when there is no answer in time; what
   *   the server says when it refuses.
   */
  ask(text: string, values: unknown[] = [], form: Form = "objects", ms?: number): Promise<Rows> {
    if (this.gone) return Promise.reject(this.gone);
    return new Promise<Rows>((resolve, reject) => {
      const deadline =
        ms ?? (this.use.deadlineMs === undefined ? DEADLINE_MS : this.use.deadlineMs);
      const timer =
        deadline === null
          ? undefined
          : setTimeout(() => this.lose(new Error(`no answer in ${deadline} ms`)), deadline);
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(fail);
      };
      const fail = (error: unknown) => {
        done();
        if (isLoss(error)) this.lose(error);
        reject(this.gone ?? error);
      };
      this.#waiting.add(fail);
      const prepare = this.#prepares(text, values);
      const asked = this.#sql.unsafe(text, values as never[], { prepare });
      (form === "lists" ? asked.values() : asked).then((rows) => {
        done();
        this.used = Date.now();
        resolve(rows as unknown as Rows);
      }, fail);
    });
  }

  unsafe(text: string, values: unknown[] = []): Statement {
    return statement((form) => this.ask(text, values, form));
  }

  /**
   * Does something in a transaction of its own.
   *
   * @throws DatabaseGone, which tells whether it may have been kept; whatever `body` throws, and then
   *   it was not.
   */
  async begin<Result>(body: (tx: Transaction) => Promise<Result>): Promise<Result> {
    await this.ask("begin");
    const result = await this.#within(body, "rollback");
    this.#committing = true;
    try {
      const { command } = await withoutWords("commit", () => this.ask("commit"));
      // Also an answer to `commit`, when a statement failed and the body went on all the same.
      if (command !== "COMMIT") throw new Error("a transaction that had failed was rolled back");
    } finally {
      this.#committing = false;
    }
    return result;
  }

  async #within<Result>(body: (tx: Transaction) => Promise<Result>, undo: string): Promise<Result> {
    // What still comes of it after its end must not come into the next one.
    let open = true;
    const whileOpen = <Answer>(ask: () => Promise<Answer>): Promise<Answer> =>
      open ? ask() : Promise.reject(new Error("this transaction has ended"));
    const tx: Transaction = {
      options: this.options,
      unsafe: (text, values) => statement((form) => whileOpen(() => this.ask(text, values, form))),
      savepoint: (inner) =>
        whileOpen(async () => {
          const name = `s${++this.#savepoints}`;
          await this.ask(`savepoint ${name}`);
          return this.#within(inner, `rollback to ${name}`);
        }),
    };
    try {
      return await body(tx);
    } catch (error) {
      open = false;
      if (!this.gone) await this.ask(undo).catch((fault) => this.lose(fault));
      throw this.gone ?? error;
    } finally {
      open = false;
    }
  }

  /** Throws the connection away: what waits for it rejects, and nothing more is sent. */
  lose(cause?: unknown): void {
    if (this.gone) return;
    this.gone = new DatabaseGone(this.#committing, cause);
    for (const fail of [...this.#waiting]) fail(this.gone);
    void this.#close(0);
  }

  /** Ends it in good order. */
  async end(): Promise<void> {
    if (this.gone) return;
    this.gone = new DatabaseGone(false);
    await this.#close(1);
  }

  async #close(seconds: number): Promise<void> {
    this.#tellLost();
    await this.#sql.end({ timeout: seconds });
    // One that hears nothing any more would otherwise stay for a quarter of an hour.
    this.#socket?.destroy();
  }
}

/** A socket of our own, so that it can be let go of; with its name, for the certificate. */
function socketTo({ host, port }: Host): net.Socket {
  const socket = host.startsWith("/")
    ? net.connect(`${host}/.s.PGSQL.${port}`)
    : net.connect(port, host);
  return Object.assign(socket.setNoDelay(true), { host, port });
}

/** A statement as drizzle takes it, which says only afterwards in what form it wants the rows. */
export function statement(ask: (form: Form) => Promise<Rows>): Statement {
  let form: Form = "objects";
  const answer = Promise.resolve().then(() => ask(form));
  return Object.assign(answer, {
    values: () => {
      form = "lists";
      return answer;
    },
  });
}
