/** What can be said about a key while it is being typed, before anybody is asked. */
export type Prefix = { ok: boolean; text: string } | undefined;

const ADMIN = 'sk-ant-admin';
const LEAST = ADMIN.length + 8;

export function prefix(typed: string): Prefix {
  const key = typed.trim();
  if (key === '' || ADMIN.startsWith(key)) return undefined;
  if (key.startsWith(ADMIN)) return admin(key);
  if (key.startsWith('sk-ant-api')) {
    return no('This is a key for calling models. Cost and usage are read with an Admin key, which starts with sk-ant-admin.');
  }
  if (key.startsWith('sk-ant-oat')) return no('This is an OAuth token. Paste an Admin key, which starts with sk-ant-admin.');
  return no('An Admin key starts with sk-ant-admin.');
}

function admin(key: string): Prefix {
  if (/\s/.test(key)) return no('There is a space or a line break inside the key.');
  if (key.length < LEAST) return undefined;
  return { ok: true, text: 'Looks like an Admin key. Test the connection to be sure.' };
}

function no(text: string): Prefix {
  return { ok: false, text };
}
