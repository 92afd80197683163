import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { pinyin } from "pinyin-pro";
import { describe, expect, it } from "vitest";
import {
  recompute,
  validate,
  type Dataset,
  type Fact,
  type Identity,
} from "../../src/domain/index.ts";
import { parseDataset } from "../../src/domain/parse.ts";
import {
  beginReview,
  exportReports,
  figuresOf,
  identitiesNow,
  lacksOf,
  myRows,
  reduce,
  type Action,
} from "../../src/review/index.ts";
import { dataset, example, read, reader } from "./world.ts";

const data = await dataset();
const report = await read(example);
const romanize = (text: string) =>
  pinyin(text, { toneType: "none", type: "array", v: true, nonZh: "removed" });
const completion = { title_en: "Report", agency_en: "Bureau", url: null };

/** The figures that a person would confirm in the example. */
async function reviewed(place: string) {
  const [found] = await reader(data).places(place);
  const actions: readonly Action[] = [
    { kind: "confirm", ids: report.facts.map(({ fact }) => fact.fact_id) },
    { kind: "head", changes: { place: found ?? null } },
  ];
  return { report, decisions: actions.reduce(reduce, beginReview()).present };
}

/** The files of the repository with the exported ones laid over them, through the checks of `npm run data`. */
function problems(files: ReadonlyMap<string, string>) {
  const texts = new Map<string, string>();
  const fileText = (name: string) =>
    readFileSync(fileURLToPath(new URL(`../../data/${name}`, import.meta.url)), "utf8");
  for (const name of ["reports", "metrics", "themes", "regions", "checks"])
    texts.set(`${name}.json`, fileText(`${name}.json`));
  for (const { file } of data.factFiles) texts.set(file, fileText(file));
  for (const [path, text] of files) texts.set(path.replace("data/", ""), text);
  const parsed: { dataset: Dataset; problems: readonly unknown[] } = parseDataset(texts);
  return [...parsed.problems, ...validate(parsed.dataset)];
}

const parsed = <T>(files: ReadonlyMap<string, string>, path: string) =>
  JSON.parse(files.get(path) ?? "[]") as readonly T[];

describe("the export", () => {
  it.each(["雷州", "汕尾", "阿拉善右旗"])(
    "of a report of %s passes the checks of the data",
    async (place) => {
      const one = { ...(await reviewed(place)), completion };
      const { files, facts, problems: left } = exportReports([one], data, romanize);
      expect(facts + left.length).toBeGreaterThan(20);
      expect(facts).toBeGreaterThan(15);
      expect(problems(files)).toEqual([]);
    },
  );

  it("gives places that are not there yet rows with all those around them", async () => {
    const one = { ...(await reviewed("雷州")), completion };
    const { files } = exportReports([one], data, romanize);
    const regions = JSON.parse(files.get("data/regions.json") ?? "[]") as typeof data.regions;
    expect(regions.slice(0, data.regions.length)).toEqual(data.regions);
    const added = regions.slice(data.regions.length);
    expect(added.at(-1)).toMatchObject({
      region_id: "leizhou",
      zh: "雷州市",
      en: "Leizhou City",
      parent: "zhanjiang",
      province: "guangdong",
      pinyin: "lei zhou shi",
    });
    expect([...files.keys()]).toContain("data/facts/leizhou-2023.json");
  });

  it("leaves the rows that are shipped as they stand in their files", async () => {
    const { files } = exportReports([], data, romanize);
    for (const name of ["reports", "regions", "checks"]) {
      const shipped = fileURLToPath(new URL(`../../data/${name}.json`, import.meta.url));
      expect(files.get(`data/${name}.json`)).toBe(readFileSync(shipped, "utf8"));
    }
  });

  it("has the identities of confirmed figures behind those that are shipped", async () => {
    const one = { ...(await reviewed("雷州")), completion };
    const { files, checks, checksLeft } = exportReports([one], data, romanize);
    expect(checks).toBe(report.identities.length);
    expect(checks).toBeGreaterThan(1);
    expect(checksLeft).toBe(0);
    const identities = parsed<Identity>(files, "data/checks.json");
    expect(identities.slice(0, data.identities.length)).toEqual(data.identities);
    const own = identities.slice(data.identities.length);
    expect(own).toHaveLength(checks);
    const facts = parsed<Fact>(files, "data/facts/leizhou-2023.json");
    const byId = new Map(facts.map((fact) => [fact.fact_id, fact]));
    const verdicts = own.map((identity) => recompute(identity, byId).verdict);
    // The example holds a rate that its own counts do not give.
    expect(new Set(verdicts)).toEqual(new Set(["ok", "mismatch"]));
  });

  it("has no identity that leans on a figure which nobody stands for", async () => {
    const { decisions } = await reviewed("雷州");
    const [identity] = report.identities;
    const id = identity?.operands[0] ?? "";
    const rejected = reduce(beginReview(decisions), { kind: "reject", id }).present;
    const leaning = report.identities.filter(
      ({ operands, stated }) => operands.includes(id) || stated === id,
    );
    const { checks } = exportReports([{ report, decisions: rejected, completion }], data, romanize);
    expect(checks).toBe(report.identities.length - leaning.length);
    const open = beginReview({ ...decisions, figures: {} }).present;
    expect(exportReports([{ report, decisions: open, completion }], data, romanize).checks).toBe(0);
  });

  it("looks for identities anew once a figure was corrected", async () => {
    const { decisions } = await reviewed("雷州");
    const wrong = report.identities.find(({ operation }) => operation === "ratio_percent");
    const id = wrong?.stated ?? "";
    const corrected = reduce(beginReview(decisions), {
      kind: "correct",
      id,
      changes: { metric_id: "approval_time_compression_rate" },
    }).present;
    const now = identitiesNow(report, figuresOf(report, corrected));
    expect(now.filter(({ stated }) => stated === id)).toEqual([]);
    expect(now.length).toBeGreaterThan(0);
  });

  it("says what a report lacks", () => {
    expect(lacksOf({ report, decisions: beginReview().present })).toEqual(["place", "figures"]);
  });
});

describe("my data", () => {
  it("stand under a region of their own, named as the reader's", async () => {
    const marking = {
      zh: (name: string) => `${name}（我的）`,
      en: (name: string) => `${name} (mine)`,
    };
    const rows = myRows([await reviewed("汕尾")], data.regions, marking);
    expect(rows.regions).toMatchObject([
      {
        region_id: `mine-${report.id}`,
        zh_short: "汕尾（我的）",
        en_short: "Shanwei (mine)",
        province: "guangdong",
      },
    ]);
    expect(rows.facts).toHaveLength(report.facts.length);
    expect(new Set(rows.facts.map(({ region_id }) => region_id))).toEqual(
      new Set([`mine-${report.id}`]),
    );
  });

  it("are none without a confirmed figure", () => {
    const marking = { zh: String, en: String };
    const rows = myRows([{ report, decisions: beginReview().present }], data.regions, marking);
    expect(rows).toEqual({ facts: [], reports: [], regions: [] });
  });
});
