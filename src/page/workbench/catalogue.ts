import {
  emptyCatalogue,
  type Catalogue,
  type ColumnEntry,
  type TableEntry,
  type ValueEntry,
} from "../../editor/index.ts";
import { toRows, type Connector } from "../../engine/index.ts";
import type { Archive } from "../../evidence/index.ts";
import {
  columnChoices,
  columnMeaning,
  viewTables,
  type Columns,
  type Language,
} from "../../domain/index.ts";
import { isWord, say } from "../../words/index.ts";

const COLUMNS = `SELECT table_name, column_name, data_type FROM duckdb_columns()
WHERE NOT internal ORDER BY table_name, column_index`;

const FUNCTIONS = `SELECT DISTINCT function_name AS name FROM duckdb_functions()
WHERE function_type IN ('scalar', 'aggregate', 'table', 'macro', 'table_macro')
  AND regexp_full_match(function_name, '[a-z]\\w*') AND NOT starts_with(function_name, 'pragma_')
ORDER BY name`;

function columnEntry([name, { type, zh, en }]: [string, Columns[string]]): ColumnEntry {
  return { name, type, description: { zh, en } };
}

/** What a column of ours means, in both languages. */
function described(table: string, name: string): Pick<ColumnEntry, "description"> {
  const [zh, en] = [columnMeaning(table, name, "zh"), columnMeaning(table, name, "en")];
  return zh === null || en === null ? {} : { description: { zh, en } };
}

async function tablesOf(connector: Connector): Promise<TableEntry[]> {
  const columns = new Map<string, ColumnEntry[]>();
  for (const row of toRows(await connector.query(COLUMNS))) {
    const [table, name] = [String(row["table_name"]), String(row["column_name"])];
    const list = columns.get(table) ?? [];
    list.push({ name, type: String(row["data_type"]), ...described(table, name) });
    columns.set(table, list);
  }
  // A view is there before the engine makes it, so its columns can be named.
  const views = Object.entries<Columns>(viewTables).filter(([name]) => !columns.has(name));
  return [
    ...[...columns].map(([name, list]) => ({ name, columns: list })),
    ...views.map(([name, own]) => ({ name, columns: Object.entries(own).map(columnEntry) })),
  ];
}

/** Columns of closed lists of values that have words of their own. */
const wordedColumns = [
  ...(["scope", "status", "count_basis", "authority", "channel", "accident"] as const),
  ...(["confiscations", "counted_as", "source_kind"] as const),
];

function worded(column: string): ValueEntry[] {
  const word = (value: string, language: Language) => {
    const key = `${column}.${value}`;
    return isWord(key) ? say(language, key) : "";
  };
  return columnChoices(column).map((value) => ({
    value,
    label: { zh: word(value, "zh"), en: word(value, "en") },
  }));
}

/** What may stand in the columns that hold ids. */
function valuesOf({ metrics, regions, reports }: Archive): Catalogue["values"] {
  const named = ([value, { zh, en }]: [string, { zh: string; en: string }]): ValueEntry => ({
    value,
    label: { zh, en },
  });
  return {
    metric_id: [...metrics].map(named),
    region_id: [...regions].map(named),
    report_id: [...reports].map(([value, { title, title_en }]) => ({
      value,
      label: { zh: title, en: title_en },
    })),
    ...Object.fromEntries(wordedColumns.map((column) => [column, worded(column)])),
  };
}

/** Tables, columns, functions and ids for completion, as the engine has them now. */
export async function readCatalogue(connector: Connector, archive: Archive): Promise<Catalogue> {
  const tables = await tablesOf(connector);
  const functions = toRows(await connector.query(FUNCTIONS)).map((row) => String(row["name"]));
  return { tables, functions, values: valuesOf(archive) };
}

/** What completion knows of the engine. */
export interface LearntCatalogue {
  /** As it was learnt last. */
  readonly current: Catalogue;
  /** The tables are others now. */
  learn(): void;
}

export function createCatalogue(connector: Connector, archive: Archive): LearntCatalogue {
  let current = emptyCatalogue;
  return {
    get current() {
      return current;
    },
    learn() {
      readCatalogue(connector, archive).then(
        (read) => (current = read),
        // Completion knows less; the cells say what is wrong with the engine.
        () => {},
      );
    },
  };
}
