import type { DayOrder, WrittenDate } from './calendar.ts';
import { printedDates } from './printed-dates.ts';

/** What a page says a date to be, if anything. */
export type DateRole = 'published' | 'modified' | 'other' | 'unnamed';

export interface NamedDate {
  date: WrittenDate;
  role: DateRole;
}

const MODIFIED =
  /updat|revis|modif|reviewed|edited|aktuali[sz]|geändert|überarbeitet|(?<!\p{L})stand(?!\p{L})|mis[e]? à jour|actualiz|aggiorna|bijgewerkt|gewijzigd|oppdatert|uppdatera|opdateret|päivitet|обновлен|изменен|оновлен|güncelle|atualiz|更新|最終|수정|last[ -_]?mod/iu;

const PUBLISHED =
  /publi[sc]?|publik|post(?:ed)?(?:\s|$)|post (?:date|time)|first seen|released|veröffentlicht|erschienen|erstellt|gepostet|eingestellt|(?<!\p{L})(?:datum|date|data|fecha|dato|vom|дата)\s*:?|pubblicat|geplaatst|(?<![\p{L}_])(?:created|written)(?![\p{L}_])|опублик|发布|發布|發佈|掲載|投稿|公開|입력|등록/iu;

/** What a date is that says nothing of the article. */
const OTHER =
  /©|copyright|\(c\)|received|accepted|deadline|expires|(?<!\p{L})(?:since|until|seit|bis|ab|depuis|desde|dal)(?!\p{L})|event|accessed|retrieved|abgerufen|foto|photo|joined|born|geboren|gültig|valid|出生|生日/iu;

/**
 * The dates that a text prints, each with what the words before it say it is: `Published 1 March,
 * updated 2 March` names two.
 */
export function namedDates(text: string, order: DayOrder): NamedDate[] {
  let from = 0;
  return printedDates(text, order).map(({ date, start, end }) => {
    const before = roleOf(text.slice(Math.max(from, start - 60), start));
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
  return PUBLISHED.test(label) ? 'published' : 'unnamed';
}
