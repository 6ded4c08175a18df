/**
 * One piece of text said by one voice, and what came of it, whatever the system's speech does. It is
 * cancelled rather than paused: some systems go on with a paused utterance never again, and the
 * sentence is said from its beginning anyway, which is what a listener wants after a pause.
 *
 * Known of Chromium, and taken care of here:
 *
 * - An utterance that nothing holds may be collected with its listeners, and its `end` is lost.
 * - `end` may be lost otherwise: the speech is looked at, and where it is silent, the piece is over.
 * - After `cancel()`, an utterance that is spoken at once may be cancelled with those before it.
 * - A cancelled one ends with the error `interrupted` or `canceled`, which is none.
 * - After a reload the speech may still be at what the page said before.
 */

/** What is asked of `window.speechSynthesis`. */
export type Speech = Pick<
  SpeechSynthesis,
  | 'speak'
  | 'cancel'
  | 'getVoices'
  | 'speaking'
  | 'pending'
  | 'addEventListener'
  | 'removeEventListener'
>;

/** The system's speech; `null` in a browser that has none. */
export function systemSpeech(): Speech | null {
  return 'speechSynthesis' in window ? window.speechSynthesis : null;
}

export interface Said {
  text: string;
  voice: SpeechSynthesisVoice;
  /** 1 is the voice's own pace. */
  rate: number;
}

/** Why nothing is heard: the sound, the voice, or a browser that wants a key or a click first. */
export type SpeechFault = 'sound' | 'voice' | 'not-allowed';

/** What comes of a piece: words as they are said, then one of the others. */
export interface Heard {
  /** A word is being said, from where to where in the text. */
  word: (start: number, end: number) => void;
  done: () => void;
  failed: (fault: SpeechFault) => void;
  /** Somebody else stopped the speech. */
  stopped: () => void;
}

/** So long what was cancelled may take to be gone. */
const afterCancelMs = 60;
/** How often the speech is looked at. */
const lookEveryMs = 1000;
/** A voice may have to be loaded first; one that has not begun by then will not. */
const beginsWithinMs = 15_000;
/** The slowest that is heard of a character: Chinese has one for each syllable. */
const slowestMs = 500;

export class Speaker {
  private readonly speech: Speech;
  private current: { utterance: SpeechSynthesisUtterance; heard: Heard } | null = null;
  private hasBegun = false;
  /** When the voice was last heard of; before it begins, when it was asked. */
  private lastSignMs = 0;
  /** When something was last cancelled. */
  private cancelledMs = -Infinity;
  /** How often in a row the speech was found silent. */
  private silences = 0;
  private begin: ReturnType<typeof setTimeout> | undefined;
  private watch: ReturnType<typeof setInterval> | undefined;

  constructor(speech: Speech) {
    this.speech = speech;
  }

  /** Says a piece, in the place of what is being said. */
  say({ text, voice, rate }: Said, heard: Heard): void {
    this.stop();
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = rate;
    this.current = { utterance, heard };
    this.hasBegun = false;
    this.silences = 0;
    this.sign();
    this.listen(utterance, heard);
    this.watch = setInterval(() => this.look(), lookEveryMs);
    const waitMs = this.cancelledMs + afterCancelMs - performance.now();
    if (waitMs <= 0) this.speech.speak(utterance);
    else this.begin = setTimeout(() => this.speech.speak(utterance), waitMs);
  }

  /** Falls silent, and tells nothing more of the piece. */
  stop(): void {
    this.letGo();
    if (!this.speech.speaking && !this.speech.pending) return;
    this.speech.cancel();
    this.cancelledMs = performance.now();
  }

  private listen(utterance: SpeechSynthesisUtterance, heard: Heard): void {
    const isCurrent = (): boolean => this.current?.utterance === utterance;
    utterance.addEventListener('start', () => {
      if (!isCurrent()) return;
      this.hasBegun = true;
      this.sign();
    });
    utterance.addEventListener('boundary', ({ name, charIndex, charLength }) => {
      if (!isCurrent()) return;
      this.hasBegun = true;
      this.sign();
      if (name !== 'word' || charIndex >= utterance.text.length) return;
      heard.word(charIndex, charIndex + wordLength(utterance.text, charIndex, charLength));
    });
    utterance.addEventListener('end', () => {
      if (isCurrent()) this.end(heard.done);
    });
    utterance.addEventListener('error', ({ error }) => {
      if (!isCurrent()) return;
      const fault = faultOf(error);
      this.end(fault === null ? heard.stopped : () => heard.failed(fault));
    });
  }

  /** Looks whether the voice still speaks: it may have ended, or never begun, without telling. */
  private look(): void {
    const { current } = this;
    if (current === null) return;
    const { utterance, heard } = current;
    const quietMs = performance.now() - this.lastSignMs;
    const isSilent = !this.speech.speaking && !this.speech.pending;
    this.silences = isSilent ? this.silences + 1 : 0;
    const longestMs = beginsWithinMs + (utterance.text.length * slowestMs) / utterance.rate;
    if (this.hasBegun && this.silences > 1) this.end(heard.done);
    else if (quietMs > (this.hasBegun ? longestMs : beginsWithinMs)) {
      this.stop();
      heard.failed('voice');
    }
  }

  private sign(): void {
    this.lastSignMs = performance.now();
  }

  private end(tell: () => void): void {
    this.letGo();
    tell();
  }

  private letGo(): void {
    this.current = null;
    clearTimeout(this.begin);
    clearInterval(this.watch);
  }
}

/** How long a word is; not every voice tells it. */
function wordLength(text: string, at: number, told: number | undefined): number {
  if (told !== undefined && told > 0) return Math.min(told, text.length - at);
  return /^[\p{L}\p{M}\p{N}’'-]+/u.exec(text.slice(at))?.[0].length ?? 1;
}

/** What an error means for the listener; `null` for what is none. */
function faultOf(error: SpeechSynthesisErrorCode): SpeechFault | null {
  switch (error) {
    case 'interrupted':
    case 'canceled':
      return null;
    case 'audio-busy':
    case 'audio-hardware':
      return 'sound';
    case 'not-allowed':
      return 'not-allowed';
    default:
      return 'voice';
  }
}
