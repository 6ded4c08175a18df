import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { carrel } from '../carrel.ts';
import { gatherChosen, gatherDrop, type Gathered } from '../bring/gather.ts';

/** Lets the reader choose files, or a folder with all in it; none when the choice is given up. */
export function chooseFiles(what: 'files' | 'folder'): Promise<Gathered> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    // What a file is, its content decides: every kind is offered.
    input.multiple = true;
    input.webkitdirectory = what === 'folder';
    input.addEventListener('change', () => resolve(gatherChosen(input.files ?? [])));
    input.addEventListener('cancel', () => resolve(gatherChosen([])));
    input.click();
  });
}

/** Hands the subscriptions to the reader as an OPML file; with the logins of feeds where asked. */
export async function exportOpml(logins: boolean): Promise<void> {
  const opml = await (logins ? carrel().exportOpml({ logins }) : carrel().exportOpml());
  saveAsFile('carrel.opml', 'text/x-opml', opml);
}

/** Hands text to the reader as a file: the browser, or the desktop door, asks where to put it. */
function saveAsFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the bytes once it started.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Files and folders dragged over the window and dropped on it. */
export class FileDrop implements ReactiveController {
  /** Whether files hang over the window. */
  over = false;

  private readonly host: ReactiveControllerHost;
  private readonly take: (gathered: Gathered) => void;
  /** `dragenter` and `dragleave` come for every element on the way. */
  private depth = 0;
  private listening: AbortController | null = null;

  constructor(host: ReactiveControllerHost, take: (gathered: Gathered) => void) {
    this.host = host;
    this.take = take;
    host.addController(this);
  }

  hostConnected(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    window.addEventListener('dragenter', (event) => this.onEnter(event), { signal });
    window.addEventListener('dragover', (event) => allow(event), { signal });
    window.addEventListener('dragleave', (event) => this.onLeave(event), { signal });
    window.addEventListener('drop', (event) => this.onDrop(event), { signal });
  }

  hostDisconnected(): void {
    this.listening?.abort();
  }

  private readonly onEnter = (event: DragEvent): void => {
    if (!allow(event)) return;
    this.depth += 1;
    this.setOver(true);
  };

  private readonly onLeave = (event: DragEvent): void => {
    if (!holdsFiles(event)) return;
    this.depth -= 1;
    if (this.depth <= 0) this.setOver(false);
  };

  private readonly onDrop = (event: DragEvent): void => {
    if (!allow(event)) return;
    this.setOver(false);
    if (event.dataTransfer !== null) void this.gather(event.dataTransfer);
  };

  private async gather(transfer: DataTransfer): Promise<void> {
    this.take(await gatherDrop(transfer));
  }

  private setOver(over: boolean): void {
    if (!over) this.depth = 0;
    this.over = over;
    this.host.requestUpdate();
  }
}

/** Tells the browser that files may be dropped here, and not to open them in the window's place. */
function allow(event: DragEvent): boolean {
  if (!holdsFiles(event)) return false;
  event.preventDefault();
  if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
  return true;
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
