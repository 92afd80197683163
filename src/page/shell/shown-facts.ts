/** Every fact that the page's numbers were computed from, in order of appearance. */
export function shownFacts(root: Element): string[] {
  const ids = [...root.querySelectorAll("[data-fact]")].flatMap((element) =>
    (element.getAttribute("data-fact") ?? "").split(" "),
  );
  return [...new Set(ids)].filter(Boolean);
}
