/**
 * The system's speech as a test wants it: which voices there are and when, and what becomes of what
 * is said. Written by hand after the Web Speech API, https://webaudio.github.io/web-speech-api/.
 */

export interface FakeVoice {
  name: string;
  lang: string;
  localService: boolean;
  default: boolean;
  voiceURI: string;
}

export interface FakeUtterance extends EventTarget {
  text: string;
  lang: string;
  rate: number;
  voice: FakeVoice | null;
}

export interface FakeSpeech {
  voices: FakeVoice[];
  /** All that was asked to be said, in its order. */
  said: FakeUtterance[];
  /** How long each utterance takes; `null`: until the test ends it. */
  eachMs: number | null;
  speaking: boolean;
  pending: boolean;
  cancels: number;
  /** Gives the voices, and tells of it. */
  giveVoices(voices: FakeVoice[]): void;
  /** What is being said. */
  readonly now: FakeUtterance | null;
  word(charIndex: number, charLength: number): void;
  end(): void;
  fail(error: SpeechSynthesisErrorCode): void;
  /** Falls silent, and its `end` is lost. */
  loseEnd(): void;
}

declare global {
  interface Window {
    fakeSpeech: FakeSpeech;
  }
}

/**
 * Puts a fake in the place of the window's speech. It stands alone, so that it can be run in a page
 * before the window's own script.
 */
export function installFakeSpeech(voices: FakeVoice[] = []): void {
  class Utterance extends EventTarget implements FakeUtterance {
    text: string;
    lang = '';
    rate = 1;
    voice: FakeVoice | null = null;

    constructor(text: string) {
      super();
      this.text = text;
    }
  }

  class Speech extends EventTarget implements FakeSpeech {
    voices: FakeVoice[] = voices;
    said: FakeUtterance[] = [];
    eachMs: number | null = null;
    speaking = false;
    pending = false;
    cancels = 0;
    now: FakeUtterance | null = null;

    getVoices(): FakeVoice[] {
      return [...this.voices];
    }

    giveVoices(given: FakeVoice[]): void {
      this.voices = given;
      this.dispatchEvent(new Event('voiceschanged'));
    }

    speak(utterance: FakeUtterance): void {
      this.said.push(utterance);
      this.now = utterance;
      this.speaking = true;
      queueMicrotask(() => {
        if (this.now === utterance) utterance.dispatchEvent(new Event('start'));
      });
      if (this.eachMs === null) return;
      setTimeout(() => {
        if (this.now === utterance) this.end();
      }, this.eachMs);
    }

    /** As Chromium: what is cancelled ends with an error, a moment later. */
    cancel(): void {
      this.cancels += 1;
      const cancelled = this.now;
      this.now = null;
      this.speaking = false;
      this.pending = false;
      setTimeout(() => {
        cancelled?.dispatchEvent(Object.assign(new Event('error'), { error: 'interrupted' }));
      });
    }

    word(charIndex: number, charLength: number): void {
      const told = { name: 'word', charIndex, charLength };
      this.now?.dispatchEvent(Object.assign(new Event('boundary'), told));
    }

    end(): void {
      const ended = this.loseEnd();
      ended?.dispatchEvent(new Event('end'));
    }

    fail(error: SpeechSynthesisErrorCode): void {
      const failed = this.loseEnd();
      failed?.dispatchEvent(Object.assign(new Event('error'), { error }));
    }

    loseEnd(): FakeUtterance | null {
      const lost = this.now;
      this.now = null;
      this.speaking = false;
      return lost;
    }
  }

  const speech = new Speech();
  const put = (name: string, value: unknown): void => {
    Object.defineProperty(window, name, { value, configurable: true });
  };
  put('speechSynthesis', speech);
  put('SpeechSynthesisUtterance', Utterance);
  put('fakeSpeech', speech);
}

/** A voice of this machine, unless a test says otherwise. */
export function voice(name: string, lang: string, changes: Partial<FakeVoice> = {}): FakeVoice {
  return { name, lang, localService: true, default: false, voiceURI: `fake:${name}`, ...changes };
}
