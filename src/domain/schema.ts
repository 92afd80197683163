/**
 * The shape of the curated files, the one source of `data/schema/*.json`. Not exported from the
 * folder's index: the page must not load zod.
 */
import * as z from "zod/mini";
import type { Columns, Form, RowOf } from "./column.ts";
import { identityColumns, tables } from "./columns.ts";

const like = (pattern: RegExp) => z.string().check(z.regex(pattern));
const id = like(/^[a-z0-9][a-z0-9_-]*$/);

/** What may stand where a value has this form. */
function schemaOf(form: Form): z.ZodMiniType {
  switch (form.kind) {
    case "id":
      return id;
    case "text":
      return z.string().check(z.minLength(1));
    case "date":
      return like(/^\d{4}-\d{2}-\d{2}$/);
    case "url":
      return z.url();
    case "number":
      return z.number();
    case "boolean":
      return z.boolean();
    case "list":
      return z.array(id).check(z.minLength(1));
    case "whole":
      return z.int().check(z.gte(form.least));
    case "one_of":
      return z.enum(form.values);
    case "pattern":
      return like(form.pattern);
  }
}

function columnSchema({ form, nullable, en }: Columns[string]): z.ZodMiniType {
  const schema = schemaOf(form);
  return (nullable ? z.nullable(schema) : schema).check(z.describe(en));
}

/** A row that has these columns and no other. */
function rowSchema<C extends Columns>(columns: C): z.ZodMiniType<RowOf<C>> {
  const shape = Object.entries(columns).map(([name, column]) => [name, columnSchema(column)]);
  return z.strictObject(Object.fromEntries(shape)) as unknown as z.ZodMiniType<RowOf<C>>;
}

/** The row of each kind of file; `facts` stands for every file of `facts/`. */
export const rowSchemas = {
  checks: rowSchema(identityColumns),
  facts: rowSchema(tables.facts),
  metrics: rowSchema(tables.metrics),
  regions: rowSchema(tables.regions),
  reports: rowSchema(tables.reports),
  themes: rowSchema(tables.themes),
} as const;
export type FileKind = keyof typeof rowSchemas;

/** JSON Schema of a kind of file, as text: an array of its rows. */
export function jsonSchema(kind: FileKind): string {
  const schema = z.toJSONSchema(z.array(rowSchemas[kind]), { target: "draft-2020-12" });
  return `${JSON.stringify({ ...schema, title: kind }, null, 2)}\n`;
}
