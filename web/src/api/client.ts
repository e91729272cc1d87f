import { exactJson } from './exact';
import { Problem } from './problem';

export const BASE = '/api/v1';

export type Params = Record<string, string | number | string[] | undefined | null>;

interface Kept {
  etag: string;
  data: unknown;
}

const kept = new Map<string, Kept>();
const KEEP = 60;

export function url(path: string, params: Params = {}): string {
  const pairs = Object.entries(params).flatMap(([name, value]) => pair(name, value));
  return BASE + path + (pairs.length ? `?${pairs.join('&')}` : '');
}

function pair(name: string, value: Params[string]): string[] {
  const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
  return text === '' ? [] : [`${name}=${encodeURIComponent(text).replace(/%2C/g, ',')}`];
}

/** An answer that did not change since it was asked last is the very same object. */
export async function get<T>(path: string, params: Params = {}, signal?: AbortSignal): Promise<T> {
  const address = url(path, params);
  const known = kept.get(address);
  const headers: Record<string, string> = known ? { 'If-None-Match': known.etag } : {};
  const answer = await send(address, { headers, signal });
  if (answer.status === 304 && known) return known.data as T;
  const data = await body<T>(answer);
  remember(address, answer.headers.get('ETag'), data);
  return data;
}

export async function change<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, content?: unknown, params: Params = {}): Promise<T> {
  const headers: Record<string, string> = content === undefined ? {} : { 'Content-Type': 'application/json' };
  const answer = await send(url(path, params), { method, headers, body: content === undefined ? undefined : JSON.stringify(content) });
  return body<T>(answer);
}

async function send(address: string, request: RequestInit): Promise<Response> {
  const answer = await fetch(address, { credentials: 'same-origin', ...request }).catch((cause) => {
    if (cause?.name === 'AbortError') throw cause;
    throw Problem.unreachable(address);
  });
  if (answer.ok || answer.status === 304) return answer;
  throw await Problem.of(answer);
}

async function body<T>(answer: Response): Promise<T> {
  if (answer.status === 204) return undefined as T;
  const type = answer.headers.get('Content-Type') ?? '';
  return (type.includes('json') ? exactJson(await answer.text()) : await answer.text()) as T;
}

function remember(address: string, etag: string | null, data: unknown): void {
  kept.delete(address);
  if (etag) kept.set(address, { etag, data });
  if (kept.size > KEEP) kept.delete(kept.keys().next().value as string);
}
