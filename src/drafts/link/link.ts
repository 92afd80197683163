import { sha256 } from "@noble/hashes/sha2.js";
import { deflateSync } from "fflate";
import { fromBase64Url, toBase64Url } from "./base64.ts";
import { dictionary1 } from "./dictionary.ts";
import { concatenate, crc32 } from "../../bytes/index.ts";
import { inflateUpTo, TooLarge } from "./inflate.ts";
import { packShared, unpackShared } from "./shared.ts";
import type { SharedNotebook } from "./shared.ts";

export { tableFormats } from "./shared.ts";
export type { SharedNotebook, SharedTable, TableFormat } from "./shared.ts";

/**
 * `#n=1.<payload>`: a whole notebook in the fragment of an address, which no server ever sees. The
 * payload is base64url of a checksum and of deflated bytes; the version names the dictionary.
 * `#n=1.<slug>.<hash>.<payload>` is written against a repository notebook and needs its text.
 *
 * This module stands apart from `index.ts`, since a page needs it only to share or to open a link.
 */
export const linkVersion = "1";

/**
 * The longest fragment that is made, in characters. Browsers take far more, but what carries links
 * does not: a cell of a spreadsheet ends at 32 767 characters, and mail and chat cut before that.
 */
export const linkLimit = 30_000;

/** From this length on some chat apps cut a link; it is made, and its sender should be told. */
export const linkComfort = 4000;

/** The longest fragment that is read: a later version may allow more than this one makes. */
const readLimit = 4 * linkLimit;

/** Bytes that a link may inflate to. Honest text is a fifth as long compressed, not a hundredth. */
const inflatedLimit = 4_000_000;

/** A notebook of the repository, as its file is. */
export interface LinkOrigin {
  readonly slug: string;
  readonly text: string;
}

export type EncodedLink =
  /** `fragment` with `#`; "" where the notebook's own address with its inputs says it all. */
  | { readonly ok: true; readonly fragment: string; readonly isLong: boolean }
  | {
      readonly ok: false;
      readonly reason: "too_long";
      readonly length: number;
      readonly limit: number;
      /** What takes the space, in characters of the link, largest first; "" is the text itself. */
      readonly parts: readonly { readonly table: string; readonly length: number }[];
    };

/** Why a link cannot be opened; the words are `link.<reason>`. */
export const linkFaults = [
  "none",
  "too_long",
  "newer",
  "unknown",
  "damaged",
  "too_large",
  "too_slow",
  "invalid",
  "origin_missing",
  "origin_changed",
] as const;
export type LinkFault = (typeof linkFaults)[number];

export type DecodedLink =
  | { readonly ok: true; readonly shared: SharedNotebook }
  /** `detail`: the version, or the slug of the notebook that the link was written against. */
  | { readonly ok: false; readonly reason: LinkFault; readonly detail: string };

/** How one version is read: its own shape, then step by step that of the newest. */
export interface LinkVersion {
  read(payload: string, originOf: OriginOf): Read;
  /** From this version's shape to the next one's; the newest has none. */
  upgrade?(data: unknown): unknown;
}
type Read = { readonly ok: true; readonly data: unknown } | Fault;
type Fault = Extract<DecodedLink, { ok: false }>;
/** The text of a repository notebook as it is now, or null. */
export type OriginOf = (slug: string) => string | null;

const fault = (reason: LinkFault, detail = ""): Fault => ({ ok: false, reason, detail });

/** The versions that can be read, by number. */
export const linkVersions: Readonly<Record<string, LinkVersion>> = { 1: { read: read1 } };

/**
 * The shortest fragment for a notebook: none where it is its origin unchanged and brings no tables,
 * else the whole of it.
 * @param origin the repository notebook that it came from
 * @param against whether the link may need the origin's text to be read; it is shorter, and cannot
 *   be opened any more once that notebook has changed
 */
export function encodeLink(
  shared: SharedNotebook,
  {
    origin = null,
    against = false,
    limit = linkLimit,
  }: {
    readonly origin?: LinkOrigin | null;
    readonly against?: boolean;
    readonly limit?: number;
  } = {},
): EncodedLink {
  if (origin?.text === shared.text && shared.tables.length === 0)
    return { ok: true, fragment: "", isLong: false };
  const parts = packShared(shared);
  const whole = `#n=${linkVersion}.${payloadOf(parts, dictionaryOf(null))}`;
  const short = origin && against ? deltaOf(parts, origin) : whole;
  const fragment = short.length < whole.length ? short : whole;
  if (fragment.length <= limit)
    return { ok: true, fragment, isLong: fragment.length > linkComfort };
  return { ok: false, reason: "too_long", length: fragment.length, limit, parts: weights(shared) };
}

/** The slug of the notebook whose text a link needs, or null: what to fetch before decoding. */
export function linkOrigin(fragment: string): string | null {
  return /^#?n=1\.([a-z0-9-]+)\.[\w-]+\.[\w-]*$/.exec(fragment)?.[1] ?? null;
}

/**
 * Reads a fragment that anybody may have written; never throws. What it gives has the right shape
 * and is no larger than allowed, but its text is a stranger's.
 */
export function decodeLink(
  fragment: string,
  {
    originOf = () => null,
    versions = linkVersions,
  }: {
    readonly originOf?: OriginOf;
    readonly versions?: Readonly<Record<string, LinkVersion>>;
  } = {},
): DecodedLink {
  const [, version, payload] = /^#?n=(\d{1,9})\.(.*)$/s.exec(fragment) ?? [];
  if (version === undefined || payload === undefined)
    return fault(/^#?n=/.test(fragment) ? "unknown" : "none");
  if (fragment.length > readLimit) return fault("too_long", String(fragment.length));
  if (Number(version) > Number(linkVersion)) return fault("newer", version);
  if (!Object.hasOwn(versions, version)) return fault("unknown", version);
  const read = versions[version]?.read(payload, originOf) ?? fault("unknown", version);
  if (!read.ok) return read;
  const data = upgraded(read.data, Number(version), versions);
  return data === null ? fault("invalid") : { ok: true, shared: data as SharedNotebook };
}

function upgraded(
  data: unknown,
  version: number,
  versions: Readonly<Record<string, LinkVersion>>,
): unknown {
  let current = data;
  for (let v = version; v < Number(linkVersion); v++)
    current = versions[v]?.upgrade?.(current) ?? null;
  return current;
}

function read1(payload: string, originOf: OriginOf): Read {
  const [, slug, hash, delta] = /^([a-z0-9-]+)\.([\w-]+)\.([\w-]*)$/.exec(payload) ?? [];
  if (slug === undefined || hash === undefined || delta === undefined)
    return readPayload(payload, dictionaryOf(null));
  const origin = originOf(slug);
  if (origin === null) return fault("origin_missing", slug);
  if (hashOf(origin) !== hash) return fault("origin_changed", slug);
  return readPayload(delta, dictionaryOf(origin));
}

function readPayload(payload: string, dictionary: Uint8Array): Read {
  const bytes = fromBase64Url(payload);
  if (bytes === null || bytes.length < 5) return fault("damaged");
  try {
    const plain = inflateUpTo(bytes.slice(4), dictionary, inflatedLimit);
    if (new DataView(bytes.buffer).getUint32(0) !== crc32(plain)) return fault("damaged");
    const data = unpackShared(plain);
    return data === null ? fault("invalid") : { ok: true, data };
  } catch (error) {
    return fault(error instanceof TooLarge ? "too_large" : "damaged");
  }
}

function payloadOf(parts: readonly Uint8Array[], dictionary: Uint8Array): string {
  const plain = concatenate(parts);
  const sum = new Uint8Array(4);
  new DataView(sum.buffer).setUint32(0, crc32(plain));
  return toBase64Url(concatenate([sum, deflateSync(plain, { level: 9, mem: 4, dictionary })]));
}

function deltaOf(parts: readonly Uint8Array[], { slug, text }: LinkOrigin): string {
  return `#n=${linkVersion}.${slug}.${hashOf(text)}.${payloadOf(parts, dictionaryOf(text))}`;
}

/** Deflate looks back 32 kB at most, so of a longer origin the end counts. */
function dictionaryOf(origin: string | null): Uint8Array {
  const bytes = new TextEncoder().encode(dictionary1 + (origin ?? ""));
  return bytes.slice(-32_768);
}

/** 72 bits of SHA-256: enough to know one's own file again. */
export function hashOf(text: string): string {
  return toBase64Url(sha256(new TextEncoder().encode(text)).slice(0, 9));
}

function weights(shared: SharedNotebook): { table: string; length: number }[] {
  const length = (one: SharedNotebook) => payloadOf(packShared(one), dictionaryOf(null)).length;
  const tables = shared.tables.map((table) => ({
    table: table.name,
    length: length({ ...shared, text: "", tables: [table] }),
  }));
  const text = { table: "", length: length({ ...shared, tables: [] }) };
  return [text, ...tables].sort((a, b) => b.length - a.length);
}
