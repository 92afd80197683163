import { grades } from "../../src/extract/index.ts";
import type { FileReading } from "./reading.ts";

/** What a run found, for `--summary` and the progress bar. */
export class Summary {
  files = 0;
  failed = 0;
  figures = 0;
  #numbers = 0;
  #open = 0;
  readonly #grades = new Map<string, number>();

  add({ rows, numbers, open, failure }: FileReading): void {
    this.files++;
    this.failed += Number(failure !== null);
    this.figures += rows.length;
    this.#numbers += numbers;
    this.#open += open;
    for (const { confidence } of rows)
      this.#grades.set(String(confidence), (this.#grades.get(String(confidence)) ?? 0) + 1);
  }

  lines(): string[] {
    const share = this.#numbers === 0 ? 1 : 1 - this.#open / this.#numbers;
    const confidence = grades.map((grade) => `${grade} ${String(this.#grades.get(grade) ?? 0)}`);
    return [
      `files: ${String(this.files)}, failed ${String(this.failed)}`,
      `figures: ${String(this.figures)} (confidence ${confidence.join(", ")})`,
      `numbers: ${String(this.#numbers)}, accounted for ${(100 * share).toFixed(1)} %, open ${String(this.#open)}`,
    ];
  }
}

const width = 30;

/** One line that overwrites itself: how many files are read. */
export function progressLine(done: number, all: number, figures: number): string {
  const filled = all === 0 ? width : Math.round((width * done) / all);
  const bar = "█".repeat(filled) + "░".repeat(width - filled);
  return `\r${bar} ${String(done)}/${String(all)} files, ${String(figures)} figures`;
}
