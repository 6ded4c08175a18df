/** One line of a head: of a mail, of an answer of HTTP, of a record of a web archive. */
export type Field = [name: string, value: string];

/**
 * The fields of a head, `Name: value` a line, names in lower case; what is folded over several
 * lines is joined by a space (RFC 5322, 2.2.3; RFC 9112, 5.2). Lines that are no field are passed over.
 */
export function readFields(head: string): Field[] {
  const fields: Field[] = [];
  for (const line of head.split(/\r\n|\n|\r/)) {
    const last = fields.at(-1);
    if (/^[ \t]/.test(line)) {
      if (last !== undefined) last[1] += ` ${line.trim()}`;
      continue;
    }
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name !== '' && !/\s/.test(name)) fields.push([name, line.slice(colon + 1).trim()]);
  }
  return fields.map(([name, value]) => [name, value.trim()]);
}

/** The first value of that name. */
export function fieldOf(fields: readonly Field[], name: string): string | null {
  return fields.find(([key]) => key === name)?.[1] ?? null;
}

/** A field's value before its parameters, in lower case: `text/html` of `Text/HTML; charset=utf-8`. */
export function plainValue(value: string | null): string {
  return value?.split(';')[0]?.trim().toLowerCase() ?? '';
}

/** A parameter of a field's value, without quotes (RFC 2045, 5.1). */
export function parameterOf(value: string | null, name: string): string | null {
  for (const match of (value ?? '').matchAll(
    /;\s*([^\s;="]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]*))/g,
  )) {
    if (match[1]?.toLowerCase() === name)
      return match[2]?.replace(/\\(.)/g, '$1') ?? match[3] ?? null;
  }
  return null;
}
