import { piecesOf, wordCount } from './sentences.ts';
import type { Piece } from './sentences.ts';
import { Speaker } from './speaker.ts';
import type { Speech, SpeechFault } from './speaker.ts';
import { languageOf, voiceFor } from './voices.ts';
import type { ChosenVoices } from './voices.ts';

/** Something that is read aloud in one: a headline, a paragraph, an item of a list. */
export interface Passage {
  text: string;
  /** The language it is marked with, BCP 47; `null` for that of the article. */
  language: string | null;
  /** Whether it is Carrel that speaks, not the article: left out where no voice has its language. */
  isNotice: boolean;
}

/** How it is read. */
export interface Manner {
  /** 1 is the voice's own pace. */
  rate: number;
  voices: ChosenVoices;
}

/**
 * - `waiting`: voices may still come;
 * - `no-voice`: there is none for the article's language, or, without a speech, none at all;
 * - `failed`: the voice fell silent; `fault` says why, and the place is kept;
 * - `over`: the article was read to its end, and what follows is being opened.
 */
export type ListenState =
  | 'off'
  | 'waiting'
  | 'speaking'
  | 'paused'
  | 'no-voice'
  | 'failed'
  | 'over';

/** What is told of listening. */
export interface Listener {
  /** The state has changed, or what can be chosen. */
  changed: () => void;
  /** Another passage or piece is read, or another word of it. */
  moved: () => void;
  /** The last passage was read. */
  over: () => void;
}

/** Voices that have not come by then are not waited for; those that come later are taken still. */
const voicesWithinMs = 3000;

/** What voices say a minute at their own pace: 170 to 190 words of English, as audio books do. */
const wordsAMinute = 175;

/** Reading aloud: which passage and which piece of it, by which voice, and what comes next. */
export class Listening {
  state: ListenState = 'off';
  fault: SpeechFault | null = null;
  /** The language of the article that is read, BCP 47. */
  language = 'en';
  passages: readonly Passage[] = [];
  /** The passage that is read, by its place. */
  at = 0;
  /** The word that is being said, in the passage's text; `null` where the voice tells none. */
  word: Piece | null = null;

  private readonly speech: Speech | null;
  private readonly speaker: Speaker | null;
  private readonly listener: Listener;
  private manner: Manner = { rate: 1, voices: {} };
  private pieces: readonly Piece[] = [];
  private pieceAt = 0;
  /** How many words each passage has. */
  private wordCounts: readonly number[] = [];
  private tooLate: ReturnType<typeof setTimeout> | undefined;

  /** @param speech the system's speech; `null` where there is none. */
  constructor(speech: Speech | null, listener: Listener) {
    this.speech = speech;
    this.speaker = speech === null ? null : new Speaker(speech);
    this.listener = listener;
  }

  /** The piece that is read, in the passage's text. */
  get piece(): Piece | null {
    return this.pieces[this.pieceAt] ?? null;
  }

  /** All voices that the system names, the network's too. */
  get voices(): readonly SpeechSynthesisVoice[] {
    return this.speech?.getVoices() ?? [];
  }

  /** The languages of the article and of its passages that there is a voice for, the article's first. */
  get languages(): string[] {
    const tags = new Map<string, string>();
    for (const tag of [this.language, ...this.passages.map(({ language }) => language)]) {
      if (tag === null || tags.has(languageOf(tag)) || this.voiceOf(tag) === null) continue;
      tags.set(languageOf(tag), tag);
    }
    return [...tags.values()];
  }

  /** How long the rest takes, in seconds. */
  get leftSeconds(): number {
    const rest = this.wordCounts.slice(this.at + 1).reduce((sum, count) => sum + count, 0);
    const length = this.passages[this.at]?.text.length ?? 0;
    const share = length === 0 ? 0 : 1 - (this.piece?.start ?? 0) / length;
    const words = rest + (this.wordCounts[this.at] ?? 0) * share;
    return (words / wordsAMinute / this.manner.rate) * 60;
  }

  /**
   * Reads an article from one of its passages on, as soon as there is a voice.
   *
   * @param from where in the passage: the sentence there is read first. In UTF-16 units.
   */
  start(passages: readonly Passage[], at: number, language: string, from = 0): void {
    this.silence();
    this.take(passages, language);
    this.speech?.addEventListener('voiceschanged', this.onVoices);
    this.go(at);
    this.pieceAt = Math.max(
      0,
      this.pieces.findIndex(({ end }) => end > from),
    );
    if (this.hasVoice) this.speak();
    else if (this.voices.length > 0 || this.speech === null) this.turn('no-voice');
    else {
      this.turn('waiting');
      this.tooLate = setTimeout(() => this.turn('no-voice'), voicesWithinMs);
    }
  }

  /** Goes on in a text that has changed: at the same passage, or else at the first of the new ones. */
  renew(passages: readonly Passage[], language: string): void {
    const read = this.passages[this.at]?.text;
    const found = passages.findIndex(({ text }) => text === read);
    this.take(passages, language);
    if (found !== -1) {
      // What is being said goes on.
      this.at = found;
      this.listener.moved();
      return;
    }
    this.go(Math.min(1, passages.length - 1));
    if (this.state === 'speaking') this.speak();
    else this.onVoices();
  }

  /** Pauses, or goes on with the sentence that was interrupted. */
  toggle(): void {
    if (this.state === 'speaking') this.pause();
    else if (this.state === 'paused' || this.state === 'failed') this.speak();
  }

  /** Goes to the next passage or the previous one; after the last one it is over. */
  step(by: 1 | -1): void {
    if (!['speaking', 'paused', 'failed'].includes(this.state)) return;
    const to = this.readableFrom(this.at + by, by);
    if (to >= this.passages.length) {
      this.finish();
      return;
    }
    this.go(Math.max(to, 0));
    if (this.state === 'speaking') this.speak();
  }

  /** Reads at another pace or by another voice from now on: the sentence is said again. */
  set(manner: Manner): void {
    const before = this.manner;
    this.manner = manner;
    const isSame = before.rate === manner.rate && sameVoices(before.voices, manner.voices);
    if (!isSame && this.state === 'speaking') this.speak();
  }

  /** Ends it. */
  stop(): void {
    this.silence();
    this.passages = [];
    this.pieces = [];
    if (this.state !== 'off') this.turn('off');
  }

  private silence(): void {
    clearTimeout(this.tooLate);
    this.speech?.removeEventListener('voiceschanged', this.onVoices);
    this.speaker?.stop();
    this.word = null;
  }

  private get hasVoice(): boolean {
    return this.voiceOf(this.language) !== null;
  }

  private voiceOf(tag: string): SpeechSynthesisVoice | null {
    return voiceFor(this.voices, tag, this.manner.voices);
  }

  private readonly onVoices = (): void => {
    if (this.state === 'waiting' && this.hasVoice) this.speak();
    // Nobody expects a voice any more: it says nothing before it is asked.
    else if (this.state === 'no-voice' && this.hasVoice) this.turn('paused');
    else this.listener.changed();
  };

  private pause(): void {
    this.speaker?.stop();
    this.word = null;
    this.turn('paused');
  }

  private take(passages: readonly Passage[], language: string): void {
    this.passages = passages;
    this.language = language;
    this.wordCounts = passages.map((passage) =>
      wordCount(passage.text, passage.language ?? language),
    );
  }

  private go(at: number): void {
    this.at = at;
    this.pieceAt = 0;
    this.word = null;
    const passage = this.passages[at];
    this.pieces =
      passage === undefined ? [] : piecesOf(passage.text, passage.language ?? this.language);
    this.listener.moved();
  }

  /** Says the piece where it is, and then the next. */
  private speak(): void {
    clearTimeout(this.tooLate);
    const at = this.readableFrom(this.at, 1);
    if (at !== this.at) this.go(at);
    const { piece } = this;
    const passage = this.passages[this.at];
    if (piece === null || passage === undefined) {
      this.finish();
      return;
    }
    const own = passage.language === null ? null : this.voiceOf(passage.language);
    const voice = own ?? this.voiceOf(this.language);
    if (voice === null) {
      this.speaker?.stop();
      this.turn('no-voice');
      return;
    }
    this.fault = null;
    this.word = null;
    this.turn('speaking');
    this.listener.moved();
    const text = passage.text.slice(piece.start, piece.end);
    this.speaker?.say(
      { text, voice, rate: this.manner.rate },
      {
        word: (start, end) => {
          this.word = { start: piece.start + start, end: piece.start + end };
          this.listener.moved();
        },
        done: () => this.speakOn(),
        failed: (fault) => this.fail(fault),
        stopped: () => this.pause(),
      },
    );
  }

  private speakOn(): void {
    if (this.pieceAt + 1 < this.pieces.length) this.pieceAt += 1;
    else this.go(this.at + 1);
    this.speak();
  }

  private fail(fault: SpeechFault): void {
    this.fault = fault;
    this.word = null;
    this.turn('failed');
  }

  private finish(): void {
    this.speaker?.stop();
    this.word = null;
    this.turn('over');
    this.listener.over();
  }

  /** The first passage from one on, in a direction, that some voice can read. */
  private readableFrom(from: number, by: 1 | -1): number {
    let at = from;
    for (; ; at += by) {
      const passage = this.passages[at];
      const isSpoken =
        passage === undefined ||
        !passage.isNotice ||
        passage.language === null ||
        this.voiceOf(passage.language) !== null;
      if (isSpoken) return at;
    }
  }

  private turn(state: ListenState): void {
    this.state = state;
    this.listener.changed();
  }
}

function sameVoices(one: ChosenVoices, other: ChosenVoices): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
