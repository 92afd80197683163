import { textsOf, type Texts } from "./texts.ts";

/** What only the dialog says that puts a figure into another page; it is loaded with it. */
const table = {
  title: ["把这张图放进您的网页", "Put this figure into your page"],
  version: ["版本", "Version"],
  latest: ["最新：数据更正后随之更新", "Latest: follows corrections"],
  frozen: ["固定：{0}，不再变动", "Frozen: {0}, never changes"],
  theme: ["底色", "Theme"],
  auto: ["随读者的系统", "As the reader’s system"],
  light: ["浅色", "Light"],
  dark: ["深色", "Dark"],
  language: ["语言", "Language"],
  zh: ["中文", "Chinese"],
  en: ["英文", "English"],
  preview: ["预览：{0}", "Preview: {0}"],
  iframe: ["框架", "Frame"],
  "iframe.text": [
    "不需要脚本。各种宽度下的高度已经量好并预先留出，页面不会跳动。",
    "Needs no script. Its height at each width was measured and is kept free, so nothing moves.",
  ],
  element: ["元素", "Element"],
  "element.text": [
    "一个小脚本（约 1 kB）让高度随内容变化；图没有到达时，显示图片。",
    "A small script (about 1 kB) lets the height follow the content; until the figure arrives, its picture is shown.",
  ],
  picture: ["图片", "Picture"],
  "picture.text": [
    "适用于任何网页和邮件：带替代文字和说明，点击打开完整的图。",
    "For any page or newsletter: with alternative text and caption; a click opens the whole figure.",
  ],
  module: ["模块", "Module"],
  "module.text": [
    "用于 Observable 一类的笔记本和现代网页：函数返回一个元素。",
    "For notebooks such as Observable’s and pages of modules: a function that returns an element.",
  ],
  copy: ["复制", "Copy"],
  copied: ["已复制：{0}", "Copied: {0}"],
  not_copied: [
    "浏览器不允许复制，文字已选中，请按 Ctrl+C。",
    "The browser refused to copy; the text is selected, press Ctrl+C.",
  ],
  measuring: ["正在量各种宽度下的高度…", "Measuring the height at each width…"],
  measured: ["已在 {0} 种宽度下量过高度。", "Heights measured at {0} widths."],
  unmeasured: [
    "图没有应答，高度按图片估算。",
    "The figure did not answer; its heights are estimated from the picture.",
  ],
  own: [
    "这张图是您自己的，或者您改动了筛选条件，所以本站没有它的网页可供引用。请下载整套文件，放到您自己的网站上，再按其中README.txt的说明嵌入。",
    "This chart is your own, or you have changed its filters, so this site has no page of it to point to. Download the package, put it on your own site, and embed it as its README says.",
  ],
  unhosted: [
    "本站没有发布这张图的网页，无法引用。",
    "This site publishes no page of this figure to point to.",
  ],
  take: ["下载整套文件", "Download package"],
  "take.text": [
    "一个压缩包：中英文网页、图片、数据和说明，解开后不联网也能看。",
    "One zip: pages in Chinese and English, pictures, data and how to use them. It works unpacked, without a network.",
  ],
  "take.drawing": ["正在画图…", "Drawing the figure…"],
  "take.pictures": ["正在生成图片…", "Making the pictures…"],
  "take.packing": ["正在打包：{0}%", "Packing: {0}%"],
  taken: ["已存为“{0}”。", "Saved as “{0}”."],
  "taken.no_png": [
    "已存为“{0}”。浏览器画不出PNG，图片只有SVG。",
    "Saved as “{0}”. The browser could not draw PNG, so its pictures are SVG only.",
  ],
  "take.failed": [
    "没有打成包，请再试一次。（{0}）",
    "The package could not be made; try again. ({0})",
  ],
  source: ["来源", "Source"],
} as const satisfies Texts<string>;

export type EmbedWord = keyof typeof table;

/** `embedText` in one language. */
export type Say = (key: EmbedWord, ...values: readonly (string | number)[]) => string;

export const embedText = /* @__PURE__ */ textsOf(table);
