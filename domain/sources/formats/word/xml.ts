import { Parser } from "saxen";
import { Invalid } from "@/domain/kernel/errors";

/** An element with its namespace as one of the prefixes below, whatever prefix the file has for it. */
export interface Xml {
  name: string;
  attributes: Record<string, string>;
  children: (Xml | string)[];
}

/** Deeper than anybody nests tables, and shallow enough for every reader after this one. */
const MAX_DEPTH = 256;

const office = "http://schemas.openxmlformats.org";
const strict = "http://purl.oclc.org/ooxml";
/** Both forms of the standard, ISO "transitional" and "strict", with what Word adds. */
const PREFIXES = {
  [`${office}/wordprocessingml/2006/main`]: "w",
  [`${strict}/wordprocessingml/main`]: "w",
  [`${office}/officeDocument/2006/relationships`]: "r",
  [`${strict}/officeDocument/relationships`]: "r",
  [`${office}/officeDocument/2006/math`]: "m",
  [`${strict}/officeDocument/math`]: "m",
  [`${office}/drawingml/2006/main`]: "a",
  [`${strict}/drawingml/main`]: "a",
  [`${office}/drawingml/2006/picture`]: "pic",
  [`${strict}/drawingml/picture`]: "pic",
  [`${office}/drawingml/2006/chart`]: "c",
  [`${strict}/drawingml/chart`]: "c",
  [`${office}/drawingml/2006/diagram`]: "dgm",
  [`${strict}/drawingml/diagram`]: "dgm",
  [`${office}/markup-compatibility/2006`]: "mc",
  [`${office}/package/2006/relationships`]: "rel",
  "urn:schemas-microsoft-com:vml": "v",
};

/**
 * Reads a part of an office file. Entities of its own are not expanded and nothing is fetched.
 *
 * @throws Invalid with `sources.errors.damaged` ({fileName}) for what is no XML, and `sources.errors.tooDeep`
 *   ({fileName}).
 */
export function parseXml(bytes: Uint8Array, fileName: string): Xml {
  const top: Xml = { name: "", attributes: {}, children: [] };
  const open: Xml[] = [top];
  const parser = new Parser().ns(PREFIXES);
  let sound = true;
  let shallow = true;
  parser.on("openTag", (name, attributes) => {
    const element: Xml = { name, attributes: decoded(attributes() || {}), children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
    shallow = open.length <= MAX_DEPTH;
    if (!shallow) parser.stop();
  });
  parser.on("closeTag", () => open.pop());
  parser.on("text", (text) => open.at(-1)?.children.push(decode(text)));
  parser.on("cdata", (text) => open.at(-1)?.children.push(text));
  parser.on("error", () => {
    sound = false;
  });
  parser.parse(textOf(bytes));
  if (!shallow) throw new Invalid("sources.errors.tooDeep", { fileName });
  const root = top.children.find((child) => typeof child !== "string");
  if (!sound || root === undefined || open.length > 1) {
    throw new Invalid("sources.errors.damaged", { fileName });
  }
  return root;
}

function textOf(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const wideBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(wide ? "utf-16le" : wideBig ? "utf-16be" : "utf-8").decode(bytes);
}

const NAMED: Record<string, string> = { amp: "&", apos: "'", gt: ">", lt: "<", quot: '"' };

/** Also signs beyond 16 bits, which the package cuts off. Others stay as they stand. */
function decode(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (all, ten, hex, name) => {
    if (name) return NAMED[name] ?? all;
    const code = hex ? Number.parseInt(hex, 16) : Number(ten);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

function decoded(attributes: Record<string, string>): Record<string, string> {
  for (const [name, value] of Object.entries(attributes)) {
    if (value.includes("&")) attributes[name] = decode(value);
  }
  return attributes;
}

/** The first child element of that name. */
export function child(element: Xml | undefined, name: string): Xml | undefined {
  return element?.children.find((at): at is Xml => typeof at !== "string" && at.name === name);
}

export function children(element: Xml | undefined, name: string): Xml[] {
  return (element?.children ?? []).filter(
    (at): at is Xml => typeof at !== "string" && at.name === name,
  );
}

/** What an element with one value says, as most properties in Word are written: `<w:pStyle w:val="Kop1"/>`. */
export function propertyOf(element: Xml | undefined, name: string): string | undefined {
  return child(element, name)?.attributes["w:val"];
}

/** A property that is on or off; undefined where nothing is said about it. */
export function isOn(element: Xml | undefined, name: string): boolean | undefined {
  const property = child(element, name);
  if (property === undefined) return undefined;
  return !["0", "false", "off", "none"].includes(property.attributes["w:val"] ?? "1");
}

/** Every element below, in the order of the document, itself first. */
export function* within(element: Xml): Generator<Xml> {
  yield element;
  for (const at of element.children) if (typeof at !== "string") yield* within(at);
}

/** An element of our own making. */
export function make(
  name: string,
  attributes: Record<string, string> = {},
  children: (Xml | string)[] = [],
): Xml {
  return { name, attributes, children };
}

const ESCAPED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
// Signs that no XML may hold, not even escaped.
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that must go
const FORBIDDEN = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g;

const escaped = (text: string) =>
  text.replace(FORBIDDEN, "").replace(/[&<>"]/g, (sign) => ESCAPED[sign] ?? sign);

/** The element as XML, without declarations of namespaces: those are for whoever writes the root. */
export function toXml(element: Xml | string): string {
  if (typeof element === "string") return escaped(element);
  const attributes = Object.entries(element.attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join("");
  const inner = element.children.map(toXml).join("");
  return `<${element.name}${attributes}>${inner}</${element.name}>`;
}
