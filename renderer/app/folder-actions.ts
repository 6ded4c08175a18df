import type { FolderId, Sources } from '../../contract/types.ts';
import { carrel } from '../carrel.ts';
import { titleOf } from '../sources/places.ts';
import { attempt } from './actions.ts';
import type { Messages } from './actions.ts';
import type { Movable } from './events.ts';
import { words } from '../words/language.ts';

/** What the reader does to folders and to what stands in them; each can be taken back. */

/** Moves a feed or a folder into a folder, or out of all (`null`). */
export async function movePlace(
  messages: Messages,
  sources: Sources,
  moved: Movable,
  folderId: FolderId | null,
): Promise<void> {
  const from = folderOf(moved, sources);
  if (from === folderId) return;
  await attempt(messages, async () => {
    await put(moved, folderId);
    const title = titleOf(moved, sources);
    const { movedOut, movedTo } = words().app;
    const said = folderId === null ? movedOut(title) : movedTo(title, titleIn(folderId, sources));
    const undo = () => void attempt(messages, () => put(moved, from));
    messages.say(said, undo);
  });
}

/** Removes a folder; what stood in it stands where the folder stood. */
export async function removeFolder(
  messages: Messages,
  sources: Sources,
  id: FolderId,
): Promise<void> {
  const within: Movable[] = [
    ...sources.feeds.filter(({ folderId }) => folderId === id).map(asPlace('feed')),
    ...sources.folders.filter(({ parentId }) => parentId === id).map(asPlace('folder')),
  ];
  await attempt(messages, async () => {
    const { title, parentId } = await carrel().removeFolder(id);
    const undo = () =>
      void attempt(messages, async () => {
        const folder = await carrel().addFolder(title, parentId);
        for (const place of within) await put(place, folder.id);
      });
    messages.say(words().app.folderRemoved(title), undo);
  });
}

async function put(moved: Movable, folderId: FolderId | null): Promise<void> {
  if (moved.kind === 'feed') await carrel().saveFeed(moved.id, { folderId });
  else await carrel().saveFolder(moved.id, { parentId: folderId });
}

function folderOf({ kind, id }: Movable, sources: Sources): FolderId | null {
  return kind === 'feed'
    ? (sources.feeds.find((feed) => feed.id === id)?.folderId ?? null)
    : (sources.folders.find((folder) => folder.id === id)?.parentId ?? null);
}

function titleIn(id: FolderId, sources: Sources): string {
  return titleOf({ kind: 'folder', id }, sources);
}

function asPlace(kind: Movable['kind']): (row: { id: number }) => Movable {
  return ({ id }) => ({ kind, id });
}
