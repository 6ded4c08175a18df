import type { TemplateResult } from 'lit';
import type { Scope, Sources } from '../../contract/types.ts';
import { CommandEvent, ScopeSelectEvent } from '../app/events.ts';
import { commandsWithKeys, keyOf, type Command } from '../app/keys.ts';
import { windowEntries } from '../app/menu-entries.ts';
import { icons } from '../icons.ts';
import { titleOf, treeLines } from '../sources/places.ts';
import { words } from '../words/language.ts';

/** Something that the palette offers. */
export interface Choice {
  label: string;
  icon: TemplateResult;
  /** The key that does it too; `null` where none does. */
  key: string | null;
  /** Whether it is a place, of which there may be hundreds. */
  isPlace: boolean;
  /** What is told when it is chosen. */
  event: () => Event;
}

/**
 * What nobody looks for in a list: it is done with the list in front. And what can be done to some
 * places only, whose menus have it.
 */
const UNLISTED = new Set<Command>(['back', 'palette', 'read-on', 'place-settings', 'unsubscribe']);

/** All that can be done now, as the menus and the keys have it, and all places to go to. */
export function choicesFor(scope: Scope, sources: Sources | null): Choice[] {
  return [...commandChoices(scope, sources), ...placeChoices(sources)];
}

function commandChoices(scope: Scope, sources: Sources | null): Choice[] {
  const entries = windowEntries(scope, sources).filter((entry) => entry !== 'rule');
  const inMenus = entries.map(({ command, label, icon }) => choiceOf(command, label, icon));
  const told = new Set(entries.map(({ command }) => command));
  const byKeys = commandsWithKeys().flatMap(({ command, does }) =>
    told.has(command) || UNLISTED.has(command) ? [] : [choiceOf(command, does, icons.keys)],
  );
  return [...byKeys, ...inMenus];
}

function choiceOf(command: Command, label: string, icon: TemplateResult): Choice {
  const event = (): Event => new CommandEvent(command);
  return { label, icon, key: keyOf(command), isPlace: false, event };
}

const ALWAYS: Scope[] = [
  { kind: 'all' },
  { kind: 'unread' },
  { kind: 'bookmarks' },
  { kind: 'saved' },
  { kind: 'incomplete' },
];

function placeChoices(sources: Sources | null): Choice[] {
  const lines = sources === null ? [] : treeLines(sources, new Set());
  return [...ALWAYS, ...lines.map((line) => line.scope)].map((place) => ({
    label: words().palette.goTo(titleOf(place, sources)),
    icon: place.kind === 'folder' ? icons.folder : icons.right,
    key: null,
    isPlace: true,
    event: () => new ScopeSelectEvent(place),
  }));
}

/**
 * The choices whose label has every word that was typed, those first in which one begins a word: at
 * most so many. Accents and case do not matter.
 */
export function matching(choices: readonly Choice[], typed: string, most: number): Choice[] {
  const wanted = folded(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return choices.filter(({ isPlace }) => !isPlace).slice(0, most);
  const found = choices.flatMap((choice) => {
    const label = folded(choice.label);
    if (!wanted.every((word) => label.includes(word))) return [];
    const begun = wanted.filter((word) => ` ${label}`.includes(` ${word}`)).length;
    return [{ choice, missed: wanted.length - begun }];
  });
  return found
    .toSorted((a, b) => a.missed - b.missed)
    .slice(0, most)
    .map(({ choice }) => choice);
}

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
