import { readFileSync, readdirSync, statSync } from "node:fs";
import { take } from "/work/wt/files/test/files/world.ts";
const base="/work/shared/cases/";
for (const d of readdirSync(base)) { if(!new RegExp(process.env.D ?? ".").test(d)) continue;
 for (const f of readdirSync(base+d)) { if (!new RegExp(process.env.F??'.').test(f)) continue;
  const t0=performance.now();
  try { const t = await take(new Blob([readFileSync(base+d+"/"+f)]), f); console.log(d,f,t.inspection.rows,JSON.stringify(t.types), JSON.stringify(t.inspection.head.slice(0,6)), JSON.stringify(t.inspection.problems)); } catch(e) { console.log(d,f,String(e),(e as any).cause?.stack?.slice(0,400)??"") }
  if (performance.now()-t0>500) console.log("   SLOW", performance.now()-t0);
 }}
