/** What only the script shows; the rest of the style stands in the page. */
const text = `
main{position:relative}
[data-panel=evidence]{position:absolute;z-index:1;box-sizing:border-box;inline-size:26rem;max-inline-size:100%;
padding:.6rem .8rem .8rem;background:var(--paper,#fff);color:var(--ink,#1b1d1f);
border:1px solid var(--accent,#1d5c77);border-radius:3px;font-size:.875rem;overflow-wrap:anywhere}
[data-panel=evidence] h2{margin:0 2rem .4rem 0;font-size:.8125rem;line-height:1.6;color:var(--quiet,#5b6166)}
[data-panel=evidence] h2:focus{outline:none}
[data-panel=evidence]>button{position:absolute;inset-block-start:.35rem;inset-inline-end:.35rem;inline-size:1.75rem;
min-block-size:1.75rem;padding:0;border:0;background:none;color:inherit;font:inherit;font-size:1.125rem;line-height:1;cursor:pointer}
[data-panel=evidence] section+section{margin-block-start:.6rem;padding-block-start:.6rem;border-block-start:1px solid var(--line,#d9dcde)}
[data-panel=evidence] :is(p,blockquote){margin-block:0 .4rem}
[data-open]{outline:2px solid var(--accent,#1d5c77);outline-offset:2px}
@media print{[data-panel=evidence]{display:none}}
`;

export function addStyle(document: Document): void {
  const style = document.createElement("style");
  style.textContent = text;
  document.head.append(style);
}
