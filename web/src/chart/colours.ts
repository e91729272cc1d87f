/** A colour belongs to an entity and stays with it on every page. */
export const COLOURS = 8;

/**
 * Slots for the names of one dimension: each takes the one its letters give, or the next that is free in
 * this round of eight. A new name moves few of the others.
 */
export function slots(names: readonly string[]): Map<string, number> {
  const bound = new Map<string, number>();
  let free = fresh();
  for (const name of [...new Set(names)].sort()) {
    if (free.size === 0) free = fresh();
    const slot = nextFree(free, hash(name) % COLOURS);
    free.delete(slot);
    bound.set(name, slot);
  }
  return bound;
}

/** Two series of one chart never share a colour while there are colours left: the later one gives way. */
export function apart(wanted: readonly number[]): number[] {
  let free = fresh();
  return wanted.map((slot) => {
    if (free.size === 0) free = fresh();
    const taken = nextFree(free, slot);
    free.delete(taken);
    return taken;
  });
}

export function hash(name: string): number {
  let sum = 2166136261;
  for (let at = 0; at < name.length; at++) sum = Math.imul(sum ^ name.charCodeAt(at), 16777619) >>> 0;
  return (sum ^ (sum >>> 13)) >>> 0;
}

function fresh(): Set<number> {
  return new Set(Array.from({ length: COLOURS }, (_, slot) => slot));
}

function nextFree(free: ReadonlySet<number>, from: number): number {
  for (let step = 0; step < COLOURS; step++) {
    const slot = (from + step) % COLOURS;
    if (free.has(slot)) return slot;
  }
  return from;
}
