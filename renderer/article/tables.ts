import { words } from '../words/language.ts';

/** Puts each table in a box of its own that scrolls, and lets the keyboard scroll tables and code. */
export function boxTables(body: Element): void {
  for (const table of body.querySelectorAll('table')) {
    const box = document.createElement('div');
    box.className = 'table';
    letKeysScroll(box);
    table.replaceWith(box);
    box.append(table);
  }
  for (const code of body.querySelectorAll('pre')) letKeysScroll(code);
}

/** Names the boxes that the keyboard scrolls, in the language in use. */
export function nameBoxes(body: Element): void {
  const { table, code } = words().article;
  for (const box of body.querySelectorAll('.table')) box.setAttribute('aria-label', table);
  for (const box of body.querySelectorAll('pre')) box.setAttribute('aria-label', code);
}

function letKeysScroll(box: Element): void {
  box.setAttribute('tabindex', '0');
  box.setAttribute('role', 'group');
}
