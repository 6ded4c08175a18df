import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Scope } from '../../contract/types.ts';
import { Bringing, type BringingShown } from '../bring/bringing.ts';
import type { Gathered } from '../bring/gather.ts';
import { reportInWords } from '../bring/import-report.ts';
import '../dialogs/carrel-dialogs.ts';
import { dialogFor } from '../dialogs/dialog-shown.ts';
import type { DialogShown } from '../dialogs/dialog-shown.ts';
import type { DoneEvent } from '../dialogs/events.ts';
import { carrel } from '../carrel.ts';
import type { UnsubscribedEvent } from '../dialogs/unsubscribe-question.ts';
import { icons } from '../icons.ts';
import '../progress/carrel-progress.ts';
import type { SettingsChangeEvent } from '../settings/events.ts';
import '../welcome/carrel-welcome.ts';
import { attempt, cancelRefresh, refresh } from './actions.ts';
import type { Messages } from './actions.ts';
import { appStyles } from './app-styles.ts';
import './carrel-banners.ts';
import './carrel-reader.ts';
import type { CarrelReader } from './carrel-reader.ts';
import './carrel-toasts.ts';
import type { CarrelToasts } from './carrel-toasts.ts';
import type {
  ArticleOpenEvent,
  CommandEvent,
  PageSavedEvent,
  PlaceMoveEvent,
  ScopeSelectEvent,
  SubscribedEvent,
} from './events.ts';
import { movePlace, removeFolder } from './folder-actions.ts';
import { FileDrop, chooseFiles, exportOpml } from './files.ts';
import { commandFor } from './keys.ts';
import type { Command } from './keys.ts';
import { Library } from './library.ts';
import { redraw } from '../redraw.ts';
import { setSingleKeys } from './single-keys.ts';
import { words } from '../words/language.ts';
import { speak } from '../words/speak.ts';

/** What is done within this time needs no dialog that tells of it. */
const slowMs = 700;

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
  private readonly bringing = new Bringing(
    this,
    (bringing) => void this.brought(bringing),
    (failure) => this.messages.fail(failure),
  );
  private readonly drop = new FileDrop(this, (gathered) => void this.bring(gathered));

  private readonly messages: Messages = {
    say: (said, undo, gone) => this.toasts.show(said, undo, gone),
    announce: (said) => this.toasts.announce(said),
    fail: (failure) => this.toasts.fail(failure),
  };

  /** The commands that do not concern articles; the reader has the others. */
  private readonly commands: Partial<Record<Command, (scope: Scope) => void>> = {
    refresh: () => void refresh(this.messages, { kind: 'all' }),
    'cancel-refresh': () => void cancelRefresh(this.messages),
    undo: () => this.toasts.undo(),
    'open-files': () => void chooseFiles('files').then((gathered) => this.bring(gathered)),
    'open-folder': () => void chooseFiles('folder').then((gathered) => this.bring(gathered)),
    'export-opml': () => void attempt(this.messages, () => exportOpml(false)),
    'remove-folder': (scope) => this.removeFolder(scope),
    'retry-all': (scope) => void this.retryAll(scope),
    provenance: () => this.showProvenance(),
    export: () => this.showExport(),
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
    const { settings } = this.library;
    if (settings === null) return;
    document.documentElement.dataset['theme'] = settings.theme;
    void attempt(this.messages, () => speak(settings.language));
    if (setSingleKeys(settings.singleKeys)) void this.updateComplete.then(() => redraw(document));
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
          .bringing=${this.bringing.shown}
          .travel=${library.travel}
          @import-show=${() => this.show({ kind: 'import' })}
          @command-given=${this.onCommand}
        ></carrel-progress>
      </footer>
      <carrel-dialogs
        .shown=${this.dialog}
        .sources=${library.sources}
        .bringing=${this.bringing.shown}
        .travel=${library.travel}
        .progress=${library.progress}
        @article-open=${this.onArticleOpen}
        @close=${this.onClose}
        @import-stop=${() => void this.bringing.stop()}
        @import-go-on=${() => void this.bringing.goOn()}
        @import-forget=${this.onForget}
        @subscribed=${this.onSubscribed}
        @page-saved=${this.onPageSaved}
        @unsubscribed=${this.onUnsubscribed}
        @command-given=${this.onCommand}
        @scope-select=${this.onScopeSelect}
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
    const { app } = words();
    return html`<div class="drop">
      <div>${icons.file} ${app.dropHere}<small>${app.dropWhat}</small></div>
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

  /** What was told of a finished import is read; one that goes on is shown along the bottom. */
  private readonly onClose = (): void => {
    const wasImport = this.dialog?.kind === 'import';
    this.show(null);
    if (wasImport && this.bringing.shown?.import?.state === 'done') void this.bringing.forget();
  };

  private readonly onArticleOpen = ({ id }: ArticleOpenEvent): void => {
    this.show(null);
    void this.reader?.open(id, false);
  };

  private readonly onForget = (): void => {
    this.show(null);
    void this.bringing.forget();
  };

  private readonly onScopeSelect = ({ scope }: ScopeSelectEvent): void => {
    this.reader?.choose(scope);
  };

  private showProvenance(): void {
    const article = this.reader?.current ?? null;
    if (article !== null) this.show({ kind: 'provenance', id: article.id });
  }

  private showExport(): void {
    const ids = this.reader?.chosen.map(({ id }) => id) ?? [];
    if (ids.length > 0) this.show({ kind: 'export-articles', ids });
  }

  private async retryAll(scope: Scope): Promise<void> {
    await attempt(this.messages, async () => {
      const count = await carrel().retryAll(scope);
      this.messages.say(words().app.triedAgain(count), null);
    });
  }

  private removeFolder(scope: Scope): void {
    const { sources } = this.library;
    if (scope.kind === 'folder' && sources !== null) {
      void removeFolder(this.messages, sources, scope.id);
    }
  }

  private async bring(gathered: Gathered): Promise<void> {
    if (this.bringing.isBusy) this.show({ kind: 'import' });
    else this.messages.announce(words().app.bringingIn);
    // What is quick needs no dialog.
    const slow = setTimeout(() => {
      if (this.bringing.isBusy && this.dialog === null) this.show({ kind: 'import' });
    }, slowMs);
    await this.bringing.bring(gathered);
    if (!this.bringing.isBusy) clearTimeout(slow);
  }

  /** Files were taken: says what they brought, and opens what was alone. */
  private async brought({ import: taken, unread }: BringingShown): Promise<void> {
    if (taken === null) return;
    const { report } = taken;
    const isWhole = report.refusedCount + unread.length === 0;
    if (!isWhole && this.dialog === null) this.show({ kind: 'import' });
    if (isWhole && this.dialog === null) {
      this.messages.say(reportInWords(report), null);
      void this.bringing.forget();
    }
    if (report.articleCount + report.feeds.length === 0) return;
    const reader = await this.begin();
    if (report.articleCount > 0) reader?.choose({ kind: 'saved' });
    const [only] = report.articles;
    if (report.articleCount === 1 && only !== undefined) await reader?.open(only, false);
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
    const { app } = words();
    this.messages.say(present ? app.present(feed.title) : app.subscribed(feed.title), null);
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
    this.messages.say(words().app.unsubscribed(event.feed.title), null);
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
    // A message would go on standing there in the language that is left.
    if (changes.language !== undefined) this.toasts.clear();
    void attempt(this.messages, () => this.library.saveSettings(changes));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-app': CarrelApp;
  }
}
