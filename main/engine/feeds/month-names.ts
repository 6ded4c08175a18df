/**
 * Months by name, in the languages that feeds are written in. The names are those of the Unicode
 * CLDR (https://cldr.unicode.org), which `Intl` brings; Arabic has three sets of them.
 */
const LANGUAGES = (
  'en de fr es it pt nl da sv nb nn fi is et lv lt pl cs sk hu ro hr sl sr sr-Latn bs mk bg ru uk be ' +
  'el tr az sq ca gl eu cy ga he fa hi bn mr ur ar-EG ar-SY ar-DZ ar-MA id ms vi th ka hy kk'
).split(' ');

const FORMS: Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  // Beside a day, many languages inflect the month: `мая`, `maja`.
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
];

/** First letters, for what is shortened otherwise than CLDR does: `Sept`, `Juill`, `Febr`. */
const BEGINNINGS = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fev'],
  ['mar', 'mrt'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag', 'mei'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott', 'out'],
  ['nov'],
  ['dec', 'dez', 'dic'],
];

let names: Map<string, number> | undefined;

/**
 * The month that a name means.
 * @param name as `foldedDate` leaves it
 * @returns from 0; `undefined` for what is no name of a month
 */
export function monthOf(name: string): number | undefined {
  const english = BEGINNINGS.findIndex(([beginning = '']) => name === beginning);
  if (english !== -1) return english;
  names ??= collectNames();
  // In Hebrew the word for "in" is a letter of the name.
  const known = names.get(name) ?? names.get(name.replace(/^ב/, ''));
  if (known !== undefined) return known;
  const index = BEGINNINGS.findIndex((some) =>
    some.some((beginning) => name.startsWith(beginning)),
  );
  return index === -1 ? undefined : index;
}

/** A written date in lower case, without accents, marks of direction and double spaces. */
export function foldedDate(written: string): string {
  // As nearly all are written.
  if (/^[ -~]*$/.test(written)) return written.toLowerCase().replace(/ {2,}/g, ' ').trim();
  return written
    .normalize('NFKD')
    .replace(/[\p{Mn}\u200e\u200f\u061c]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\P{Nd}0-9]/gu, (digit) => String(digitOf(digit)))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The value of a decimal digit of any script: they stand in runs of ten, from zero. */
function digitOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return value;
}

function collectNames(): Map<string, number> {
  const found = new Map<string, number | null>();
  for (const language of LANGUAGES) {
    for (const form of FORMS) {
      const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, {
        ...form,
        timeZone: 'UTC',
      });
      for (let month = 0; month < 12; month++) {
        const parts = format.formatToParts(Date.UTC(2024, month, 15));
        const written = parts.find(({ type }) => type === 'month')?.value ?? '';
        const name = foldedDate(written).replace(/\.$/, '');
        if (!/^\p{L}[\p{L}\p{M}'’.]+$/u.test(name)) continue;
        // Listopad is November in Polish and October in Croatian: such a name says nothing.
        const before = found.get(name);
        found.set(name, before === undefined || before === month ? month : null);
      }
    }
  }
  return new Map([...found].flatMap(([name, month]) => (month === null ? [] : [[name, month]])));
}
