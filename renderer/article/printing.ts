import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Article } from '../../contract/types.ts';
import { fillFigures } from './figures.ts';

/**
 * Bringing an article to paper. While it is printed, all pictures stand in the text, because paper has
 * no gallery to open, and the window is called by the article, which names the file or the job.
 */

/** A picture is a file of this machine; what has not come in this time will not come. */
const longestMs = 10_000;

export class Printing implements ReactiveController {
  private readonly printed: () => { article: Article; body: Element } | null;
  /** What the window is called otherwise; `null` while nothing is printed. */
  private windowTitle: string | null = null;

  /** @param printed what is open, when it is to be printed. */
  constructor(
    host: ReactiveControllerHost,
    printed: () => { article: Article; body: Element } | null,
  ) {
    this.printed = printed;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.onBefore);
    window.addEventListener('afterprint', this.onAfter);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.onBefore);
    window.removeEventListener('afterprint', this.onAfter);
    this.onAfter();
  }

  /** Prints the article when its pictures are there, which otherwise load as they come into view. */
  async print(): Promise<void> {
    this.onBefore();
    const body = this.printed()?.body;
    if (body === undefined) return;
    const tooLate = new Promise<void>((resolve) => {
      setTimeout(resolve, longestMs);
    });
    await Promise.race([loadPictures(body), tooLate]);
    window.print();
  }

  private readonly onBefore = (): void => {
    const printed = this.printed();
    if (printed === null || this.windowTitle !== null) return;
    this.windowTitle = document.title;
    document.title = printed.article.title;
    fillFigures(printed.body, printed.article, 'all');
  };

  private readonly onAfter = (): void => {
    if (this.windowTitle === null) return;
    document.title = this.windowTitle;
    this.windowTitle = null;
    const printed = this.printed();
    if (printed !== null) fillFigures(printed.body, printed.article);
  };
}

/** Loads every picture of the text at once; resolves when each is there or has failed. */
async function loadPictures(body: Element): Promise<void> {
  const pictures = [...body.querySelectorAll('img')];
  for (const picture of pictures) picture.loading = 'eager';
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
}
