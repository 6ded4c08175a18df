import { describe, expect, it } from 'vitest';
import { TreeElement, TreeText } from '../../../main/engine/extract/tree.ts';

/** `<ul class="list"><li>a</li> <li lang="de">b<b>c</b></li><!--d--></ul>` */
function list(): { ul: TreeElement; first: TreeElement; second: TreeElement } {
  const ul = new TreeElement('ul', [{ name: 'class', value: 'list' }]);
  const first = new TreeElement('li');
  first.append('a');
  const second = new TreeElement('li', [{ name: 'lang', value: 'de' }]);
  const bold = new TreeElement('b');
  bold.append('c');
  second.append('b', bold);
  ul.append(first, ' ', second, new TreeText(8, 'd'));
  return { ul, first, second };
}

function inOrder(element: TreeElement): string[] {
  const forwards = element.childNodes;
  const backwards: typeof forwards = [];
  for (let node = element.lastChild; node !== null; node = node.previousSibling)
    backwards.unshift(node);
  expect(backwards).toEqual(forwards);
  return forwards.map((node) => (node.nodeType === 1 ? node.localName : node.textContent));
}

describe('nodes move', () => {
  it('to the end and to the beginning, out of where they were', () => {
    const { ul, first, second } = list();
    ul.append(first);
    ul.prepend('x', second);
    expect(inOrder(ul)).toEqual(['x', 'li', ' ', 'd', 'li']);
    expect(ul.lastChild).toBe(first);
    expect(second.parentNode).toBe(ul);
  });

  it('beside another, also beside one that moves with them', () => {
    const { ul, first, second } = list();
    first.after(second, first);
    expect(ul.childNodes.slice(0, 2)).toEqual([second, first]);
    expect(inOrder(ul)).toEqual(['li', 'li', ' ', 'd']);
    second.before('x', second);
    first.replaceWith(first, 'y');
    expect(inOrder(ul)).toEqual(['x', 'li', 'li', 'y', ' ', 'd']);
  });

  it('into the place of what held them', () => {
    const { ul, second } = list();
    second.replaceWith(...second.childNodes);
    expect(inOrder(ul)).toEqual(['li', ' ', 'b', 'b', 'd']);
    expect(second.childNodes).toEqual([]);
    expect(ul.textContent).toBe('a bc');
  });

  it('and nothing happens beside a node that is nowhere', () => {
    const { first } = list();
    first.remove();
    first.remove();
    first.after('x');
    first.replaceWith('y');
    expect(first.parentNode).toBeNull();
    expect(first.textContent).toBe('a');
  });
});

describe('a tree is read', () => {
  it('by its siblings that are elements', () => {
    const { ul, first, second } = list();
    expect(ul.firstElementChild).toBe(first);
    expect(first.nextElementSibling).toBe(second);
    expect(second.previousElementSibling).toBe(first);
    expect(second.nextElementSibling).toBeNull();
    expect(ul.contains(second.lastChild ?? first)).toBe(true);
    expect(second.contains(ul)).toBe(false);
  });

  it('by selectors, below the element asked and not inside of templates', () => {
    const { ul, first, second } = list();
    const template = new TreeElement('template');
    template.append(new TreeElement('b'));
    first.append(template);
    expect(ul.querySelectorAll('b, template, ul')).toEqual([template, second.lastChild]);
    expect(ul.querySelector('[lang]:not(:empty)')).toBe(second);
    expect(ul.querySelector('li + li > b')).toBe(second.lastChild);
    expect(second.querySelector('li')).toBeNull();
    expect(second.firstElementChild?.closest('.list')).toBe(ul);
    expect(second.closest('table')).toBeNull();
    expect(first.matches('li:not([lang])')).toBe(true);
  });

  it('as it is now, by a selector that was asked before', () => {
    const { ul, second } = list();
    expect(ul.querySelectorAll('.list li b')).toHaveLength(1);
    ul.append(new TreeElement('b'));
    second.lastChild?.remove();
    ul.setAttribute('class', '');
    expect(ul.querySelectorAll('.list li b')).toHaveLength(0);
    expect(ul.querySelectorAll('b')).toHaveLength(1);
  });
});

describe('attributes', () => {
  it('are set, changed and removed, on one element only', () => {
    const { first, second } = list();
    first.setAttribute('lang', 'fr');
    second.setAttribute('lang', 'it');
    second.removeAttribute('dir');
    expect([...first.attributes]).toEqual([{ name: 'lang', value: 'fr' }]);
    expect(second.getAttribute('lang')).toBe('it');
    second.removeAttribute('lang');
    expect(second.hasAttribute('lang')).toBe(false);
    expect(second.getAttribute('lang')).toBeNull();
    expect(first.getAttribute('lang')).toBe('fr');
  });
});

it('a text that is set takes the place of all children', () => {
  const { ul } = list();
  ul.textContent = 'new';
  expect(inOrder(ul)).toEqual(['new']);
  ul.textContent = '';
  expect(ul.firstChild).toBeNull();
});
