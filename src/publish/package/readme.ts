import { languages } from "../../domain/index.ts";
import { punctuation, say } from "../../words/index.ts";
import { figureWork, plainCitation, reportWork } from "../citation/index.ts";
import { isUnsourced, reportsOf } from "./describe.ts";
import { packageName } from "./name.ts";
import { frameOf } from "./oembed.ts";
import { folderOf, wholeAddress, type PackageOptions } from "./place.ts";

/** Where no picture tells how large the figure is. */
const common = { width: 752, height: 600 };

/** `README.txt`: what the folder holds, how a page shows it, and how to cite it, in both languages. */
export function readme(options: PackageOptions): string {
  const { content, pictures, since } = options;
  const { id, figures: plates, version } = content;
  return languages
    .map((language) => {
      const { title, filtered } = plates[language];
      const folder = folderOf(language);
      const page = `${packageName(id, version)}/${folder}index.html`;
      const frame = frameOf(page, title, pictures?.[language] ?? common);
      const url = wholeAddress(folder, options);
      const own = figureWork({ id, title, language, version, url, issued: since });
      const reports = reportsOf(content).map((report) =>
        plainCitation(reportWork(report, language)),
      );
      const { colon } = punctuation[language];
      const parts = [
        say(language, "pack.readme", title, version, frame),
        filtered,
        `${say(language, "pack.cite")}${colon}${plainCitation(own)}`,
        reports.length === 0
          ? ""
          : `${say(language, "pack.cite_reports")}${colon}\n${reports.join("\n")}`,
        say(language, isUnsourced(content) ? "pack.unsourced" : "pack.licence"),
      ];
      return `${parts.filter(Boolean).join("\n\n")}\n`;
    })
    .join("\n");
}
