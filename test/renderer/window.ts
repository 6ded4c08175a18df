import { page } from 'vitest/browser';
import '../../renderer/tokens.css';
import '../../renderer/window.css';
import '../../renderer/app/carrel-app.ts';
import type { CarrelApp } from '../../renderer/app/carrel-app.ts';
import type { FakeCarrel } from './fake-carrel.ts';

/** Opens Carrel's window on a library in memory, in the place of one that is open. */
export async function openWindow(fake: FakeCarrel): Promise<CarrelApp> {
  document.querySelector('carrel-app')?.remove();
  Object.defineProperty(window, 'carrel', { value: fake, configurable: true });
  const app = document.createElement('carrel-app');
  document.body.append(app);
  await app.updateComplete;
  return app;
}

/** Makes the window as wide as a screen, half of one, or a telephone. */
export async function resize(width: 'three panes' | 'two panes' | 'one pane'): Promise<void> {
  const widths = { 'three panes': 1280, 'two panes': 900, 'one pane': 390 };
  await page.viewport(widths[width], 800);
}

/** The row of an article, by what its name contains. */
export function row(name: string): ReturnType<typeof page.getByRole> {
  return page.getByRole('option', { name: new RegExp(name, 'u') });
}

/** A line of the sources pane, by the beginning of its name. */
export function place(name: string): ReturnType<typeof page.getByRole> {
  return page.getByRole('treeitem', { name: new RegExp(`^${name}`, 'u') });
}

/** The name or text (or else the id) of what has the keyboard, within whatever shadow roots. */
export function focused(): string | undefined {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const title = element?.shadowRoot?.querySelector('.title') ?? element?.querySelector('.label');
  return element?.ariaLabel ?? title?.textContent ?? element?.id;
}
