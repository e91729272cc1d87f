import { url, type Params } from '../api/client';

/** A question in the text forms that the address, the command line, YAML and the API share. */
export interface Ask {
  measures: string[];
  by?: string[];
  where?: string;
  grain?: string;
  period: string;
  zone?: string;
  compare?: string;
  order?: string;
  limit?: number;
  as_of?: string;
}

export function params(ask: Ask): Params {
  return {
    ...ask,
    measures: ask.measures,
    by: ask.by?.length ? ask.by : undefined,
    zone: ask.zone === 'UTC' ? undefined : ask.zone,
    compare: ask.compare === 'none' ? undefined : ask.compare,
  };
}

export function askUrl(ask: Ask): string {
  return url('/ask', params(ask));
}

/** The same as a command, to be pasted into a shell. */
export function askCommand(ask: Ask): string {
  const { measures, ...rest } = params(ask);
  const options = Object.entries(rest).filter(([, value]) => value !== undefined && value !== '');
  const flags = options.map(([name, value]) => `--${name.replace('_', '-')} ${quote(String(value))}`);
  return ['outlay ask', (measures as string[]).join(','), ...flags].join(' ');
}

export function askCurl(ask: Ask, origin: string): string {
  return `curl ${quote(origin + askUrl(ask))}`;
}

function quote(text: string): string {
  return /^[\w.,:@/+-]+$/.test(text) ? text : `'${text.replace(/'/g, `'\\''`)}'`;
}
