import {
  RecordBatch,
  Schema,
  Struct,
  Table,
  Type,
  type Data,
  type DataType,
  type Field,
} from "apache-arrow";
import { identifier, namesOnce } from "./identifier.ts";
import { faithful } from "./type-text.ts";

/** Types that reach the page as the engine holds them; an ENUM, for one, loses its words. */
const carried: ReadonlySet<Type> = new Set([
  Type.Null,
  Type.Bool,
  Type.Int,
  Type.Utf8,
  Type.Decimal,
  Type.Date,
  Type.Timestamp,
  Type.List,
  Type.FixedSizeList,
  Type.Struct,
  Type.Map,
]);
const single = 1;

function isCarried({ type }: Field): boolean {
  const { typeId, children } = type as DataType;
  // A float of 32 bits would come with digits that nobody wrote.
  const isDouble = typeId === Type.Float && (type as { precision: number }).precision > single;
  return (isDouble || carried.has(typeId as Type)) && (children ?? []).every(isCarried);
}

/** Whether a result may come as it is; else its columns are looked at by their types' names. */
export const arrives = ({ fields }: Schema): boolean => fields.every(isCarried);

/** A column as `DESCRIBE` tells of it. */
export interface Described {
  readonly name: string;
  readonly type: string;
}

/** What stands before and behind a statement so that each of its columns arrives; null for nothing. */
export function wrapping(columns: readonly Described[]): readonly [string, string] | null {
  const casts = columns.map(({ type }) => faithful(type));
  if (casts.every(({ length }) => length === 0)) return null;
  const names = columns.map((_, index) => `c${index}`);
  const list = casts.map((types, index) => {
    const cast = types.reduce((inner, type) => `CAST(${inner} AS ${type})`, `c${index}`);
    return `${cast} AS ${identifier(columns[index]?.name ?? "")}`;
  });
  return [`SELECT ${list.join(", ")} FROM (\n`, `\n) AS carried(${names.join(", ")})`];
}

/** The table with each column's name once. */
export function named(table: Table): Table {
  const names = namesOnce(table.schema.fields.map(({ name }) => name));
  const fields = table.schema.fields.map((field, index) => {
    const name = names[index] ?? field.name;
    return name === field.name ? field : field.clone({ name });
  });
  if (fields.every((field, index) => field === table.schema.fields[index])) return table;
  const schema = new Schema(fields);
  const batches = table.batches.map(
    ({ data }) => new RecordBatch(schema, data.clone(new Struct(fields)) as Data<Struct>),
  );
  return new Table(schema, batches);
}
