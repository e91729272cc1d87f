import { print, read, type Condition, type Filter } from './filter';

export interface Fitting {
  readonly where: string;
  /** Dimensions that were left aside, because no asked measure is reported by them. */
  readonly dropped: readonly string[];
}

/** The part of a filter that a question can carry; what is left aside is told, never silently dropped. */
export function fitting(where: string, carries: (dimension: string) => boolean): Fitting {
  const filter = read(where);
  const dropped = [...new Set(filter.flat().map((one) => one.dimension).filter((one) => !carries(one)))];
  if (dropped.length === 0) return { where, dropped };
  return { where: print(kept(filter, (one) => !dropped.includes(one.dimension))), dropped };
}

/** A group without conditions holds always, and so does the whole. */
function kept(filter: Filter, stays: (condition: Condition) => boolean): Filter {
  const groups = filter.map((group) => group.filter(stays));
  return groups.some((group) => group.length === 0) ? [] : groups;
}
