import { describe, expect, test } from "vitest";
import { createFuse } from "../../src/engine/fuse.ts";
import { openNodeDriver } from "../../src/engine/node.ts";
import { openSession } from "../../src/engine/session.ts";
import { toRows } from "../../src/engine/index.ts";
import { lockdown } from "../../src/engine/settings.ts";
import { corpus, type Hostile } from "../attack/sql-corpus.ts";

// Each layer of SQL with the other switched off; Node's engine has no page and no policy around it.

const of = (...aims: readonly Hostile["aim"][]) =>
  corpus.filter(({ aim }) => aims.includes(aim)).map(({ sql }) => sql);

describe("the proof that a statement is one query, without the lockdown", () => {
  test("lets no other kind of statement, no setting and no acting function through", async () => {
    // Only what would make Node wait for another host for ever stays off.
    const settings = ["SET errors_as_json = true", "SET autoload_known_extensions = false"];
    const connection = await openSession(await openNodeDriver(), createFuse(), { settings });
    const answered: string[] = [];
    const tried = of("kind", "function", "setting", "data", "smuggle");
    for (const sql of tried)
      await connection.query(sql).then(
        () => answered.push(sql),
        () => {},
      );
    expect(tried.length).toBeGreaterThan(150);
    expect(answered).toEqual([]);
    await connection.close();
  });
});

describe("the lockdown, without the proof", () => {
  // What it does not stop, settings of the connection alone, is what the proof is for.
  test("lets no statement reach a file or a host, or loosen it", async () => {
    const driver = await openNodeDriver();
    for (const setting of lockdown) await driver.run(setting);
    const names = lockdown.map((setting) => `'${setting.split(" ")[1] ?? ""}'`).join();
    const sql = `SELECT name, value FROM duckdb_settings() WHERE name IN (${names}) ORDER BY name`;
    const settings = async () => toRows(await driver.run(sql));
    const before = await settings();
    const answered: string[] = [];
    const tried = of("file");
    for (const sql of tried)
      await driver.run(sql).then(
        () => answered.push(sql),
        () => {},
      );
    for (const sql of of("setting")) await driver.run(sql).catch(() => {});
    expect(before).toHaveLength(lockdown.length);
    expect(tried.length).toBeGreaterThan(20);
    expect(answered).toEqual([]);
    expect(await settings()).toEqual(before);
    await driver.close();
  });
});
