import type { TemplateResult } from 'lit';
import type { Scope, Sources } from '../../contract/types.ts';
import { icons } from '../icons.ts';
import { titleOf } from '../sources/places.ts';
import type { Command } from './keys.ts';

/** A line of a menu, or the rule between two groups of them. */
export type MenuEntry = { command: Command; icon: TemplateResult; label: string } | 'rule';

/** What can be done to a feed or a folder; for the places that always stand, that is little. */
export function placeEntries(scope: Scope, sources: Sources | null): MenuEntry[] {
  const markRead: MenuEntry = {
    command: 'mark-all-read',
    icon: icons.checkAll,
    label: 'Mark all read',
  };
  if (scope.kind === 'feed') {
    const title = titleOf(scope, sources);
    return [
      { command: 'refresh-here', icon: icons.refresh, label: 'Refresh this feed' },
      { command: 'travel', icon: icons.travel, label: 'Prepare it for travel…' },
      markRead,
      'rule',
      { command: 'feed-settings', icon: icons.sliders, label: 'Feed settings…' },
      { command: 'unsubscribe', icon: icons.remove, label: `Unsubscribe from ${title}…` },
    ];
  }
  if (scope.kind === 'folder') {
    return [
      { command: 'refresh-here', icon: icons.refresh, label: 'Refresh this folder' },
      { command: 'travel', icon: icons.travel, label: 'Prepare it for travel…' },
      markRead,
      'rule',
      { command: 'folder-settings', icon: icons.pencil, label: 'Rename or move…' },
      { command: 'remove-folder', icon: icons.remove, label: 'Remove the folder' },
    ];
  }
  return [markRead];
}

/** The menu of the window: the library's own entries, then those of the chosen place. */
export function windowEntries(scope: Scope, sources: Sources | null): MenuEntry[] {
  return [
    { command: 'open-files', icon: icons.file, label: 'Open files…' },
    { command: 'open-folder', icon: icons.folder, label: 'Open a folder…' },
    { command: 'travel', icon: icons.travel, label: 'Prepare for travel…' },
    { command: 'library', icon: icons.library, label: 'Library…' },
    { command: 'export-opml', icon: icons.leave, label: 'Export OPML' },
    { command: 'new-folder', icon: icons.folderAdd, label: 'New folder…' },
    'rule',
    ...placeEntries(scope, sources),
    'rule',
    { command: 'keys', icon: icons.keys, label: 'Keys' },
  ];
}
