import type { Fact } from "../../../src/domain/index.ts";
import {
  gaps,
  namesOf,
  pairs,
  quotientState,
  stateOf,
  unique,
  type Choice,
  type Expected,
  type World,
} from "./world.ts";

/** A chart: the inputs that decide its rows, and what they leave of it. */
export interface ChartRule {
  readonly reads: readonly string[];
  readonly expect: (choice: Choice, world: World) => Expected;
}

/** A notebook: what its inputs may be, the default first, and its charts of regions and measures. */
export interface Suite {
  readonly slug: string;
  readonly inputs: (world: World) => Readonly<Record<string, readonly string[]>>;
  readonly charts: Readonly<Record<string, ChartRule>>;
}

const plain = (facts: readonly Fact[]): string[] => facts.map(({ fact_id }) => fact_id);
const metricIn = (...names: string[]) => ({ metric_id }: Fact) => names.includes(metric_id);
const yearOf = ({ period_end }: Fact): string | undefined => period_end?.slice(0, 4);

function subsets<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>((all, item) => [...all, ...all.map((one) => [...one, item])], [[]]);
}

const core = ({ actual, coverage }: World): Fact[] =>
  actual.filter(({ report_id }) => coverage(report_id) === "full");

function chosen({ regions, scope, year }: Choice, world: World): Fact[] {
  const places = regions?.split(",") ?? [...world.read];
  return core(world).filter(
    (fact) =>
      places.includes(fact.region_id) &&
      (scope === undefined || fact.scope === scope) &&
      (year === undefined || yearOf(fact) === year),
  );
}

/** Every region that is ticked, for each of some measures. */
function byMeasures(metrics: readonly string[]): ChartRule["expect"] {
  return (choice, world) => {
    const facts = chosen(choice, world).filter(metricIn(...metrics));
    const places = choice["regions"]?.split(",") ?? [...world.read];
    const missing = metrics.flatMap((metric) =>
      gaps(places, facts.filter(metricIn(metric)), (region) => stateOf(region, metric, world)),
    );
    return { values: plain(facts), missing };
  };
}

const means = [
  ["penalty_amount", "penalty_cases"],
  ["penalty_amount", "cases_filed"],
] as const;
const statedMean = "mean_fine_per_case_filed";

function meanFines(choice: Choice, world: World): Expected {
  const facts = chosen(choice, world);
  // The mean before accidents is stated; the others are worked out.
  const derived = means
    .flatMap(([a, b]) => pairs(facts, a, b))
    .filter(([amount]) => amount.accident !== "before");
  const stated = facts.filter(metricIn(statedMean));
  const places = choice["regions"]?.split(",") ?? [...world.read];
  const drawn = [...derived.flat(), ...stated];
  const state = (region: string) =>
    stateOf(region, statedMean, world) === "not_selected"
      ? "not_selected"
      : quotientState(region, means, world);
  return { values: [...namesOf(derived), ...plain(stated)], missing: gaps(places, drawn, state) };
}

const filters = ["regions", "scope", "year"];
const inspected = ["inspected_entities", "inspection_visits", "inspection_cases"];
const covered = [
  ...["penalty_amount", "penalty_cases", "cases_filed", ...inspected],
  ...["approval_time_compression_rate", "hazards_found", "hazard_rectification_rate"],
  "major_hazard_rectification_rate",
];

const comparison: Suite = {
  slug: "comparison",
  inputs: (world) => {
    const { facts, dataset, coverage, read } = world;
    const headline = new Set(
      dataset.metrics.filter((one) => one.headline).map(({ metric_id }) => metric_id),
    );
    const full = facts.filter(({ report_id }) => coverage(report_id) === "full");
    const years = full.filter(({ metric_id }) => headline.has(metric_id)).flatMap((one) => yearOf(one) ?? []);
    const all = [...read].toSorted();
    const sets = subsets(all).filter(({ length }) => length > 0 && length < all.length);
    const metrics = unique(full.map(({ metric_id }) => metric_id));
    return {
      regions: ["", ...sets.map((set) => set.join(","))],
      scope: ["", "jurisdiction_total", "bureau", "delegated_townships"],
      year: ["", ...unique(years).toSorted()],
      metric: ["", ...metrics.filter((one) => one !== "hazards_found")],
    };
  },
  charts: {
    "fines-by-region": { reads: filters, expect: byMeasures(["penalty_amount"]) },
    "mean-fine": { reads: filters, expect: meanFines },
    "inspections-by-region": { reads: filters, expect: byMeasures(inspected) },
    "approval-time": { reads: filters, expect: byMeasures(["approval_time_compression_rate"]) },
    "coverage-matrix": { reads: filters, expect: byMeasures(covered) },
    "any-metric": {
      reads: [...filters, "metric"],
      expect: (choice, world) => byMeasures([choice["metric"] ?? "hazards_found"])(choice, world),
    },
  },
};

const MEAN = "mean_fine_per_case";

function inCorpus({ corpus }: Choice, { actual, coverage }: World): Fact[] {
  return actual.filter(({ report_id }) => corpus === undefined || coverage(report_id) === corpus);
}

function measures({ facts, dataset }: World): string[] {
  return dataset.metrics
    .filter(({ metric_id, headline }) => {
      const regions = facts.filter(metricIn(metric_id)).map(({ region_id }) => region_id);
      return regions.length > 0 && (headline || unique(regions).length > 3);
    })
    .map(({ metric_id }) => metric_id);
}

function places({ corpus }: Choice, { facts, dataset, coverage }: World): string[] {
  const all = [...facts, ...dataset.reports].filter(
    ({ report_id }) => corpus === undefined || coverage(report_id) === corpus,
  );
  return unique(all.map(({ region_id }) => region_id));
}

const CUT = "approval_time_compression_rate";

/** A time limit and the one that it is measured against, of the same items. */
function cuts(facts: readonly Fact[]): (readonly [Fact, Fact])[] {
  const bare = (fact: Fact): Fact => ({ ...fact, subset: (fact.subset ?? "").replace(/;?part:\w+$/, "") });
  const of = (metric: string, part: RegExp) =>
    facts.filter((one) => one.metric_id === metric && part.test(one.subset ?? "")).map(bare);
  const plainly = /^(?!.*part:)/;
  const promised = of("approval_days_promised", /^(?!.*part:earlier)/);
  const statutory = of("approval_days_statutory", plainly);
  const alike = ([a, b]: readonly [Fact, Fact]) =>
    (["report_id", "region_id", "scope", "subset", "period_start", "period_end"] as const).every(
      (column) => a[column] === b[column],
    );
  const cross = (some: readonly Fact[], others: readonly Fact[]) =>
    some.flatMap((a) => others.map((b) => [a, b] as const)).filter(alike);
  return [
    ...cross(promised, statutory),
    ...cross(of("approval_days_promised", /part:later/), of("approval_days_promised", /part:earlier/)),
    ...cross(of("approval_days_actual", plainly), statutory),
  ];
}

/** The figures of a measure, each by the facts that it comes from. */
function statedOf(metric: string, facts: readonly Fact[]): readonly (readonly Fact[])[] {
  if (metric === MEAN) return pairs(facts, "penalty_amount", "penalty_cases");
  const stated = facts.filter(metricIn(metric)).map((fact) => [fact]);
  return metric === CUT ? [...stated, ...cuts(facts)] : stated;
}


/** The corpus by regions and measures, the mean fine among them. */
function grid(metrics: readonly string[], regions: readonly string[], choice: Choice, world: World) {
  const facts = inCorpus(choice, world).filter((fact) => regions.includes(fact.region_id));
  const all = metrics.map((metric): Expected => {
    const isMean = metric === MEAN;
    const found = statedOf(metric, facts);
    const state = (region: string) =>
      isMean
        ? quotientState(region, [["penalty_amount", "penalty_cases"]], world)
        : stateOf(region, metric, world);
    return { values: namesOf(found), missing: gaps(regions, found.flat(), state) };
  });
  return {
    values: all.flatMap((one) => one.values),
    missing: all.flatMap((one) => one.missing ?? []),
  };
}

function placesShown(choice: Choice, world: World): string[] {
  const { province } = choice;
  return places(choice, world).filter(
    (region) => province === undefined || world.provinceOf(region) === province,
  );
}

const ofMeasure: ChartRule = {
  reads: ["corpus", "measure", "province"],
  expect: (choice, world) =>
    grid([choice["measure"] ?? "penalty_cases"], placesShown(choice, world), choice, world),
};

const regions: Suite = {
  slug: "regions",
  inputs: (world) => ({
    corpus: ["", "full", "opening"],
    measure: ["", ...measures(world).filter((one) => one !== "penalty_cases"), MEAN],
    province: [
      "",
      ...world.dataset.regions.filter(({ level }) => level === "province").map((r) => r.region_id),
    ],
  }),
  charts: {
    "coverage-by-region": {
      reads: ["corpus"],
      expect: (choice, world) =>
        grid([...measures(world), MEAN], places(choice, world), choice, world),
    },
    "figures-by-region": ofMeasure,
    map: ofMeasure,
    trends: {
      reads: ["corpus", "measure", "province"],
      expect: (choice, world) => {
        const regions = placesShown(choice, world);
        const facts = inCorpus(choice, world).filter((fact) => regions.includes(fact.region_id));
        const found = statedOf(choice["measure"] ?? "penalty_cases", facts);
        const years = ({ region_id }: Fact) =>
          new Set(found.flat().filter((one) => one.region_id === region_id).map(yearOf)).size;
        const isLong = ([first]: readonly Fact[]) => first !== undefined && years(first) > 1;
        // Which years a trend lacks is its own to say; `trend.test.ts` counts them.
        return { values: namesOf(found.filter(isLong)), missing: null };
      },
    },
  },
};

const figures: Suite = {
  slug: "figures",
  inputs: ({ facts, dataset }) => {
    const used = new Set(facts.map(({ metric_id }) => metric_id));
    const metrics = dataset.metrics.filter(({ metric_id }) => used.has(metric_id));
    return {
      corpus: ["", "full", "opening"],
      report: ["", ...dataset.reports.map(({ report_id }) => report_id)],
      region: ["", ...unique(facts.map(({ region_id }) => region_id))],
      theme: ["", ...unique(metrics.map(({ theme }) => theme))],
      measure: ["", ...used],
    };
  },
  charts: {
    "all-figures": {
      reads: ["corpus", "report", "region", "theme", "measure"],
      expect: ({ corpus, report, region, theme, measure }, { facts, dataset, coverage }) => {
        const themes = new Map(dataset.metrics.map((one) => [one.metric_id, one.theme]));
        const is = (wanted: string | undefined, own: unknown) =>
          wanted === undefined || wanted === own;
        const found = facts.filter(
          (one) =>
            is(corpus, coverage(one.report_id)) &&
            is(report, one.report_id) &&
            is(region, one.region_id) &&
            is(theme, themes.get(one.metric_id)) &&
            is(measure, one.metric_id),
        );
        return { values: plain(found), missing: [] };
      },
    },
  },
};

const whole = ({ subset }: Fact): boolean => subset === null;

/** Regions that state their visits, whatever else they state. */
function visited({ facts }: World): string[] {
  const own = facts.filter(
    (one) => one.metric_id === "inspection_visits" && whole(one) && one.same_as === null,
  );
  return unique(own.map(({ region_id }) => region_id));
}

type Two = readonly [above: Fact, below: Fact];

const undivided = ["both", "unstated"];

/** Of penalties before accidents and undivided ones, the kind that is wanted where a place has it. */
function ofKind(all: readonly Two[], wanted: readonly string[]): Two[] {
  const isAt = (a: Fact, b: Fact) =>
    a.report_id === b.report_id && a.region_id === b.region_id && a.scope === b.scope;
  const is = ({ accident }: Fact) => wanted.includes(accident ?? "");
  return all.filter(
    ([one]) =>
      is(one) ||
      (one.accident !== "after" && !all.some(([other]) => is(other) && isAt(one, other))),
  );
}

/** What is taken first: all penalty cases, fines before accidents. */
const kindOf: Readonly<Record<string, readonly string[]>> = {
  penalty_cases: undivided,
  penalty_amount: ["before"],
};

/** What a visit leads to, where there are as many visits as the reader asks for. */
function rates(above: string, { least }: Choice, { actual }: World): Two[] {
  const all = pairs(actual.filter(whole), above, "inspection_visits");
  return ofKind(all, kindOf[above] ?? []).filter(([, visits]) => visits.value >= Number(least ?? 100));
}

function perVisit(above: string): ChartRule {
  return {
    reads: ["least"],
    expect: (choice, world) => {
      const found = rates(above, choice, world);
      const state = (region: string) =>
        quotientState(region, [[above, "inspection_visits"]], world);
      return { values: namesOf(found), missing: gaps(visited(world), found.flat(), state) };
    },
  };
}

/** Fines after accidents: stated, else all that a place fined less those before accidents. */
function accidentFines(_: Choice, world: World): Expected {
  const regions = visited(world);
  const fines = world.actual.filter(
    (one) => one.metric_id === "penalty_amount" && whole(one) && regions.includes(one.region_id),
  );
  const after = fines.filter(({ accident }) => accident === "after");
  const isAt = (a: Fact, b: Fact) =>
    a.report_id === b.report_id && a.scope === b.scope && a.period_end === b.period_end;
  const rests = fines
    .filter((all) => undivided.includes(all.accident ?? "") && !after.some((one) => isAt(one, all)))
    .flatMap((all) =>
      fines.filter((one) => one.accident === "before" && isAt(one, all)).map((one) => [all, one]),
    );
  const state = (region: string) => stateOf(region, "penalty_amount", world);
  return {
    values: [...plain(after), ...namesOf(rests)],
    missing: gaps(regions, [...after, ...rests.flat()], state),
  };
}

const inspections: Suite = {
  slug: "inspections",
  inputs: () => ({ least: ["", "1", "10", "1000"] }),
  charts: {
    "cases-per-visit": perVisit("penalty_cases"),
    "fines-per-visit": perVisit("penalty_amount"),
    "accident-fines": { reads: [], expect: accidentFines },
    "fine-per-case": {
      reads: ["least"],
      expect: (choice, world) => {
        const fit = [...rates("penalty_cases", choice, world), ...rates("penalty_amount", choice, world)];
        const operands = ["penalty_amount", "penalty_cases"] as const;
        const all = ofKind(pairs(world.actual.filter(whole), ...operands), ["before"]);
        const found = all.filter(([amount]) =>
          fit.some(([one]) => one.report_id === amount.report_id && one.region_id === amount.region_id && one.scope === amount.scope),
        );
        const state = (region: string) => quotientState(region, [operands], world);
        return { values: namesOf(found), missing: gaps(visited(world), found.flat(), state) };
      },
    },
    "who-states-what": {
      reads: [],
      expect: (_, world) => {
        const metrics = ["inspection_visits", "penalty_cases", "penalty_amount"];
        const regions = visited(world);
        const facts = world.actual.filter((one) => whole(one) && regions.includes(one.region_id));
        const all = metrics.map((metric) => facts.filter(metricIn(metric)));
        const missing = all.flatMap((found, i) =>
          gaps(regions, found, (region) => stateOf(region, metrics[i] ?? "", world)),
        );
        return { values: plain(all.flat()), missing };
      },
    },
  },
};

/** Figures as stated, and of the regions read whole those that have none. */
function ofRead(metric: string, is: (fact: Fact) => boolean, world: World): Expected {
  const facts = world.actual.filter((one) => one.metric_id === metric && is(one));
  const missing = gaps(world.read, facts, (region) => stateOf(region, metric, world));
  return { values: plain(facts), missing };
}

const isYear = ({ period_basis }: Fact): boolean => period_basis === "full_year";

const introduction: Suite = {
  slug: "introduction",
  inputs: ({ facts, dataset }) => {
    const of = (metric: string) =>
      unique(facts.filter((one) => one.metric_id === metric && whole(one)).map((f) => f.region_id));
    const names = dataset.metrics.map(({ metric_id }) => metric_id);
    const many = names.filter((metric) => of(metric).length >= 5);
    return { measure: ["", ...many.filter((metric) => metric !== "inspection_visits")] };
  },
  charts: {
    "fines-since-2022": {
      reads: [],
      expect: (_, world) =>
        ofRead("penalty_amount", (one) => whole(one) && isYear(one) && (one.period_end ?? "") >= "2022", world),
    },
    "chosen-measure": {
      reads: ["measure"],
      expect: ({ measure = "inspection_visits" }, world) => ofRead(measure, whole, world),
    },
    "approval-gaps": {
      reads: [],
      expect: (_, world) => {
        const isCore = ({ report_id }: Fact) => world.coverage(report_id) === "full";
        return ofRead("approval_time_compression_rate", isCore, world);
      },
    },
  },
};

const template: Suite = {
  slug: "template",
  inputs: () => ({ measure: ["", "penalty_cases"] }),
  charts: {
    "beside-others": {
      reads: ["measure"],
      expect: ({ measure = "penalty_amount" }, { actual }) => {
        // Its example is of a report that is here already.
        const isOther = (one: Fact) => one.report_id !== "shanwei-2022";
        const found = actual.filter(metricIn(measure)).filter(isBureauYear).filter(isOther);
        return { values: plain(found), missing: [] };
      },
    },
  },
};

const isBureauYear = (one: Fact) => whole(one) && isYear(one) && one.scope === "bureau";

const bureauFines: ChartRule = {
  reads: [],
  expect: (_, world) =>
    ofRead("penalty_amount", isBureauYear, world),
};

const gallery: Suite = {
  slug: "gallery",
  inputs: () => ({}),
  charts: {
    "gallery-dots": bureauFines,
    "gallery-bars": bureauFines,
    "gallery-ranking": {
      reads: [],
      expect: (_, { actual }) => {
        const isOf2022 = (one: Fact) => isBureauYear(one) && yearOf(one) === "2022";
        return { values: plain(actual.filter(metricIn("penalty_amount")).filter(isOf2022)), missing: [] };
      },
    },
    "gallery-matrix": {
      reads: [],
      expect: (_, world) => {
        const metrics = ["penalty_amount", "penalty_cases", "inspection_visits"];
        const all = core(world).filter(whole);
        const found = metrics.map((metric) => all.filter(metricIn(metric)));
        const missing = found.flatMap((facts, i) =>
          gaps(world.read, facts, (region) => stateOf(region, metrics[i] ?? "", world)),
        );
        return { values: plain(found.flat()), missing };
      },
    },
  },
};

const audit: Suite = { slug: "audit", inputs: () => ({}), charts: {} };
const method: Suite = { slug: "method", inputs: () => ({}), charts: {} };

/** Every shipped notebook; a test holds the list against the folder. */
export const suites: readonly Suite[] = [
  ...[comparison, regions, figures, inspections, introduction, template, gallery, audit, method],
];
