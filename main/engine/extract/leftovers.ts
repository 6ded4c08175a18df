/**
 * Leftovers of a lightbox or a slideshow: what its buttons and counters become where no script
 * runs. A lone `X`, `Close`, `1 / 1`, `> <`, `Previous`, `Next`, in the common languages.
 */

const CLOSE_WORDS =
  'close|schließen|schliessen|fermer|cerrar|chiudi|sluiten|fechar|zamknij|zavřít|закрыть|закрити|stäng|luk|lukk|sulje|kapat|閉じる|关闭|關閉|닫기|إغلاق';
const MOVE_WORDS =
  'previous|prev|next|zurück|vorheriges?|nächstes?|weiter|vor|précédente?|suivante?|anterior|siguiente|próximo|seguinte|precedente|successiv[ao]|vorige|volgende|poprzedni|następny|předchozí|další|назад|вперёд|вперед|далее|предыдущ(?:ая|ий|ее)|следующ(?:ая|ий|ее)|föregående|nästa|forrige|neste|næste|edellinen|seuraava|önceki|sonraki|前へ|次へ|上一张|下一张|上一張|下一張|이전|다음|السابق|التالي';

/** In characters; nothing longer is a leftover. */
export const MAX_LEFTOVER = 60;

export type LeftoverKind = 'close' | 'counter' | 'move';

const KINDS: [LeftoverKind, RegExp][] = [
  ['close', new RegExp(`^(?:[x×✕✖✗✘⨯╳❌⊗]|\\[x\\]|${CLOSE_WORDS})(?=\\s|$)`, 'iu')],
  [
    'counter',
    /^[([]?\d{1,3}\s*(?:[/∕⁄|]|of|von|de|di|sur|из|af|av|van|z)\s*\d{1,3}[)\]]?(?=\s|$)/iu,
  ],
  ['move', new RegExp(`^(?:[<>‹›«»←→❮❯◀▶◁▷⟨⟩❬❭〈〉⟵⟶↩︎]+|${MOVE_WORDS})(?=\\s|$)`, 'iu')],
];

/** The kinds of leftovers a text is made of; `null` when there is anything else in it. */
export function leftoverKinds(text: string): LeftoverKind[] | null {
  if (text.length > MAX_LEFTOVER) return null;
  const kinds: LeftoverKind[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const start = rest;
    for (const [kind, pattern] of KINDS) {
      const match = pattern.exec(rest);
      if (match === null) continue;
      kinds.push(kind);
      rest = rest.slice(match[0].length).replace(/^[\s|,·]+/u, '');
      break;
    }
    if (rest === start) return null;
  }
  return kinds.length > 0 ? kinds : null;
}

export interface LineJudgement {
  /** Lines that are leftovers, by index. */
  leftovers: Set<number>;
  /** Lines that repeat the title beside a leftover: they are the caption of the picture shown. */
  captions: Set<number>;
}

/**
 * Judges the lines of a page or text file.
 *
 * 1. Each line made of leftovers only is a suspect.
 * 2. Suspects are leftovers when they bear each other out: two kinds of them, or a pair of one
 *    kind; or when `isControl` says so. Otherwise an `X` in an essay on letters, or a `Next` as a
 *    heading, is text.
 * 3. The title beside a leftover, within two lines, is a caption; the first title of all stays
 *    the title unless it is repeated.
 *
 * @param isControl Whether a line's place says that it is a button or a part of a lightbox.
 */
export function judgeLines(
  lines: string[],
  sameAsTitle: (line: string) => boolean,
  isControl: (index: number) => boolean = () => false,
): LineJudgement {
  const suspects = new Map<number, LeftoverKind[]>();
  for (const [index, line] of lines.entries()) {
    const kinds = leftoverKinds(line);
    if (kinds !== null) suspects.set(index, kinds);
  }
  const kindsFound = new Set([...suspects.values()].flat());
  const paired = kindsFound.size >= 2 || [...suspects.values()].some((kinds) => kinds.length >= 2);
  const leftovers = new Set([...suspects.keys()].filter((index) => paired || isControl(index)));
  if (leftovers.size === 0) return { leftovers, captions: new Set() };
  const titles = [...lines.keys()].filter((index) => sameAsTitle(lines[index] ?? ''));
  const beside = (index: number): boolean =>
    [-2, -1, 1, 2].some((step) => leftovers.has(index + step));
  const captions = new Set(titles.length > 1 ? titles.filter(beside) : []);
  return { leftovers, captions };
}
