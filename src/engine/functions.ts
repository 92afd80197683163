/**
 * The engine's table functions that read and do nothing else; what else it has is refused. A test
 * holds both lists against the engine's own catalogue, so a new engine brings no unknown one.
 */
export const readingFunctions: readonly string[] = [
  "duckdb_approx_database_count",
  "duckdb_columns",
  "duckdb_connection_count",
  "duckdb_constraints",
  "duckdb_databases",
  "duckdb_dependencies",
  "duckdb_extensions",
  "duckdb_external_file_cache",
  "duckdb_functions",
  "duckdb_indexes",
  "duckdb_keywords",
  "duckdb_log_contexts",
  "duckdb_logs",
  "duckdb_memory",
  "duckdb_optimizers",
  "duckdb_prepared_statements",
  "duckdb_schemas",
  "duckdb_secret_types",
  "duckdb_secrets",
  "duckdb_sequences",
  "duckdb_settings",
  "duckdb_table_sample",
  "duckdb_tables",
  "duckdb_temporary_files",
  "duckdb_types",
  "duckdb_variables",
  "duckdb_views",
  "generate_series",
  "glob",
  "pragma_collations",
  "pragma_database_size",
  "pragma_metadata_info",
  "pragma_platform",
  "pragma_show",
  "pragma_storage_info",
  "pragma_table_info",
  "pragma_user_agent",
  "pragma_version",
  "query_table",
  "range",
  "read_blob",
  "read_csv",
  "read_csv_auto",
  "read_text",
  "repeat",
  "repeat_row",
  "seq_scan",
  "sniff_csv",
  "summary",
  "test_all_types",
  "test_vector_types",
  "unnest",
  "which_secret",
];

/**
 * What a statement that only queries could do all the same: change how the engine logs, write its
 * files, read memory by address, or hold a statement in a text (`query`), where nobody looks.
 */
export const actingFunctions: readonly string[] = [
  "arrow_scan",
  "arrow_scan_dumb",
  "checkpoint",
  "disable_logging",
  "enable_logging",
  "force_checkpoint",
  "import_database",
  "query",
  "setseed",
  "truncate_duckdb_logs",
  "write_log",
];

/** What this engine takes for space, which JavaScript does not. */
const space = "[\\s\\u200B-\\u200D\\u2060\\uFEFF]*";
const call = new RegExp(`\\b(${actingFunctions.join("|")})"?${space}(?:\\(|--|/\\*)`, "i");

/**
 * The first function of a statement that acts; null for none. It errs on the safe side: a name
 * cannot be written in another way in this engine (it has no `U&"…"`), and one that is followed by
 * a comment counts as called.
 */
export function actingCall(sql: string): string | null {
  return call.exec(sql)?.[1]?.toLowerCase() ?? null;
}
