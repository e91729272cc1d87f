import { params, type Ask } from '../../ask/ask';

export type WidgetKind = 'stat' | 'timeseries' | 'bar' | 'table';

/** The question as texts, as dashboards keep it. */
export function askTexts(ask: Ask): Record<string, string> {
  const kept = Object.entries(params(ask)).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}

/** What suits a view: one figure, bars in time, ranked bars, or the table. */
export function kindOf(chart: string): WidgetKind {
  if (chart === 'table' || chart === 'heat') return 'table';
  return chart === 'bars' ? 'bar' : 'timeseries';
}

/** A name for addresses and for outlay.yml: small letters, digits, dashes. */
export function nameFrom(title: string): string {
  const name = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name.slice(0, 60) || 'untitled';
}

const IN_FILE: Record<string, string> = { period: 'window', measures: 'measure' };

export function widgetYaml(id: string, title: string, kind: WidgetKind, ask: Ask): string {
  const fields = [['kind', kind], ['title', title], ...Object.entries(askTexts(ask)).map(([name, value]) => [IN_FILE[name] ?? name, value])];
  return [`${id}:`, ...fields.map(([name, value]) => `  ${name}: ${scalar(value)}`)].join('\n');
}

function scalar(value: string): string {
  return /^[A-Za-z][\w ./,-]*$/.test(value) ? value : JSON.stringify(value);
}
