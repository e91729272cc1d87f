/** The filter language, the same here, in the address, on the command line and in the API. */
export type Operator = '=' | '!=' | '~' | '!~' | 'is empty' | 'is not empty';

export interface Condition {
  readonly dimension: string;
  readonly operator: Operator;
  readonly values: readonly string[];
}

/** Any of these holds; each holds when all of its conditions do. */
export type Filter = readonly (readonly Condition[])[];

export const OPERATORS: readonly { operator: Operator; words: string }[] = [
  { operator: '=', words: 'is' },
  { operator: '!=', words: 'is not' },
  { operator: '~', words: 'contains' },
  { operator: '!~', words: 'does not contain' },
  { operator: 'is empty', words: 'is empty' },
  { operator: 'is not empty', words: 'is not empty' },
];

export class NotAFilter extends Error {}

export function parse(text: string): Filter {
  const tokens = new Tokens(text);
  if (tokens.end()) return [];
  const any = [all(tokens)];
  while (tokens.word('or')) any.push(all(tokens));
  if (!tokens.end()) throw new NotAFilter(`"and" or "or" was expected before ${tokens.rest()}`);
  return any;
}

/** What an address holds may be broken by hand; then there is no filter. */
export function read(text: string): Filter {
  try {
    return parse(text);
  } catch {
    return [];
  }
}

export function print(filter: Filter): string {
  return filter
    .filter((conditions) => conditions.length > 0)
    .map((conditions) => conditions.map(printed).join(' and '))
    .join(' or ');
}

/** The filter with one more condition in each of its groups. */
export function also(filter: Filter, condition: Condition): Filter {
  const groups = filter.length === 0 ? [[]] : filter;
  return groups.map((group) => [...group.filter((one) => printed(one) !== printed(condition)), condition]);
}

export function without(filter: Filter, group: number, at: number): Filter {
  return filter
    .map((conditions, g) => (g === group ? conditions.filter((_, i) => i !== at) : conditions))
    .filter((conditions) => conditions.length > 0);
}

/** The condition that holds for one group of an answer: a group without id is the empty one. */
export function groupIs(dimension: string, id: string | null, not = false): Condition {
  if (id === null) return { dimension, operator: not ? 'is not empty' : 'is empty', values: [] };
  return { dimension, operator: not ? '!=' : '=', values: [id] };
}

export function inWords(condition: Condition, name: (value: string) => string = (value) => value): string {
  const words = OPERATORS.find((one) => one.operator === condition.operator)?.words ?? condition.operator;
  return condition.values.length === 0 ? words : `${words} ${condition.values.map(name).join(' or ')}`;
}

function printed(condition: Condition): string {
  const { dimension, operator, values } = condition;
  return values.length === 0 ? `${dimension} ${operator}` : `${dimension} ${operator} ${values.map(quoted).join(', ')}`;
}

const PLAIN = /^[^\s,"\\=!~()]+$/;
const KEYWORDS = new Set(['and', 'or', 'is', 'not', 'empty']);

function quoted(value: string): string {
  if (PLAIN.test(value) && !KEYWORDS.has(value.toLowerCase())) return value;
  return `"${value.replace(/[\\"]/g, (sign) => `\\${sign}`)}"`;
}

function all(tokens: Tokens): Condition[] {
  const conditions = [condition(tokens)];
  while (tokens.word('and')) conditions.push(condition(tokens));
  return conditions;
}

function condition(tokens: Tokens): Condition {
  const dimension = tokens.name();
  if (tokens.word('is')) {
    const not = tokens.word('not');
    if (!tokens.word('empty')) throw new NotAFilter(`"empty" was expected before ${tokens.rest()}`);
    return { dimension, operator: not ? 'is not empty' : 'is empty', values: [] };
  }
  const operator = tokens.operator();
  const values = [tokens.value()];
  while (tokens.sign(',')) values.push(tokens.value());
  return { dimension, operator, values };
}

class Tokens {
  private at = 0;
  constructor(private readonly text: string) {
    this.skip();
  }

  end(): boolean {
    return this.at >= this.text.length;
  }

  rest(): string {
    return this.end() ? 'the end' : `"${this.text.slice(this.at, this.at + 20)}"`;
  }

  word(wanted: string): boolean {
    return this.take(new RegExp(`${wanted}(?![^\\s,"=!~])`, 'iy')) !== null;
  }

  sign(wanted: string): boolean {
    return this.text[this.at] === wanted && this.move(1);
  }

  name(): string {
    const found = this.take(/[a-z_][a-z0-9_]*/iy);
    if (found === null) throw new NotAFilter(`A dimension was expected before ${this.rest()}`);
    return found;
  }

  operator(): Operator {
    const found = this.take(/!=|!~|=|~/y);
    if (found === null) throw new NotAFilter(`=, !=, ~, !~ or "is" was expected before ${this.rest()}`);
    return found as Operator;
  }

  value(): string {
    const inQuotes = this.take(/"(?:[^"\\]|\\.)*"/sy);
    if (inQuotes !== null) return inQuotes.slice(1, -1).replace(/\\(.)/gs, '$1');
    const plain = this.take(/[^\s,"\\=!~()]+/y);
    if (plain === null) throw new NotAFilter(`A value was expected before ${this.rest()}`);
    return plain;
  }

  private take(form: RegExp): string | null {
    form.lastIndex = this.at;
    const found = form.exec(this.text);
    if (found) this.move(found[0].length);
    return found ? found[0] : null;
  }

  private move(by: number): true {
    this.at += by;
    this.skip();
    return true;
  }

  private skip(): void {
    while (this.at < this.text.length && /\s/.test(this.text[this.at])) this.at++;
  }
}
