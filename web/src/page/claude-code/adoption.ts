/** Who was seen in which period; the periods in order, the last one the newest. */
export type Seen = { period: string; people: ReadonlySet<string> }[];
/** How a period's people compare with those before it. */
export type Turn = { period: string; active: number; fresh: number; returning: number; lapsed: number };

/**
 * For each period after the first: how many are fresh (in no earlier period), how many came back after
 * a pause, and how many of the period before are gone. What lies before the first period is not known,
 * so the first is not judged.
 */
export function turns(seen: Seen): Turn[] {
  const known = new Set<string>();
  const turns: Turn[] = [];
  seen.forEach(({ period, people }, at) => {
    const before = seen[at - 1]?.people;
    if (before) turns.push(turn(period, people, before, known));
    people.forEach((person) => known.add(person));
  });
  return turns;
}

function turn(period: string, now: ReadonlySet<string>, before: ReadonlySet<string>, known: ReadonlySet<string>): Turn {
  const fresh = [...now].filter((person) => !known.has(person)).length;
  const kept = [...now].filter((person) => before.has(person)).length;
  return { period, active: now.size, fresh, returning: now.size - fresh - kept, lapsed: before.size - kept };
}
