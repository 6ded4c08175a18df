import { noChange } from 'lit';
import type { ElementPart } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { thumbnails, type Thumbnail } from './thumbnails.ts';

/** Draws the thumbnail of a file on a canvas, as soon as there is one; until then it is empty. */
class DrawThumbnail extends AsyncDirective {
  private shown: { canvas: HTMLCanvasElement; hash: string; px: number } | null = null;
  private awaited = new AbortController();

  override render(_hash: string, _px: number): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [hash, px]: [string, number]): typeof noChange {
    const isSame = this.shown?.hash === hash && this.shown.px === px;
    if (!(element instanceof HTMLCanvasElement) || isSame) return noChange;
    this.shown = { canvas: element, hash, px };
    this.draw();
    return noChange;
  }

  protected override disconnected(): void {
    this.awaited.abort();
  }

  protected override reconnected(): void {
    this.draw();
  }

  private draw(): void {
    const { shown } = this;
    if (shown === null) return;
    const { canvas, hash, px } = shown;
    this.awaited.abort();
    const found = thumbnails.find(hash, px);
    if (found !== null) {
      copy(found, canvas, px);
      return;
    }
    canvas.width = 1;
    this.awaited = new AbortController();
    void this.drawWhenMade(canvas, hash, px, this.awaited.signal);
  }

  private async drawWhenMade(
    canvas: HTMLCanvasElement,
    hash: string,
    px: number,
    signal: AbortSignal,
  ): Promise<void> {
    const made = await thumbnails.make(hash, px, signal);
    if (made !== null && !signal.aborted) copy(made, canvas, px);
  }
}

/**
 * On a `<canvas>` with `object-fit: cover`: the thumbnail of a file.
 *
 * @param hash names the file.
 * @param px the width and height that are filled, in pixels of the screen.
 */
export const drawThumbnail = directive(DrawThumbnail);

function copy(made: Thumbnail, canvas: HTMLCanvasElement, px: number): void {
  const { width, height } = sizeOf(made, px);
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(made, 0, 0, width, height);
}

/** In pixels of the screen. A drawing without a size of its own fills the square. */
function sizeOf(made: Thumbnail, px: number): { width: number; height: number } {
  if (made instanceof ImageBitmap) return made;
  const { naturalWidth: width, naturalHeight: height } = made;
  if (width === 0 || height === 0) return { width: px, height: px };
  const scale = px / Math.min(width, height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
