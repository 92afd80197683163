import { afterEach, describe, expect, it, vi } from "vitest";
import { enhance } from "../../../src/publish/figure-page/index.ts";
import { open } from "../../evidence/marks/uses.ts";
import { page } from "./world.ts";

function start(address?: string, html = page) {
  const { window } = open(html, address);
  const { document } = window;
  const said: unknown[] = [];
  const host = { postMessage: (data: unknown) => said.push(data) };
  Object.defineProperty(window, "parent", { value: host });
  enhance(window as unknown as Window);
  const find = (selector: string) => document.querySelector<HTMLElement>(selector) as HTMLElement;
  const click = (target: string | Element) => {
    const event = new window.MouseEvent("click", { bubbles: true, cancelable: true });
    (typeof target === "string" ? find(target) : target).dispatchEvent(event);
    return event;
  };
  const key = (name: string) =>
    document.activeElement?.dispatchEvent(
      new window.KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }),
    );
  const hear = (data: unknown, source: unknown = host) => {
    const event = new window.MessageEvent("message", { data });
    Object.defineProperty(event, "source", { value: source });
    window.dispatchEvent(event);
  };
  return { window, document, said, find, click, key, hear };
}

afterEach(() => vi.unstubAllGlobals());

describe("the evidence of a mark", () => {
  it("opens beside it, and Escape gives the focus back", () => {
    const { document, find, click, key } = start();
    const mark = find(".mark[data-fact='a-1']");
    mark.focus();
    click(mark);
    const panel = find("[data-panel=evidence]");
    expect(panel.querySelector("blockquote mark")?.textContent).toBe("39");
    expect(panel.getAttribute("role")).toBe("dialog");
    expect(panel.contains(document.activeElement)).toBe(true);
    expect(document.querySelectorAll("#within")).toHaveLength(1);
    key("Escape");
    expect(document.querySelector("[data-panel=evidence]")).toBeNull();
    expect(document.activeElement).toBe(mark);
  });

  it("of a derived number has the clauses of its parents", () => {
    const { find, click } = start();
    click("[href='#c-quotient']");
    const marked = [...find("[data-panel=evidence]").querySelectorAll("mark")];
    expect(marked.map(({ textContent }) => textContent)).toEqual(["39", "12"]);
  });

  it("of several numbers has the clause of each", () => {
    const { find, click } = start();
    find(".mark[data-fact='a-1']").setAttribute("data-clauses", "c-a-1 c-a-2 c-unknown");
    click(".mark[data-fact='a-1']");
    const marked = [...find("[data-panel=evidence]").querySelectorAll("mark")];
    expect(marked.map(({ textContent }) => textContent)).toEqual(["39", "12"]);
  });

  it("of several numbers that its figures name has the clause of each", () => {
    const { find, click } = start();
    find(".mark[data-fact='a-1']").setAttribute("data-fact", "a-1 a-2");
    click(".mark[data-fact='a-1 a-2']");
    const marked = [...find("[data-panel=evidence]").querySelectorAll("mark")];
    expect(marked.map(({ textContent }) => textContent)).toEqual(["39", "12"]);
  });

  it("is no panel over its own list, where a link leads on", () => {
    const { document, click } = start();
    click(".clauses a");
    expect(document.querySelector("[data-panel=evidence]")).toBeNull();
  });

  it("opens from the table too, one at a time", () => {
    const { document, click } = start();
    click(".mark[data-fact='a-2']");
    click("td a");
    expect(document.querySelectorAll("[data-panel=evidence]")).toHaveLength(1);
  });

  it("is left to the browser where the page has no such clause", () => {
    const { document, find, click } = start();
    const mark = find(".mark[data-fact='a-1']");
    mark.setAttribute("href", "#c-unknown");
    expect(click(mark).defaultPrevented).toBe(false);
    expect(document.querySelector("[data-panel=evidence]")).toBeNull();
  });
});

describe("theme, table and language", () => {
  it("come from the address and go to the other language", () => {
    const { document, find } = start("https://host.example/embed/fines/?theme=dark&view=table");
    expect(document.documentElement.dataset["theme"]).toBe("dark");
    expect(find("details.rows").hasAttribute("open")).toBe(true);
    const link = find("[data-action=language]");
    link.addEventListener("click", (event) => event.preventDefault());
    link.click();
    expect(link.getAttribute("href")).toBe("en/index.html?theme=dark&view=table");
    find("details.rows").removeAttribute("open");
    link.click();
    expect(link.getAttribute("href")).toBe("en/index.html?theme=dark");
  });

  it("an unknown theme is the reader's own", () => {
    const { document } = start("https://host.example/embed/fines/?theme=red&view=x");
    expect(document.documentElement.dataset["theme"]).toBeUndefined();
  });
});

describe("the host", () => {
  it("is told the height at once, and again when it asks", () => {
    const { said, hear } = start();
    expect(said).toHaveLength(3);
    expect(said[0]).toMatchObject({ type: "fadu:height", version: 1, figure: "fines" });
    hear({ type: "fadu:height?", version: 1 });
    expect(said).toHaveLength(6);
  });

  it("sets the theme; any other window does not", () => {
    const { document, hear, window } = start();
    const theme = { type: "fadu:theme", version: 1, theme: "dark" };
    for (const source of [null, window, {}]) hear(theme, source);
    expect(document.documentElement.dataset["theme"]).toBeUndefined();
    hear(theme);
    expect(document.documentElement.dataset["theme"]).toBe("dark");
    hear({ ...theme, theme: "auto" });
    expect(document.documentElement.dataset["theme"]).toBeUndefined();
  });
});

describe("a page that is not as it should be", () => {
  it("is left as it was, part by part", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { document } = start(undefined, "<!doctype html><html><body><p>figure</p></body></html>");
    expect(document.querySelector("p")?.textContent).toBe("figure");
    expect(document.documentElement.dataset["frame"]).toBe("live");
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it("says a fault of one part on the console, and goes on with the next", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { window } = open(page);
    const refuse = () => {
      throw new Error("refused");
    };
    Object.defineProperty(window, "parent", { value: { postMessage: refuse } });
    Object.defineProperty(window.document.head, "append", { value: refuse });
    enhance(window as unknown as Window);
    expect(warn).toHaveBeenCalledTimes(2);
    expect(window.document.querySelectorAll("[tabindex='0']")).toHaveLength(1);
    warn.mockRestore();
  });
});
