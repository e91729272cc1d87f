/** JSON whose integers may be larger than a double holds: those become text, digit for digit. */
export function exactJson(text: string): unknown {
  return JSON.parse(MAY_BE_LONG.test(text) ? text.replace(TOKEN, quoteLong) : text);
}

const MAY_BE_LONG = /\d{16}/;
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

function quoteLong(token: string): string {
  return /^-?\d{16,}$/.test(token) ? `"${token}"` : token;
}
