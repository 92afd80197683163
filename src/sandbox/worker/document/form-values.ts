/** The rules of the standard by which an input's text is a number, and is one that fits. */

/** A slider has a value always: the middle without one, and steps from its lower end. */
export function clampRange(input: Element, text: string | null): string {
  const [min, max] = [numberIn(input, "min") ?? 0, numberIn(input, "max") ?? 100];
  const wanted = text === null || text.trim() === "" ? NaN : Number(text);
  if (Number.isNaN(wanted))
    return String(max < min ? min : stepped(input, (min + max) / 2, min, max));
  return String(stepped(input, Math.min(Math.max(wanted, min), Math.max(min, max)), min, max));
}

function stepped(input: Element, value: number, min: number, max: number): number {
  const named = input.getAttribute("step");
  if (named === "any") return value;
  const step = Number(named) > 0 ? Number(named) : 1;
  const near = min + Math.round((value - min) / step) * step;
  const inside = near > max ? near - step : near;
  // Steps of a tenth add up to numbers with many digits.
  return Number(inside.toFixed(Math.max(decimals(step), decimals(min))));
}

function decimals(value: number): number {
  const [, digits = "", power = "0"] = /\.(\d+)?(?:e(-?\d+))?$/.exec(String(value)) ?? [];
  return Math.min(Math.max(digits.length - Number(power), 0), 20);
}

function numberIn(element: Element, name: string): number | null {
  const text = element.getAttribute(name);
  return text === null || text.trim() === "" || Number.isNaN(Number(text)) ? null : Number(text);
}

export function numberOf(input: Element, text: string): number {
  const type = input.getAttribute("type");
  if (type === "date") return Date.parse(text);
  if (type === "datetime-local") return Date.parse(`${text}Z`);
  return text.trim() === "" ? NaN : Number(text);
}

export function textOfNumber(input: Element, value: number): string {
  if (!Number.isFinite(value)) return "";
  const type = input.getAttribute("type");
  if (type === "date") return new Date(value).toISOString().slice(0, 10);
  return String(value);
}

/** Whether what an input holds fits its attributes. */
export function checkValue(input: HTMLInputElement | HTMLTextAreaElement): boolean {
  if (input.hasAttribute("data-invalid")) return false;
  const { value } = input;
  if (value === "") return !input.hasAttribute("required");
  const type = input.getAttribute("type") ?? "text";
  if (type === "number" || type === "range") return fitsNumber(input, Number(value));
  if (type === "email") return /^[^\s@]+@[^\s@]+$/.test(value);
  if (type === "url") return /^[a-z][a-z\d+.-]*:/i.test(value);
  return fitsLength(input, value) && fitsPattern(input, value);
}

function fitsNumber(input: Element, value: number): boolean {
  const [min, max] = [numberIn(input, "min"), numberIn(input, "max")];
  return !Number.isNaN(value) && !(min !== null && value < min) && !(max !== null && value > max);
}

function fitsLength(input: Element, { length }: string): boolean {
  const [least, most] = [numberIn(input, "minlength"), numberIn(input, "maxlength")];
  return !(least !== null && length < least) && !(most !== null && length > most);
}

function fitsPattern(input: Element, value: string): boolean {
  const pattern = input.getAttribute("pattern");
  if (pattern === null) return true;
  try {
    return new RegExp(`^(?:${pattern})$`, "v").test(value);
  } catch {
    return true;
  }
}
