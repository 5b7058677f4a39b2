/** The part of the package that is used here; it brings no types of its own. */
declare module "saxen" {
  export class Parser {
    ns(prefixes: Record<string, string>): this;
    on(
      event: "openTag",
      handler: (name: string, attributes: () => Record<string, string> | false) => void,
    ): this;
    on(event: "closeTag", handler: (name: string) => void): this;
    on(event: "text" | "cdata", handler: (text: string) => void): this;
    on(event: "error", handler: (error: Error) => void): this;
    parse(xml: string): Error | undefined;
    stop(): void;
  }
}
