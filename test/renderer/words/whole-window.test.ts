import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Language } from '../../../contract/languages.ts';
import type { Failure } from '../../../contract/types.ts';
import { speak } from '../../../renderer/words/speak.ts';
import { enclosure, picture } from '../article/sample.ts';
import { FakeCarrel } from '../fake-carrel.ts';
import { installFakeSpeech, voice } from '../listen/fake-speech.ts';
import { makeProvenance, noon, whole } from '../made.ts';
import { openWindow, resize, row } from '../window.ts';
import { shownIn, withWords, wordsOf } from './shown-words.ts';

const sources = import.meta.glob<string>('../../../renderer/words/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const english = wordsOf(sourceOf('en'));
const german = wordsOf(sourceOf('de'));
/** Words that only one of the two languages has; what both have tells nothing. */
const foreign: Record<Language, ReadonlySet<string>> = {
  de: new Set([...english].filter((word) => !german.has(word))),
  en: new Set([...german].filter((word) => !english.has(word))),
};

/** A failure whose own sentence, which is English, is not told from the window's words here. */
const failure: Failure = { kind: 'http', message: 'feed: 403' };

let fake: FakeCarrel;
beforeEach(async () => {
  await resize('three panes');
  fake = library();
});
afterEach(async () => {
  document.querySelector('carrel-app')?.remove();
  await speak('en');
});

describe('a window in German has no English word', () => {
  beforeEach(async () => {
    fake.current.language = 'de';
    await openWindow(fake);
    await expect.element(row('Lorem')).toBeVisible();
  });

  test('in its list and sources, and tells the document its language', async () => {
    await expect.poll(() => document.documentElement.lang).toBe('de');
    await expect.poll(() => shownIn('de')).toContain('Alle Artikel');
    nothingForeign('de');
  });

  test('in an article with pictures, files and versions', async () => {
    await row('Lorem').click();
    await expect.element(page.getByText('Text vorhanden', { exact: false })).toBeVisible();
    nothingForeign('de');
  });

  test('in an article that failed', async () => {
    await row('Ipsum').click();
    await expect.element(page.getByText('ließ sich nicht laden', { exact: false })).toBeVisible();
    await expect
      .element(page.getByText('Der Server hat die Anfrage abgelehnt.', { exact: false }).last())
      .toBeVisible();
    nothingForeign('de');
  });

  test('in the bar of listening', async () => {
    installFakeSpeech([voice('Anna', 'de-DE'), voice('Lucia', 'la')]);
    await openWindow(fake);
    await row('Lorem').click();
    await page.getByRole('button', { name: 'Mehr', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Vorlesen' }).click();
    await page.getByRole('button', { name: 'Stimme und Reihenfolge' }).click();
    await expect
      .element(page.getByText('Mit dem nächsten ungelesenen', { exact: false }))
      .toBeVisible();
    nothingForeign('de');
    window.fakeSpeech.fail('audio-busy');
    await expect.element(page.getByText('Es ist nichts zu hören', { exact: false })).toBeVisible();
    nothingForeign('de');
  });

  test('in the gallery', async () => {
    await row('Lorem').click();
    await page.getByRole('button', { name: /^Bild 1 von 3 öffnen/u }).click();
    await expect.element(page.getByRole('button', { name: 'Nächstes Bild' })).toBeVisible();
    nothingForeign('de');
  });

  test('in the settings', async () => {
    await page.getByRole('button', { name: 'Einstellungen', exact: true }).click();
    await expect.element(page.getByText('3,2 GB belegt.', { exact: false })).toBeVisible();
    nothingForeign('de');
  });

  test.each([
    ['Reise vorbereiten …', 'Welche Artikel'],
    ['Bibliothek …', 'Frei auf diesem Datenträger'],
    ['Neuer Ordner …', 'Ordner anlegen'],
    ['Tastenkürzel', 'Leertaste'],
  ])('in the dialog behind %s', async (entry, words) => {
    await page.getByRole('button', { name: 'Menü' }).click();
    await page.getByRole('menuitem', { name: entry }).click();
    await expect.element(page.getByText(words)).toBeVisible();
    nothingForeign('de');
  });

  test('where an address is to be typed, and where none was', async () => {
    await userEvent.keyboard('a');
    await page.getByRole('button', { name: 'Abonnieren' }).click();
    await expect.element(page.getByText('Geben Sie zuerst eine Adresse ein.')).toBeVisible();
    nothingForeign('de');
  });

  test('where an article came from', async () => {
    await row('Lorem').click();
    await page.getByRole('button', { name: 'Herkunft' }).click();
    await expect.element(page.getByText('Was hier ist')).toBeVisible();
    nothingForeign('de');
  });

  test('in the list with filters, a selection, a menu and what was deleted', async () => {
    await page.getByRole('button', { name: 'Sortieren und filtern', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Ungelesene' }).click();
    await expect.element(page.getByRole('button', { name: 'Aufheben: Ungelesene' })).toBeVisible();
    nothingForeign('de');
    await page.getByRole('checkbox', { name: 'Lange Texte' }).click();
    await expect.element(page.getByText('Kein solcher Artikel')).toBeVisible();
    nothingForeign('de');
    await userEvent.keyboard('{Escape}');
    await page.getByRole('button', { name: 'Filter aufheben' }).click();
    await row('Lorem').click({ modifiers: ['Control'] });
    await row('Ipsum').click({ modifiers: ['Control'] });
    await expect.element(page.getByText('2 ausgewählt')).toBeVisible();
    nothingForeign('de');
    await userEvent.keyboard('{Escape}');
    await row('Ipsum').click({ button: 'right' });
    await expect.element(page.getByRole('menuitem', { name: 'Originalseite' })).toBeVisible();
    nothingForeign('de');
    await page.getByRole('menuitem', { name: 'Löschen' }).click();
    await expect.element(page.getByText('Artikel gelöscht')).toBeVisible();
    nothingForeign('de');
  });

  test('in the settings of a feed, and where it is unsubscribed from', async () => {
    await page.getByRole('treeitem', { name: /^Tabula/u }).click();
    await page.getByRole('button', { name: 'Feed-Einstellungen' }).click();
    await expect.element(page.getByText('Letzter Versuch')).toBeVisible();
    nothingForeign('de');
    await page.getByRole('button', { name: 'Schließen' }).click();
    await page.getByRole('button', { name: 'Menü' }).click();
    await page.getByRole('menuitem', { name: '„Tabula“ abbestellen …' }).click();
    await expect.element(page.getByRole('button', { name: 'Abbestellen' })).toBeVisible();
    nothingForeign('de');
  });

  test('in a message of what was done, and of what failed', async () => {
    await page.getByRole('button', { name: 'Alle als gelesen markieren' }).click();
    await expect.element(page.getByText('2 Artikel als gelesen markiert')).toBeVisible();
    nothingForeign('de');
    fake.failNext('refresh', { kind: 'engine-down', message: 'engine: 1' });
    await userEvent.keyboard('r');
    await expect.element(page.getByText('startet seinen', { exact: false })).toBeVisible();
    nothingForeign('de');
  });
});

test('a first start in German has no English word', async () => {
  fake = new FakeCarrel();
  fake.current.language = 'de';
  await openWindow(fake);
  await expect.element(page.getByText('Ein ruhiger Platz', { exact: false })).toBeVisible();
  nothingForeign('de');
});

test('choosing a language redraws all that is shown, and leaves nothing of the other', async () => {
  await openWindow(fake);
  await row('Lorem').click();
  await expect.element(page.getByRole('group', { name: 'Table' })).toBeVisible();
  await page.getByRole('button', { name: 'Mark all read' }).click();
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  nothingForeign('en');

  await page.getByRole('combobox', { name: 'Language' }).selectOptions('Deutsch');
  await expect.element(page.getByRole('combobox', { name: 'Sprache' })).toBeVisible();
  expect(fake.current.language).toBe('de');
  await expect.element(page.getByRole('group', { name: 'Tabelle' })).toBeVisible();
  nothingForeign('de');

  await page.getByRole('combobox', { name: 'Sprache' }).selectOptions('English');
  await expect.element(page.getByRole('combobox', { name: 'Language' })).toBeVisible();
  nothingForeign('en');
});

test('what the engine says stands in English, marked as that, after what went wrong', async () => {
  fake.current.language = 'de';
  await openWindow(fake);
  fake.emit({ kind: 'problem', failure: { kind: 'disk-full', message: 'library: disk is full' } });
  const detail = page.getByText('library: disk is full');
  await expect.element(detail).toHaveAttribute('lang', 'en');
  await expect.element(detail).toBeVisible();
  await expect.element(page.getByText('Der Datenträger ist voll.', { exact: false })).toBeVisible();
});

function nothingForeign(language: Language): void {
  expect(withWords(shownIn(language), foreign[language])).toEqual([]);
}

function sourceOf(language: Language): string {
  const source = sources[`../../../renderer/words/${language}.ts`];
  if (source === undefined) throw new Error(`there is no catalogue ${language}`);
  return source;
}

/** A library whose own words are Latin, so that every other word is the window's. */
function library(): FakeCarrel {
  const made = new FakeCarrel();
  const folder = made.putFolder('Arca');
  const feed = made.addFeed({ title: 'Tabula', failure, folderId: folder.id });
  made.addFeed({ title: 'Acta', nextFetchAt: null });
  const latin = {
    language: 'la',
    source: 'Tabula',
    siteName: 'Tabula',
    authors: ['Livia'],
    excerpt: 'Dolor amet.',
    feeds: [{ id: feed.id, title: 'Tabula' }],
  };
  const captions = { caption: '', credit: '', alt: '' };
  const skipped: Failure = { kind: 'skipped', message: 'feed: 1' };
  const version = { fetchedAt: noon, textFrom: 'page', extractor: 'carrel-1' } as const;
  const { id } = made.add({
    ...latin,
    title: 'Lorem',
    html: '<p>Dolor amet.</p><table><tr><td>1</td></tr></table><pre>1</pre>',
    pictures: { of: 3, kept: 1, failed: 1 },
    pictureList: [
      picture(0, captions),
      picture(1, { ...captions, hash: null, failure }),
      picture(2, { ...captions, hash: null, failure: skipped }),
    ],
    enclosures: [enclosure(0), enclosure(1, { state: 'failed', failure })],
    versions: [
      { ...version, id: 1, madeAt: noon, wordCount: 900, shown: false },
      { ...version, id: 2, madeAt: noon, wordCount: 1, shown: true },
    ],
  });
  const provenance = makeProvenance(id);
  for (const capture of provenance.captures) capture.headers = [['etag', '1']];
  made.provenances.set(id, {
    ...provenance,
    authors: ['Livia'],
    entries: [],
    brought: { file: 'arca.csv', importedAt: noon, savedAt: noon, tags: ['mare'] },
    versions: [{ ...version, id: 1, madeAt: noon, wordCount: 900, shown: true }],
  });
  const missing = { what: 'picture', ordinal: 1, address: null, failure } as const;
  made.completenesses.set(id, { ...whole, missing: [missing, { ...missing, failure: null }] });
  made.add({ ...latin, title: 'Ipsum', text: 'failed', failure });
  made.work.running = true;
  made.work.feeds.of = 3;
  return made;
}
