const NAMED = new Map(
  (
    'amp& lt< gt> quot" apos\' hellip… ndash– mdash— lsquo‘ rsquo’ ldquo“ rdquo” laquo« raquo» bull• ' +
    'aacuteá eacuteé iacuteí oacuteó uacuteú ntildeñ aumlä oumlö uumlü szligß agraveà egraveè ccedilç ' +
    'acircâ ecircê icircî ocircô ucircû ograveò ugraveù atildeã otildeõ oslashø aringå aeligæ'
  )
    .split(' ')
    .map((one) => [one.slice(0, -1), one.slice(-1)] as const),
).set('nbsp', ' ');

/**
 * Resolves character references where none mean anything, because many sites escape twice: in JSON,
 * in attributes, in headings (`AT&amp;amp;T`). What is no reference stays as it is.
 */
export function decodeEntities(written: string): string {
  if (!written.includes('&')) return written;
  return written.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi,
    (whole: string, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return letterNamed(name) ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : whole;
    },
  );
}

/** `&Uuml;` is the capital of `&uuml;`; signs have only one case. */
function letterNamed(name: string): string | undefined {
  const known = NAMED.get(name.toLowerCase());
  const isCapital = name.length > 2 && /^[A-Z][a-z]/.test(name);
  return isCapital ? known?.toUpperCase() : known;
}
