/** Round steps for an axis from 0: 1, 2 or 5 times a power of ten. */
export function ticks(max: number, wanted: number): number[] {
  if (!(max > 0)) return [0];
  const rough = max / Math.max(wanted, 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((part) => part * power).find((one) => one >= rough) ?? rough;
  const found: number[] = [];
  for (let n = 0; n * step < max + step * 0.999; n++) found.push(n * step);
  return found;
}

/** Every which slot has a label, so that labels of this width do not touch. */
export function labelStep(slots: number, width: number, label: number): number {
  const fit = Math.max(1, Math.floor(width / label));
  const raw = Math.ceil(slots / fit);
  return [1, 2, 3, 4, 6, 7, 12, 14, 24, 28, 48, 96].find((one) => one >= raw) ?? raw;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One path for many rectangles: a year of hours draws as fast as a week of days. */
export function rectangles(rects: readonly Rect[]): string {
  return rects.map(({ x, y, width, height }) => `M${px(x)} ${px(y)}h${px(width)}v${px(height)}h${px(-width)}z`).join('');
}

/** A line broken where values are unknown. */
export function line(points: readonly (readonly [number, number] | null)[]): string {
  let open = false;
  return points
    .map((point) => {
      const part = point ? `${open ? 'L' : 'M'}${px(point[0])} ${px(point[1])}` : '';
      open = point !== null;
      return part;
    })
    .join('');
}

/** A line in steps, level from the left to the right edge of each slot. */
export function steps(levels: readonly (readonly [number, number, number] | null)[]): string {
  return line(levels.flatMap((level) => (level ? ([[level[0], level[2]], [level[1], level[2]]] as const) : [null])));
}

function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}
