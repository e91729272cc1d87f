import type { QualitySource } from '../../api/types';

/** How a dataset is, as an icon and in words. */
export const STATES: Record<QualitySource['state'], { icon: string; words: string; rank: number }> = {
  failing: { icon: 'alert', words: 'failing', rank: 0 },
  late: { icon: 'clock', words: 'late', rank: 1 },
  unsynced: { icon: 'empty', words: 'not collected yet', rank: 2 },
  syncing: { icon: 'sync', words: 'syncing', rank: 3 },
  fresh: { icon: 'check', words: 'fresh', rank: 4 },
  not_entitled: { icon: 'lock', words: 'not part of this plan', rank: 5 },
};
