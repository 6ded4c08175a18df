import { parseSync, Visitor } from 'vite';

/** Words for the reader that stand in a source file in place of a catalogue. */

/** Attributes whose value is shown or said. */
const spoken =
  /\s(?:aria-label|aria-description|aria-valuetext|aria-roledescription|title|placeholder|alt|label)=(?:"([^"]*)"|'([^']*)')/gu;

/** What stands for an expression in a template. */
const hole = '\uFFFC';

/** A word: two letters, so that a key (`B`) or a sign is none. */
const word = /\p{L}{2}/u;

/** A sentence, or a label that begins like one: `Not complete`, `Unread`, `last fetched`. */
const sentence = /\p{L}{2,}[,.:;]? \p{L}{2,}|^\p{Lu}\p{Ll}+[.…:?]?$/u;

/** Calls that take CSS: selectors, media queries, rules. */
const takesCss = new Set([
  'query',
  'querySelector',
  'querySelectorAll',
  'closest',
  'matches',
  'matchMedia',
  'unsafeCSS',
]);

/**
 * The words in a TypeScript source that a reader of the window would see or hear: texts and spoken
 * attributes of its templates, and strings that read like a sentence or a label. Left out are style
 * sheets and selectors, types, the names of modules and what an `Error` of Carrel's own says.
 */
export function literalWords(source: string): string[] {
  const { program, errors } = parseSync('source.ts', source);
  if (errors.length > 0) throw new Error(`cannot parse: ${errors[0]?.message}`);
  const found: string[] = [];
  const passed: { start: number; end: number }[] = [];
  const isPassed = (at: number): boolean =>
    passed.some(({ start, end }) => at >= start && at < end);

  new Visitor({
    ImportDeclaration: (node) => void passed.push(node),
    ExportNamedDeclaration: (node) => {
      if (node.source !== null) passed.push(node.source);
    },
    ExportAllDeclaration: (node) => void passed.push(node),
    ImportExpression: (node) => void passed.push(node),
    TSLiteralType: (node) => void passed.push(node),
    NewExpression: ({ callee, start, end }) => {
      if (callee.type === 'Identifier' && /(?:Error|Exception)$/u.test(callee.name))
        passed.push({ start, end });
    },
    CallExpression: ({ callee, arguments: given }) => {
      const called = callee.type === 'MemberExpression' ? callee.property : callee;
      if (called.type === 'Identifier' && takesCss.has(called.name)) passed.push(...given);
    },
    TaggedTemplateExpression: ({ tag, quasi }) => {
      const texts = quasi.quasis.map(({ value }) => value.cooked ?? '');
      passed.push(...quasi.quasis);
      if (tag.type === 'Identifier' && tag.name === 'html') found.push(...shown(texts.join(hole)));
    },
    TemplateElement: ({ start, value }) => {
      if (!isPassed(start) && sentence.test(value.cooked ?? '')) found.push(value.cooked ?? '');
    },
    Literal: ({ start, value }) => {
      if (!isPassed(start) && typeof value === 'string' && sentence.test(value)) found.push(value);
    },
  }).visit(program);
  return found;
}

/** The texts and spoken attributes of a piece of markup. */
function shown(markup: string): string[] {
  const plain = markup.replaceAll(/<!--.*?-->/gsu, '');
  const attributes = [...plain.matchAll(spoken)].map(
    ([, double, single]) => double ?? single ?? '',
  );
  // A tag ends at its own `>`: one within an expression is a hole by now.
  const texts = plain.replaceAll(/<[^<>]*>/gu, '\n').split('\n');
  return [...attributes, ...texts]
    .map((text) => text.replaceAll(hole, ' ').replaceAll(/\s+/gu, ' ').trim())
    .filter((text) => word.test(text));
}
