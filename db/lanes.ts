import {
  type Client,
  type Connection,
  connect,
  type Servers,
  statement,
  type Transaction,
} from "./connection";
import { DatabaseGone } from "./errors";

/** As many as a pool of the driver has by itself. */
const LANES = 10;
/** One that was not used for so long is asked first whether it still answers. */
const ASK_AFTER_MS = 10_000;
const ANSWER_WITHIN_MS = 2_000;
/** After so long it is replaced, so that what changed behind the address is noticed. */
const LIFETIME_MS = 30 * 60_000;
/** How long work under way is waited for at the end. */
const END_AFTER_MS = 5_000;

interface Waiting {
  take: (lane: Connection | Promise<Connection>) => void;
  fail: (error: unknown) => void;
}

/**
 * A client for drizzle that lends out connections, each to one statement or transaction at a time.
 * One that was lost is replaced, and what was under way on it rejects at once.
 */
export class Lanes implements Client {
  #idle: Connection[] = [];
  #lanes = new Set<Connection>();
  #opening = 0;
  #waiting: Waiting[] = [];
  #ending = false;

  /** @param direct where LISTEN is asked: a pooler cannot do it. */
  constructor(
    private readonly servers: Servers,
    readonly direct: Servers = servers,
  ) {}

  get options(): Client["options"] {
    return this.servers.options;
  }

  unsafe(text: string, values: unknown[] = []) {
    return statement((form) =>
      this.#lend(async (lane) => {
        try {
          return await lane.ask(text, values, form);
        } catch (error) {
          // It may be a script with a transaction of its own, that is still open now.
          if (values.length === 0) lane.lose(error);
          throw error;
        }
      }),
    );
  }

  begin<Result>(body: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.#lend((lane) => lane.begin(body));
  }

  /** Lends no more, waits for what is under way (five seconds at most), and closes all. */
  async end(): Promise<void> {
    this.#ending = true;
    this.#failWaiting(new DatabaseGone(false));
    const patience = setTimeout(() => {
      for (const lane of this.#lanes) lane.lose();
    }, END_AFTER_MS);
    for (const lane of this.#idle.splice(0)) void lane.end();
    await Promise.all([...this.#lanes].map((lane) => lane.lost));
    clearTimeout(patience);
  }

  async #lend<Result>(work: (lane: Connection) => Promise<Result>): Promise<Result> {
    const lane = await this.#take();
    try {
      return await work(lane);
    } finally {
      this.#giveBack(lane);
    }
  }

  async #take(): Promise<Connection> {
    for (;;) {
      if (this.#ending) throw new DatabaseGone(false);
      const lane = await (this.#idle.pop() ?? this.#another());
      if (await this.#answers(lane)) return lane;
    }
  }

  #another(): Promise<Connection> {
    if (this.#lanes.size + this.#opening < LANES) return this.#open();
    return new Promise((take, fail) => this.#waiting.push({ take, fail }));
  }

  async #open(): Promise<Connection> {
    this.#opening++;
    try {
      const lane = await connect(this.servers);
      this.#lanes.add(lane);
      void lane.lost.then(() => {
        this.#lanes.delete(lane);
        this.#idle = this.#idle.filter((idle) => idle !== lane);
        // Who waits for one that is given back gets a new one instead.
        const next = this.#waiting.shift();
        if (next) this.#another().then(next.take, next.fail);
      });
      return lane;
    } catch (error) {
      // They have waited as long as this one, and would only wait longer.
      if (this.#lanes.size === 0) this.#failWaiting(error);
      throw error;
    } finally {
      this.#opening--;
    }
  }

  /** Whether a lane can be used; when one that was idle for long cannot, the other idle ones go too. */
  async #answers(lane: Connection): Promise<boolean> {
    if (lane.gone) return false;
    if (Date.now() - lane.used < ASK_AFTER_MS) return true;
    try {
      await lane.ask("select 1", [], "objects", ANSWER_WITHIN_MS);
      return true;
    } catch (error) {
      lane.lose(error);
      for (const other of this.#idle.splice(0)) other.lose(error);
      return false;
    }
  }

  #giveBack(lane: Connection): void {
    if (lane.gone) return;
    if (this.#ending || Date.now() - lane.born > LIFETIME_MS) {
      void lane.end();
      return;
    }
    const next = this.#waiting.shift();
    if (next) next.take(lane);
    else this.#idle.push(lane);
  }

  #failWaiting(error: unknown): void {
    for (const { fail } of this.#waiting.splice(0)) fail(error);
  }
}
