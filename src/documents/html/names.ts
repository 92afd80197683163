/** Elements that end a line before and behind them. */
const blocks = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
  figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu
  nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul`.split(
    /\s+/,
  ),
);
export const isBlock = (name: string): boolean => blocks.has(name);

/** Elements whose content is no text of the page, or a control of it. */
const silent = new Set(
  `script style noscript template head title iframe object embed audio video canvas svg math select
  textarea button datalist noframes applet map input`.split(/\s+/),
);
export const isSilent = (name: string): boolean => silent.has(name);

/** Elements in which an article can be looked for; a paragraph or a list is part of one. */
const wrappers = new Set(
  `html body div section article main form center table tbody tr td fieldset font span
  content`.split(/\s+/),
);
export const isWrapper = (name: string): boolean => wrappers.has(name);
