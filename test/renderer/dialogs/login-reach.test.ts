import { expect, test } from 'vitest';
import { mayHaveLogin } from '../../../renderer/dialogs/login-reach.ts';

test.each([
  ['another server', 'https://gull.example/feed', 'https://tern.example/'],
  ['another port', 'https://tern.example:8443/feed', 'https://tern.example/'],
  ['a server whose name only begins alike', 'https://tern.example.org/', 'https://tern.example/'],
  ['the same server unencrypted', 'http://tern.example/feed', 'https://tern.example/'],
  ['the same server unencrypted, no scheme typed', 'http://tern.example/feed', 'tern.example'],
  ['what is no address', 'feed', 'https://tern.example/'],
])('a login does not go to %s', (_, address, typed) => {
  expect(mayHaveLogin(address, typed)).toBe(false);
});

test.each([
  ['the address it was typed for', 'tern.example/feed', 'tern.example/feed'],
  ['another page of the server', 'https://tern.example/feed', 'https://tern.example/'],
  ['the server typed without a scheme', 'https://tern.example/feed', 'tern.example'],
  ['a server of one’s own that knows no encryption', 'http://nas:80/b', 'http://nas/a'],
  ['the same server, encrypted now', 'https://tern.example/feed', 'http://tern.example/'],
])('a login goes to %s', (_, address, typed) => {
  expect(mayHaveLogin(address, typed)).toBe(true);
});
