import type { Picture } from '../../contract/types.ts';

/** A picture's file as an element: `ready` to be drawn at once, or one that does not decode. */
interface Held {
  image: HTMLImageElement;
  state: 'loading' | 'ready' | 'broken';
}

/** So many pictures are decoded ahead on either side. */
const nearCount = 2;
/** So many more that were looked at are held; the oldest go first, for a gallery may have hundreds. */
const seenCount = 12;

/**
 * The pictures near the one that is shown and those looked at last, decoded. The gallery puts these
 * very elements on its stage: a new element for the same file would have to be decoded again.
 */
export class HeldPictures {
  /** In the order of their last use. */
  private readonly held = new Map<string, Held>();
  private readonly changed: () => void;

  /** @param changed called whenever a picture has become ready, or turned out to be broken. */
  constructor(changed: () => void) {
    this.changed = changed;
  }

  /** Holds the picture at an index and its neighbours, and lets go of what was not used for long. */
  hold(pictures: readonly Picture[], index: number): void {
    const near = Array.from({ length: nearCount }, (_, away) => [
      index + away + 1,
      index - away - 1,
    ]);
    const wanted = new Set<string>();
    for (const at of [index, ...near.flat()]) {
      const picture = pictures[at];
      if (picture === undefined || picture.hash === null) continue;
      const key = keyOf(picture);
      wanted.add(key);
      const held = this.held.get(key) ?? this.load(picture.hash);
      this.held.delete(key);
      this.held.set(key, held);
    }
    for (const key of this.held.keys()) {
      if (this.held.size <= wanted.size + seenCount) break;
      if (!wanted.has(key)) this.held.delete(key);
    }
  }

  /** The element of a picture that is held, named and sized; `null` where its file does not decode. */
  imageOf(picture: Picture): HTMLImageElement | null {
    const held = this.held.get(keyOf(picture));
    if (held === undefined || held.state === 'broken') return null;
    const { image } = held;
    image.alt = picture.alt || picture.caption;
    // Its box stands before it is loaded.
    if (picture.width !== null) image.width = picture.width;
    if (picture.height !== null) image.height = picture.height;
    return image;
  }

  /** Whether a picture can be drawn in the next frame. */
  isReady(picture: Picture): boolean {
    return this.held.get(keyOf(picture))?.state === 'ready';
  }

  /** Lets go of all of them. */
  clear(): void {
    this.held.clear();
  }

  private load(hash: string): Held {
    const image = new Image();
    // What is decoded is drawn with the frame, not after it.
    image.decoding = 'sync';
    image.draggable = false;
    image.src = `media/${hash}`;
    const held: Held = { image, state: 'loading' };
    const settle = (): void => {
      // Of a damaged file there may be a part to see.
      held.state = image.naturalWidth > 0 ? 'ready' : 'broken';
      this.changed();
    };
    image.decode().then(settle, settle);
    return held;
  }
}

/** The same for the same file, so that an article read again does not make its picture flash. */
function keyOf(picture: Picture): string {
  return `${picture.ordinal} ${picture.hash ?? ''}`;
}
