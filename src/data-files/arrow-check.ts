import { Type, type Batch } from "@uwdata/flechette";
import { limits } from "./limits.ts";
import { shapeOf } from "./arrow-types.ts";
import { FileError } from "./types.ts";

/** The buffers of a batch, as far as they are looked at. */
interface Buffers {
  readonly length: number;
  readonly nullCount: number;
  readonly type: Parameters<typeof shapeOf>[0];
  readonly validity?: Uint8Array;
  readonly values?: ArrayLike<unknown>;
  readonly offsets?: ArrayLike<number | bigint>;
  readonly children?: readonly Buffers[];
  readonly dictionary?: { readonly length: number };
}

function fail(what: string): never {
  throw new FileError("damaged", what);
}

/**
 * Rows of the table, after a look at all lengths: of batches, buffers, offsets and nulls, which
 * must agree. The decoder reads past the end of a short buffer as if nothing were there.
 */
export function checkBatches(columns: readonly (readonly Batch<unknown>[])[]): number {
  const [first = []] = columns;
  first.forEach(({ length }, at) => {
    if (columns.some((column) => column[at]?.length !== length)) fail("lengths");
  });
  if (columns.some((column) => column.length !== first.length)) fail("batches");
  const rows = first.reduce((sum, { length }) => sum + length, 0);
  if (rows * columns.length > limits.values * 4) throw new FileError("bomb", limits.values >> 20);
  for (const column of columns) for (const batch of column) check(batch as unknown as Buffers);
  return rows;
}

function check(batch: Buffers): void {
  const { length, nullCount, validity } = batch;
  if (!Number.isSafeInteger(length) || length < 0 || nullCount < 0 || nullCount > length)
    fail("length");
  if (shapeOf(batch.type).typeId === Type.Null) return;
  if (validity !== undefined && validity.length > 0) checkNulls(batch, validity);
  else if (nullCount > 0 && shapeOf(batch.type).typeId !== Type.Union) fail("nulls");
  if (length > 0) checkValues(batch);
}

function checkNulls({ length, nullCount }: Buffers, validity: Uint8Array): void {
  if (validity.length < Math.ceil(length / 8)) fail("validity");
  let filled = 0;
  for (let at = 0; at < length; at++) filled += ((validity[at >> 3] ?? 0) >> (at & 7)) & 1;
  if (filled !== length - nullCount) fail("nulls");
}

function checkValues(batch: Buffers): void {
  const { typeId, stride = 1 } = shapeOf(batch.type);
  const { length, values, offsets, children = [] } = batch;
  const [child] = children;
  if (offsets !== undefined && offsets !== null) {
    const isView = typeId === Type.ListView || typeId === Type.LargeListView;
    const most = children.length > 0 ? (child?.length ?? 0) : (values?.length ?? 0);
    if (!isView && typeId !== Type.Union) checkOffsets(offsets, length, most);
  } else if (typeId === Type.Bool) {
    if ((values?.length ?? 0) < Math.ceil(length / 8)) fail("values");
  } else if (
    typeId === Type.FixedSizeBinary ||
    typeId === Type.Decimal ||
    typeId === Type.Interval
  ) {
    if ((values?.length ?? 0) < length) fail("values");
  } else if (typeId === Type.FixedSizeList) {
    if ((child?.length ?? 0) < length * stride) fail("values");
  } else if (values !== undefined && values.length < length) fail("values");
  if (typeId === Type.Dictionary) checkPlaces(batch);
  if (typeId === Type.Struct && children.some((one) => one.length < length)) fail("values");
  children.forEach(check);
}

/** Places in the text or list below: they never go back, nor beyond its end. */
function checkOffsets(offsets: ArrayLike<number | bigint>, length: number, most: number): void {
  if (offsets.length < length + 1) fail("offsets");
  let before = 0;
  for (let at = 0; at <= length; at++) {
    const place = Number(offsets[at]);
    if (place < before || place > most) fail("offsets");
    before = place;
  }
}

function checkPlaces(batch: Buffers): void {
  const most = batch.dictionary?.length ?? 0;
  const { length, validity, values } = batch;
  for (let at = 0; at < length; at++) {
    const isNull = batch.nullCount > 0 && (((validity?.[at >> 3] ?? 0) >> (at & 7)) & 1) === 0;
    const place = Number(values?.[at]);
    if (!isNull && (place < 0 || place >= most)) fail("dictionary");
  }
}
