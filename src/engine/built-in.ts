import type { Definition } from "./definitions.ts";

/**
 * What analysts expect of SQL and this engine has only in extensions, which are never fetched: made
 * when a statement first asks for one. `docs/sql.md` lists what there is, from a test.
 */
export function builtInDefinitions(): readonly Definition[] {
  return [
    macro("current_date", "", `(${wallClock()})::DATE`),
    macro("today", "", `(${wallClock()})::DATE`),
    macro("get_current_time", "", `(${wallClock()})::TIME`),
    macro("current_localtime", "", `(${wallClock()})::TIME`),
    macro("current_localtimestamp", "", wallClock()),
    { name: "hanzi", kind: "type", sql: hanziType() },
    macro("pinyin", "s", pinyin),
  ];
}

const macro = (name: string, parameters: string, body: string): Definition => ({
  name,
  kind: "macro",
  sql: `CREATE OR REPLACE MACRO ${name}(${parameters}) AS ${body}`,
});

/** The reader's clock without a zone, as DuckDB shows it where it knows time zones. */
function wallClock(): string {
  const minutes = -new Date().getTimezoneOffset();
  return `get_current_timestamp()::TIMESTAMP + INTERVAL '${minutes} minutes'`;
}

/** The unified ideographs, U+4E00 to U+9FFF, in the order of their sounds: an ENUM sorts by place. */
function hanziType(): string {
  const { compare } = new Intl.Collator("zh-CN-u-co-pinyin");
  const all = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, i) =>
    String.fromCodePoint(0x4e00 + i),
  );
  return `CREATE TYPE hanzi AS ENUM (${all
    .sort(compare)
    .map((sign) => `'${sign}'`)
    .join(", ")})`;
}

/** What to sort by: Latin signs by their code, then Chinese by sound, then all others. */
const pinyin = `list_transform(string_split(s::VARCHAR, ''), sign -> coalesce(
  1000 + enum_code(TRY_CAST(sign AS hanzi)),
  CASE WHEN unicode(sign) < 128 THEN unicode(lower(sign)) ELSE 100000 + unicode(sign) END
))`;
