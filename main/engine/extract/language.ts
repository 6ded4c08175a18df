import type { Direction } from '../../../contract/types.ts';
import type { PageDocument } from './dom.ts';
import { firstMeta } from './metas.ts';
import type { Metas } from './metas.ts';

const RTL_LANGUAGES = /^(?:ar|arc|ckb|dv|fa|he|iw|ks|ku-arab|nqo|prs|ps|sd|syr|ug|ur|yi)(?:-|$)/i;
const RTL_LETTERS = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/gu;

/** A language tag in its usual form (`de-AT`), or `null` where it is none. @see RFC 5646 */
export function languageTag(written: string | null | undefined): string | null {
  if (written === null || written === undefined) return null;
  const tag =
    written
      .trim()
      .replaceAll('_', '-')
      .split(/[,;\s]/)[0] ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** The language a page declares: on `<html>` or `<body>`, in its metadata, or in the old `meta`. */
export function languageOf(
  document: PageDocument,
  inMetadata: string | null,
  metas: Metas,
): string | null {
  const declared = [
    document.documentElement.getAttribute('lang') ??
      document.documentElement.getAttribute('xml:lang'),
    document.body.getAttribute('lang'),
    inMetadata,
    ...['og:locale', 'content-language', 'dc.language', 'dcterms.language', 'language'].map(
      (name) => firstMeta(metas, [name]),
    ),
  ];
  for (const one of declared) {
    const tag = languageTag(one);
    if (tag !== null) return tag;
  }
  return null;
}

/** The direction of a text: as declared, else by its letters, else by its language. */
export function directionOf(
  declared: string | null,
  language: string | null,
  text: string,
): Direction {
  const said = declared?.trim().toLowerCase();
  if (said === 'rtl' || said === 'ltr') return said;
  const sample = text.slice(0, 10_000);
  const rtlLetters = sample.match(RTL_LETTERS)?.length ?? 0;
  const ofLanguage = language !== null && RTL_LANGUAGES.test(language) ? 'rtl' : 'ltr';
  // Most texts: no such letter, and no need to count the others.
  if (rtlLetters === 0 && ofLanguage === 'ltr') return 'ltr';
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  // A short text says little, and Arabic pages quote Latin names.
  if (letters < 20) return ofLanguage;
  return rtlLetters > letters * 0.3 ? 'rtl' : 'ltr';
}
