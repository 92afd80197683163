type Node = Readonly<Record<string, unknown>>;

/** The types of fields that Table Schema 2 knows. */
const fieldTypes = new Set(
  "string number integer boolean object array list datetime date time year yearmonth duration geopoint geojson any".split(
    " ",
  ),
);
const dialectTypes: Readonly<Record<string, string>> = {
  $schema: "string",
  header: "boolean",
  delimiter: "string",
  lineTerminator: "string",
  quoteChar: "string",
  doubleQuote: "boolean",
};
const version2 = "https://datapackage.org/profiles/2.0/";
/** Below the package's folder, or whole. */
const isPath = (path: unknown): boolean =>
  typeof path === "string" &&
  (/^https?:\/\//.test(path) || /^(?![./~\\])(?!.*\/\.\.\/)/.test(path));
const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const list = (value: unknown): readonly Node[] => (Array.isArray(value) ? (value as Node[]) : []);
const isWhole = (address: unknown): boolean => isText(address) && URL.canParse(String(address));

/** Each rule with what it names where it does not hold. */
type Rule = readonly [holds: boolean, fault: string];

/** What version 1 said in another way, and version 2 no longer knows. */
function mixed(node: Node, path: string): Rule[] {
  const profile = node["$schema"];
  return [
    [!("profile" in node), `${path}.profile is of version 1`],
    [!("role" in node), `${path}.role is of version 1`],
    [profile === undefined || String(profile).startsWith(version2), `${path}.$schema`],
  ];
}

function described(value: Node): Rule[] {
  const { title, description, homepage, created, version } = value;
  return [
    [value["$schema"] === `${version2}datapackage.json`, "$schema"],
    [isText(value["name"]) && isText(title) && isText(description), "name, title, description"],
    [isText(version), "version"],
    [homepage === undefined || isWhole(homepage), "homepage"],
    [created === undefined || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(String(created)), "created"],
    ...mixed(value, ""),
  ];
}

function credited(value: Node): Rule[] {
  const licences = list(value["licenses"]);
  return [
    [value["licenses"] === undefined || licences.length > 0, "licenses: at least one"],
    ...licences.flatMap(({ name, path }): Rule[] => [
      [name === undefined || /^[\w.-]+$/.test(String(name)), "licenses.name"],
      [isText(name) || isText(path), "licenses: name or path"],
      [path === undefined || isPath(path), "licenses.path"],
    ]),
    ...list(value["contributors"]).flatMap((one): Rule[] => [
      [isText(one["title"]), "contributors.title"],
      [one["roles"] === undefined || Array.isArray(one["roles"]), "contributors.roles"],
      ...mixed(one, "contributors"),
    ]),
    ...list(value["sources"]).flatMap(({ title, path }): Rule[] => [
      [isText(title), "sources.title"],
      [path === undefined || isPath(path), "sources.path"],
    ]),
  ];
}

function tabular(schema: Node): Rule[] {
  const fields = list(schema["fields"]);
  const names = fields.map(({ name }) => name);
  const missing = schema["missingValues"];
  return [
    ...mixed(schema, "schema"),
    [fields.length > 0, "schema.fields: at least one"],
    [new Set(names).size === names.length && names.every(isText), "schema.fields: own names"],
    [missing === undefined || Array.isArray(missing), "schema.missingValues"],
    ...fields.flatMap(({ name, type, constraints }): Rule[] => {
      const choices = (constraints as Node | undefined)?.["enum"];
      const isSet = Array.isArray(choices) && new Set(choices).size === choices.length;
      return [
        [fieldTypes.has(String(type)), `${String(name)}.type`],
        [choices === undefined || (isSet && choices.length > 0), `${String(name)}.enum`],
      ];
    }),
  ];
}

function resourced(resource: Node): Rule[] {
  const { name, path, data, type, mediatype, bytes, hash, dialect, schema } = resource;
  return [
    ...mixed(resource, "resources"),
    [isText(name), "resources.name"],
    [(path === undefined) !== (data === undefined) && (path === undefined || isPath(path)), "path"],
    [type === undefined || type === "table", "resources.type"],
    [/^[^/]+\/[^/]+$/.test(String(mediatype)), "resources.mediatype"],
    [Number.isInteger(bytes), "resources.bytes"],
    [/^(?:[^:]+:[a-f\d]+|[a-f\d]{32})$/i.test(String(hash)), "resources.hash"],
    ...Object.entries((dialect ?? {}) as Node).map(([key, value]): Rule => [
      typeof value === dialectTypes[key],
      `dialect.${key}`,
    ]),
    ...mixed((dialect ?? {}) as Node, "dialect"),
    ...tabular((schema ?? {}) as Node),
  ];
}

/**
 * Where a description breaks version 2 of the Data Package standard, by the rules of its profiles
 * that concern what we write; [] where it holds. The profiles themselves are not at hand offline.
 */
export function faultsOf(value: Node): string[] {
  const resources = list(value["resources"]);
  const rules: Rule[] = [
    ...described(value),
    ...credited(value),
    [resources.length > 0, "resources: at least one"],
    ...resources.flatMap(resourced),
  ];
  return rules.flatMap(([holds, fault]) => (holds ? [] : [fault]));
}
