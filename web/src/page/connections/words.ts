/** How long something takes, roughly: "about 40 s", "about 10 min". */
export function took(seconds: number): string {
  if (seconds < 90) return `about ${Math.max(1, Math.round(seconds))} s`;
  return `about ${Math.round(seconds / 60)} min`;
}
