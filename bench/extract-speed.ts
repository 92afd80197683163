import type { ExtractionCatalogue } from "../src/extract/index.ts";
import { readText } from "../test/extract/score/gold.ts";
import { reportOf, sentencesOf } from "../test/extract/score/sentences.ts";

/** Words around figures: the annotated reports state one in some 140 characters. */
const prose =
  "认真贯彻落实上级部署，坚持统筹发展和安全，不断健全工作机制，进一步规范执法行为，着力提升依法行政能力和水平，确保各项工作落到实处。";

/** Megabytes a second for texts of growing length, and how time grows with length. */
export function speedOf(catalogue: ExtractionCatalogue): Record<string, string>[] {
  const report = reportOf(sentencesOf(12)).replaceAll("\n", `\n${prose.repeat(4)}`);
  readText(report.repeat(20), catalogue);
  return [
    ["0.5 MB", 0.5, "\n"],
    ["2 MB", 2, "\n"],
    ["8 MB", 8, "\n"],
    ["2 MB in one line", 2, ""],
    ["8 MB in one line", 8, ""],
  ].map(([name, size, join]) =>
    timed(String(name), textOf(report, Number(size), String(join)), catalogue),
  );
}

function textOf(report: string, megabytes: number, join: string): string {
  const unit = join === "" ? report.replaceAll("\n", "") : `${report}${join}`;
  const bytes = new TextEncoder().encode(unit).length;
  return unit.repeat(Math.ceil((megabytes * 1e6) / bytes));
}

function timed(
  text: string,
  content: string,
  catalogue: ExtractionCatalogue,
): Record<string, string> {
  const start = performance.now();
  const { numbers } = readText(content, catalogue);
  const seconds = (performance.now() - start) / 1000;
  const megabytes = new TextEncoder().encode(content).length / 1e6;
  return {
    text,
    numbers: String(numbers.length),
    seconds: seconds.toFixed(2),
    "MB/s": (megabytes / seconds).toFixed(1),
  };
}
