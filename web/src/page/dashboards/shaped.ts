import type { Answer } from '../../api/types';

/** The answer with a widget's own way of writing its figures. */
export function shaped(answer: Answer, format: string | undefined): Answer {
  if (!format) return answer;
  return { ...answer, columns: answer.columns.map((column) => (column.kind === 'measure' ? { ...column, format } : column)) };
}
