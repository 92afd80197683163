/** Colours as an eye sees them, for the tests of palettes. */

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/**
 * Colour vision deficiencies at severity 1.0 in linear RGB: Machado, Oliveira and Fernandes, "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009,
 * table 1 of the supplement. Grey keeps the luminance of Rec. 709.
 */
const matrices = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  grey: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
} as const satisfies Readonly<Record<string, Matrix>>;

export type Vision = keyof typeof matrices;
export const visions = Object.keys(matrices) as readonly Vision[];

function dot([a, b, c]: Triple, [x, y, z]: Triple): number {
  return a * x + b * y + c * z;
}

function times([first, second, third]: Matrix, vector: Triple): Triple {
  return [dot(first, vector), dot(second, vector), dot(third, vector)];
}

/** `#rgb` or `#rrggbb` as linear light, 0 to 1 (IEC 61966-2-1). */
function linear(hex: string): Triple {
  const digits = hex.length === 4 ? hex.replaceAll(/[\da-f]/gi, "$&$&") : hex;
  const channel = (at: number): number => {
    const value = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const toXyz: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];

/** CIE L*a*b* under D65, as the vision sees the colour. */
function labOf(hex: string, vision: Vision): Triple {
  const [r, g, b] = times(matrices[vision], linear(hex)).map((v) => Math.min(1, Math.max(0, v)));
  const [x, y, z] = times(toXyz, [r ?? 0, g ?? 0, b ?? 0]);
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [fx, fy, fz] = [f(x / 0.95047), f(y), f(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

const DEGREE = Math.PI / 180;

function hue(a: number, b: number): number {
  const angle = Math.atan2(b, a) / DEGREE;
  return a === 0 && b === 0 ? 0 : angle < 0 ? angle + 360 : angle;
}

/** CIEDE2000 with unit weights, after Sharma, Wu and Dalal, Color Res. Appl. 30(1), 2005. */
export function ciede2000([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)));
  const [x1, x2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(x1, b1), Math.hypot(x2, b2)];
  const [h1, h2] = [hue(x1, b1), hue(x2, b2)];
  const turn = h2 - h1 > 180 ? h2 - h1 - 360 : h2 - h1 < -180 ? h2 - h1 + 360 : h2 - h1;
  const deltaHue = 2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * DEGREE);
  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const sum = h1 + h2;
  const far = Math.abs(h1 - h2) > 180;
  const h = c1 * c2 === 0 ? sum : !far ? sum / 2 : sum < 360 ? sum / 2 + 180 : sum / 2 - 180;
  const cos = (degrees: number) => Math.cos(degrees * DEGREE);
  const t =
    1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.2 * cos(4 * h - 63);
  const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const sc = 1 + 0.045 * c;
  const sh = 1 + 0.015 * c * t;
  const twist = 60 * Math.exp(-(((h - 275) / 25) ** 2)) * DEGREE;
  const rt = -2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * Math.sin(twist);
  const [dl, dc, dh] = [(l2 - l1) / sl, (c2 - c1) / sc, deltaHue / sh];
  return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + rt * dc * dh);
}

/** How far two colours are apart for a vision, in CIEDE2000; about 1 is just seen. */
export function distance(a: string, b: string, vision: Vision): number {
  return ciede2000(labOf(a, vision), labOf(b, vision));
}

/** The two colours of a list that a vision tells apart least. */
export function nearest(colors: readonly string[], vision: Vision) {
  const pairs = colors.flatMap((a, i) =>
    colors.slice(i + 1).map((b) => ({ a, b, distance: distance(a, b, vision) })),
  );
  return pairs.reduce((least, pair) => (pair.distance < least.distance ? pair : least));
}

/** Contrast ratio of WCAG 2.2, 1 to 21. */
export function contrast(a: string, b: string): number {
  const luminance = (hex: string) => dot([0.2126, 0.7152, 0.0722], linear(hex));
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}
