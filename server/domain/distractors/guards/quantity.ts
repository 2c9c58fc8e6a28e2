/**
 * Numbers with units, read so that 1 km, 1,000 m and "one thousand metres" are the same quantity and 17th and
 * 15th are not. Factors are to SI base units (BIPM, the SI brochure, 9th edition; US customary units by NIST SP 811).
 */

type Unit = { dimension: string; factor: number; offset?: number };

const define = (dimension: string, factor: number, names: string, offset?: number): [string, Unit][] =>
  names.split(" ").map((name) => [name, { dimension, factor, offset }]);

/** Case matters for symbols such as M (mega) and m (milli), so symbols stand beside the folded names. */
const UNITS = new Map<string, Unit>([
  ...define("length", 1e-9, "nm nanometer nanometre"),
  ...define("length", 1e-6, "µm μm um micrometer micrometre micron"),
  ...define("length", 1e-3, "mm millimeter millimetre"),
  ...define("length", 1e-2, "cm centimeter centimetre"),
  ...define("length", 1, "m meter metre"),
  ...define("length", 1e3, "km kilometer kilometre"),
  ...define("length", 0.0254, "in inch inche"),
  ...define("length", 0.3048, "ft foot feet"),
  ...define("length", 0.9144, "yd yard"),
  ...define("length", 1609.344, "mi mile"),
  ...define("mass", 1e-6, "mg milligram milligramme"),
  ...define("mass", 1e-3, "g gram gramme"),
  ...define("mass", 1, "kg kilogram kilogramme kilo"),
  ...define("mass", 1000, "t tonne"),
  ...define("mass", 0.45359237, "lb lbs pound"),
  ...define("mass", 0.028349523125, "oz ounce"),
  ...define("time", 1e-9, "ns nanosecond"),
  ...define("time", 1e-6, "µs μs us microsecond"),
  ...define("time", 1e-3, "ms millisecond"),
  ...define("time", 1, "s sec second"),
  ...define("time", 60, "min minute"),
  ...define("time", 3600, "h hr hour"),
  ...define("time", 86400, "d day"),
  ...define("time", 604800, "week"),
  ...define("calendar", 1, "month"),
  ...define("calendar", 12, "yr year"),
  ...define("calendar", 120, "decade"),
  ...define("calendar", 1200, "century centurie"),
  ...define("volume", 1e-6, "ml milliliter millilitre cc"),
  ...define("volume", 1e-3, "l liter litre"),
  ...define("temperature", 1, "k kelvin"),
  ...define("temperature", 1, "°c ℃ celsius centigrade degc", 273.15),
  ...define("temperature", 5 / 9, "°f ℉ fahrenheit degf", 459.67),
  ...define("angle", 1, "° degree deg"),
  ...define("angle", 180 / Math.PI, "rad radian"),
  ...define("ratio", 0.01, "% percent"),
  ...define("force", 1, "n newton"),
  ...define("energy", 1, "j joule"),
  ...define("energy", 1e3, "kj kilojoule"),
  ...define("energy", 4.184, "cal calorie"),
  ...define("energy", 4184, "kcal kilocalorie"),
  ...define("power", 1, "w watt"),
  ...define("power", 1e3, "kw kilowatt"),
  ...define("voltage", 1, "v volt"),
  ...define("current", 1, "a amp ampere"),
  ...define("resistance", 1, "ω ohm"),
  ...define("frequency", 1, "hz hertz"),
  ...define("frequency", 1e3, "khz kilohertz"),
  ...define("frequency", 1e6, "mhz megahertz"),
  ...define("frequency", 1e9, "ghz gigahertz"),
  ...define("pressure", 1, "pa pascal"),
  ...define("pressure", 1e3, "kpa kilopascal"),
  ...define("data", 1, "bit"),
  ...define("data", 8, "byte"),
  ...define("dollar", 1, "$ dollar usd"),
  ...define("euro", 1, "€ euro eur"),
  ...define("sterling", 1, "£ gbp"),
]);

const SMALL: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALES: Record<string, number> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const HALVES: Record<string, number> = { half: 0.5, third: 1 / 3, quarter: 0.25 };

/** `1,234.5` and `1.234,5` and `1 234,5` read as people write them; undefined when it is no plain number. */
export function readNumber(text: string): number | undefined {
  let digits = text.replace(/(?<=\d)[ \u00a0'](?=\d{3}(?!\d))/g, "");
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) digits = digits.replaceAll(",", "");
  else if (/^[+-]?\d{1,3}(\.\d{3}){2,}(,\d+)?$/.test(digits)) {
    digits = digits.replaceAll(".", "").replace(",", ".");
  } else if (/^[+-]?\d+,\d+$/.test(digits)) digits = digits.replace(",", ".");
  return /^[+-]?(\d+(\.\d+)?|\.\d+)(e[+-]?\d+)?$/.test(digits) ? Number(digits) : undefined;
}

/** English number words ("two hundred and five", "minus three", "one half"), or undefined. */
export function readNumberWords(list: readonly string[]): number | undefined {
  let total = 0;
  let group: number | undefined;
  let sign = 1;
  for (const [at, word] of list.entries()) {
    const small = SMALL[word];
    const scale = SCALES[word];
    const part = HALVES[word];
    if (small !== undefined) {
      if (
        group !== undefined &&
        (group % 10 !== 0 || group % 100 === 10 || small >= 10) &&
        group % 100 !== 0
      ) {
        return undefined;
      }
      group = (group ?? 0) + small;
    } else if (scale === 100) group = (group ?? 1) * 100;
    else if (scale !== undefined) {
      total += (group ?? 1) * scale;
      group = 0;
    } else if (part !== undefined && at === list.length - 1 && (group ?? 1) === 1) group = part;
    else if ((word === "minus" || word === "negative") && at === 0) sign = -1;
    else if (word === "and" && at > 0) continue;
    else if (word === "a" && list.length > 1) continue;
    else return undefined;
  }
  return group === undefined ? undefined : sign * (total + group);
}

const NUMBER = String.raw`[+-]?(?:\d[\d,.' \u00a0]*\d|\d|\.\d+)(?:e[+-]?\d+)?`;
const QUANTITY = new RegExp(
  String.raw`^([$€£])?(${NUMBER})(?:\s*(?:x|×|\*|·)\s*10\^?(-?\d+))?(?:\s*(hundred|thousand|million|billion|trillion))?\s*(.*)$`,
  "u",
);
const ABOUT = /^(?:about|around|approximately|approx\.?|roughly|nearly|circa|ca?\.|~|≈)\s*/;

type Dimensions = { value: number; dimension: string };

function readUnit(text: string, value: number): Dimensions | undefined {
  const parts = text
    .replace(/\bdegrees?\s+(celsius|fahrenheit)\b/g, "$1")
    .replace(/\s+per\s+/g, "/")
    .replace(/\s*\/\s*/g, "/")
    .replace(/\bsquare\s+(\p{L}+)/gu, "$1^2")
    .replace(/\bcubic\s+(\p{L}+)/gu, "$1^3")
    .replace(/[.]$/, "")
    .split("/");
  const dimensions: string[] = [];
  let scaled = value;
  for (const [index, part] of parts.entries()) {
    for (const piece of part.split(/[\s·*-]+/).filter(Boolean)) {
      const shape = /^(.*?)(?:\^(-?\d))?$/u.exec(piece);
      const name = shape?.[1] ?? piece;
      const power = Number(shape?.[2] ?? 1) * (index === 0 ? 1 : -1);
      const unit = UNITS.get(name) ?? UNITS.get(name.replace(/s$/, ""));
      if (!unit) return undefined;
      if (unit.offset !== undefined && parts.length === 1 && part.trim() === piece) {
        return { value: (value + unit.offset) * unit.factor, dimension: unit.dimension };
      }
      scaled *= unit.factor ** power;
      if (unit.dimension !== "ratio") dimensions.push(`${unit.dimension}^${power}`);
    }
  }
  return { value: scaled, dimension: dimensions.sort().join(" ") };
}

export type Quantity = { value: number; dimension: string };

/**
 * The quantity that a whole text states (`plain` form), in SI units with its dimension ("" for a bare number), or
 * undefined when the text is not just one quantity. A plain year is a bare number.
 */
export function readQuantity(text: string): Quantity | undefined {
  const bare = text.replace(ABOUT, "").replace(/[.!]$/, "").trim();
  const fraction = /^([+-]?\d+)\s*\/\s*(\d+)$/.exec(bare);
  if (fraction) {
    const below = Number(fraction[2]);
    return below === 0 ? undefined : { value: Number(fraction[1]) / below, dimension: "" };
  }
  const match = QUANTITY.exec(bare);
  if (match) {
    const number = readNumber((match[2] ?? "").trim());
    if (number === undefined) return undefined;
    const value = number * 10 ** Number(match[3] ?? 0) * (SCALES[match[4] ?? ""] ?? 1);
    const unit = `${match[1] ?? ""} ${match[5] ?? ""}`.trim();
    return Number.isFinite(value) ? readUnit(unit, value) : undefined;
  }
  const list = bare.split(/[\s-]+/);
  for (let split = Math.min(list.length, 8); split > 0; split--) {
    const value = readNumberWords(list.slice(0, split));
    if (value !== undefined) return readUnit(list.slice(split).join(" "), value);
  }
  return undefined;
}

/** Equal within rounding of the conversion, never within a reader's tolerance: 3.1 and 3.14 are two answers. */
export function sameQuantity(one: Quantity, other: Quantity): boolean {
  if (one.dimension !== other.dimension) return false;
  const size = Math.max(Math.abs(one.value), Math.abs(other.value));
  return Math.abs(one.value - other.value) <= size * 1e-9;
}
