import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FolderId, Scope, Sources } from '../../contract/types.ts';
import type { Movable } from '../app/events.ts';
import { isWithin } from './places.ts';

/** What marks a drag as one of a place, so that files and text are left alone. */
const dragType = 'application/x-carrel-place';

/** Feeds and folders that are dragged within the tree. */
export class TreeDrag implements ReactiveController {
  /** What is being dragged; `null` while nothing is. */
  dragged: Movable | null = null;
  /** The folder it hangs over (`null`: none, the outermost); `undefined` where it may not be dropped. */
  over: FolderId | null | undefined;

  private readonly host: ReactiveControllerHost;
  private readonly move: (moved: Movable, folderId: FolderId | null) => void;

  constructor(
    host: ReactiveControllerHost,
    move: (moved: Movable, folderId: FolderId | null) => void,
  ) {
    this.host = host;
    this.move = move;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.end();
  }

  start(event: DragEvent, place: Movable): void {
    if (event.dataTransfer === null) return;
    event.dataTransfer.setData(dragType, '');
    event.dataTransfer.effectAllowed = 'move';
    this.dragged = place;
    this.host.requestUpdate();
  }

  /** Tells the browser that what is dragged may be dropped on a line, and shows where it would go. */
  hang(event: DragEvent, target: Scope | null, sources: Sources | null): void {
    if (this.dragged === null) return;
    event.stopPropagation();
    const folderId = this.folderFor(target, sources);
    this.show(folderId);
    if (folderId === undefined) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'move';
  }

  drop(event: DragEvent, target: Scope | null, sources: Sources | null): void {
    const { dragged } = this;
    if (dragged === null) return;
    event.preventDefault();
    event.stopPropagation();
    const folderId = this.folderFor(target, sources);
    this.end();
    if (folderId !== undefined) this.move(dragged, folderId);
  }

  /** Leaving a line for another one leaves the tree not. */
  readonly leave = ({ currentTarget, relatedTarget }: DragEvent): void => {
    const within = currentTarget instanceof Node && relatedTarget instanceof Node;
    if (!within || !currentTarget.contains(relatedTarget)) this.show(undefined);
  };

  readonly end = (): void => {
    this.dragged = null;
    this.show(undefined);
  };

  /** Where a drop on a line puts what is dragged; `undefined` where it may not go: into itself. */
  private folderFor(target: Scope | null, sources: Sources | null): FolderId | null | undefined {
    const { dragged } = this;
    if (dragged === null || sources === null) return undefined;
    const folderId = folderAt(target, sources);
    const within = dragged.kind === 'folder' && isWithin(folderId, dragged.id, sources);
    return within ? undefined : folderId;
  }

  private show(over: FolderId | null | undefined): void {
    if (over === this.over) return;
    this.over = over;
    this.host.requestUpdate();
  }
}

/** The folder a line stands for: itself, that of its feed, or none. */
function folderAt(target: Scope | null, sources: Sources): FolderId | null {
  if (target?.kind === 'folder') return target.id;
  if (target?.kind !== 'feed') return null;
  return sources.feeds.find(({ id }) => id === target.id)?.folderId ?? null;
}
