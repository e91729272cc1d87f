/** Times as the API writes them: RFC 3339, UTC; a span is half-open. */
export type Span = { from: string; to: string };
/** A piece of a line from 0 to 100 per cent. */
export type Piece = { kind: 'covered' | 'gap'; left: number; width: number; span: Span };

/** The window that shows all of the spans; at least a day, so that a single hour is a place and not the whole line. */
export function windowOf(spans: Span[], now: string): Span {
  const least = Date.parse(now) - 864e5;
  const from = Math.min(least, ...spans.map((span) => Date.parse(span.from)));
  return { from: new Date(from).toISOString(), to: now };
}

/** Where spans lie in the window: cut at its ends, none thinner than can be seen. */
export function pieces(kind: Piece['kind'], spans: Span[], window: Span): Piece[] {
  const begin = Date.parse(window.from);
  const length = Date.parse(window.to) - begin;
  const place = (at: string) => Math.min(100, Math.max(0, ((Date.parse(at) - begin) / length) * 100));
  return spans
    .map((span) => ({ kind, span, left: place(span.from), width: place(span.to) - place(span.from) }))
    .filter((piece) => piece.width > 0)
    .map((piece) => ({ ...piece, width: Math.max(piece.width, 0.4) }));
}
