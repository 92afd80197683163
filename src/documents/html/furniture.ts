import type { FurnitureId } from "./furniture-ids.ts";
import { attribute, has, type Element } from "./tree.ts";

/**
 * A part of a page that is none of its article. `tags`, `roles` and `names` (words of a class or
 * id) take a whole element, `line` a line that is nothing else, its white space taken out (no
 * pattern can then be slow by dividing it); `links` says that the line, or what its list holds,
 * must be links.
 */
export interface FurnitureRule {
  readonly id: FurnitureId;
  readonly tags?: readonly string[];
  readonly roles?: readonly string[];
  readonly names?: RegExp;
  readonly line?: RegExp;
  readonly links?: "line" | "list";
  /** Markup that the rule takes out, and such that it leaves; both are tests. */
  readonly example: string;
  readonly counterexample: string;
}

export const furniture: readonly FurnitureRule[] = [
  {
    id: "navigation",
    tags: ["nav", "menu"],
    roles: ["navigation", "menu", "menubar", "search"],
    names: /^(?:nav|navbar|navi|navigation|topnav|subnav|leftnav|menu|submenu|dropdown|search)$/,
    example: '<div class="main-nav"><a href="/">首页</a><a href="/gk">政务公开</a></div>',
    counterexample: "<p>制定执法事项导航清单，公开办事菜单45项。</p>",
  },
  {
    id: "frame",
    tags: ["footer"],
    roles: ["banner", "contentinfo"],
    names: /^(?:footer|foot|header|masthead|copyright|toolbar|topbar|banner|sidebar)$/,
    line: /^(?:版权所有|主办单位|承办单位|网站标识码|政府网站标识码|[\u4E00-\u9FFF]ICP备|[\u4E00-\u9FFF]{0,2}公网安备).{0,120}$/,
    example: "<p>主办单位：某市应急管理局 网站标识码：1234560001</p>",
    counterexample: "<p>查处侵犯版权所有人权益案件3件，全部办结。</p>",
  },
  {
    id: "crumbs",
    names: /^(?:crumb|crumbs|breadcrumb|breadcrumbs|dqwz|weizhi|curpos)$/,
    line: /^(?:[您你])?(?:现在|当前)?(?:的)?(?:所在)?(?:的)?位置(?:是)?[:：>＞].{0,80}$/,
    example:
      '<div>您现在的位置：<a href="/">首页</a> &gt; <a href="/gk">政务公开</a> &gt; 正文</div>',
    counterexample: "<p>位置偏远的企业检查了12家，逐家建立台账。</p>",
  },
  {
    id: "share",
    names: /^(?:share|shares|bdshare|bdsharebuttonbox|jiathis|bshare|social|sharing)$/,
    line: /^(?:一键)?分享(?:到|至)?[:：]?(?:微信|微博|新浪微博|QQ空间|QQ好友|QQ|朋友圈|人人网|腾讯微博|更多)*$/,
    example: "<p>分享到： 微信 新浪微博 QQ空间</p>",
    counterexample: "<p>分享到各乡镇的执法案例共20个。</p>",
  },
  {
    id: "size",
    names: /^(?:fontsize|textsize|zihao)$/,
    line: /^[[【（(]?(?:字体|字号|文字大小|字体大小)[:：]?(?:[[【（(]?[大中小][\]】）)]?)*[\]】）)]?$/,
    example: "<span>【字体： 大 中 小】</span>",
    counterexample: "<p>字号不足的警示标牌更换38块。</p>",
  },
  {
    id: "tools",
    line: /^(?:[[【（(]?(?:打印(?:本页|本文)?|关闭(?:本页|窗口)?|收藏(?:本页)?|返回(?:顶部|列表|首页)?|纠错|我要纠错|下载|朗读|无障碍(?:浏览)?|浏览次数[:：]\d*|阅读次数[:：]\d*|点击(?:数|量|次数)?[:：]\d*)次?[\]】）)]?)+$/,
    example: "<div><a>打印本页</a> <a>关闭窗口</a></div>",
    counterexample: "<p>关闭矿山3座，收藏文物点检查12处。</p>",
  },
  {
    id: "neighbours",
    line: /^[上下]一?(?:篇|条|页|则)(?:[:：].{0,80}|没有了)?$/,
    example: '<p>上一篇：<a href="1.html">某县开展检查</a></p>',
    counterexample: "<p>下一条整治线路排查企业90家。</p>",
  },
  {
    id: "neighbours",
    line: /^[上下]一(?:篇|条|页|则).{0,80}$/,
    links: "line",
    example: '<p><a href="1.html">下一篇 某县开展检查</a></p>',
    counterexample: "<p>把上一年度的整改做到位，下一步检查90家。</p>",
  },
  {
    id: "related",
    names: /^(?:related|relate|relative|recommend|recommended|xgxx|xgwd|xglj|xgxw|hot)$/,
    line: /^(?:相关(?:链接|稿件|新闻|阅读|信息|文章|文档|解读|报道|内容)|延伸阅读|推荐阅读|热点(?:新闻|推荐|信息)|最新(?:动态|信息))[:：]?(?:更多)?$/,
    links: "list",
    example: '<h3>相关链接</h3><ul><li><a href="2.html">某县通报检查结果</a></li></ul>',
    counterexample: "<p>相关信息公开后，受理申请15件。</p>",
  },
  {
    id: "attachments",
    names: /^(?:attachment|attachments|fujian|fjxz|annex)$/,
    line: /^(?:相关)?附件(?:下载|列表)?[\d０-９一二三四五六七八九十]*[:：.．、]?.{0,120}$/,
    links: "line",
    example: '<p>附件：<a href="a.xlsx">行政处罚统计表.xlsx</a></p>',
    counterexample: "<p>附件：行政处罚案件统计表共列案件12件</p>",
  },
  {
    id: "sitemap",
    names: /^(?:sitemap|friendlink|friendlinks|yqlj)$/,
    line: /^(?:网站地图|站点地图|友情链接|联系我们|关于我们|设为首页|加入收藏|隐私声明|网站声明|使用帮助)(?:[|｜·]?(?:网站地图|站点地图|友情链接|联系我们|关于我们|设为首页|加入收藏|隐私声明|网站声明|使用帮助))*$/,
    example: '<div><a href="/map">网站地图</a> | <a href="/us">联系我们</a></div>',
    counterexample: "<p>编制风险网站地图一张，标注企业300家。</p>",
  },
  {
    id: "code",
    names: /^(?:qrcode|ewm|erweima|weixin|wechat)$/,
    line: /^(?:微信)?(?:扫一扫|扫码|扫描(?:下方|上方)?二维码)[^\d]{0,30}$/,
    example: "<p>扫一扫在手机打开当前页</p>",
    counterexample: "<p>推行扫码检查1200家次，扫一扫即知风险。</p>",
  },
  {
    id: "editor",
    line: /^[[【（(]?(?:(?:责任编辑|责编|编辑|校对|初审|复审|终审|审核|审稿|录入|信息员|作者)[:：][^\d。，；：:]{0,12})+[\]】）)]?$/,
    example: "<p>（责任编辑：张三）</p>",
    counterexample: "<p>审核：执法案卷120件，评查120件。</p>",
  },
  {
    id: "cookies",
    names: /^(?:cookie|cookies|consent|gdpr|cookiebar)$/,
    line: /^(?=.*(?:同意|接受|体验|accept|agree|consent))[^。]{0,60}cookie.{0,160}$/i,
    example: "<p>本网站使用Cookie，继续浏览即表示同意。</p>",
    counterexample: "<p>查处违规使用Cookie收集个人信息的网站12家。</p>",
  },
];

/** The words of an element's class and id. */
function namesOf(element: Element): string[] {
  return `${attribute(element, "class")} ${attribute(element, "id")}`
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[\s_-]+/)
    .filter((name) => name !== "");
}

/** The head of an article, which is no head of a page. */
const own = /^(?:article|detail|news|content|title|post)$/;

/** The rule by which an element is no part of the article; null for none. */
export function furnitureOf(element: Element): FurnitureId | null {
  const role = attribute(element, "role");
  const names = namesOf(element);
  if (names.includes("header") && names.some((name) => own.test(name))) return null;
  const rule = furniture.find(
    (one) =>
      one.tags?.includes(element.tagName) ||
      one.roles?.includes(role) ||
      (one.names !== undefined && names.some((name) => one.names?.test(name))),
  );
  return rule?.id ?? null;
}

/** Whether an element is not shown, by what it says itself. */
export function isHidden(element: Element): boolean {
  return (
    has(element, "hidden") ||
    attribute(element, "aria-hidden") === "true" ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, "style"))
  );
}
