import type { Page } from "playwright";
import { encodeLink } from "../../src/drafts/link/link.ts";
import type { Attempt, Family, World } from "./family.ts";
import { corpus, hungry } from "./sql-corpus.ts";

/** A cell under attack, and how long it may run, in seconds. */
interface Cell {
  readonly id: string;
  readonly sql: string;
  readonly deadline?: number;
}

/** All that a statement could change, asked again whenever the control turns. */
const witnesses: readonly Cell[] = [
  {
    id: "w_facts",
    sql: "SELECT count(*) AS n, sum(value)::VARCHAR AS s, md5(string_agg(fact_id || value::VARCHAR, ',' ORDER BY fact_id)) AS h, ${turn} AS turn FROM facts",
  },
  { id: "w_own", sql: "SELECT count(*) AS n, sum(b) AS s, ${turn} AS turn FROM own" },
  {
    id: "w_settings",
    sql: "SELECT md5(string_agg(name || coalesce(value, ''), ',' ORDER BY name)) AS h, ${turn} AS turn FROM duckdb_settings()",
  },
  {
    id: "w_tables",
    sql: "SELECT string_agg(database_name || '.' || table_name, ' ' ORDER BY ALL) AS names, (SELECT count(*) FROM duckdb_logs) AS logs, ${turn} AS turn FROM duckdb_tables()",
  },
];

const own = "a,b\n" + Array.from({ length: 500 }, (_, n) => `${n},${n * 2}`).join("\n");

const fenceOf = ({ id, sql, deadline }: Cell): string =>
  `\`\`\`sql id=${id}${deadline === undefined ? "" : ` deadline=${deadline}`}\n${sql}\n\`\`\`\n`;

function linkOf(cells: readonly Cell[]): string {
  const turn = "```input id=turn\ntype: select\noptions: [{ value: a }, { value: b }]\n```\n";
  const text = `---\ntitle: x\n---\n\n${turn}\n${[...witnesses, ...cells].map(fenceOf).join("\n")}`;
  const table = { name: "own", format: "csv", bytes: new TextEncoder().encode(own) } as const;
  const shared = { text, slug: "x", language: "en", inputs: {}, tables: [table] } as const;
  const link = encodeLink(shared, { limit: 120_000 });
  if (!link.ok) throw new Error(`the link is too long: ${link.length}`);
  return link.fragment;
}

/** What a cell says when it is done or has failed; null where it is still at it. */
const settled = (page: Page, ids: readonly string[], turn: string) =>
  page.waitForFunction(
    ([names, value]) => {
      const cells = names.map((id) => document.querySelector(`[data-cell="${id}"]`));
      const isOver = cells.every(
        (cell) =>
          cell?.getAttribute("data-status") === "failed" ||
          (cell?.getAttribute("data-status") === "done" && !cell.hasAttribute("aria-busy")),
      );
      const isTurned = cells.every(
        (cell, i) =>
          !names[i]?.startsWith("w_") ||
          cell?.querySelector("td:last-child")?.textContent === value,
      );
      return isOver && isTurned
        ? cells.map(
            (cell) => [cell?.getAttribute("data-status") ?? "", cell?.textContent ?? ""] as const,
          )
        : null;
    },
    [ids, turn] as const,
    { timeout: 90_000 },
  );

async function read(page: Page, ids: readonly string[], turn: string) {
  const handle = await settled(page, ids, turn);
  const all = await handle.jsonValue();
  return new Map(ids.map((id, i) => [id, all?.[i] ?? (["", ""] as const)]));
}

/** The witnesses' numbers, without the time they took. */
async function testify(page: Page, turn: string): Promise<string> {
  await page.locator("#input-turn").selectOption(turn);
  const rows = await read(
    page,
    witnesses.map(({ id }) => id),
    turn,
  );
  return JSON.stringify(
    await Promise.all(
      [...rows.keys()].map((id) =>
        page
          .locator(`[data-cell="${id}"] tbody td`)
          .allTextContents()
          .then((cells) => cells.slice(0, -1)),
      ),
    ),
  );
}

const baselines = new WeakMap<World["site"], Promise<string>>();

/** What the witnesses say where nobody attacks; the same for all pages of a site. */
function baseline({ browser, site }: Pick<World, "browser" | "site">): Promise<string> {
  const ask = async (): Promise<string> => {
    const page = await browser.newPage();
    await page.goto(`${site.url}en/edit/${linkOf([])}`);
    const said = await testify(page, "b");
    await page.close();
    return said;
  };
  const known = baselines.get(site) ?? ask();
  baselines.set(site, known);
  return known;
}

/** A notebook of hostile cells by link: all settle, and the witnesses say afterwards what they said. */
async function* siege(
  { browser, site }: World,
  cells: readonly Cell[],
  verdict: (status: string, text: string) => string | null,
): AsyncGenerator<Attempt> {
  const before = await baseline({ browser, site });
  const page = await browser.newPage();
  await page.goto(`${site.url}en/edit/${linkOf(cells)}`);
  const results = await read(
    page,
    cells.map(({ id }) => id),
    "",
  );
  for (const { id, sql } of cells) {
    const [status, text] = results.get(id) ?? ["", ""];
    yield { name: sql.slice(0, 120), broke: verdict(status, text) };
  }
  const after = await testify(page, "b");
  const broke = before === after ? null : `before ${before}, after ${after}`;
  yield { name: "tables, settings and other cells' numbers", broke };
  await page.close();
}

const named = (statements: readonly string[], deadline?: number): Cell[] =>
  statements.map((sql, i) => ({
    id: `h${i}`,
    sql,
    ...(deadline === undefined ? {} : { deadline }),
  }));

/** Every n-th, so that about so many are left. */
function some<T>(all: readonly T[], about: number): T[] {
  const step = Math.max(1, Math.floor(all.length / about));
  return all.filter((_, i) => i % step === 0);
}

/** What a notebook's text cannot hold: a fence ends at three backticks, a line has no U+0000. */
const isWritable = (sql: string): boolean => !sql.includes("\0");

const refused = (status: string, text: string): string | null =>
  status === "failed" && text.trim() !== ""
    ? null
    : `it was answered: ${status} ${text.slice(0, 200)}`;

const answeredOrTold = (status: string, text: string): string | null =>
  status === "done" || text.trim() !== "" ? null : `it failed without a word`;

export const hostileSql: Family = {
  name: "hostile SQL",
  surface: "an sql cell in a link",
  async *attempts(world) {
    const all = corpus.map(({ sql }) => sql).filter(isWritable);
    const chosen = world.size === "short" ? some(all, 40) : all;
    for (let at = 0; at < chosen.length; at += 60)
      yield* siege(world, named(chosen.slice(at, at + 60)), refused);
  },
};

export const hungrySql: Family = {
  name: "SQL that eats time and memory",
  surface: "an sql cell in a link",
  async *attempts(world) {
    const chosen =
      world.size === "short" ? hungry.filter((_, i) => [0, 5, 16].includes(i)) : hungry;
    const [size, deadline] = world.size === "short" ? [3, 1] : [4, 2];
    for (let at = 0; at < chosen.length; at += size)
      yield* siege(world, named(chosen.slice(at, at + size), deadline), answeredOrTold);
  },
};
