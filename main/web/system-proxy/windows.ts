import { asProxy, noProxy, type ProxySettings } from './settings.ts';

/** Where Windows keeps each user's settings. */
export const registryKey = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Internet Settings`;

/**
 * Reads what `reg query` prints of the key: lines of a name, a type and a value, apart by four
 * spaces. `ProxyServer` is one `host:port` for everything or `http=host:port;https=host:port`.
 */
export function readRegistry(output: string): ProxySettings {
  const values = new Map<string, string>();
  for (const line of output.split(/\r?\n/)) {
    const [, name, value] = /^ {4}(\S+) {4}REG_\w+ {4}(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) values.set(name, value.trim());
  }
  if (Number(values.get('ProxyEnable')) !== 1) return noProxy;
  const bypass = split(values.get('ProxyOverride'));
  const servers = split(values.get('ProxyServer'));
  const all = servers.find((server) => !server.includes('='));
  const proxy = (kind: 'http' | 'https'): string | null => {
    const named = servers.find((server) => server.toLowerCase().startsWith(`${kind}=`));
    return asProxy(named?.slice(kind.length + 1) ?? all ?? '');
  };
  return { http: proxy('http'), https: proxy('https'), bypass };
}

function split(list: string | undefined): string[] {
  return (list ?? '').split(/[;\s]+/).filter((item) => item !== '');
}
