import { builder } from "../dom/index.ts";
import type { CompiledCell } from "../notebook/index.ts";

export function findCell(root: Element, id: string): Element | undefined {
  return [...root.querySelectorAll("[data-cell]")].find(
    (element) => element.getAttribute("data-cell") === id,
  );
}

/** The place of a cell in the page: the prerendered one, or a new one in order. */
export function container(root: Element, cell: CompiledCell): Element {
  const found = findCell(root, cell.id);
  if (found) return found;
  const element = builder(root.ownerDocument).html("div", {
    class: `cell ${cell.kind}`,
    "data-cell": cell.id,
  });
  placeIn(root, cell).append(element);
  return element;
}

/** Inputs that follow each other stand in one group. */
function placeIn(root: Element, cell: CompiledCell): Element {
  if (cell.kind !== "input") return root;
  const last = root.lastElementChild;
  if (last?.classList.contains("filters")) return last;
  const group = newGroup(root);
  root.append(group);
  return group;
}

function newGroup(root: Element): Element {
  return builder(root.ownerDocument).html("div", { class: "filters", role: "group" });
}

/** Names the place of a cell after it, where nobody else has. */
export function nameplate(element: Element, { id, kind }: CompiledCell): void {
  const isOurs = element.hasAttribute("data-cell") || !element.closest("[data-cell]");
  if (isOurs) element.setAttribute("data-cell", id);
  for (const other of ["markdown", "sql", "chart", "input", "js"])
    if (other !== kind) element.classList.remove(other);
  element.classList.add("cell", kind);
}

/** Brings children into an order; what stands right is not moved, so that it keeps its state. */
function arrangeIn(parent: Element, wanted: readonly Element[]): void {
  let cursor = parent.firstElementChild;
  const kept = new Set(wanted);
  for (const element of wanted) {
    while (cursor && !kept.has(cursor)) cursor = cursor.nextElementSibling;
    if (cursor === element) cursor = cursor.nextElementSibling;
    else parent.insertBefore(element, cursor);
  }
}

/** Brings the cells of a page into their order; keeps the focus. */
export function arrange(
  root: Element,
  places: readonly { readonly cell: CompiledCell; readonly element: Element }[],
): void {
  const { activeElement } = root.ownerDocument;
  const groups: { readonly group: Element | null; readonly members: Element[] }[] = [];
  const used = new Set<Element>();
  for (const { cell, element } of places) {
    const last = groups.at(-1);
    if (cell.kind !== "input") groups.push({ group: null, members: [element] });
    else if (last?.group) last.members.push(element);
    else {
      const parent = element.parentElement;
      const isFree = parent?.classList.contains("filters") && !used.has(parent);
      const group = isFree && parent ? parent : newGroup(root);
      used.add(group);
      groups.push({ group, members: [element] });
    }
  }
  arrangeIn(
    root,
    groups.map(({ group, members }) => group ?? (members[0] as Element)),
  );
  for (const { group, members } of groups) if (group) arrangeIn(group, members);
  for (const group of root.querySelectorAll(":scope > .filters"))
    if (group.childElementCount === 0) group.remove();
  const focused = activeElement as HTMLElement | null;
  if (focused && focused !== root.ownerDocument.activeElement && root.contains(focused))
    focused.focus({ preventScroll: true });
}
