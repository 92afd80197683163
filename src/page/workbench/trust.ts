import type { Engine, KeptTable } from "../../engine/index.ts";
import {
  codeHash,
  openDocument,
  type DocumentCell,
  type NotebookDocument,
} from "../../notebook/editing.ts";
import { createConsent, type Consent, type Grant } from "../../runtime/index.ts";
import type { Draft, Trust } from "../../drafts/store/index.ts";

/** What of a notebook's code may run, followed through the reader's edits. */
export interface TrustKeeper {
  readonly consent: Consent;
  /** As it is to be kept with this text. */
  trust(doc: NotebookDocument): Trust;
  /** The reader edited; other ways to another text (a version, another tab, undo) are not told. */
  edited(before: NotebookDocument, after: NotebookDocument): void;
  /** It was run as it is: its code can be gone back to. */
  ran(doc: NotebookDocument): void;
  /** Names of the tables that came with it and are still there. */
  brought(): readonly string[];
  /** This is one of them. */
  cameAlong(table: KeptTable): void;
  /** A table of the reader's own has this name now. */
  imported(name: string): void;
}

export interface TrustOptions {
  readonly draft: Draft;
  readonly engine: Pick<Engine, "tables">;
  /** Names of the tables that are on their way into the engine. */
  readonly coming: readonly string[];
  /** The reader answered. */
  readonly onGiven: () => void;
}

/** Grants kept with a notebook at most; of older code the reader is asked again. */
const MOST_GRANTS = 200;

const isCode = ({ cell }: DocumentCell): boolean => cell.kind === "js";
const codesOf = (doc: NotebookDocument): string[] =>
  doc.cells.filter(isCode).map(({ cell }) => codeHash(cell.source));

/** Consent to all code of a text as it is. */
export function grantsFor(text: string, slug: string): Grant[] {
  return codesOf(openDocument(text, { slug })).map((code) => ({ code, tables: [] }));
}

/** Whether all cells but one are as they were, so that nothing in that one came from another. */
function isAlone(one: DocumentCell, before: NotebookDocument, after: NotebookDocument): boolean {
  const now = new Map(after.cells.map(({ key, cell }) => [key, cell]));
  return before.cells.every(({ key, cell }) => {
    const same = now.get(key);
    return key === one.key || (same?.kind === cell.kind && same.source === cell.source);
  });
}

export function keepTrust({ draft, engine, coming, onGiven }: TrustOptions): TrustKeeper {
  const { author } = draft.trust;
  const isStranger = author.kind === "stranger";
  const lower = (names: readonly string[]) => new Set(names.map((name) => name.toLowerCase()));
  const arrived = new Set<KeptTable>();
  let brought = draft.trust.brought;
  /** Once the reader's own in this page, a name stays so: rows of it may still be about. */
  const own = new Set(coming.filter((name) => !lower(brought).has(name.toLowerCase())));
  /** Told apart by the table itself: one of the reader's may take the name of one that came along. */
  const ownTables = (): string[] => {
    for (const table of engine.tables()) if (!arrived.has(table)) own.add(table.name);
    return [...own];
  };
  const lasting = new Map<string, true>();
  const last = (codes: readonly string[]): void => codes.forEach((code) => lasting.set(code, true));
  const shipped = draft.origin ? grantsFor(draft.origin.text, draft.origin.slug) : [];
  const consent = createConsent({
    grants: [...draft.trust.grants, ...(isStranger ? [] : shipped)],
    isStranger,
    ...(isStranger ? { ownTables } : {}),
    onGiven(grants) {
      last(grants.map(({ code }) => code));
      onGiven();
    },
  });
  last(draft.trust.grants.map(({ code }) => code));
  const known = (): Map<string, Grant> => new Map(consent.grants().map((one) => [one.code, one]));
  return {
    consent,
    trust(doc) {
      const given = known();
      const codes = [...new Set([...lasting.keys(), ...codesOf(doc)])].slice(-MOST_GRANTS);
      return { author, brought, grants: codes.flatMap((code) => given.get(code) ?? []) };
    },
    edited(before, after) {
      const given = known();
      if (codesOf(before).some((code) => !given.has(code))) return;
      const former = new Map(before.cells.map(({ key, cell }) => [key, cell]));
      const grants = after.cells.filter(isCode).flatMap((one): Grant[] => {
        const code = codeHash(one.cell.source);
        const old = former.get(one.key);
        if (given.has(code)) return [];
        // A text of a stranger that becomes code is a stranger's code.
        if (isStranger && ((old && old.kind !== "js") || !isAlone(one, before, after))) return [];
        const tables = old?.kind === "js" ? (given.get(codeHash(old.source))?.tables ?? []) : [];
        return [{ code, tables }];
      });
      if (grants.length > 0) consent.allow(grants);
    },
    ran(doc) {
      const given = known();
      last(codesOf(doc).filter((code) => given.has(code)));
    },
    brought: () => brought,
    cameAlong: (table) => void arrived.add(table),
    imported(name) {
      brought = brought.filter((other) => other.toLowerCase() !== name.toLowerCase());
      own.add(name);
      consent.forget(name);
    },
  };
}
