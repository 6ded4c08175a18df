import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openZip, readEntry, type Zip } from '../../../main/engine/import/zip.ts';
import { aSink, aZip, overwritten, staged, thrownBy } from './a-sink.ts';

const CENTRAL = Buffer.from('PK\x01\x02', 'latin1');
const LOCAL = Buffer.from('PK\x03\x04', 'latin1');

/** Opens bytes as a ZIP; what is refused is in the second. */
async function opened(bytes: Uint8Array): Promise<[Zip, string[]]> {
  const { sink, refused } = aSink();
  return [await openZip(staged(bytes), sink), refused];
}

/** Writes a 32-bit number into the first entry of the directory. */
function withNumber(bytes: Buffer, at: number, value: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt32LE(value >>> 0, changed.indexOf(CENTRAL) + at);
  return changed;
}

async function readFirst(zip: Zip, mostBytes = 1_000_000): Promise<string> {
  const [entry] = zip.entries;
  if (entry === undefined) throw new Error('there is no entry');
  return Buffer.from(await entry.read(mostBytes)).toString();
}

describe('a file that is no whole ZIP is refused with its name', () => {
  test.each([
    ['nothing', ''],
    ['text', 'PK, said the editor, and went home.'],
    [
      'an end record alone that promises an entry',
      `PK\x05\x06${'\0'.repeat(6)}\x01${'\0'.repeat(11)}`,
    ],
  ])('%s', async (_, bytes) => {
    const thrown = await thrownBy(opened(Buffer.from(bytes, 'latin1')));
    expect(thrown).toMatch(/^invalid: import: cannot read saved\.zip: it/);
  });

  test('one cut in the middle', async () => {
    const whole = await aZip({ 'a.html': 'x'.repeat(5000), 'b.html': 'b' });
    const thrown = await thrownBy(opened(whole.subarray(0, whole.length / 2)));
    expect(thrown).toBe('invalid: import: cannot read saved.zip: it is cut off or no ZIP file');
  });

  test('any bytes at all, also behind a real end record', async () => {
    const whole = await aZip({ 'a.html': 'A page', 'b/c.png': 'A picture' });
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 60 }),
        fc.nat(whole.length - 1),
        async (noise, at) => {
          const damaged = Buffer.from(whole);
          damaged.set(noise.subarray(0, whole.length - at), at);
          const { sink } = aSink();
          const act = async (): Promise<void> => {
            const zip = await openZip(staged(damaged), sink);
            for (const entry of zip.entries) await readEntry(entry, 1000, sink);
            zip.close();
          };
          // Anything but a CarrelError is thrown on.
          expect(await thrownBy(act())).toMatch(/^(?:invalid: import: |nothing was thrown)/);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('an entry whose path is a trick is refused, and the others are read', () => {
  test.each([
    ['climbs out', '../../up.htm'],
    ['climbs out with backslashes', '..\\..\\up.htm'],
    ['climbs out on the way', 'a/../../p.ht'],
    ['is absolute', '/etc/passwd1'],
    ['is absolute on Windows', 'C:\\boot1.ini'],
  ])('one that %s', async (_, trick) => {
    const zip = await aZip({ placeholder1: 'bad', 'ok.html': 'good' });
    const [read, refused] = await opened(overwritten(zip, 'placeholder1', trick));
    expect(read.entries.map((entry) => entry.name)).toEqual(['ok.html']);
    expect(refused).toEqual([
      `import: cannot take “${trick.replaceAll('\\', '/')}” of saved.zip: its path leads out of the archive`,
    ]);
  });

  test('a link', async () => {
    const zip = await aZip({ link: '/etc/passwd' }, { mode: 0o120777 });
    const [read, refused] = await opened(zip);
    expect(read.entries).toEqual([]);
    expect(refused).toEqual([
      'import: cannot take “link” of saved.zip: it is a link to another file',
    ]);
  });

  test('steps that stay inside lead to where they lead', async () => {
    const zip = await aZip({ placeholder1: 'x' });
    const [read] = await opened(overwritten(zip, 'placeholder1', './a/..//b.ht'));
    expect(read.find('b.ht')?.sizeBytes).toBe(1);
  });
});

describe('a bomb is refused', () => {
  test('an entry that declares more than is taken, without unpacking any of it', async () => {
    const [zip] = await opened(await aZip({ 'bomb.html': Buffer.alloc(2_000_000) }));
    const { sink, refused, counted } = aSink();
    const [entry] = zip.entries;
    expect(entry && (await readEntry(entry, 1_000_000, sink))).toBeUndefined();
    expect(refused).toEqual(['import: cannot take “bomb.html” of saved.zip: it is over 1 MB']);
    expect(counted()).toBe(0);
  });

  test('an entry that unpacks to more than it declares, as soon as it does', async () => {
    const [zip] = await opened(withNumber(await aZip({ b: Buffer.alloc(2_000_000) }), 24, 10));
    const { sink, refused, counted } = aSink();
    const [entry] = zip.entries;
    expect(entry && (await readEntry(entry, 1_000_000, sink))).toBeUndefined();
    expect(refused[0]).toContain('it unpacks to more than');
    expect(counted()).toBeGreaterThan(10);
    expect(counted()).toBeLessThan(100_000);
  });

  test('more entries than anybody has, before any is read', async () => {
    const zip = await aZip({ a: 'a' }, { forceZip64Format: true });
    const many = Buffer.from(zip);
    const end = many.indexOf(Buffer.from('PK\x05\x06', 'latin1'));
    // A small Zip64 end record and its locator in front of the end record.
    const record = Buffer.alloc(76);
    record.write('PK\x06\x06', 0, 'latin1');
    record.writeUInt32LE(600_000, 24);
    record.writeUInt32LE(600_000, 32);
    record.write('PK\x06\x07', 56, 'latin1');
    record.writeUInt32LE(end, 64);
    const bytes = Buffer.concat([many.subarray(0, end), record, many.subarray(end)]);
    expect(await thrownBy(opened(bytes))).toBe(
      'too-large: import: cannot read saved.zip: it has over 500,000 files',
    );
  });
});

describe('an entry that cannot be read', () => {
  test('encrypted: says so', async () => {
    const bytes = await aZip({ 'a.html': 'secret' });
    bytes.writeUInt16LE(1, bytes.indexOf(CENTRAL) + 8);
    const [zip] = await opened(bytes);
    expect(await thrownBy(readFirst(zip))).toBe(
      'invalid: import: cannot take “a.html” of saved.zip: it is encrypted',
    );
  });

  test('compressed in another way: says so', async () => {
    const bytes = await aZip({ 'a.html': 'Zstandard' });
    bytes.writeUInt16LE(93, bytes.indexOf(CENTRAL) + 10);
    const [zip] = await opened(bytes);
    expect(await thrownBy(readFirst(zip))).toContain('does not read (93)');
  });

  test('shorter than it declares: damaged', async () => {
    const [zip] = await opened(withNumber(await aZip({ 'a.html': 'x'.repeat(500) }), 24, 501));
    expect(await thrownBy(readFirst(zip))).toContain('it is damaged (its end is missing)');
  });

  test('pointing outside of the file, or at no entry: damaged, and the next is read', async () => {
    const whole = await aZip({ 'a.html': 'aaa', 'b.html': 'bbb' });
    for (const offset of [0x7fff_ffff, 1]) {
      const [zip] = await opened(withNumber(whole, 42, offset));
      expect(await thrownBy(readFirst(zip))).toContain('it is damaged');
      expect(Buffer.from((await zip.find('b.html')?.read(9)) ?? []).toString()).toBe('bbb');
    }
  });

  test('of a directory damaged after the first entry: the first is taken, and it is told', async () => {
    const whole = await aZip({ 'a.html': 'aaa', 'b.html': 'bbb' });
    whole.write('XX', whole.lastIndexOf(CENTRAL), 'latin1');
    const [zip, refused] = await opened(whole);
    expect(await readFirst(zip)).toBe('aaa');
    expect(refused[0]).toMatch(/^import: cannot read the rest of saved\.zip: its list of files/);
  });
});

test('reads stored and deflated entries in any order, folders being none', async () => {
  const text = 'news '.repeat(50_000);
  const [zip, refused] = await opened(
    overwritten(await aZip({ 'a.txt': text, empty: '', 'folder#': '' }), 'folder#', 'folder/'),
  );
  expect(zip.entries.map((entry) => entry.name)).toEqual(['a.txt', 'empty']);
  expect(Buffer.from((await zip.find('empty')?.read(0)) ?? [1]).toString()).toBe('');
  expect(await readFirst(zip)).toBe(text);
  expect(await readFirst(zip)).toBe(text);
  const [stored] = await opened(await aZip({ 'a.txt': text }, { compress: false }));
  expect(await readFirst(stored)).toBe(text);
  expect(refused).toEqual([]);
});

test('reads names in UTF-8 without its flag, and in the code page of DOS', async () => {
  const zip = await aZip({ 'Übersicht.html': 'a' });
  for (const sign of [LOCAL, CENTRAL]) {
    const at = zip.indexOf(sign) + (sign === LOCAL ? 6 : 8);
    zip.writeUInt16LE(zip.readUInt16LE(at) & ~0x800, at);
  }
  const [flagless] = await opened(zip);
  expect(flagless.entries[0]?.name).toBe('Übersicht.html');
  const [dos] = await opened(overwritten(zip, '\xc3\x9c', 'M\x81'));
  expect(dos.entries[0]?.name).toBe('Mübersicht.html');
});

test('takes two entries on the same bytes as two, neither endless', async () => {
  const whole = await aZip({ 'a.html': 'aaa', 'b.html': 'bbb' });
  whole.writeUInt32LE(0, whole.lastIndexOf(CENTRAL) + 42);
  const [zip] = await opened(whole);
  expect(Buffer.from((await zip.find('b.html')?.read(9)) ?? []).toString()).toBe('aaa');
});
