import { address } from '../address/address.svelte';
import { params, type Ask } from '../ask/ask';

/** Which figure of an answer is to be explained. */
export interface Figure {
  readonly ask: Ask;
  readonly measure: string;
  readonly time?: string;
  readonly groups?: readonly (string | null)[];
}

/** Opens the sheet; what it shows is part of the address. */
export function explain(figure: Figure): void {
  address.set({ explain: printFigure(figure) });
}

export function printFigure({ ask, measure, time, groups }: Figure): string {
  const all = { ...params({ ...ask, limit: undefined, order: undefined }), measure, time, groups: groups?.map(printGroup).join(',') };
  const kept = Object.entries(all).filter(([, value]) => value !== undefined && value !== '');
  return new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString();
}

export function readFigure(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

function printGroup(id: string | null): string {
  if (id === null) return '';
  return /[,"\\]/.test(id) ? `"${id.replace(/[\\"]/g, (sign) => `\\${sign}`)}"` : id;
}
