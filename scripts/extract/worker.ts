/** A process of `npm run extract`: is sent files, answers with what it read of each. */
import type { ReportFile } from "./files.ts";
import { openCatalogue, readReport } from "./reading.ts";

const catalogue = openCatalogue();

process.on("message", (file: ReportFile) => {
  void catalogue
    .then((known) => readReport(file, known))
    .then((reading) => process.send?.(reading));
});
// Where the command is killed, nobody else ends its helpers.
process.on("disconnect", () => process.exit(0));
