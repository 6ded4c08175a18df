import { html, nothing } from 'lit';
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import type { Article, Settings } from '../../contract/types.ts';
import { selectedIn } from '../article/quote.ts';
import { language, words } from '../words/language.ts';
import './carrel-listen-bar.ts';
import type { CarrelListenBar, ListenShown } from './carrel-listen-bar.ts';
import { ListenOverEvent } from './events.ts';
import type { ListenActEvent } from './events.ts';
import { Follow } from './follow.ts';
import { Listening } from './listening.ts';
import { passagesOf } from './passages.ts';
import type { PlacedPassage } from './passages.ts';
import { systemSpeech } from './speaker.ts';
import { startIn } from './start.ts';
import type { Start } from './start.ts';

/** An article as it is laid out. */
export interface LaidOut {
  article: Article;
  headline: Element | null;
  body: Element;
  scroller: Element;
}

/**
 * Listening to the article of a reading view: its passages, the bar, and what is painted in the text.
 *
 * It ends when another article is opened by hand, when the view goes, and when the window is left.
 */
export class ArticleListening implements ReactiveController {
  private readonly host: LitElement;
  private readonly laidOut: () => LaidOut | null;
  private readonly follow = new Follow(() => this.showInBar());
  private readonly speech = systemSpeech();
  private readonly listening = new Listening(this.speech, {
    changed: () => this.onChanged(),
    moved: () => this.onMoved(),
    over: () => this.host.dispatchEvent(new ListenOverEvent()),
  });
  private placed: readonly PlacedPassage[] = [];
  private settings: Settings | null = null;
  private isShown = false;

  /** @param laidOut the open article, when it is to be listened to. */
  constructor(host: LitElement, laidOut: () => LaidOut | null) {
    this.host = host;
    this.laidOut = laidOut;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.onLeave);
    // What the page said before it was loaded again.
    if (this.speech?.speaking === true) this.speech.cancel();
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.onLeave);
    this.end();
  }

  /** Begins where the reader is, pauses, or goes on. */
  toggle(): void {
    const { state } = this.listening;
    if (state === 'off') {
      this.begin(({ body, scroller }) => startIn(this.placed, scroller, selectedIn(body)));
    } else this.listening.toggle();
  }

  /** Begins the article that followed one that was read to its end. */
  goOn(): void {
    if (this.listening.state === 'over') this.begin(() => ({ at: 0, from: 0 }));
  }

  /** Ends it; `false` where nothing was listened to. */
  end(): boolean {
    const was = this.isOn;
    const hasKeyboard = this.bar?.matches(':focus-within') === true;
    this.listening.stop();
    if (hasKeyboard) this.host.focus();
    return was;
  }

  /** Another article is open: ends, unless it is the one that follows. */
  articleChanged(): void {
    this.follow.end();
    if (this.listening.state !== 'over') this.end();
  }

  /** The text of the open article is another one now. */
  bodyChanged(): void {
    const laidOut = this.laidOut();
    if (!this.isOn || this.listening.state === 'over' || laidOut === null) return;
    this.take(laidOut);
    this.listening.renew(this.placed, tongueOf(laidOut.article));
  }

  /** Takes the pace and the voices that are set. */
  set(settings: Settings): void {
    this.settings = settings;
    const { speechPercent, speechVoices } = settings;
    this.listening.set({ rate: speechPercent / 100, voices: speechVoices });
    this.showInBar();
  }

  /** Whether the view scrolls to what is read, which nothing else may stop. */
  get isScrolling(): boolean {
    return this.follow.isScrolling;
  }

  /** The reader scrolled. */
  scrolled(): void {
    if (this.isOn) this.follow.scrolled();
  }

  /** The bar, while there is something to listen to. */
  render(): TemplateResult | typeof nothing {
    if (!this.isOn) return nothing;
    return html`<carrel-listen-bar
      .shown=${this.shown()}
      @listen-act=${this.onAct}
    ></carrel-listen-bar>`;
  }

  get isOn(): boolean {
    return this.listening.state !== 'off';
  }

  private get bar(): CarrelListenBar | null {
    return this.host.shadowRoot?.querySelector('carrel-listen-bar') ?? null;
  }

  private begin(startOf: (laidOut: LaidOut) => Start): void {
    const laidOut = this.laidOut();
    if (laidOut === null) return;
    this.take(laidOut);
    const { at, from } = startOf(laidOut);
    this.follow.begin(laidOut.scroller);
    this.listening.start(this.placed, at, tongueOf(laidOut.article), from);
  }

  private take({ headline, body }: LaidOut): void {
    const { tableLeftOut, codeLeftOut } = words().listen;
    const notices = { language: language(), table: tableLeftOut, code: codeLeftOut };
    this.placed = passagesOf(headline, body, notices);
  }

  private onChanged(): void {
    if (!this.isOn) this.follow.end();
    if (this.isOn !== this.isShown) {
      this.isShown = this.isOn;
      this.host.requestUpdate();
    }
    this.showInBar();
  }

  private onMoved(): void {
    const { at, piece, word } = this.listening;
    const passage = this.placed[at];
    if (passage !== undefined && this.isOn) this.follow.show(passage, piece, word);
    if (word === null) this.showInBar();
  }

  /** The bar alone: an update of the whole view for each sentence would be dear. */
  private showInBar(): void {
    if (this.bar !== null) this.bar.shown = this.shown();
  }

  private shown(): ListenShown {
    const { state, fault, language: tongue, leftSeconds, voices, languages } = this.listening;
    return {
      state,
      fault,
      tongue,
      leftSeconds,
      voices,
      languages,
      canSpeak: this.speech !== null,
      isAway: this.follow.isAway,
      settings: this.settings,
    };
  }

  private readonly onAct = ({ act }: ListenActEvent): void => {
    if (act === 'toggle') this.toggle();
    else if (act === 'back') this.follow.back();
    else if (act === 'end') this.end();
    else {
      this.listening.step(act === 'next' ? 1 : -1);
      this.follow.back();
    }
  };

  private readonly onLeave = (): void => {
    this.end();
  };
}

/** What is read of an article that declares no language is taken for the window's. */
function tongueOf({ language: tongue }: Article): string {
  return tongue ?? language();
}
