import type { DayOrder, WrittenDate } from './calendar.ts';
import { printedDates } from './printed-dates.ts';

/** What a page says a date to be, if anything. */
export type DateRole = 'published' | 'modified' | 'other' | 'unnamed';

export interface NamedDate {
  date: WrittenDate;
  role: DateRole;
}

const MODIFIED =
  /updat|revis|modif|reviewed|edited|aktuali[sz]|geändert|änderung|überarbeitet|(?<!\p{L})stand(?!\p{L})|mis[e]? à jour|actualiz|aggiorna|bijgewerkt|gewijzigd|oppdatert|uppdatera|opdateret|päivitet|обновлен|изменен|оновлен|güncelle|atualiz|更新|最終|수정|last[ -_]?mod/iu;

const PUBLISHED =
  /publi[sc]?|publik|post(?:ed)?(?:\s|$)|post (?:date|time)|first seen|released|veröffentlicht|erschienen|erstellt|gepostet|eingestellt|mise? en ligne|pubblicat|geplaatst|(?<![\p{L}_])(?:created|written)(?![\p{L}_])|опублик|发布|發布|發佈|掲載|投稿|公開|입력|등록/iu;

/** Words that call a date that of publication where they stand before it in a label, not in a sentence. */
const DATED = /(?<!\p{L})(?:datum|date|data|fecha|dato|vom|дата)(?!\p{L})/iu;

/** What a date is that says nothing of the article. */
const OTHER =
  /©|copyright|\(c\)|received|accepted|deadline|expires|(?<!\p{L})(?:since|until|seit|bis|ab|depuis|desde|dal)(?!\p{L})|event|accessed|retrieved|abgerufen|foto|photo|joined|born|geboren|gültig|valid|出生|生日/iu;

/**
 * The dates that a text prints, each with what the words before it say it is: `Published 1 March,
 * updated 2 March` names two. Where the date stands first, the label may be a line of its own.
 *
 * @param lineBefore The line over the text; empty where there is none.
 */
export function namedDates(text: string, order: DayOrder, lineBefore = ''): NamedDate[] {
  let from = 0;
  return printedDates(text, order).map(({ date, start, end }) => {
    const isFirst = /^[\s([–—-]*$/.test(text.slice(0, start));
    const label = isFirst ? labelOf(lineBefore) : text.slice(Math.max(from, start - 60), start);
    const before = roleOf(label);
    from = end;
    // In German, the verb follows: `wurde am 19. Mai 2010 um 23:03 Uhr veröffentlicht`.
    const after = text.slice(end, end + 40);
    const isSaidAfter =
      before === 'unnamed' && /gepostet|veröffentlicht|erstellt|publiziert/.test(after);
    return { date, role: isSaidAfter ? 'published' : before };
  });
}

/** What a label says of the date that follows it. */
export function roleOf(label: string): DateRole {
  if (OTHER.test(label)) return 'other';
  if (MODIFIED.test(label)) return 'modified';
  return PUBLISHED.test(label) || DATED.test(label) ? 'published' : 'unnamed';
}

/** Whether a sentence's words say of a date in it that it is the day of publication. */
export function isSaidPublished(sentence: string): boolean {
  return PUBLISHED.test(sentence);
}

/** A line that is a label of the next one, else nothing. */
function labelOf(line: string): string {
  const isLabel = line.length <= 30 && !/\d/.test(line) && !/release|upcoming/i.test(line);
  return isLabel ? line : '';
}
