/** Exact decimals: money and ratios arrive as text and never pass through a float on their way to the reader. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const FORM = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

export function decimal(value: string | number | bigint): Decimal {
  const found = FORM.exec(String(value).trim());
  if (!found) throw new Error(`Not a decimal: ${value}`);
  const [, sign, whole, part = '', exponent = '0'] = found;
  const digits = BigInt(sign + whole + part);
  const scale = part.length - Number(exponent);
  return scale >= 0 ? { digits, scale } : { digits: digits * power(-scale), scale: 0 };
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: widen(a, scale) + widen(b, scale), scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, { digits: -b.digits, scale: b.scale });
}

export function compare(a: Decimal, b: Decimal): number {
  const difference = subtract(a, b).digits;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** a ÷ b to so many places, half away from zero; null where b is zero. */
export function ratio(a: Decimal, b: Decimal, places: number): Decimal | null {
  if (b.digits === 0n) return null;
  const top = a.digits * power(b.scale + places + 1);
  const under = b.digits * power(a.scale);
  return round({ digits: top / under, scale: places + 1 }, places);
}

export function times(a: Decimal, factor: bigint): Decimal {
  return { digits: a.digits * factor, scale: a.scale };
}

/** Half away from zero. */
export function round(a: Decimal, places: number): Decimal {
  if (a.scale <= places) return { digits: widen(a, places), scale: places };
  const step = power(a.scale - places);
  const half = a.digits < 0n ? -step / 2n : step / 2n;
  return { digits: (a.digits + half) / step, scale: places };
}

export function absolute(a: Decimal): Decimal {
  return a.digits < 0n ? { digits: -a.digits, scale: a.scale } : a;
}

export function text(a: Decimal): string {
  const sign = a.digits < 0n ? '-' : '';
  const digits = absolute(a).digits.toString().padStart(a.scale + 1, '0');
  const whole = digits.slice(0, digits.length - a.scale);
  return a.scale === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-a.scale)}`;
}

/** For pixels only. */
export function pixels(value: string | number | null | undefined): number {
  return value === null || value === undefined ? 0 : Number(value);
}

export const ZERO: Decimal = { digits: 0n, scale: 0 };

function widen(a: Decimal, scale: number): bigint {
  return a.digits * power(scale - a.scale);
}

function power(of: number): bigint {
  return 10n ** BigInt(of);
}
