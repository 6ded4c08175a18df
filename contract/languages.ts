/** The languages the window speaks, as BCP 47 tags; `docs/translating.md` says how to add one. */
export const LANGUAGES = ['en', 'de'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Whether a tag that came from elsewhere is one of the window's languages. */
export function isLanguage(tag: unknown): tag is Language {
  return LANGUAGES.some((known) => known === tag);
}

/**
 * The first of the reader's own languages that Carrel speaks, whatever its region (`de-AT` is `de`);
 * English where there is none.
 *
 * @param preferred BCP 47 tags, the best first.
 */
export function preferredLanguage(preferred: readonly string[]): Language {
  return preferred.map((tag) => tag.split('-')[0]?.toLowerCase()).find(isLanguage) ?? 'en';
}
