import { PDFDateString } from 'unpdf/pdfjs';

/** Titles that a program gave, for want of one: of its own, or the name of the file. */
const NO_TITLE = [
  /^(?:untitled|unbenannt|sans titre|sin título|senza titolo|sem título|title|titel)\b.{0,12}$/i,
  /^(?:document|dokument|presentation|slide|page|scan|print|doc|img|image)[\s_-]*\d*$/i,
  /^(?:powerpoint[- ]pr[äe]sentation|powerpoint presentation)$/i,
  /^microsoft \w+ - /i,
  /\.(?:docx?|pdf|indd?|qxd|tex|dvi|rtf|od[tp]|pptx?|xlsx?|pages|html?|txt|pub|wpd|p65|pmd|cdr|ai|e?ps)$/i,
  /^(?:[a-z]:\\|\/|file:|https?:)/i,
];

/** Who did not write it. */
const NO_AUTHOR =
  /^(?:admin(?:istrator)?|user|owner|unknown|anonymous|author|default|windows user)$/i;

/**
 * What a PDF's metadata say of it: XMP first, which has the fields of Dublin Core, then the older
 * information dictionary (ISO 32000-1, 14.3). Total.
 * @param written as pdf.js's `getMetadata` gives it
 */
export function saidOfPdf(written: unknown): {
  title: string | null;
  authors: string[];
  publishedAt: number | null;
} {
  const info = memberOf(written, 'info');
  const xmp = memberOf(written, 'metadata');
  const titles = [fieldOf(xmp, 'dc:title'), memberOf(info, 'Title')].map(textOf);
  const creators = fieldOf(xmp, 'dc:creator');
  const named = (Array.isArray(creators) ? creators : [creators]).flatMap(namesIn);
  return {
    title: titles.find((title) => isTitle(title)) ?? null,
    authors: [...new Set(named.length > 0 ? named : namesIn(memberOf(info, 'Author')))],
    publishedAt: timeOf(memberOf(info, 'CreationDate')),
  };
}

function isTitle(title: string): boolean {
  return /\p{L}/u.test(title) && !NO_TITLE.some((pattern) => pattern.test(title));
}

/** Names in one string; a comma divides whole names, and not a family name from a first one. */
function namesIn(written: unknown): string[] {
  const parts = textOf(written).split(/\s*;\s*|\s+(?:and|und|et|y|&)\s+/);
  return parts
    .flatMap((part) => {
      const names = part.split(/\s*,\s*/);
      return names.every((name) => name.includes(' ')) ? names : [part];
    })
    .filter((name) => /\p{L}/u.test(name) && !NO_AUTHOR.test(name));
}

/** `D:20240501120000+02'00'` (ISO 32000-1, 7.9.4). */
function timeOf(written: unknown): number | null {
  const time = typeof written === 'string' ? PDFDateString.toDateObject(written)?.getTime() : NaN;
  return time === undefined || Number.isNaN(time) ? null : time;
}

/** At most 500 characters: what is longer is no title and no name. */
function textOf(written: unknown): string {
  if (typeof written !== 'string') return '';
  // oxlint-disable-next-line no-control-regex
  const text = written.replaceAll(/[\s\u0000-\u001f]+/g, ' ').trim();
  return text.length <= 500 ? text : '';
}

function memberOf(written: unknown, name: string): unknown {
  const isObject = typeof written === 'object' && written !== null;
  return isObject ? Object.entries(written).find(([key]) => key === name)?.[1] : undefined;
}

/** pdf.js gives XMP as an object with a method. */
function fieldOf(xmp: unknown, name: string): unknown {
  if (typeof xmp !== 'object' || xmp === null || !('get' in xmp)) return undefined;
  return typeof xmp.get === 'function' ? xmp.get(name) : undefined;
}
