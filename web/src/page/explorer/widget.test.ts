import { expect, test } from 'vitest';
import { askTexts, nameFrom, widgetYaml } from './widget';

test('a view is kept as the texts of its question, without what is usual', () => {
  const ask = { measures: ['cost', 'tokens'], by: [], where: '', period: '30d', zone: 'UTC', compare: 'none', limit: 8 };
  expect(askTexts(ask)).toEqual({ measures: 'cost,tokens', period: '30d', limit: '8' });
});

test('a name for addresses is made of any title', () => {
  expect(nameFrom('Kosten für Öl & Gas, 2026!')).toBe('kosten-fu-r-o-l-gas-2026');
  expect(nameFrom('…')).toBe('untitled');
});

test('the file gets what the file calls it, quoted where needed', () => {
  const yaml = widgetYaml('w', 'Cost: now', 'timeseries', { measures: ['cost'], by: ['model'], period: '7d', grain: 'day' });
  expect(yaml).toBe('w:\n  kind: timeseries\n  title: "Cost: now"\n  measure: cost\n  by: model\n  window: "7d"\n  grain: day');
});
