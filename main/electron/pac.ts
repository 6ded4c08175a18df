/**
 * The first proxy that Carrel can use of what `resolveProxy` answers: a list as a proxy script
 * returns it (`PROXY a.example:3128; SOCKS b.example; DIRECT`), the preferred one first.
 *
 * As `http://host:port`, or `https://host:port` for one that is spoken to over TLS; `null` where
 * the address is to be asked directly, and for whatever else the text may be.
 */
export function proxyOf(list: string): string | null {
  for (const entry of list.split(';')) {
    const [kind = '', place = '', ...more] = entry.trim().split(/\s+/);
    if (more.length > 0) continue;
    switch (kind.toUpperCase()) {
      case 'DIRECT':
        return null;
      case 'PROXY':
      case 'HTTP': {
        const proxy = proxyAt('http', place, '80');
        if (proxy !== undefined) return proxy;
        break;
      }
      case 'HTTPS': {
        const proxy = proxyAt('https', place, '443');
        if (proxy !== undefined) return proxy;
        break;
      }
    }
  }
  return null;
}

function proxyAt(scheme: 'http' | 'https', place: string, usualPort: string): string | undefined {
  const address = `${scheme}://${place}`;
  if (!/^[\w.:[\]-]+$/.test(place) || !URL.canParse(address)) return undefined;
  const { hostname, port } = new URL(address);
  return port === '0' ? undefined : `${scheme}://${hostname}:${port === '' ? usualPort : port}`;
}
