/** So many are held; at two pixels for one of the screen's they take some 10 MB. */
const mostHeld = 100;
/** So many are made at a time: what decodes takes the time of what draws. */
const mostAtOnce = 2;

/** A picture's file drawn small. */
export type Thumbnail = ImageBitmap | HTMLImageElement;

interface Wish {
  hash: string;
  px: number;
  signal: AbortSignal;
  give: (made: Thumbnail | null) => void;
}

/**
 * Pictures drawn small, made of their files one after the other and held. A list that showed the
 * files themselves would have each decoded in its full size, and held so, for a space of some
 * thousand pixels.
 */
export class Thumbnails {
  /** In the order of their last use. */
  private readonly held = new Map<string, Thumbnail>();
  private readonly wishes: Wish[] = [];
  private atOnce = 0;

  /** The thumbnail of a file, by its hash, if it is held. */
  find(hash: string, px: number): Thumbnail | null {
    const key = keyOf(hash, px);
    const found = this.held.get(key);
    if (found === undefined) return null;
    this.held.delete(key);
    this.held.set(key, found);
    return found;
  }

  /**
   * Makes the thumbnail of a file. What was asked for last is made first: it is what the reader
   * sees now.
   *
   * @param px the least width and height, in pixels of the screen.
   * @param signal aborted when it is not wanted any more.
   * @returns `null` where the file cannot be drawn, or it is not wanted any more.
   */
  make(hash: string, px: number, signal: AbortSignal): Promise<Thumbnail | null> {
    return new Promise((give) => {
      this.wishes.push({ hash, px, signal, give });
      this.next();
    });
  }

  private next(): void {
    while (this.atOnce < mostAtOnce) {
      const wish = this.wishes.pop();
      if (wish === undefined) return;
      if (wish.signal.aborted) {
        wish.give(null);
        continue;
      }
      this.atOnce += 1;
      void this.fulfil(wish);
    }
  }

  private async fulfil(wish: Wish): Promise<void> {
    const made = await this.foundOrDrawn(wish);
    this.atOnce -= 1;
    wish.give(made);
    this.next();
  }

  private async foundOrDrawn({ hash, px, signal }: Wish): Promise<Thumbnail | null> {
    const found = this.find(hash, px);
    if (found !== null) return found;
    const made = await draw(`media/${hash}`, px, signal);
    if (made !== null) this.hold(keyOf(hash, px), made);
    return made;
  }

  private hold(key: string, made: Thumbnail): void {
    this.held.set(key, made);
    for (const [oldest, drawn] of this.held) {
      if (this.held.size <= mostHeld) break;
      this.held.delete(oldest);
      // Else its memory is given back only when some garbage is collected.
      if (drawn instanceof ImageBitmap) drawn.close();
    }
  }
}

/** Those of the window. */
export const thumbnails = new Thumbnails();

function keyOf(hash: string, px: number): string {
  return `${hash} ${px}`;
}

async function draw(address: string, px: number, signal: AbortSignal): Promise<Thumbnail | null> {
  try {
    const response = await fetch(address, { signal });
    if (!response.ok) return null;
    return await shrink(await response.blob(), px);
  } catch {
    if (signal.aborted) return null;
  }
  // Drawings (SVG) are made into a bitmap by an image element only.
  const image = new Image();
  image.src = address;
  return image.decode().then(
    () => image,
    () => null,
  );
}

/** A bitmap whose shorter side has so many pixels. */
async function shrink(file: Blob, px: number): Promise<ImageBitmap> {
  const byHeight = await createImageBitmap(file, { resizeHeight: px, resizeQuality: 'medium' });
  if (byHeight.width >= px) return byHeight;
  byHeight.close();
  return createImageBitmap(file, { resizeWidth: px, resizeQuality: 'medium' });
}
