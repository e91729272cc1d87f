import { absolute, compare, decimal, ratio, subtract, ZERO } from './decimal';
import { formatOf, percent, type Shape, type Value } from './format';

export interface Delta {
  readonly arrow: '↑' | '↓' | '=' | '+' | '';
  /** "12.3 % more" */
  readonly words: string;
}

/** How a figure moved, as an arrow and in words; whether that is good is the reader's to say. */
export function delta(now: Value, before: Value, shape: Shape): Delta {
  if (now === null || now === undefined || before === null || before === undefined) {
    return { arrow: '', words: 'nothing to compare with' };
  }
  const a = decimal(now);
  const b = decimal(before);
  const order = compare(a, b);
  if (order === 0) return { arrow: '=', words: 'no change' };
  if (b.digits === 0n) return { arrow: '+', words: 'new' };
  const arrow = order > 0 ? '↑' : '↓';
  if (formatOf(shape) === 'percent') return { arrow, words: points(now, before) };
  const share = ratio(absolute(subtract(a, b)), absolute(b), 6) ?? ZERO;
  return { arrow, words: `${percent(share)} ${order > 0 ? 'more' : 'less'}` };
}

function points(now: Value, before: Value): string {
  const difference = subtract(decimal(now as string), decimal(before as string));
  const size = percent(absolute(difference)).replace(' %', '');
  return `${size} points ${difference.digits > 0n ? 'more' : 'less'}`;
}
