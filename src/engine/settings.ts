/**
 * Run in this order right after opening. No extension is ever fetched, no file or host is
 * reachable, and nothing of it can be changed back. With autoload off alone some functions still
 * trap the module (ICU stubs); with external access off they fail cleanly.
 */
export const lockdown: readonly string[] = [
  "SET errors_as_json = true",
  "SET autoload_known_extensions = false",
  "SET autoinstall_known_extensions = false",
  // A clean error well before the 4 GB at which the module itself breaks; nothing spills to files.
  "SET memory_limit = '2GB'",
  "SET temp_directory = ''",
  "SET enable_external_access = false",
  "SET lock_configuration = true",
];

/** No casts to JavaScript's types by the engine: see `castTable`. */
export const openConfig = { path: ":memory:" } as const;
