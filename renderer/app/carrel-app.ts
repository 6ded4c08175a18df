import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Scope } from '../../contract/types.ts';
import '../dialogs/carrel-dialogs.ts';
import { dialogFor } from '../dialogs/dialog-shown.ts';
import type { DialogShown } from '../dialogs/dialog-shown.ts';
import type { DoneEvent } from '../dialogs/events.ts';
import { importInWords } from '../dialogs/import-report.ts';
import type { UnsubscribedEvent } from '../dialogs/unsubscribe-question.ts';
import { icons } from '../icons.ts';
import '../progress/carrel-progress.ts';
import type { SettingsChangeEvent } from '../settings/carrel-settings.ts';
import '../welcome/carrel-welcome.ts';
import { attempt, cancelRefresh, refresh } from './actions.ts';
import type { Messages } from './actions.ts';
import { appStyles } from './app-styles.ts';
import './carrel-banners.ts';
import './carrel-reader.ts';
import type { CarrelReader } from './carrel-reader.ts';
import './carrel-toasts.ts';
import type { CarrelToasts } from './carrel-toasts.ts';
import type { CommandEvent, PageSavedEvent, PlaceMoveEvent, SubscribedEvent } from './events.ts';
import { movePlace, removeFolder } from './folder-actions.ts';
import { FileDrop, chooseFiles, exportOpml, importFiles } from './files.ts';
import { commandFor } from './keys.ts';
import type { Command } from './keys.ts';
import { Library } from './library.ts';

/** The window: the welcome or the three panes, and around them dialogs, messages, progress, files. */
@customElement('carrel-app')
export class CarrelApp extends LitElement {
  static override styles = appStyles;

  @state() private dialog: DialogShown | null = null;
  /** Whether the welcome has done its work, though the library is not read again yet. */
  @state() private begun = false;
  @query('carrel-reader') private reader!: CarrelReader | null;
  @query('carrel-toasts') private toasts!: CarrelToasts;

  private readonly library = new Library(this);
  private readonly drop = new FileDrop(this, (files) => void this.bring(files));

  private readonly messages: Messages = {
    say: (words, undo) => this.toasts.show(words, undo),
    announce: (words) => this.toasts.announce(words),
    fail: (message) => this.toasts.show(message, null, 'failed'),
  };

  /** The commands that do not concern articles; the reader has the others. */
  private readonly commands: Partial<Record<Command, (scope: Scope) => void>> = {
    refresh: () => void refresh(this.messages, { kind: 'all' }),
    'cancel-refresh': () => void cancelRefresh(this.messages),
    undo: () => this.toasts.undo(),
    'open-files': () => void chooseFiles().then((files) => this.bring(files)),
    'export-opml': () => void attempt(this.messages, () => exportOpml(false)),
    'remove-folder': (scope) => this.removeFolder(scope),
  };

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.onKey);
  }

  protected override updated(): void {
    const theme = this.library.settings?.theme;
    if (theme !== undefined) document.documentElement.dataset['theme'] = theme;
  }

  override render(): TemplateResult {
    const { library } = this;
    return html`<carrel-banners
        .down=${library.down}
        .problem=${library.problem}
        @dismiss=${() => library.dismissProblem()}
      ></carrel-banners>
      ${this.content()}
      <footer>
        <carrel-progress
          .progress=${library.progress}
          @command-given=${this.onCommand}
        ></carrel-progress>
      </footer>
      <carrel-dialogs
        .shown=${this.dialog}
        .sources=${library.sources}
        @close=${() => this.show(null)}
        @subscribed=${this.onSubscribed}
        @page-saved=${this.onPageSaved}
        @unsubscribed=${this.onUnsubscribed}
        @command-given=${this.onCommand}
        @done=${this.onDone}
      ></carrel-dialogs>
      <carrel-toasts></carrel-toasts>
      ${this.drop.over ? this.dropHint() : nothing}`;
  }

  private content(): TemplateResult | typeof nothing {
    if (!this.library.known) return nothing;
    return this.welcoming ? this.welcome() : this.panes();
  }

  private welcome(): TemplateResult {
    return html`<carrel-welcome
      @command-given=${this.onCommand}
      @scope-select=${() => void this.begin()}
      @subscribed=${this.onSubscribed}
      @page-saved=${this.onPageSaved}
    ></carrel-welcome>`;
  }

  private panes(): TemplateResult {
    const { library } = this;
    return html`<carrel-reader
      .sources=${library.sources}
      .counts=${library.counts}
      .settings=${library.settings}
      .messages=${this.messages}
      @command-given=${this.onCommand}
      @settings-change=${this.onSettingsChange}
      @place-move=${this.onPlaceMove}
    ></carrel-reader>`;
  }

  private dropHint(): TemplateResult {
    return html`<div class="drop">
      <div>${icons.file} Drop to open<small>OPML, HTML or text, several at once</small></div>
    </div>`;
  }

  private get welcoming(): boolean {
    return this.library.empty && !this.begun;
  }

  /** Shows the panes, whatever the library was a moment ago. */
  private async begin(): Promise<CarrelReader | null> {
    this.begun = true;
    this.library.read();
    await this.updateComplete;
    return this.reader;
  }

  private show(dialog: DialogShown | null): void {
    this.dialog = dialog;
  }

  private removeFolder(scope: Scope): void {
    const { sources } = this.library;
    if (scope.kind === 'folder' && sources !== null) {
      void removeFolder(this.messages, sources, scope.id);
    }
  }

  private async bring(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    this.messages.announce('Opening files');
    const reports = await importFiles(files);
    const articles = reports.flatMap((report) => report.articles);
    const feeds = reports.flatMap((report) => report.feeds);
    if (reports.some(({ refused }) => refused.length > 0)) this.show({ kind: 'import', reports });
    else this.messages.say(importInWords(reports), null);
    if (articles.length + feeds.length === 0) return;
    const reader = await this.begin();
    if (articles.length > 0) reader?.choose({ kind: 'saved' });
    const [only] = articles;
    if (articles.length === 1 && only !== undefined) await reader?.open(only, false);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (this.dialog !== null || this.welcoming) return;
    const command = commandFor(event);
    if (command === null) return;
    event.preventDefault();
    this.give(command);
  };

  private readonly onCommand = (event: CommandEvent): void => {
    this.give(event.command, event.scope);
  };

  /** Does a command, to the place it names or else the chosen one. */
  private give(command: Command, scope: Scope | null = null): void {
    const place = scope ?? this.reader?.place ?? { kind: 'all' };
    const dialog = dialogFor(command, place, this.library.sources);
    if (dialog !== null) this.show(dialog);
    else if (this.reader?.do(command, place) !== true) this.commands[command]?.(place);
  }

  private readonly onSubscribed = async ({ feed, present }: SubscribedEvent): Promise<void> => {
    this.show(null);
    this.library.add(feed);
    const reader = await this.begin();
    reader?.choose({ kind: 'feed', id: feed.id });
    const words = present
      ? `${feed.title} was in the library before`
      : `Subscribed to ${feed.title}`;
    this.messages.say(words, null);
  };

  private readonly onPageSaved = async (event: PageSavedEvent): Promise<void> => {
    this.show(null);
    const reader = await this.begin();
    reader?.choose({ kind: 'saved' });
    await reader?.open(event.id, false);
  };

  private readonly onUnsubscribed = (event: UnsubscribedEvent): void => {
    this.show(null);
    this.library.read();
    this.messages.say(`Unsubscribed from ${event.feed.title}`, null);
  };

  private readonly onDone = (event: DoneEvent): void => {
    this.show(null);
    this.messages.say(event.words, null);
  };

  private readonly onPlaceMove = ({ moved, folderId }: PlaceMoveEvent): void => {
    const { sources } = this.library;
    if (sources !== null) void movePlace(this.messages, sources, moved, folderId);
  };

  private readonly onSettingsChange = ({ changes }: SettingsChangeEvent): void => {
    void attempt(this.messages, () => this.library.saveSettings(changes));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-app': CarrelApp;
  }
}
