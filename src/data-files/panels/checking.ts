import type { ColumnChoice, FileProblem, FileReading } from "../index.ts";

export interface CheckingOptions {
  readonly reading: Pick<FileReading, "check">;
  readonly onBytes: (bytes: number) => void;
  readonly onFound: () => void;
  readonly onFail: (error: unknown) => void;
}

/** Counts what the types that a reader chose would change or lose: one count at a time, the latest last. */
export interface Checking {
  /** True until the latest count is there: where it failed, nobody knows what would be lost. */
  readonly isRunning: boolean;
  readonly problems: readonly FileProblem[];
  start(choices: readonly ColumnChoice[]): Promise<void>;
  /** What was counted belongs to another reading of the file. */
  drop(): void;
}

export function createChecking(options: CheckingOptions): Checking {
  const { reading, onBytes, onFound, onFail } = options;
  let latest = 0;
  let isRunning = false;
  let problems: readonly FileProblem[] = [];
  let before: Promise<void> = Promise.resolve();

  const count = async (mine: number, choices: readonly ColumnChoice[]): Promise<void> => {
    const ifLatest = (act: () => void): void => {
      if (mine === latest) act();
    };
    try {
      const found = await reading.check(choices, {
        onBytes: (bytes) => ifLatest(() => onBytes(bytes)),
      });
      ifLatest(() => {
        [problems, isRunning] = [found, false];
        onFound();
      });
    } catch (error) {
      ifLatest(() => onFail(error));
    }
  };
  return {
    get isRunning() {
      return isRunning;
    },
    get problems() {
      return problems;
    },
    async start(choices) {
      const mine = ++latest;
      isRunning = true;
      await before;
      if (mine === latest) before = count(mine, choices);
    },
    drop() {
      latest += 1;
      [problems, isRunning] = [[], false];
    },
  };
}
