import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, type Rectangle, screen } from 'electron';

/** Where a window was and how large, kept between runs in the user's profile. */
export interface WindowState {
  /** Size in device-independent pixels; without a place, the system chooses one. */
  bounds: Partial<Rectangle> & { width: number; height: number };
  maximized: boolean;
}

const defaultState: WindowState = { bounds: { width: 1280, height: 820 }, maximized: false };

/** How much of a window must be on a display, at its top, for it to be found and moved. */
const graspable = { width: 120, height: 32 };

/** The kept state, or the default where there is none or its display is gone. */
export function readWindowState(): WindowState {
  const kept = readFile();
  if (kept === undefined) return defaultState;
  if (isOnADisplay(kept.bounds)) return kept;
  const { width, height } = kept.bounds;
  return { bounds: { width, height }, maximized: kept.maximized };
}

/** Keeps the state of a window that is being closed. A profile that cannot be written is no
 * reason to keep it open. */
export function keepWindowState(window: BrowserWindow): void {
  const state = { ...window.getNormalBounds(), maximized: window.isMaximized() };
  const file = stateFile();
  try {
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  } catch {
    // The next window opens where the last one kept did.
  }
}

function readFile(): { bounds: Rectangle; maximized: boolean } | undefined {
  try {
    const kept: unknown = JSON.parse(readFileSync(stateFile(), 'utf8'));
    if (typeof kept !== 'object' || kept === null) return undefined;
    const { x, y, width, height, maximized }: Record<string, unknown> = { ...kept };
    if (!isPixels(x) || !isPixels(y) || !isPixels(width) || !isPixels(height)) return undefined;
    if (width < 200 || height < 200) return undefined;
    return { bounds: { x, y, width, height }, maximized: maximized === true };
  } catch {
    return undefined;
  }
}

function isOnADisplay({ x, y, width }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const left = Math.max(x, workArea.x);
    const right = Math.min(x + width, workArea.x + workArea.width);
    const isTopOnIt = y >= workArea.y && y <= workArea.y + workArea.height - graspable.height;
    return right - left >= graspable.width && isTopOnIt;
  });
}

function stateFile(): string {
  return join(app.getPath('userData'), 'window-state.json');
}

function isPixels(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}
