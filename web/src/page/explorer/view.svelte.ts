import { address } from '../../address/address.svelte';
import { catalogue } from '../../api/catalogue.svelte';
import { common, fit } from '../../ask/asked.svelte';
import type { Ask } from '../../ask/ask';
import { also, groupIs, print, read } from '../../ask/filter';
import { coarser, daysOf, finer, finest, suiting } from '../../ask/grain';
import { slotPeriod } from '../../ask/period';
import type { Grain } from '../../ask/zone';
import type { Series, Slot } from '../../chart/model';
import { announcer } from '../../frame/announce.svelte';
import { printSteps, readSteps, type Step } from './zoom';

export type ChartKind = 'stacked' | 'line' | 'area' | 'heat' | 'bars' | 'table';

const TOP = 8;

/** The Explorer's state, read from the address, and the ways to change it. */
class View {
  measures = $derived(address.list('measures', 'cost'));
  by = $derived(address.get('by', 'model') === 'none' ? [] : address.list('by', 'model').slice(0, 3));
  chart = $derived(address.get('chart', 'stacked') as ChartKind);
  steps = $derived(readSteps(address.get('zoom')));
  finest = $derived(this.measures.reduce<Grain>((grain, name) => coarser(grain, finest(catalogue.measure(name)?.datasets ?? (name === 'cost' ? ['cost_report'] : []))), 'minute'));
  grain = $derived(coarser((address.get('grain') || suiting(daysOf(address.get('period')))) as Grain, this.finest));
  fitted = $derived(fit(this.measures));
  open = $derived(address.get('top') === 'all');

  /** What the chart shows: the first measure over time, or hour by weekday, or by group only. */
  chartAsk = $derived<Ask>({
    ...common(),
    measures: [this.measures[0]],
    where: this.fitted.where,
    by: this.chart === 'heat' ? ['weekday', 'hour_of_day'] : this.by,
    grain: this.chart === 'heat' || this.chart === 'bars' ? undefined : this.grain,
    limit: this.chart === 'heat' || this.by.length === 0 ? undefined : this.open ? 60 : TOP,
    compare: this.chart === 'heat' ? undefined : common().compare,
  });

  /** All groups, or all times where nothing is grouped. */
  tableAsk = $derived<Ask>({
    ...common(),
    measures: this.measures,
    where: this.fitted.where,
    by: this.by,
    grain: this.by.length === 0 ? this.grain : undefined,
  });

  show(chart: ChartKind): void {
    address.set({ chart: chart === 'stacked' ? '' : chart });
  }

  group(by: readonly string[]): void {
    address.set({ by: by.length === 0 ? 'none' : by.join(','), sort: '', top: '' });
  }

  measure(names: readonly string[]): void {
    address.set({ measures: names.join(','), sort: '' });
  }

  /** Only this group, or all but it. */
  narrow(groups: readonly { id: string | null }[], exclude: boolean): void {
    const conditions = groups.map((group, at) => groupIs(this.by[at], group.id, exclude));
    const filter = read(address.get('where'));
    if (!exclude) return address.set({ where: print(conditions.reduce(also, filter)) });
    // Not this combination: any one of its parts may differ.
    const groupsOfOr = conditions.flatMap((one) => also(filter, one));
    address.set({ where: print(groupsOfOr) });
  }

  pick(slot: Slot, series: Series | undefined, exclude: boolean, zone: string): void {
    if (series?.others) address.set({ top: 'all' });
    else if (series && this.by.length > 0 && !alone(series)) this.narrow(series.groups, exclude);
    else this.into(slot, slot, zone);
  }

  /** Into a span of the chart; a single slot is shown in finer bars. */
  into(from: Slot, to: Slot, zone: string): void {
    const period = slotPeriod(from.time, to.end, zone);
    const measures = this.finer(from === to && this.grain === 'day');
    const step: Step = { period: address.get('period'), grain: address.get('grain'), measures: address.get('measures') };
    const grain = from === to ? finer(this.grain) : '';
    address.set({ period, grain: from === to && this.finest === this.grain && measures === '' ? '' : grain, measures: measures || address.get('measures'), zoom: printSteps([...this.steps, step]) });
  }

  /** Cost is reported by the day; its hours can only be estimated, and that is said. */
  private finer(day: boolean): string {
    if (!day || this.measures[0] !== 'cost') return '';
    announcer.show('Cost is reported by the day; hours are estimated from tokens and prices.');
    return ['estimated_cost', ...this.measures.slice(1)].join(',');
  }

  /** Back to how it was before so many zooms. */
  out(to: number = this.steps.length - 1): void {
    const step = this.steps[to];
    if (step) address.set({ ...step, zoom: printSteps(this.steps.slice(0, to)) });
  }
}

/** A chart of one nameless series has no segments to filter by. */
function alone(series: Series): boolean {
  return series.groups.length === 0;
}

export const view = new View();
