import { afterEach, describe, expect, test, vi } from 'vitest';
import { webServices } from '../../main/web/services.ts';
import { readGsettings } from '../../main/web/system-proxy/gnome.ts';
import { readScutil } from '../../main/web/system-proxy/mac.ts';
import { asProxy, noProxy, proxyBy } from '../../main/web/system-proxy/settings.ts';
import { readRegistry } from '../../main/web/system-proxy/windows.ts';

/** Two proxies, exceptions of every form, and one kind that Carrel does not use. */
const scutil = `<dictionary> {
  ExceptionsList : <array> {
    0 : *.local
    1 : 169.254/16
  }
  ExcludeSimpleHostnames : 1
  FTPPassive : 1
  HTTPEnable : 1
  HTTPPort : 3128
  HTTPProxy : proxy.example
  HTTPSEnable : 1
  HTTPSPort : 3129
  HTTPSProxy : fd00::1
  SOCKSEnable : 1
  SOCKSPort : 1080
  SOCKSProxy : socks.example
}
`;

/** What `reg query` prints of the key, other values among it. */
function registry(values: Record<string, string>): string {
  const key = String.raw`HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Internet Settings`;
  const lines = Object.entries(values).map(([name, value]) => {
    const type = value.startsWith('0x') ? 'REG_DWORD' : 'REG_SZ';
    return `    ${name}    ${type}    ${value}`;
  });
  return ['', key, '    User Agent    REG_SZ    Mozilla/4.0 (compatible)', ...lines, ''].join(
    '\r\n',
  );
}

const gsettings = `org.gnome.system.proxy autoconfig-url ''
org.gnome.system.proxy ignore-hosts ['localhost', '127.0.0.0/8', '::1', '*.corp.example']
org.gnome.system.proxy mode 'manual'
org.gnome.system.proxy use-same-proxy true
org.gnome.system.proxy.http enabled false
org.gnome.system.proxy.http host 'proxy.example'
org.gnome.system.proxy.http port 8080
org.gnome.system.proxy.https host 'proxy.example'
org.gnome.system.proxy.https port 8443
org.gnome.system.proxy.socks host 'socks.example'
org.gnome.system.proxy.socks port 1080
`;

describe('settings that name no proxy', () => {
  test.each(['', 'nothing of the kind', '\u0000\n : \n', '<dictionary> {\n}\n'])(
    'of any system, as %j, are none',
    (output) => {
      expect(readScutil(output)).toEqual(noProxy);
      expect(readRegistry(output)).toEqual(noProxy);
      expect(readGsettings(output)).toEqual(noProxy);
    },
  );

  test('of macOS: switched off, without a host, or without a port', () => {
    for (const broken of [
      scutil.replaceAll('Enable : 1', 'Enable : 0'),
      scutil.replace('proxy.example', '').replace('fd00::1', ''),
      scutil.replaceAll(/Port : \d+/g, 'Port : none'),
    ]) {
      expect(readScutil(broken)).toMatchObject({ http: null, https: null });
    }
  });

  test('of Windows: switched off, or of a kind that Carrel does not use', () => {
    const off = registry({ ProxyEnable: '0x0', ProxyServer: 'proxy.example:8080' });
    expect(readRegistry(off)).toEqual(noProxy);
    const socks = registry({ ProxyEnable: '0x1', ProxyServer: 'socks=socks.example:1080' });
    expect(readRegistry(socks)).toEqual(noProxy);
  });

  test('of GNOME: switched off, left to a script, or without a port', () => {
    for (const mode of ['none', 'auto']) {
      expect(readGsettings(gsettings.replace('manual', mode))).toEqual(noProxy);
    }
    const noPort = gsettings.replaceAll(/port \d+/g, 'port 0');
    expect(readGsettings(noPort)).toMatchObject({ http: null, https: null });
  });
});

describe('the settings of a system', () => {
  test('are read from macOS', () => {
    expect(readScutil(scutil)).toEqual({
      http: 'http://proxy.example:3128',
      https: 'http://[fd00::1]:3129',
      bypass: ['*.local', '169.254/16', '<local>'],
    });
  });

  test('are read from Windows: one proxy for all, or one for each', () => {
    const one = { ProxyEnable: '0x1', ProxyServer: 'proxy.example:8080' };
    expect(
      readRegistry(registry({ ...one, ProxyOverride: '*.corp.example;10.*;<local>' })),
    ).toEqual({
      http: 'http://proxy.example:8080',
      https: 'http://proxy.example:8080',
      bypass: ['*.corp.example', '10.*', '<local>'],
    });
    const ProxyServer = 'http=a.example:80;HTTPS=http://b.example:8081;socks=c.example:1080';
    expect(readRegistry(registry({ ...one, ProxyServer }))).toEqual({
      http: 'http://a.example:80',
      https: 'http://b.example:8081',
      bypass: [],
    });
  });

  test('are read from GNOME', () => {
    expect(readGsettings(gsettings)).toEqual({
      http: 'http://proxy.example:8080',
      https: 'http://proxy.example:8443',
      bypass: ['localhost', '127.0.0.0/8', '::1', '*.corp.example'],
    });
  });
});

test.each([
  ['proxy.example:8080', 'http://proxy.example:8080'],
  ['http://proxy.example', 'http://proxy.example:80'],
  ['[fd00::1]:3128', 'http://[fd00::1]:3128'],
  ['https://proxy.example:443', null],
  ['socks5://proxy.example:1080', null],
  ['proxy.example:0', null],
  ['proxy.example:99999', null],
  ['', null],
  ['two words:80', null],
])('%j is the proxy %j', (text, proxy) => {
  expect(asProxy(text)).toBe(proxy);
});

describe('an address is asked for directly', () => {
  const all = { http: 'http://proxy.example:1', https: 'http://proxy.example:2' };
  test.each([
    ['no address at all', []],
    ['http://localhost:8000/', []],
    ['http://feeds.localhost/', []],
    ['http://127.9.9.9/', []],
    ['http://[::1]:8000/', []],
    ['http://printer/', ['<local>']],
    ['http://news.example/', ['news.example']],
    ['http://NEWS.example/', ['News.Example']],
    ['http://a.b.corp.example/', ['*.corp.example']],
    ['http://corp.example/', ['.corp.example']],
    ['http://www.corp.example/', ['.corp.example']],
    ['http://10.1.2.3/', ['10.*']],
    ['http://10.1.2.3/', ['10.0.0.0/8']],
    ['http://169.254.7.7/', ['169.254/16']],
    ['http://[fd00::7]/', ['fd00::/8']],
    ['http://[fd00::7]/', ['fd00::7']],
    ['http://anything.example/', ['*']],
  ])('%s, by the rules %j', (address, bypass) => {
    expect(proxyBy({ ...all, bypass }, address)).toBeNull();
  });

  test.each([
    ['http://news.example/', ['other.example', '*.news.example', 'ews.example', '<local>']],
    ['http://newsxexample/', ['news.example']],
    ['http://11.1.2.3/', ['10.*', '10.0.0.0/8', '10.0.0.0/99', 'fd00::/8', '1.2.3.4.5/8']],
    ['http://[fe80::1]/', ['<local>', 'fd00::/8', '10.0.0.0/8', '::/999']],
    ['http://news.example/', ['(', '[', '\\', '+', '']],
  ])('but %s is not, by the rules %j', (address, bypass) => {
    expect(proxyBy({ ...all, bypass }, address)).toBe('http://proxy.example:1');
    const secure = address.replace('http:', 'https:');
    expect(proxyBy({ ...all, bypass }, secure)).toBe('http://proxy.example:2');
  });
});

describe('the browser door', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('has no proxy where the settings cannot be read, and no keychain', async () => {
    const services = webServices(() => Promise.reject(new Error('no settings')));
    expect(await services.proxyFor('https://news.example/')).toBeNull();
    expect(await services.hasKeychain()).toBe(false);
    await expect(services.seal('secret')).rejects.toThrow('there is no keychain');
  });

  test('reads the settings again after a minute', async () => {
    vi.useFakeTimers();
    let reads = 0;
    const services = webServices(() => {
      reads += 1;
      return Promise.resolve({ ...noProxy, http: `http://proxy.example:${reads}` });
    });
    const proxies = () =>
      Promise.all(['a', 'b'].map((host) => services.proxyFor(`http://${host}/`)));
    expect(await proxies()).toEqual(['http://proxy.example:1', 'http://proxy.example:1']);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(await services.proxyFor('http://a/')).toBe('http://proxy.example:1');
    await vi.advanceTimersByTimeAsync(1);
    expect(await services.proxyFor('http://a/')).toBe('http://proxy.example:2');
  });
});
