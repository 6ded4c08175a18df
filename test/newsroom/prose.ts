/**
 * The small markup that articles are written in, so that a text reads as a text in its source.
 *
 * Blocks are separated by blank lines:
 *
 *     A paragraph with *emphasis*, **weight**, [a link](/path), ‹code› and a note.[^1]
 *     ## A subhead
 *     > A quotation, its source after two dashes. -- Who said it
 *     - a list        1. a numbered list        | a | table |
 *     !picture-name | alternative text | caption | credit     (several lines: a gallery)
 *     ~~~ code, up to the next ~~~
 *     [^1]: A footnote.
 */
import { escapeHtml } from './html.ts';
import type { Block, Figure } from './model.ts';

/** Parses the text of an article into its blocks, footnotes last. */
export function parseProse(text: string): Block[] {
  const blocks: Block[] = [];
  const notes: { label: string; html: string }[] = [];
  for (const chunk of chunksOf(text)) {
    const lines = chunk.split('\n');
    const note = /^\[\^(\w+)\]: (.*)$/s.exec(chunk);
    if (note) notes.push({ label: note[1] ?? '', html: inline(note[2] ?? '') });
    else blocks.push(toBlock(chunk, lines));
  }
  if (notes.length > 0) blocks.push({ kind: 'footnotes', notes });
  return blocks;
}

/** Splits at blank lines, except inside a code block, which may hold some itself. */
function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  for (const [index, part] of text.trim().split(/^~~~$/m).entries()) {
    if (index % 2 === 1) chunks.push(`~~~${part}`);
    else
      chunks.push(
        ...part
          .split(/\n\s*\n/)
          .map((chunk) => chunk.trim())
          .filter(Boolean),
      );
  }
  return chunks;
}

function toBlock(chunk: string, lines: string[]): Block {
  if (chunk.startsWith('~~~')) return { kind: 'code', text: chunk.slice(3).replace(/^\n/, '') };
  if (chunk.startsWith('## ')) return { kind: 'heading', html: inline(chunk.slice(3)) };
  if (chunk.startsWith('> ')) {
    const [html = '', source = ''] = joined(chunk.replace(/^> ?/gm, '')).split(' -- ');
    return { kind: 'quote', html: inline(html), source: escapeHtml(source) };
  }
  if (chunk.startsWith('!')) {
    const figures = lines.map(toFigure);
    const [figure] = figures;
    return figures.length === 1 && figure
      ? { kind: 'figure', figure }
      : { kind: 'gallery', figures };
  }
  if (chunk.startsWith('- '))
    return { kind: 'list', ordered: false, items: lines.map((l) => inline(l.slice(2))) };
  if (chunk.startsWith('1. ')) {
    return {
      kind: 'list',
      ordered: true,
      items: lines.map((l) => inline(l.replace(/^\d+\. /, ''))),
    };
  }
  if (chunk.startsWith('|')) {
    const [head = [], ...rows] = lines.map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => inline(cell.trim())),
    );
    return { kind: 'table', head, rows };
  }
  return { kind: 'paragraph', html: inline(joined(chunk)) };
}

function toFigure(line: string): Figure {
  const [name = '', alt = '', caption = '', credit = ''] = line
    .slice(1)
    .split('|')
    .map((part) => part.trim());
  return { name, alt, caption, credit };
}

/** A line break in the source is a space, but not between two Chinese or Japanese characters. */
function joined(text: string): string {
  return text
    .replace(/(?<=[\u3000-\u9fff\uff00-\uffef])\n(?=[\u3000-\u9fff\uff00-\uffef])/g, '')
    .replace(/\n/g, ' ');
}

/** Typewriter quotes become printed ones; articles are easier to write with the former. */
function typeset(text: string): string {
  return text
    .replace(/(^|[\s([*])"/g, '$1“')
    .replace(/"/g, '”')
    .replace(/(^|[\s([])'/g, '$1‘')
    .replace(/'/g, '’');
}

function inline(text: string): string {
  return escapeHtml(typeset(text))
    .replace(/‹(.+?)›/g, '<code>$1</code>')
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/\*(.+?)\*/g, '<em>$1</em>')
    .replace(/\[\^(\w+)\]/g, '<sup id="ref$1"><a href="#note$1">$1</a></sup>')
    .replace(/\[(.+?)\]\((.+?)\)/g, '<a href="$2">$1</a>');
}

/** Writes blocks as HTML, with figures and galleries as the site's own template makes them. */
export function proseHtml(
  blocks: Block[],
  figureHtml: (figure: Figure) => string,
  galleryHtml: (figures: Figure[]) => string = (figures) => figures.map(figureHtml).join('\n'),
  between: (paragraph: number) => string = () => '',
): string {
  let paragraphs = 0;
  return blocks
    .map((block) => {
      if (block.kind === 'figure') return figureHtml(block.figure);
      if (block.kind === 'gallery') return galleryHtml(block.figures);
      if (block.kind === 'paragraph') return `<p>${block.html}</p>${between(++paragraphs)}`;
      return blockHtml(block);
    })
    .join('\n');
}

function blockHtml(block: Exclude<Block, { kind: 'figure' | 'gallery' | 'paragraph' }>): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${block.html}</h2>`;
    case 'quote':
      return `<blockquote><p>${block.html}</p>${block.source ? `<footer>— <cite>${block.source}</cite></footer>` : ''}</blockquote>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;
    }
    case 'table':
      return `<table><thead><tr>${block.head.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead><tbody>${block.rows
        .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
        .join('')}</tbody></table>`;
    case 'code':
      return `<pre><code>${escapeHtml(block.text)}</code></pre>`;
    case 'footnotes':
      return `<section class="footnotes"><ol>${block.notes
        .map(
          (note) =>
            `<li id="note${note.label}">${note.html} <a href="#ref${note.label}">↩</a></li>`,
        )
        .join('')}</ol></section>`;
  }
}

/** Every figure of an article's blocks, in reading order. */
export function figuresOf(blocks: Block[]): Figure[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'figure') return [block.figure];
    return block.kind === 'gallery' ? block.figures : [];
  });
}
