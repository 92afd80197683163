import { inspectFile, type Inspected } from "./inspect.ts";
import { checkChoices, loadFile, type ColumnChoice } from "./load.ts";
import type { Answer, Request } from "./protocol.ts";
import { FileError } from "./types.ts";
import { frameOf, writeFrame, type FramePart } from "./write/index.ts";

/** Where answers go, with what is given away. */
export type Tell = (answer: Answer, transfer?: Transferable[]) => void;

/** What the worker does with each request: one file in, or one result out, and then it is ended. */
export function serveFiles(tell: Tell): (request: Request) => void {
  let inspected: Inspected | null = null;
  const parts: FramePart[] = [];
  /** The next chunk goes out when the one before has been taken. */
  let next: () => void = () => {};

  /** Not more often than a bar can show. */
  const progress = (): ((bytes: number) => void) => {
    let last = 0;
    return (bytes) => {
      const now = performance.now();
      if (now - last < 50) return;
      last = now;
      tell({ kind: "bytes", bytes });
    };
  };

  const load = async (choices: readonly ColumnChoice[]): Promise<void> => {
    if (inspected === null) throw new Error("missing file");
    const { stream, problems } = loadFile(inspected, choices, { onBytes: progress() });
    for await (const bytes of stream) {
      const taken = new Promise<void>((resolve) => (next = resolve));
      tell({ kind: "chunk", bytes }, [bytes.buffer as ArrayBuffer]);
      await taken;
    }
    tell({ kind: "loaded", problems: problems() });
  };

  const answer = async (request: Request): Promise<void> => {
    switch (request.kind) {
      case "inspect": {
        const { file, name, options } = request;
        const onHead = (inspection: Inspected["inspection"]): void =>
          tell({ kind: "head", inspection });
        inspected = await inspectFile(file, name, options, {
          onHead,
          onBytes: progress(),
          onBegin: () => tell({ kind: "begun" }),
        });
        return tell({ kind: "inspected", inspection: inspected.inspection });
      }
      case "check": {
        if (inspected === null) throw new Error("missing file");
        const pass = { onBytes: progress() };
        const problems = await checkChoices(inspected, request.choices, pass);
        return tell({ kind: "checked", problems });
      }
      case "load":
        return load(request.choices);
      case "next":
        return next();
      case "part":
        return void parts.push(request.part);
      case "write":
        return tell({
          kind: "written",
          blob: await writeFrame(frameOf(parts), request.format, request.about),
        });
    }
  };

  return (request) => {
    answer(request).catch((cause: unknown) => {
      const error =
        cause instanceof FileError ? cause : new FileError("failed", String(cause), { cause });
      tell({ kind: "error", code: error.code, value: error.value });
    });
  };
}
