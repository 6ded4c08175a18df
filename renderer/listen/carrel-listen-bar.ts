import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Settings } from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { selectStyles } from '../app/select-styles.ts';
import { popoverStyles } from '../app/popover-styles.ts';
import { icons } from '../icons.ts';
import { SettingsChangeEvent } from '../settings/events.ts';
import { language, words } from '../words/language.ts';
import { ListenActEvent } from './events.ts';
import type { ListenAct } from './events.ts';
import { listenStyles } from './listen-styles.ts';
import type { ListenState } from './listening.ts';
import type { SpeechFault } from './speaker.ts';
import { languageOf, voiceFor, voicesFor } from './voices.ts';

/** What of listening the bar shows. */
export interface ListenShown {
  state: ListenState;
  fault: SpeechFault | null;
  /** The article's language, BCP 47. */
  tongue: string;
  leftSeconds: number;
  voices: readonly SpeechSynthesisVoice[];
  /** The languages in the article that there is a voice for, BCP 47. */
  languages: readonly string[];
  /** Whether the browser can speak at all. */
  canSpeak: boolean;
  /** Whether the reader has scrolled away from what is read. */
  isAway: boolean;
  settings: Settings | null;
}

const percents = [75, 100, 125, 150, 175, 200, 225, 250];

/** Below the text while it is read aloud: what is done with it, how fast, by which voice, how long. */
@customElement('carrel-listen-bar')
export class CarrelListenBar extends LitElement {
  static override styles = [controls, selectStyles, popoverStyles, listenStyles];

  @property({ attribute: false }) shown: ListenShown | null = null;
  @state() private open = false;
  @query('.more') private moreButton!: HTMLElement | null;
  @query('[popover]') private sheet!: HTMLElement | null;

  override render(): TemplateResult | typeof nothing {
    const { shown } = this;
    if (shown === null) return nothing;
    const { listen, direction } = words();
    const canPlay = ['speaking', 'paused', 'failed', 'over'].includes(shown.state);
    return html`${shown.isAway && canPlay ? this.wayBack() : nothing}
      <div class="bar" role="group" aria-label=${listen.bar} lang=${language()} dir=${direction}>
        ${canPlay ? this.playButtons(shown) : nothing}
        <p class=${shown.state === 'failed' || shown.state === 'no-voice' ? 'fault' : ''}>
          <span role="status">${messageOf(shown)}</span>
          ${shown.state === 'speaking' || shown.state === 'paused' ? leftOf(shown.leftSeconds) : nothing}
        </p>
        ${canPlay ? [this.speed(shown), this.more(shown)] : nothing}
        ${this.tool('end', listen.end, icons.close)}
      </div>`;
  }

  private wayBack(): TemplateResult {
    return html`<div class="away">
      <button class="button first" @click=${() => this.act('back')}>
        ${icons.sound} ${words().listen.back}
      </button>
    </div>`;
  }

  private playButtons({ state: playing }: ListenShown): TemplateResult {
    const { listen } = words();
    const isSpeaking = playing === 'speaking';
    return html`${this.tool('previous', listen.previous, icons.up)}
    ${this.tool('toggle', isSpeaking ? listen.pause : listen.play, isSpeaking ? icons.pause : icons.play)}
    ${this.tool('next', listen.next, icons.down)}`;
  }

  private tool(act: ListenAct, name: string, icon: TemplateResult): TemplateResult {
    return html`<button
      class="tool ${act}"
      aria-label=${name}
      title=${name}
      @click=${() => this.act(act)}
    >
      ${icon}
    </button>`;
  }

  private speed({ settings }: ListenShown): TemplateResult {
    const { speed, times } = words().listen;
    const set = settings?.speechPercent ?? 100;
    return html`<select aria-label=${speed} title=${speed} @change=${this.onSpeed}>
      ${percents.map((each) => html`<option value=${each} .selected=${each === set}>${times(each / 100)}</option>`)}
    </select>`;
  }

  private more({ languages, voices, settings }: ListenShown): TemplateResult {
    const { listen } = words();
    return html`<button
        class="tool more"
        popovertarget="more"
        aria-expanded=${this.open}
        aria-label=${listen.more}
        title=${listen.more}
      >
        ${icons.sliders}
      </button>
      <div
        id="more"
        popover
        role="dialog"
        aria-label=${listen.more}
        @beforetoggle=${this.onBeforeToggle}
        @toggle=${this.onToggle}
      >
        ${languages.map((tag) => this.voiceChoice(tag, voices, settings))}
        <label class="check">
          <input
            type="checkbox"
            .checked=${settings?.listenOn !== false}
            @change=${this.onListenOn}
          />
          ${listen.goOn}
        </label>
      </div>`;
  }

  private voiceChoice(
    tag: string,
    voices: readonly SpeechSynthesisVoice[],
    settings: Settings | null,
  ): TemplateResult {
    const taken = voiceFor(voices, tag, settings?.speechVoices ?? {});
    const choose = ({ target }: Event): void => {
      if (!(target instanceof HTMLSelectElement)) return;
      const speechVoices = { ...settings?.speechVoices, [languageOf(tag)]: target.value };
      this.change({ speechVoices });
    };
    return html`<label class="voice">
      <span>${words().listen.voice(nameOf(tag))}</span>
      <select @change=${choose}>
        ${voicesFor(voices, tag).map(
          ({ voiceURI, name }) =>
            html`<option value=${voiceURI} .selected=${voiceURI === taken?.voiceURI}>
              ${name}
            </option>`,
        )}
      </select>
    </label>`;
  }

  private act(act: ListenAct): void {
    this.dispatchEvent(new ListenActEvent(act));
  }

  private change(changes: Partial<Settings>): void {
    this.dispatchEvent(new SettingsChangeEvent(changes));
  }

  private readonly onSpeed = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement) this.change({ speechPercent: Number(target.value) });
  };

  private readonly onListenOn = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) this.change({ listenOn: target.checked });
  };

  /** Gives the keyboard back, which the browser does not do within a shadow root. */
  private readonly onBeforeToggle = (event: ToggleEvent): void => {
    if (event.newState === 'closed' && this.sheet?.matches(':focus-within') === true) {
      this.moreButton?.focus();
    }
  };

  /** The keyboard goes into the sheet, so that Escape closes it and does not end listening. */
  private readonly onToggle = (event: ToggleEvent): void => {
    this.open = event.newState === 'open';
    if (this.open) this.sheet?.querySelector<HTMLElement>('select, input')?.focus();
  };
}

/** What is said besides: why nothing is heard, or what is waited for. */
function messageOf({ state: listening, fault, tongue, canSpeak }: ListenShown): string {
  const { listen } = words();
  if (listening === 'waiting') return listen.waiting;
  if (listening === 'over') return listen.opening;
  if (listening === 'failed' && fault !== null) return listen.faults[fault];
  if (listening !== 'no-voice') return '';
  return canSpeak ? listen.noVoice(nameOf(tongue)) : listen.cannotSpeak;
}

/** How long the rest takes, in whole words, and in short ones for a narrow pane. */
function leftOf(seconds: number): TemplateResult {
  const { left, leftLess, leftLessShort } = words().listen;
  const minutes = Math.round(seconds / 60);
  const [whole, short] =
    seconds < 60 ? [leftLess, leftLessShort] : [left(minutes), words().dates.minutes(minutes)];
  return html`<span class="whole">${whole}</span><span class="short">${short}</span>`;
}

/** What a language is called in the window's own; a tag that is none as it stands. */
function nameOf(tag: string): string {
  try {
    const names = new Intl.DisplayNames(language(), { type: 'language' });
    return names.of(languageOf(tag)) ?? tag;
  } catch {
    return tag;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-listen-bar': CarrelListenBar;
  }
}
