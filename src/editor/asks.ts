import { setAttribute, setSource } from "../notebook/editing.ts";
import type { Bench } from "./bench.ts";
import { ask } from "./dialog.ts";
import { readersOf, renameCell } from "./rename.ts";
import { editorText } from "../words/editor.ts";

/** What is done with one cell after a question or a load. */
export interface Asks {
  format(key: number): Promise<void>;
  rename(key: number): Promise<void>;
  chooseData(key: number): Promise<void>;
}

export function createAsks(bench: Bench): Asks {
  const { build, language } = bench;
  const format = async (key: number): Promise<void> => {
    const cell = bench.cells()[bench.indexOf(key)]?.cell;
    if (cell?.kind !== "sql") return;
    try {
      const { formatSql } = await import("./format.ts");
      bench.change(setSource(bench.doc(), key, formatSql(cell.source)));
      bench.announce(editorText(language, "said.formatted"));
    } catch (error) {
      const [message = ""] = String(error instanceof Error ? error.message : error).split("\n");
      bench.announce(editorText(language, "said.not_formatted", message));
    }
  };

  const rename = async (key: number): Promise<void> => {
    const cell = bench.cells()[bench.indexOf(key)]?.cell;
    if (!cell || cell.kind === "markdown") return;
    const readers = readersOf(bench.doc(), key).length;
    const name = await ask(build, {
      language,
      title: editorText(language, "rename.title", cell.id),
      label: editorText(language, "rename.label"),
      value: cell.id,
      ...(readers > 0 ? { note: editorText(language, "rename.note", readers) } : {}),
      check: (value) => refusal(value, cell.id),
    });
    if (name === null || name === cell.id) return;
    bench.change(renameCell(bench.doc(), key, name));
    bench.announce(editorText(language, "said.renamed", cell.id, name));
  };
  const refusal = (value: string, old: string): string | null => {
    if (!/^[A-Za-z_][\w-]*$/.test(value) || /^cell-\d+$/i.test(value))
      return editorText(language, "rename.invalid", value);
    const taken = bench
      .cells()
      .some(({ cell }) => cell.id !== old && cell.id.toLowerCase() === value.toLowerCase());
    return taken ? editorText(language, "rename.taken", value) : null;
  };

  const chooseData = async (key: number): Promise<void> => {
    const cell = bench.cells()[bench.indexOf(key)]?.cell;
    if (!cell) return;
    const sources = bench.cells().filter(({ cell: { kind } }) => kind === "sql" || kind === "js");
    const data = await ask(build, {
      language,
      title: editorText(language, "cell.attributes"),
      label: editorText(language, "cell.attributes"),
      value: cell.attributes["data"] ?? "",
      choices: [
        { value: "", label: editorText(language, "cell.no_data") },
        ...sources.map(({ cell: { id } }) => ({ value: id, label: id })),
      ],
    });
    if (data === null) return;
    bench.change(setAttribute(bench.doc(), key, "data", data === "" ? null : data));
    bench.running().update();
  };

  return { format, rename, chooseData };
}
