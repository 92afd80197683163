import type { Language } from "../../domain/index.ts";
/** What a new notebook begins with: empty, or a question with its answer drawn. */
export interface Template {
  readonly name: string;
  readonly label: Readonly<Record<Language, string>>;
  readonly text: Readonly<Record<Language, string>>;
}

function front(zh: string, en: string): string {
  return `---\ntitle: ${zh}\ntitle_en: ${en}\n---\n\n`;
}

const empty = front("未命名", "Untitled");

const fines = `\`\`\`sql id=fines
SELECT * FROM facts
WHERE metric_id = 'penalty_amount' AND region_id IS NOT NULL
\`\`\`

\`\`\`chart id=fines-by-region data=fines
type: dots
title: {zh: 各地的罚没金额, en: Penalties by place}
\`\`\`
`;

export const templates: readonly Template[] = [
  {
    name: "empty",
    label: { zh: "空白笔记", en: "Empty notebook" },
    text: {
      zh: `${empty}# 未命名\n\n\`\`\`sql id=query\nSELECT *\nFROM facts\nLIMIT 10\n\`\`\`\n`,
      en: `${empty}# Untitled\n\n\`\`\`sql id=query\nSELECT *\nFROM facts\nLIMIT 10\n\`\`\`\n`,
    },
  },
  {
    name: "chart",
    label: { zh: "一条查询和一张图", en: "A query and a chart" },
    text: {
      zh: `${front("各地的罚没金额", "Penalties by place")}# 各地的罚没金额\n\n改下面的查询，按Shift+Enter运行，图会跟着变。\n\n## 分地区\n\n${fines}`,
      en: `${front("各地的罚没金额", "Penalties by place")}# Penalties by place\n\nChange the query below and press Shift+Enter: the chart follows.\n\n## By place\n\n${fines}`,
    },
  },
];
