import type { Answer, Cell, Column, Row } from '../../api/types';
import { dimensions, keyOf, measures, nameOf } from '../../chart/model';
import { ratio, type Decimal } from '../../figure/decimal';
import { adds, percent, show } from '../../figure/format';
import { delta, type Delta } from '../../figure/delta';
import { change, figure, type Sorted } from './sorting';

export type Part = 'value' | 'share' | 'previous' | 'change' | 'trend';

export const PARTS: readonly { part: Part; words: string }[] = [
  { part: 'share', words: 'Share' },
  { part: 'previous', words: 'Previous' },
  { part: 'change', words: 'Change' },
  { part: 'trend', words: 'Trend' },
];

/** One column of figures: a measure, or what is made of it. */
export interface FigureColumn {
  readonly key: string;
  readonly part: Part;
  readonly column: Column;
  readonly at: number;
  readonly title: string;
}

/** Shares are shown where figures add up; what came before where there is a comparison. */
export function figureColumns(answer: Answer, shown: readonly string[]): FigureColumn[] {
  const compared = answer.rows.some((row) => row.previous) || answer.totals.previous !== undefined;
  return measures(answer).flatMap((column, at) => {
    const parts: Part[] = ['value', ...PARTS.map((one) => one.part).filter((part) => shown.includes(part))];
    return parts
      .filter((part) => (part !== 'share' || adds(column)) && (compared || (part !== 'previous' && part !== 'change')) && (part !== 'trend' || at === 0))
      .map((part) => ({ key: part === 'value' ? column.name : `${part}:${column.name}`, part, column, at, title: titleOf(part, column) }));
  });
}

function titleOf(part: Part, column: Column): string {
  return part === 'value' ? column.title : (PARTS.find((one) => one.part === part)?.words ?? part);
}

export function share(row: Row, answer: Answer, at: number): Decimal | null {
  const [value, total] = [figure(row.values[at]), figure(answer.totals.values[at])];
  return value && total ? ratio(value, total, 6) : null;
}

export function cellText(row: Row, answer: Answer, one: FigureColumn): string {
  const now = row.values[one.at];
  const before = row.previous?.[one.at];
  if (one.part === 'share') {
    const part = share(row, answer, one.at);
    return part ? percent(part) : '—';
  }
  if (one.part === 'previous') return show(before, one.column).text;
  if (one.part === 'change') return moved(delta(now, before, one.column));
  return show(now, one.column).text;
}

function moved({ arrow, words }: Delta): string {
  return arrow === '' ? '—' : `${arrow} ${words}`;
}

/** Tells rows apart while they are sorted and refreshed. */
export function rowKey(row: Row): string {
  return `${row.time ?? ''} ${keyOf(row)}`;
}

/** What rows are sorted by, column by column. */
export function sortedBy(answer: Answer): Sorted {
  const dims = dimensions(answer).map((one) => one.name);
  const all = figureColumns(answer, PARTS.map((one) => one.part));
  return (row, key) => {
    if (key === 'time') return row.time ?? '';
    if (dims.includes(key)) return row.groups[dims.indexOf(key)]?.name ?? '';
    const one = all.find((each) => each.key === key);
    if (!one) return null;
    if (one.part === 'previous') return figure(row.previous?.[one.at]);
    return one.part === 'change' ? change(row.values[one.at], row.previous?.[one.at]) : figure(row.values[one.at]);
  };
}

/** For a spreadsheet: exact values, ids beside names. */
export function tsv(answer: Answer, rows: readonly Row[]): string {
  const dims = dimensions(answer);
  const figures = measures(answer);
  const timed = answer.columns.some((column) => column.kind === 'time');
  const head = [...(timed ? ['time'] : []), ...dims.flatMap((one) => [one.name, `${one.name}_id`]), ...figures.map((one) => one.name), ...figures.map((one) => `${one.name}_previous`)];
  const lines = rows.map((row) => [...(timed ? [row.time ?? ''] : []), ...groupCells(row, dims.length), ...row.values.map(plain), ...figures.map((_, at) => plain(row.previous?.[at] ?? null))]);
  return [head, ...lines].map((cells) => cells.map((cell) => cell.replace(/[\t\n\r]/g, ' ')).join('\t')).join('\n');
}

function groupCells(row: Row, count: number): string[] {
  if (row.others) return [nameOf(row), '', ...Array<string>(2 * (count - 1)).fill('')];
  return row.groups.flatMap((group) => [group.name, group.id ?? '']);
}

function plain(cell: Cell): string {
  return cell === null ? '' : String(cell);
}
