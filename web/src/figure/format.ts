import { absolute, compare, decimal, round, text, times, type Decimal } from './decimal';

export type Value = string | number | null | undefined;
export type Format = 'money' | 'count' | 'percent' | 'rate' | 'plain';

/** What a measure's column says of its figures. */
export interface Shape {
  readonly unit?: string;
  readonly format?: string;
}

export interface Shown {
  /** Short, for the page. */
  readonly text: string;
  /** To the last digit, for hovering, reading out and copying. */
  readonly exact: string;
}

export const UNKNOWN: Shown = { text: '—', exact: 'unknown' };

export function show(value: Value, shape: Shape): Shown {
  if (value === null || value === undefined || value === '') return UNKNOWN;
  const number = decimal(value);
  switch (formatOf(shape)) {
    case 'money':
      return { text: money(number), exact: `${text(number)} ${shape.unit ?? 'USD'}` };
    case 'percent':
      return { text: percent(number), exact: `${text(times(number, 100n))} %` };
    case 'count':
      return { text: short(number), exact: `${grouped(text(number))}${unitText(shape)}` };
    default:
      return { text: plain(number), exact: `${text(number)}${unitText(shape)}` };
  }
}

/** A count of things that the title names needs no unit. */
function unitText({ unit }: Shape): string {
  return unit && unit !== 'count' ? ` ${unit}` : '';
}

/** Whether figures of groups and times may be summed: rates and counts of different people may not. */
export function adds(shape: Shape & { readonly name?: string }): boolean {
  return formatOf(shape) !== 'percent' && shape.format !== 'rate' && shape.name !== 'active_developers';
}

export function formatOf(shape: Shape): Format {
  if (shape.format === 'rate') return shape.unit?.startsWith('USD') ? 'money' : 'plain';
  if (shape.format) return shape.format as Format;
  if (shape.unit?.startsWith('USD')) return 'money';
  if (shape.unit === 'ratio') return 'percent';
  return 'count';
}

/** Money of any size; an amount that is not nothing never reads as nothing. */
export function money(amount: Decimal): string {
  const cent = decimal('0.01');
  const size = absolute(amount);
  if (amount.digits !== 0n && compare(size, cent) < 0) return amount.digits < 0n ? '> −$0.01' : '< $0.01';
  const body = `$${grouped(text(round(size, 2)))}`;
  return amount.digits < 0n ? `−${body}` : body;
}

/** Money where room is short: no cents from ten thousand on, three digits from a million on. */
export function brief(value: Value, shape: Shape): string {
  const shown = show(value, shape).text;
  if (formatOf(shape) !== 'money' || value === null || value === undefined || value === '') return shown;
  const amount = decimal(value);
  const size = absolute(amount);
  if (compare(size, decimal(10_000)) < 0) return shown;
  const sign = amount.digits < 0n ? '−$' : '$';
  return sign + (compare(size, decimal(1_000_000)) < 0 ? grouped(text(round(size, 0))) : short(size));
}

export function percent(share: Decimal, places = 1): string {
  const large = compare(absolute(share), decimal(10)) >= 0;
  const shown = round(times(share, 100n), large ? 0 : places);
  if (shown.digits === 0n && share.digits !== 0n) return '< 0.1 %';
  return `${minus(grouped(text(shown)))} %`;
}

const STEPS: readonly [bigint, string][] = [
  [1_000_000_000_000n, 'T'],
  [1_000_000_000n, 'G'],
  [1_000_000n, 'M'],
  [1_000n, 'k'],
];

/** Three digits and a letter: 1.24 M. Below ten thousand the count itself. */
export function short(count: Decimal): string {
  const size = absolute(count);
  const sign = count.digits < 0n ? '−' : '';
  if (compare(size, decimal(10_000)) < 0) return sign + grouped(trimmed(round(size, Math.min(size.scale, 2))));
  for (const [step, letter] of STEPS) {
    const shown = threeDigits(size, step);
    if (shown) return `${sign}${shown} ${letter}`;
  }
  return sign + grouped(text(round(size, 0)));
}

function threeDigits(size: Decimal, step: bigint): string | null {
  const places = step.toString().length - 1;
  const scaled: Decimal = { digits: size.digits, scale: size.scale + places };
  if (compare(scaled, decimal('0.9995')) < 0) return null;
  const whole = text(round(scaled, 0)).length;
  return grouped(text(round(scaled, Math.max(0, 3 - whole))));
}

function plain(number: Decimal): string {
  return minus(grouped(trimmed(round(number, Math.min(number.scale, 2)))));
}

function trimmed(number: Decimal): string {
  return text(number).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}

export function grouped(digits: string): string {
  const [whole, part] = digits.split('.');
  const spaced = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return part === undefined ? spaced : `${spaced}.${part}`;
}

function minus(number: string): string {
  return number.replace(/^-/, '−');
}
