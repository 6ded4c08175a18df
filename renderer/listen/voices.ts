/**
 * Which voice reads what. Only voices of this machine are ever taken (`localService`): to a voice of
 * the network, a server would be sent what is read (docs/decisions/0019-voices-of-this-machine.md).
 */

/** The voice that the reader chose for a language, by its `voiceURI`. */
export type ChosenVoices = Readonly<Record<string, string>>;

/** The voices of this machine for a language, the one that suits its script and region best first. */
export function voicesFor(
  voices: readonly SpeechSynthesisVoice[],
  tag: string,
): SpeechSynthesisVoice[] {
  const wanted = wholeTag(tag);
  return voices
    .filter((voice) => voice.localService && languageOf(voice.lang) === languageOf(tag))
    .map((voice) => ({ voice, fit: fit(voice, wanted) }))
    .toSorted((a, b) => b.fit - a.fit)
    .map(({ voice }) => voice);
}

/** The voice for a language: the chosen one, as long as there is it; `null` where there is none. */
export function voiceFor(
  voices: readonly SpeechSynthesisVoice[],
  tag: string,
  chosen: ChosenVoices,
): SpeechSynthesisVoice | null {
  const found = voicesFor(voices, tag);
  const uri = chosen[languageOf(tag)];
  return found.find(({ voiceURI }) => voiceURI === uri) ?? found[0] ?? null;
}

/**
 * The language of a tag, whatever its script and region: `de` of `de-AT`, `en` of `en_GB`, as some
 * systems write it. Both Norwegians and the one that they are called together are one.
 */
export function languageOf(tag: string): string {
  const { language } = wholeTag(tag);
  return language === 'nb' || language === 'nn' ? 'no' : language;
}

interface WholeTag {
  language: string;
  script: string;
  region: string;
}

/** Systems have hundreds of voices, and they are compared for every sentence. */
const known = new Map<string, WholeTag>();

/** A tag with the script and region that its language most likely has. */
function wholeTag(tag: string): WholeTag {
  const before = known.get(tag);
  if (before !== undefined) return before;
  const whole = maximized(tag);
  known.set(tag, whole);
  return whole;
}

function maximized(tag: string): WholeTag {
  try {
    const whole = new Intl.Locale(tag.replaceAll('_', '-')).maximize();
    return { language: whole.language, script: whole.script ?? '', region: whole.region ?? '' };
  } catch {
    // A page may declare what is no language, a system name its voices as it likes.
    return { language: tag.toLowerCase(), script: '', region: '' };
  }
}

/** Chinese is one script in Taiwan and another in China; an accent matters less, a default least. */
function fit(voice: SpeechSynthesisVoice, wanted: WholeTag): number {
  const { script, region } = wholeTag(voice.lang);
  return (
    (script === wanted.script ? 4 : 0) +
    (region === wanted.region ? 2 : 0) +
    (voice.default ? 1 : 0)
  );
}
