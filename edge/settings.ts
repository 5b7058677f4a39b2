import net from "node:net";

/** What the environment says of the way to this server. */
export interface EdgeSettings {
  /** The address at which people open Herleid: `NEXTAUTH_URL`. */
  address: URL;
  /** The machines that may say for whom they ask: `HERLEID_TRUSTED_PROXY`. */
  proxies: net.BlockList;
  /** Whether any was named. */
  hasProxies: boolean;
  /** What the limits on asking are multiplied by: `HERLEID_LIMITS`. */
  factor: number;
}

/** A setting that is not what it should be. */
export class BadSetting extends Error {
  override name = "BadSetting";
  constructor(
    readonly variable: "HERLEID_TRUSTED_PROXY" | "HERLEID_LIMITS",
    readonly value: string,
  ) {
    super(`${variable}: ${value}`);
  }
}

/** Reads the settings. @throws BadSetting */
export function edgeSettings(env: NodeJS.ProcessEnv = process.env): EdgeSettings {
  const port = env.PORT || "3000";
  return {
    address: new URL(env.NEXTAUTH_URL || `http://127.0.0.1:${port}`),
    proxies: proxiesIn(env.HERLEID_TRUSTED_PROXY ?? ""),
    hasProxies: Boolean(env.HERLEID_TRUSTED_PROXY?.trim()),
    factor: factorIn(env.HERLEID_LIMITS || "1"),
  };
}

/** Addresses and networks (`10.0.0.0/8`, `fd00::/8`), with commas between; `loopback` is this machine. */
function proxiesIn(text: string): net.BlockList {
  const list = new net.BlockList();
  for (const part of text.split(",").map((one) => one.trim())) {
    if (part === "") continue;
    if (part === "loopback") {
      list.addSubnet("127.0.0.0", 8, "ipv4");
      list.addAddress("::1", "ipv6");
      continue;
    }
    const [address = "", length] = part.split("/");
    const family = familyOf(address);
    const bits = family === "ipv4" ? 32 : 128;
    const prefix = length === undefined ? bits : Number(length || Number.NaN);
    if (!family || !Number.isInteger(prefix) || prefix < 1 || prefix > bits) {
      throw new BadSetting("HERLEID_TRUSTED_PROXY", part);
    }
    list.addSubnet(address, prefix, family);
  }
  return list;
}

function factorIn(text: string): number {
  const factor = Number(text);
  if (!(factor > 0 && factor <= 1_000)) throw new BadSetting("HERLEID_LIMITS", text);
  return factor;
}

/** Whether this is an address of IPv4 or IPv6; undefined for anything else. */
export function familyOf(address: string): "ipv4" | "ipv6" | undefined {
  const version = net.isIP(address);
  if (version === 0) return undefined;
  return version === 4 ? "ipv4" : "ipv6";
}
