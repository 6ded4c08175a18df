import { expect, test } from 'vitest';
import { isPrivateHost } from '../../../main/engine/feeds/private-host.ts';

const hostOf = (host: string) => new URL(`http://${host}/`).hostname;

test.each([
  'localhost',
  'a.localhost',
  'nas.local',
  'router',
  '127.1',
  '0x7f000001',
  '0.0.0.0',
  '10.1.2.3',
  '172.31.255.255',
  '192.168.0.1',
  '169.254.169.254',
  '100.64.0.1',
  '[::1]',
  '[::]',
  '[fd00::1]',
  '[fe80::1]',
  '[::ffff:10.0.0.1]',
])('%s is of this network', (host) => {
  expect(isPrivateHost(hostOf(host))).toBe(true);
});

test.each(['example.org', 'local.example', '172.32.0.1', '8.8.8.8', '[2001:db8::1]'])(
  '%s is not',
  (host) => {
    expect(isPrivateHost(hostOf(host))).toBe(false);
  },
);
