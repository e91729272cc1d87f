/** Where one came from by zooming: each step gives back period, bar width and measures. */
export interface Step {
  readonly period: string;
  readonly grain: string;
  readonly measures: string;
}

export function readSteps(text: string): Step[] {
  return text
    .split('~')
    .filter(Boolean)
    .map((step) => {
      const [period = '', grain = '', measures = ''] = step.split('|');
      return { period, grain, measures };
    });
}

export function printSteps(steps: readonly Step[]): string {
  return steps.map(({ period, grain, measures }) => `${period}|${grain}|${measures}`).join('~');
}
