/**
 * Whether a login that was typed for one address may go with another: to the same server only
 * (RFC 7617, 2.2), and never unencrypted where it was typed for an encrypted address.
 *
 * @param typed what the reader typed; without a scheme it is taken as `https`, as the engine does.
 */
export function mayHaveLogin(address: string, typed: string): boolean {
  if (address === typed) return true;
  const to = parse(address);
  const from = parse(typed);
  if (to === null || from === null || to.host !== from.host) return false;
  return to.protocol === 'https:' || from.protocol === 'http:';
}

function parse(address: string): URL | null {
  return URL.parse(/^[a-z][a-z\d+.-]*:\/\//iu.test(address) ? address : `https://${address}`);
}
