import type { TemplateResult } from 'lit';
import type { Scope, Sources } from '../../contract/types.ts';
import { icons } from '../icons.ts';
import { titleOf } from '../sources/places.ts';
import type { Command } from './keys.ts';
import { words } from '../words/language.ts';

/** A line of a menu, or the rule between two groups of them. */
export type MenuEntry =
  | {
      command: Command;
      icon: TemplateResult;
      label: string;
    }
  | 'rule';

/** What can be done to a feed or a folder; for the places that always stand, that is little. */
export function placeEntries(scope: Scope, sources: Sources | null): MenuEntry[] {
  const { common, menu } = words();
  const markRead: MenuEntry = {
    command: 'mark-all-read',
    icon: icons.checkAll,
    label: common.markAllRead,
  };
  if (scope.kind === 'feed') {
    const title = titleOf(scope, sources);
    return [
      { command: 'refresh-here', icon: icons.refresh, label: menu.refreshFeed },
      { command: 'travel', icon: icons.travel, label: menu.travelHere },
      markRead,
      'rule',
      { command: 'place-settings', icon: icons.sliders, label: menu.feedSettings },
      { command: 'unsubscribe', icon: icons.remove, label: menu.unsubscribe(title) },
    ];
  }
  if (scope.kind === 'folder') {
    return [
      { command: 'refresh-here', icon: icons.refresh, label: menu.refreshFolder },
      { command: 'travel', icon: icons.travel, label: menu.travelHere },
      markRead,
      'rule',
      { command: 'place-settings', icon: icons.pencil, label: menu.folderSettings },
      { command: 'remove-folder', icon: icons.remove, label: menu.removeFolder },
    ];
  }
  return [markRead];
}

/** The menu of the window: the library's own entries, then those of the chosen place. */
export function windowEntries(scope: Scope, sources: Sources | null): MenuEntry[] {
  const { menu } = words();
  return [
    { command: 'open-files', icon: icons.file, label: menu.openFiles },
    { command: 'open-folder', icon: icons.folder, label: menu.openFolder },
    { command: 'travel', icon: icons.travel, label: menu.travel },
    { command: 'library', icon: icons.library, label: menu.library },
    { command: 'export-opml', icon: icons.leave, label: menu.exportOpml },
    { command: 'new-folder', icon: icons.folderAdd, label: menu.newFolder },
    'rule',
    ...placeEntries(scope, sources),
    'rule',
    { command: 'keys', icon: icons.keys, label: menu.keys },
  ];
}
