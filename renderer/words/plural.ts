import { language, perLocale } from './language.ts';

/** The forms of what is counted, by the language's plural categories (CLDR); `other` is always one. */
export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

const rules = perLocale(() => new Intl.PluralRules(language()));
const numbers = perLocale((from) => new Intl.NumberFormat(from));

/**
 * The form for a count, with the count in place of its `#`: `plural(1234, { one: '# article',
 * other: '# articles' })` is `1,234 articles`.
 */
export function plural(count: number, forms: Forms): string {
  const form = forms[rules().select(count)] ?? forms.other;
  return form.replace('#', () => numbers().format(count));
}

/** A count with the separators of the language: `12,345`. */
export function number(count: number): string {
  return numbers().format(count);
}

/**
 * A sentence with rendered parts in it, such as a title set apart: the template's strings and the
 * parts in their order, which Lit draws one after the other.
 */
export function sentence(strings: TemplateStringsArray, ...parts: unknown[]): unknown[] {
  return strings.flatMap((words, index) =>
    index < parts.length ? [words, parts[index]] : [words],
  );
}
