import { formatPeriod, formatQuantity, punctuation, say } from "../words/index.ts";
import { quantityOf } from "./record.ts";
import { clause } from "./clause.ts";
import { factHeading, type ViewContext } from "./view.ts";

/** Every clause behind a page's numbers, so that each mark leads somewhere without a script. */
export function sourceList(context: ViewContext, ids: readonly string[]): HTMLElement {
  const { build, language, archive } = context;
  const facts = [...new Set(ids)].flatMap((id) => archive.facts.get(id) ?? []);
  const summary = build.html(
    "summary",
    {},
    build.html("h2", {}, `${say(language, "sources.title")} (${facts.length})`),
  );
  const items = build.html(
    "ol",
    {},
    facts.map((fact) => {
      const report = archive.reports.get(fact.report_id);
      return build.html(
        "li",
        { id: `fact-${fact.fact_id}` },
        build.html(
          "p",
          {},
          factHeading(context, fact) + punctuation[language].colon,
          build.html("b", {}, formatQuantity(quantityOf(archive, fact), language)),
          ` · ${formatPeriod(fact, language)}`,
        ),
        report ? clause(build, fact, report) : null,
        build.html(
          "p",
          { class: "source" },
          report ? (language === "zh" ? report.title : report.title_en) : null,
        ),
      );
    }),
  );
  return build.html(
    "section",
    { id: "sources", class: "sources", "aria-label": say(language, "sources.title") },
    build.html("details", {}, summary, items),
  );
}
