import { noProxy, proxyAddress, type ProxySettings } from './settings.ts';

/**
 * Reads what `gsettings list-recursively org.gnome.system.proxy` prints: a schema, a key and a
 * value in GVariant's notation on each line.
 */
export function readGsettings(output: string): ProxySettings {
  const values = new Map<string, string>();
  for (const line of output.split('\n')) {
    const [, schema, key, value] = /^org\.gnome\.system\.proxy(\S*) (\S+) (.*)$/.exec(line) ?? [];
    if (value !== undefined) values.set(`${schema}.${key}`, value);
  }
  if (text(values.get('.mode')) !== 'manual') return noProxy;
  const proxy = (kind: 'http' | 'https'): string | null =>
    proxyAddress(text(values.get(`.${kind}.host`)), values.get(`.${kind}.port`));
  const bypass = [...(values.get('.ignore-hosts') ?? '').matchAll(/'([^']*)'/g)];
  return {
    http: proxy('http'),
    https: proxy('https'),
    bypass: bypass.map(([, rule = '']) => rule),
  };
}

/** A string of GVariant's notation without its quotes; no host or mode needs an escape. */
function text(value: string | undefined): string | undefined {
  return /^'([^']*)'$/.exec(value ?? '')?.[1];
}
