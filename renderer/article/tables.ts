/** Puts each table in a box of its own that scrolls, and lets the keyboard scroll tables and code. */
export function boxTables(body: Element): void {
  for (const table of body.querySelectorAll('table')) {
    const box = document.createElement('div');
    box.className = 'table';
    letKeysScroll(box, 'Table');
    table.replaceWith(box);
    box.append(table);
  }
  for (const code of body.querySelectorAll('pre')) letKeysScroll(code, 'Code');
}

function letKeysScroll(box: Element, name: string): void {
  box.setAttribute('tabindex', '0');
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', name);
}
