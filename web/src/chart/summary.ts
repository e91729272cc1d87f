import type { Answer } from '../api/types';
import { periodInWords, fixed } from '../ask/period';
import { decimal, compare, ratio } from '../figure/decimal';
import { delta } from '../figure/delta';
import { adds, percent, show } from '../figure/format';
import type { ChartModel } from './model';
import { sum } from './model';
import { slotText } from './times';
import type { Grain } from '../ask/zone';

/** The chart in one sentence, for who does not see it and for who has no time. */
export function summary(answer: Answer, model: ChartModel, grain: Grain): string {
  const { column, at } = model;
  if (model.slots.length === 0) return `${column.title}: nothing in this period.`;
  const total = answer.totals.values[at];
  const parts = [`${column.title}, ${periodInWords(fixed(answer.period, model.zone))}: ${answer.totals.partial ? '≥ ' : ''}${show(total, column).text}`];
  if (answer.totals.previous) parts[0] += `, ${delta(total, answer.totals.previous[at], column).words} than before`;
  return `${[...parts, ...largest(model, total), ...highest(model, grain)].join('; ')}.`;
}

function largest(model: ChartModel, total: string | number | null): string[] {
  const first = model.series[0];
  if (model.series.length < 2 || total === null || !adds(model.column)) return [];
  const share = ratio(decimal(sum(first.values) ?? 0), decimal(total), 6);
  return share ? [`most by ${first.name} (${percent(share)})`] : [];
}

function highest(model: ChartModel, grain: Grain): string[] {
  if (model.slots.length < 2) return [];
  let best = -1;
  model.totals.forEach((value, slot) => {
    if (value !== null && (best < 0 || compare(decimal(value), decimal(model.totals[best] ?? 0)) > 0)) best = slot;
  });
  if (best < 0 || (model.series.length > 1 && !adds(model.column))) return [];
  return [`highest on ${slotText(model.slots[best], grain, model.zone)} with ${show(model.totals[best], model.column).text}`];
}
