import { noProxy, proxyAddress, type ProxySettings } from './settings.ts';

/**
 * Reads what `scutil --proxy` prints: `Key : value` lines in a dictionary, with the exceptions as
 * numbered lines of an inner array.
 */
export function readScutil(output: string): ProxySettings {
  const values = new Map<string, string>();
  const bypass: string[] = [];
  for (const line of output.split('\n')) {
    const [, key = '', value = ''] = /^\s*(\w+) : (.*?)\s*$/.exec(line) ?? [];
    if (/^\d+$/.test(key)) bypass.push(value);
    else if (key !== '') values.set(key, value);
  }
  if (values.get('ExcludeSimpleHostnames') === '1') bypass.push('<local>');
  const proxy = (kind: 'HTTP' | 'HTTPS'): string | null =>
    values.get(`${kind}Enable`) === '1'
      ? proxyAddress(values.get(`${kind}Proxy`), values.get(`${kind}Port`))
      : null;
  return { ...noProxy, http: proxy('HTTP'), https: proxy('HTTPS'), bypass };
}
