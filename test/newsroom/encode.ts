/** Encoding to the charsets that Node only decodes: the tables are read from its own decoders. */

/** Encodes text; a character the charset lacks becomes `?`. */
export function encodeAs(text: string, charset: 'windows-1251' | 'shift_jis'): Buffer {
  const table = tableOf(charset);
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 63;
    if (code < 128) bytes.push(code);
    else bytes.push(...(table.get(character) ?? [63]));
  }
  return Buffer.from(bytes);
}

const tables = new Map<string, Map<string, number[]>>();

function tableOf(charset: 'windows-1251' | 'shift_jis'): Map<string, number[]> {
  const known = tables.get(charset);
  if (known) return known;
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(charset);
  const learn = (bytes: number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes));
    // The first code wins: later ones are duplicates kept for old machines.
    if (
      !character.includes('\ufffd') &&
      Array.from(character).length === 1 &&
      !table.has(character)
    )
      table.set(character, bytes);
  };
  for (let byte = 128; byte < 256; byte++) learn([byte]);
  if (charset === 'shift_jis') {
    for (let lead = 0x81; lead <= 0xfc; lead++)
      for (let trail = 0x40; trail <= 0xfc; trail++) learn([lead, trail]);
  }
  tables.set(charset, table);
  return table;
}
