/** Control characters, which are no text in any encoding, and surrogates that stand alone. */
const CONTROLS = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
/** Nothing else is one of them; surrogates in pairs are none. Without /u it is read at full speed. */
// oxlint-disable-next-line no-control-regex
const MAYBE_CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]/;

/**
 * The text without control characters. Those from 128 to 159 are left over from windows-1252 that
 * was taken for Latin-1: typographic quotes and dashes.
 */
export function withoutControls(text: string): string {
  if (!MAYBE_CONTROL.test(text)) return text;
  return text.replace(CONTROLS, (control) => {
    const code = control.charCodeAt(0);
    return code >= 0x80 && code <= 0x9f ? characterOf(code).replace(CONTROLS, '') : '';
  });
}

/** The character of a numeric reference; those from 128 to 159 are meant as windows-1252. */
export function characterOf(code: number): string {
  if (code >= 128 && code <= 159) {
    return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
  }
  return code === 0 || code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code);
}
