/** What an article is written in, with one of the sample newsroom's that has pictures. */
export interface Written {
  name: 'latin' | 'arabic' | 'chinese';
  /** The beginning of its headline. */
  headline: string;
  /** A word that is in it more than once. */
  word: string;
}

export const written: Written[] = [
  { name: 'latin', headline: 'The river that was moved', word: 'river' },
  { name: 'arabic', headline: 'مكتبة الميناء', word: 'كتاب' },
  { name: 'chinese', headline: '山顶茶馆', word: '茶馆' },
];
