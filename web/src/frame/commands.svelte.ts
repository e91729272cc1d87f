import { address } from '../address/address.svelte';
import { PAGES } from '../address/pages';
import { get } from '../api/client';
import type { Values } from '../api/types';
import { also, groupIs, print, read } from '../ask/filter';
import { names } from '../ask/names.svelte';
import { keyboard } from './keys.svelte';

export interface Command {
  readonly title: string;
  readonly kind: string;
  readonly run: () => void;
}

const ENTITIES: readonly [string, string][] = [
  ['model', 'Model'],
  ['workspace', 'Workspace'],
  ['api_key', 'Key'],
];

let entities = $state.raw<readonly Command[]>([]);
let asked = false;

/** What fits the words, pages first. Models, workspaces and keys become a filter of the Explorer. */
export function commands(wanted: string): Command[] {
  if (!asked) void learn();
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (one: Command) => words.every((word) => `${one.title} ${one.kind}`.toLowerCase().includes(word));
  return [...pages(), ...actions(), ...(words.length > 0 ? entities : [])].filter(fits).slice(0, 40);
}

function pages(): Command[] {
  return PAGES.map((page) => ({ title: page.title, kind: 'Page', run: () => address.go(page.path) }));
}

function actions(): Command[] {
  return [...keyboard.own, ...keyboard.frame].map((one) => ({ title: sentence(one.does), kind: 'Command', run: () => one.run(one.keys) }));
}

async function learn(): Promise<void> {
  asked = true;
  const lists = await Promise.all(ENTITIES.map(([dimension, kind]) => values(dimension, kind)));
  entities = lists.flat();
}

async function values(dimension: string, kind: string): Promise<Command[]> {
  const found = await get<Values>('/values', { dimension, limit: 500 }).catch(() => ({ values: [] }));
  names.learn(dimension, found.values);
  return found.values.map(({ id, name }) => ({ title: name, kind, run: () => open(dimension, id ?? null) }));
}

function open(dimension: string, id: string | null): void {
  address.go('/explorer', { where: print(also(read(address.get('where')), groupIs(dimension, id))) });
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
