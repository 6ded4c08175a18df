import type { RawText } from './raw.ts';
import { plainText } from './text.ts';

const EMAIL = /[^\s@()<>[\]"',;:]+@[^\s@()<>[\]"',;]+\.[^\s@()<>[\]"',;.]+/;

/**
 * The names in what a feed gives as author: `jo@example.org (Jo Doe)`, `Jo Doe <jo@example.org>`,
 * `By Jo Doe, Max Roe`. RSS has one field for all authors; `Doe, Jane` is one of them, as no part
 * is a whole name. Of who gives no name, the e-mail address.
 */
export function personNames(raw: RawText): string[] {
  const text = plainText(raw).replace(/^by\s+/i, '');
  if (text === '') return [];
  const email = EMAIL.exec(text)?.[0];
  if (email !== undefined) {
    const name = nameBeside(text, email);
    return [name === '' ? email.replace(/^mailto:/i, '') : name];
  }
  const names = text.split(/\s*[,;]\s+|\s+and\s+/);
  return names.every((name) => name.includes(' ')) ? names : [text];
}

function nameBeside(text: string, email: string): string {
  return text
    .replace(email, ' ')
    .replace(/mailto:/i, ' ')
    .replace(/[()<>[\]"]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:|/-]+|[\s,;:|/-]+$/g, '');
}
