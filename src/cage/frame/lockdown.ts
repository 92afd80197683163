/** Elements that load or connect by what the policy does not bind, or that make a new window. */
const refused = "iframe|frame|frameset|fencedframe|portal|object|embed|link|meta|base|script";
const refusedName = new RegExp(`^(?:.*:)?(?:${refused})$`, "i");
/** A tag begins with `<` and its name at once, in HTML and, with a prefix, in XML. */
const refusedTag = new RegExp(
  `<(?=(?:[^\\s<>/"'=]*:)?(?:${refused})\\b|!(?:doctype|entity))`,
  "gi",
);

/** Markup in which no refused element begins; anything else is as it was. */
export function harmless(markup: string): string {
  return markup.replace(refusedTag, "&lt;");
}

type Global = typeof globalThis & {
  trustedTypes?: {
    createPolicy(
      name: string,
      rules: Readonly<Record<string, (text: string) => string | null>>,
    ): unknown;
  };
};

/**
 * Takes away what a frame without network could still reach out with (docs/architecture.md): the
 * policy has no word for WebRTC and for looking up names of hosts. Before any code of a cell runs.
 */
export function lockDown(global: Global): void {
  trustMarkup(global);
  for (const name of Object.getOwnPropertyNames(global))
    if (
      /^(?:webkit)?RTC|^(?:XSLTProcessor|PaymentRequest|Notification|PresentationRequest)$/.test(
        name,
      )
    )
      Reflect.deleteProperty(global, name);
  const { Document, Element, ShadowRoot, CustomElementRegistry } = global;
  removeParsers([Document, Document.prototype, Element.prototype, ShadowRoot.prototype]);
  refuseElements(Document.prototype, "createElement", 0);
  refuseElements(Document.prototype, "createElementNS", 1);
  fix(Document.prototype, "execCommand", undefined);
  refuseBuiltIns(CustomElementRegistry.prototype);
}

/** Every way from text to markup goes through here, where the browser knows trusted types. */
function trustMarkup({ trustedTypes }: Global): void {
  trustedTypes?.createPolicy("default", {
    createHTML: harmless,
    createScript: (text) => text,
    createScriptURL: () => null,
  });
}

/** Ways from text to markup that trusted types do not see. */
function removeParsers(owners: readonly object[]): void {
  const kept = ["innerHTML", "outerHTML", "insertAdjacentHTML", "getHTML"];
  for (const owner of owners)
    for (const name of Object.getOwnPropertyNames(owner))
      if (name.includes("HTML") && !kept.includes(name)) Reflect.deleteProperty(owner, name);
}

function fix(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { value, writable: false, configurable: false });
}

/** @param place of the element's name among the arguments */
function refuseElements(
  owner: Document,
  name: "createElement" | "createElementNS",
  place: 0 | 1,
): void {
  const create = owner[name] as (...args: unknown[]) => Element;
  fix(owner, name, function (this: Document, ...args: unknown[]): Element {
    // Made a text once: an object could answer otherwise the second time.
    args[place] = String(args[place]);
    if (refusedName.test(args[place] as string))
      throw new Error(`unsupported element: ${args[place] as string}`);
    return Reflect.apply(create, this, args);
  });
}

/** `class extends HTMLIFrameElement` would be another way to one. */
function refuseBuiltIns(owner: CustomElementRegistry): void {
  const define = owner.define;
  fix(
    owner,
    "define",
    function (this: CustomElementRegistry, name: string, element: CustomElementConstructor): void {
      Reflect.apply(define, this, [name, element]);
    },
  );
}
