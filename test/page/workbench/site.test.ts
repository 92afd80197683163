import { describe, expect, it } from "vitest";
import { createSite } from "../../../src/page/workbench/site.ts";

const notebook = (slug: string, title: string, title_en: string) => ({
  slug,
  front: { title, title_en, description: "", description_en: "", order: 0 },
  source: async () => ({ default: `# ${title}\n` }),
});
const notebooks = [notebook("home", "首页", "Home"), notebook("x", "无英文", "")];
const site = (language: "zh" | "en") =>
  createSite(new URL("https://example.org/fadu/"), notebooks, language);

describe("the notebooks of the site", () => {
  it("are called as in its list, and by their name where there are none", () => {
    expect(["home", "x", "gone"].map(site("en").titleOf)).toEqual(["Home", "无英文", "gone"]);
    expect(site("zh").titleOf("home")).toBe("首页");
  });

  it("have their pages, the first at the root", () => {
    const hrefs = (language: "zh" | "en") =>
      ["home", "x"].map((slug) => site(language).pageOf(slug).href);
    expect(hrefs("zh")).toEqual(["https://example.org/fadu/", "https://example.org/fadu/x/"]);
    expect(hrefs("en")).toEqual(["https://example.org/fadu/en/", "https://example.org/fadu/en/x/"]);
  });

  it("have texts, which others have not", async () => {
    expect(await site("en").textOf("x")).toBe("# 无英文\n");
    expect(await site("en").textOf("gone")).toBeNull();
  });

  it("stand beside the page of the reader's own, whose ids may hold any character", () => {
    expect(site("en").editPage().href).toBe("https://example.org/fadu/en/edit/");
    const page = site("zh").editPage("a&b=c");
    expect([page.pathname, page.searchParams.get("my")]).toEqual(["/fadu/edit/", "a&b=c"]);
  });
});
