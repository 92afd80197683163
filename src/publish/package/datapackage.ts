import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { flags } from "../../figures/index.ts";
import { columnChoices, languages, missingKinds } from "../../domain/index.ts";
import { say } from "../../words/index.ts";
import type { Column } from "./columns.ts";
import type { Content } from "./content.ts";
import {
  aboutOf,
  coverageOf,
  dataLicence,
  isUnsourced,
  placesOf,
  reportsOf,
  variablesOf,
} from "./describe.ts";

/** What a column of codes may say; columns that only the rows know may say anything. */
function choicesOf({ name, word }: Column): readonly string[] {
  if (name === "missing") return missingKinds;
  return word ? columnChoices(name) : [];
}

/** The one unit of all values, which is then that of the field. */
function unitOf({ data }: Content): string | null {
  const units = new Set(data.entries.flatMap(({ observation }) => observation.unit || []));
  const [only = null] = units;
  return units.size === 1 ? only : null;
}

function fieldOf(column: Column, content: Content): Record<string, unknown> {
  const { name, type, word } = column;
  const unit = name === "value" ? unitOf(content) : null;
  const enumeration = choicesOf(column);
  const description = word ? `${say("zh", word)} / ${say("en", word)}` : null;
  return {
    name,
    type,
    title: word ? say("en", word) : name,
    ...(description ? { description } : {}),
    ...(unit === null ? {} : { unit }),
    ...(name === "flags" ? { description: `${description ?? ""} (${flags.join(", ")})` } : {}),
    ...(enumeration.length > 0 ? { constraints: { enum: enumeration } } : {}),
  };
}

function sourcesOf(content: Content): Record<string, unknown>[] {
  return reportsOf(content).map((report) => ({
    title: report.title,
    ...(report.url === null ? {} : { path: report.url }),
    title_en: report.title_en,
    agency: report.agency,
    agency_en: report.agency_en,
    published: report.published,
    document_number: report.doc_number,
    sha256: report.sha256,
  }));
}

const profiles = "https://datapackage.org/profiles/2.0";

/**
 * `datapackage.json` after version 2 of the Data Package standard: the fields with type, meaning and
 * unit, the reports as sources, licence of the data and version. The same content gives the same
 * bytes.
 */
export function datapackage(
  content: Content,
  { home, since }: { readonly home: string | null; readonly since: string | null },
): string {
  const { id, version, figures: plates, csv, data } = content;
  const bytes = utf8ToBytes(csv);
  const value = {
    $schema: `${profiles}/datapackage.json`,
    name: id.toLowerCase().replace(/[^a-z0-9._-]/g, "-"),
    title: `${plates.zh.title} / ${plates.en.title}`,
    description: languages.map((language) => aboutOf(plates[language])).join("\n\n"),
    version,
    ...(since === null ? {} : { created: `${since}T00:00:00Z` }),
    ...(home === null ? {} : { homepage: `${home}embed/${id}/` }),
    // What is the reader's own is theirs to license.
    ...(isUnsourced(content)
      ? {}
      : { licenses: [dataLicence], contributors: [{ title: "Fadu 法度", roles: ["creator"] }] }),
    sources: sourcesOf(content),
    variables: variablesOf(content),
    temporalCoverage: coverageOf(content),
    spatialCoverage: placesOf(content, "zh"),
    resources: [
      {
        name: "data",
        type: "table",
        $schema: `${profiles}/dataresource.json`,
        path: "data.csv",
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        dialect: {
          $schema: `${profiles}/tabledialect.json`,
          delimiter: ",",
          lineTerminator: "\r\n",
          quoteChar: '"',
          doubleQuote: true,
          header: true,
        },
        bytes: bytes.length,
        hash: `sha256:${bytesToHex(sha256(bytes))}`,
        schema: {
          $schema: `${profiles}/tableschema.json`,
          fields: data.columns.map((column) => fieldOf(column, content)),
          missingValues: [""],
        },
      },
    ],
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
