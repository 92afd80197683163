import { chromium } from "playwright";
import { serve } from "/work/int/bin/serve.ts";
const site = await serve({ port: 0, dir: "/work/int/dist" });
const [path,width,height,sel,out,scheme,wait,full]=process.argv.slice(2) as string[];
const b = await chromium.launch({executablePath:"/usr/bin/chromium-headless-shell",args:["--no-sandbox","--disable-gpu","--js-flags=--liftoff-only"]});
const c=await b.newContext({serviceWorkers:"block",viewport:{width:+width!,height:+height!},colorScheme:(scheme as "dark")||"light",deviceScaleFactor:1, reducedMotion:"reduce"}); const p=await c.newPage();
await p.goto(site.url+path); if(wait==="live") await p.waitForFunction(()=>performance.getEntriesByName("fadu:live").length>0,undefined,{timeout:60000}); await p.waitForTimeout(600);
if(sel&&sel!=="-"){ const l=p.locator(sel).first(); await l.scrollIntoViewIfNeeded(); await p.waitForTimeout(400); if(full==="view") await p.screenshot({path:out}); else await l.screenshot({path:out}); } else await p.screenshot({path:out,fullPage:full==="full"});
process.exit(0);
