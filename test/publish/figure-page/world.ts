/** A figure page by its contract, with marks of each kind and the clauses they lead to. */
export const page = `<!doctype html><html lang="zh-CN" data-figure="fines" data-version="1a2b3c4d">
<head><title>figure</title></head><body><main><figure id="fines" data-state="static">
<figcaption><h1 id="fines-title">finding</h1></figcaption>
<div class="chart wide" role="group" aria-label="all" data-marks><svg>
<a class="mark" data-fact="a-1" href="#c-a-1" aria-label="株洲；39 万元" data-box="10 10"><circle class="glyph"/></a>
<a class="mark" data-fact="a-2" href="#c-a-2" aria-label="汕尾；12 万元" data-box="50 40"><circle class="glyph"/></a>
<a class="mark" data-fact="a-1 a-2" href="#c-quotient" aria-label="比；3.25" data-box="30 70"><circle class="glyph"/></a>
<g class="mark missing" role="img" tabindex="-1" data-missing="not_reported" aria-label="万盛；未载明" data-box="20 100"><path class="glyph"/></g>
</svg></div>
<details class="rows"><summary data-action="table">表</summary><table><tbody><tr><td><a href="#c-a-1">39</a></td></tr></tbody></table></details>
<details class="clauses"><summary>出处</summary><ol>
<li id="c-a-1"><p id="within">株洲</p><blockquote cite="https://example.org/">罚款<mark>39</mark>万元</blockquote></li>
<li id="c-a-2"><p>汕尾</p><blockquote>罚款<mark>12</mark>万元</blockquote></li>
<li id="c-quotient"><p>39 ÷ 12 = 3.25 <a href="#c-a-1">株洲</a> <a href="#c-a-2">汕尾</a></p></li>
</ol></details>
<footer><a data-action="language" href="en/index.html">English</a></footer>
</figure></main></body></html>`;
