import {
  BufferType,
  Data,
  Field,
  FixedSizeList,
  Float64,
  List,
  Map_,
  RecordBatch,
  Schema,
  Struct,
  Table,
  Type,
  type DataType,
} from "apache-arrow";
import { breather } from "./breathe.ts";

/**
 * The table with 64-bit integers and decimals (which HUGEINT arrives as) as doubles, at any depth.
 * The engine has settings for this, but inside lists and structs they change the announced type
 * and not the bytes: `[1::BIGINT]` would read as `[5e-324]`. Long tables are cast in pieces,
 * between which the page is free; rejects with the signal's reason once that has aborted.
 */
export async function castTable(table: Table, signal?: AbortSignal): Promise<Table> {
  const fields = table.schema.fields.map(castField);
  if (fields.every((field, index) => field === table.schema.fields[index])) return table;
  const schema = new Schema(fields);
  const breathe = breather(signal);
  const batches: RecordBatch[] = [];
  for (const { data } of table.batches) {
    batches.push(new RecordBatch(schema, castData(data, new Struct(fields)) as Data<Struct>));
    await breathe();
  }
  return new Table(schema, batches);
}

/** The same field where nothing in it is to be cast. */
function castField(field: Field): Field {
  const type = castType(field.type as DataType);
  return type === field.type ? field : new Field(field.name, type, field.nullable);
}

function castType(type: DataType): DataType {
  if (isWide(type)) return new Float64();
  const before: Field[] = type.children ?? [];
  const fields = before.map(castField);
  const [first] = fields;
  if (first === undefined || fields.every((field, index) => field === before[index])) return type;
  switch (type.typeId) {
    case Type.List:
      return new List(first);
    case Type.FixedSizeList:
      return new FixedSizeList((type as FixedSizeList).listSize, first);
    case Type.Struct:
      return new Struct(fields);
    case Type.Map:
      return new Map_(first as Field<Struct>, (type as Map_).keysSorted);
    default:
      throw new TypeError(`unsupported type of a result: ${String(type)}`);
  }
}

function isWide(type: DataType): boolean {
  if (type.typeId === Type.Int) return (type as DataType & { bitWidth: number }).bitWidth === 64;
  return type.typeId === Type.Decimal;
}

function castData(data: Data, type: DataType): Data {
  const { offset, length, nullCount, buffers } = data;
  if (isWide(data.type)) {
    const values = { [BufferType.DATA]: doubles(data), [BufferType.VALIDITY]: data.nullBitmap };
    return new Data(type, offset, length, nullCount, values as Data["buffers"]);
  }
  const children = data.children.map((child, index) =>
    castData(child, (type.children[index]?.type ?? child.type) as DataType),
  );
  return children.length === 0
    ? data
    : data.clone(type, offset, length, nullCount, buffers, children);
}

function doubles({ type, values }: Data): Float64Array {
  if (type.typeId === Type.Int) return integers(values as BigInt64Array);
  const words = values as Uint32Array;
  const scale = (type as DataType & { scale: number }).scale;
  return Float64Array.from({ length: words.length / 4 }, (_, index) =>
    decimal(words.subarray(4 * index, 4 * index + 4), scale),
  );
}

/** `Float64Array.from(values, Number)` takes five times as long. */
function integers(values: BigInt64Array): Float64Array {
  const doubles = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) doubles[i] = Number(values[i]);
  return doubles;
}

/** Four words, the lowest first, as the nearest double to unscaled / 10^scale. */
function decimal([a = 0, b = 0, c = 0, d = 0]: Uint32Array, scale: number): number {
  const high = b | 0;
  const sign = high >> 31;
  const unscaled = high * 2 ** 32 + a;
  // Both numbers of the division are exact, so its result is the nearest.
  if ((c | 0) === sign && (d | 0) === sign && Number.isSafeInteger(unscaled) && scale <= 22)
    return unscaled / 10 ** scale;
  const bits = [d, c, b, a].reduce((sum, word) => (sum << 32n) | BigInt(word), 0n);
  return Number(`${BigInt.asIntN(128, bits)}e-${scale}`);
}
