import { constants, inflateRawSync } from "node:zlib";

/** A part of a ZIP file as its table of contents describes it; sizes in bytes, as claimed. */
export interface ZipEntry {
  name: string;
  /** Once unpacked. */
  size: number;
  /** As it stands in the file. */
  packedSize: number;
  /** 0 is stored, 8 is deflated; office programs write no other. */
  method: number;
  /** Checksum of what it holds (CRC-32). */
  checksum: number;
  encrypted: boolean;
  /** Where its own header begins in the file. */
  offset: number;
}

/** What the table of contents of a ZIP file says; nothing of it was unpacked. */
export interface ZipFacts {
  entries: ZipEntry[];
  /** Of all entries together once unpacked, in bytes. */
  totalSize: number;
  /** How many times larger the whole becomes by unpacking it. */
  ratio: number;
  /** Entries that lie over one another: one way of making a small file unpack into a huge one. */
  overlapping: boolean;
  /** It carries a program that an office program would run. */
  macros: boolean;
  encrypted: boolean;
}

const END = 0x06054b50;
const END_SIZE = 22;
/** The end may be followed by a remark of at most this many bytes. */
const MAX_REMARK = 0xffff;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_ENTRY_SIZE = 46;
const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_SIZE = 30;
/** A number that stands elsewhere because it does not fit in 32 bits. */
const ELSEWHERE = 0xffffffff;

const MACRO_PART = /(?:^|\/)vbaProject\.bin$|^xl\/macrosheets\//i;

/**
 * Reads the table of contents at the end of a ZIP file and unpacks nothing: some microseconds per entry,
 * whatever the entries claim to hold. Null for bytes that are no ZIP file, or a damaged one.
 */
export function inspectZip(bytes: Uint8Array): ZipFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  // The table ends where its end is written, also in a file with something before the ZIP.
  let at = end - view.getUint32(end + 12, true);
  const shift = at - view.getUint32(end + 16, true);
  if (at < 0 || shift < 0) return null;
  while (at + DIRECTORY_ENTRY_SIZE <= end && view.getUint32(at, true) === DIRECTORY_ENTRY) {
    const next =
      at +
      DIRECTORY_ENTRY_SIZE +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
    if (next > end) return null;
    entries.push(directoryEntry(bytes, view, at, shift));
    at = next;
  }
  // The number is kept in 16 bits, so more entries than it can say are counted round.
  if (entries.length % 0x10000 !== count && count !== 0xffff) return null;
  const totalSize = entries.reduce((sum, { size }) => sum + size, 0);
  return {
    entries,
    totalSize,
    ratio: bytes.length === 0 ? 0 : totalSize / bytes.length,
    overlapping: overlap(entries, bytes.length),
    macros: entries.some(({ name }) => MACRO_PART.test(name)),
    encrypted: entries.some(({ encrypted }) => encrypted),
  };
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= 0 && at >= last - MAX_REMARK; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return null;
}

function directoryEntry(bytes: Uint8Array, view: DataView, at: number, shift: number): ZipEntry {
  const nameLength = view.getUint16(at + 28, true);
  const nameStart = at + DIRECTORY_ENTRY_SIZE;
  const extraEnd = nameStart + nameLength + view.getUint16(at + 30, true);
  const long = longNumbers(view, nameStart + nameLength, extraEnd);
  // In this order, and only those that do not fit.
  const number = (place: number): number => {
    const short = view.getUint32(at + place, true);
    return short === ELSEWHERE ? (long.shift() ?? short) : short;
  };
  return {
    name: new TextDecoder().decode(bytes.subarray(nameStart, nameStart + nameLength)),
    size: number(24),
    packedSize: number(20),
    offset: number(42) + shift,
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
  };
}

/** The numbers of 64 bits that an entry has besides (field 1 of what is extra). */
function longNumbers(view: DataView, start: number, end: number): number[] {
  for (let at = start; at + 4 <= end; ) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1 && at + 4 + size <= end) {
      return Array.from({ length: size >> 3 }, (_, i) =>
        Number(view.getBigUint64(at + 4 + i * 8, true)),
      );
    }
    at += 4 + size;
  }
  return [];
}

function overlap(entries: readonly ZipEntry[], length: number): boolean {
  let free = 0;
  for (const { offset, packedSize } of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (offset < free) return true;
    free = offset + LOCAL_HEADER_SIZE + packedSize;
  }
  return free > length;
}

/**
 * Unpacks one entry, never into more than it claims to be. Null when it cannot be: damaged, encrypted, packed in a
 * way of its own, or larger than `limit` bytes or than it says.
 */
export function unpack(bytes: Uint8Array, entry: ZipEntry, limit: number): Uint8Array | null {
  const { offset, packedSize, size } = entry;
  if (entry.encrypted || size > limit || offset + LOCAL_HEADER_SIZE > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(offset, true) !== LOCAL_HEADER) return null;
  const start =
    offset +
    LOCAL_HEADER_SIZE +
    view.getUint16(offset + 26, true) +
    view.getUint16(offset + 28, true);
  if (start + packedSize > bytes.length) return null;
  const packed = bytes.subarray(start, start + packedSize);
  const whole = entry.method === 8 ? inflated(packed, size) : entry.method === 0 ? packed : null;
  return whole?.length === size && checksumOf(whole) === entry.checksum ? whole : null;
}

function inflated(packed: Uint8Array, size: number): Uint8Array | null {
  try {
    // zlib refuses a limit of nothing, and an entry of nothing is one byte short of it.
    return inflateRawSync(packed, {
      maxOutputLength: size + 1,
      finishFlush: constants.Z_FINISH,
    });
  } catch {
    return null;
  }
}

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32: without it a few wrong bits would be a few wrong words. Node 20.9 has none of its own. */
function checksumOf(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (CRC[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
