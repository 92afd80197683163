import { describe, expect, it } from "vitest";
import { createCompiler } from "../../../src/drafts/compiler/compiler.ts";
import type { Answer, Request } from "../../../src/drafts/compiler/protocol.ts";
import { serveCompiler } from "../../../src/drafts/compiler/serve.ts";
import { compileNotebook } from "../../../src/notebook/compile.ts";
import { encodeLink } from "../../../src/drafts/link/link.ts";

const text = (body: string) => `---\ntitle: 题\n---\n\n${body}`;
const two = text("```sql id=a\nSELECT 1\n```\n\n```sql id=b\nSELECT 2\n```\n");

/** The worker's own code without a thread; it says no more once it meets a cell on such a line. */
function bench(holdsOn: (line: number) => boolean = () => false) {
  const requests: Request[] = [];
  let workers = 0;
  let ended = 0;
  const spawn = () => {
    workers++;
    let hear: (answer: Answer) => void = () => {};
    let isHeld = false;
    const serve = serveCompiler((answer) => {
      if (isHeld) return;
      hear(answer);
      isHeld = answer.kind === "cell" && holdsOn(answer.line);
    });
    return {
      post(request: Request) {
        requests.push(request);
        setTimeout(() => {
          hear({ kind: "ready" });
          const { skip = [] } = request.ask as { skip?: readonly number[] };
          const held = holdsOn;
          holdsOn = (line) => held(line) && !skip.includes(line);
          serve(request);
          holdsOn = held;
        });
      },
      listen: (onAnswer: (answer: Answer) => void) => void (hear = onAnswer),
      end: () => void ended++,
    };
  };
  const compiler = createCompiler({ spawn, deadline: 60 });
  return { compiler, requests, counts: () => ({ workers, ended }) };
}

describe("compiling in a worker", () => {
  it("gives what compiling in place gives", async () => {
    const { compiler, counts } = bench();
    expect(await compiler.compile(two, { slug: "s" })).toEqual(compileNotebook(two, { slug: "s" }));
    expect(counts()).toEqual({ workers: 1, ended: 0 });
  });

  it("leaves out a cell that takes too long, says so at its line, and knows it again", async () => {
    const { compiler, requests, counts } = bench((line) => line === 10);
    const slow = text("```sql id=a\nSELECT 1\n```\n\n```sql id=b\nSELECT 2\n```\n");
    const { compiled, problems } = await compiler.compile(slow, { slug: "s" });
    expect(compiled.cells.map(({ id }) => id)).toEqual(["a"]);
    expect(problems.map(({ cell, line, message }) => [cell, line, message])).toEqual([
      ["b", 10, "too slow: the cell cannot be read in time"],
    ]);
    expect(counts()).toEqual({ workers: 2, ended: 1 });
    await compiler.compile(slow, { slug: "s" });
    expect(requests).toHaveLength(3);
    expect(counts()).toEqual({ workers: 2, ended: 1 });
  });

  it("gives up where one cell after another takes too long, and keeps the front matter", async () => {
    const { compiler, counts } = bench(() => true);
    const cells = Array.from({ length: 9 }, (_, i) => `\`\`\`sql id=c${i}\nSELECT ${i}\n\`\`\`\n`);
    const { compiled, problems } = await compiler.compile(text(cells.join("\n")), { slug: "s" });
    expect(compiled.front.title).toBe("题");
    expect(compiled.cells).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual([
      "too slow: the notebook cannot be read in time",
    ]);
    expect(counts().ended).toBe(3);
  });

  it("compiles the newest of the texts that wait", async () => {
    const { compiler, requests } = bench();
    const first = compiler.compile(text("a"), { slug: "s" });
    await Promise.resolve();
    const later = [text("b"), text("c"), two].map((one) => compiler.compile(one, { slug: "s" }));
    await first;
    const results = await Promise.all(later);
    expect(requests).toHaveLength(2);
    for (const result of results) expect(result.compiled.cells).toHaveLength(2);
  });

  it("reads a link, and says what took too long", async () => {
    const shared = { text: two, slug: "s", language: "en", inputs: {}, tables: [] } as const;
    const link = encodeLink(shared);
    const { compiler } = bench();
    if (!link.ok) throw new Error("no link");
    expect(await compiler.link(link.fragment, null)).toEqual({ ok: true, shared });
    const silent = createCompiler({
      spawn: () => ({
        post: () => {},
        listen: (hear) => void setTimeout(() => hear({ kind: "ready" })),
        end: () => {},
      }),
      deadline: 20,
    });
    expect(await silent.link(link.fragment, null)).toMatchObject({ ok: false, reason: "too_slow" });
    expect(await silent.kit("<notebook>", { slug: "s" })).toMatchObject({ ok: false });
  });

  it("says what a worker says that cannot be begun", async () => {
    const compiler = createCompiler({
      spawn: () => {
        throw new Error("no worker");
      },
    });
    const { problems } = await compiler.compile(two, { slug: "s" });
    expect(problems.map(({ message }) => message)).toEqual(["Error: no worker"]);
  });
});

it("gives a part that a job has to load the time that it takes", async () => {
  const hears: ((answer: Answer) => void)[] = [];
  const worker = {
    post() {
      const say = (answer: Answer) => hears.forEach((hear) => hear(answer));
      say({ kind: "ready" });
      say({ kind: "loading" });
      // Longer than a job may take.
      setTimeout(() => {
        say({ kind: "ready" });
        say({ kind: "done", give: { ok: false, problems: [] } });
      }, 100);
    },
    listen: (hear: (answer: Answer) => void) => void hears.push(hear),
    end: () => {},
  };
  const compiler = createCompiler({ spawn: () => worker, deadline: 20 });
  expect(await compiler.kit("<notebook>", { slug: "s" })).toEqual({ ok: false, problems: [] });
});
