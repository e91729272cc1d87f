/** Where to go after signing in: a page of ours, never another site. */
export function safe(to: string): string {
  const own = /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in');
  return own ? to : '/overview';
}
