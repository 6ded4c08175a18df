import { expect, test } from 'vitest';
import { dataOf } from '../../../main/engine/fetch/data-address.ts';

const textOf = (address: string) => new TextDecoder().decode(dataOf(address).bytes);

test('refuses an address without a comma', () => {
  expect(() => dataOf('data:image/png;base64')).toThrow(/no comma/);
});

test('reads base64, also percent-encoded', () => {
  expect(textOf('data:image/png;base64,aGVsbG8=')).toBe('hello');
  expect(textOf('data:image/png;base64,aGVsbG8%3D')).toBe('hello');
});

test('reads percent-encoded text, and text whose encoding is broken as it stands', () => {
  expect(textOf('data:image/svg+xml,%3Csvg%2F%3E')).toBe('<svg/>');
  expect(textOf('data:image/svg+xml;utf8,<svg width="100%"/>')).toBe('<svg width="100%"/>');
});

test('gives the type, or null where none is named', () => {
  expect(dataOf('data:image/gif;base64,R0lG').contentType).toBe('image/gif');
  expect(dataOf('data:,text').contentType).toBeNull();
});
