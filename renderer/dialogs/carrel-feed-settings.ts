import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Failure, Feed, FeedChanges, FeedSettings, Sources } from '../../contract/types.ts';
import { toFailure } from '../../contract/errors.ts';
import { controls } from '../app/controls.ts';
import { carrel } from '../carrel.ts';
import './carrel-feed-health.ts';
import './carrel-login-fields.ts';
import type { CarrelLoginFields } from './carrel-login-fields.ts';
import { DoneEvent } from './events.ts';
import { amountChoices, intervalChoices, intervalInWords } from './feed-choices.ts';
import { changesOf } from './feed-changes.ts';
import { failed, folderOptions, wrong } from './form-parts.ts';
import { formStyles } from './form-styles.ts';
import { words } from '../words/language.ts';

/** What the select of folders says for a folder that is yet to be made. */
const newFolder = 'new';

/** The settings of a feed, kept by one Save, and below them how the feed fares. */
@customElement('carrel-feed-settings')
export class CarrelFeedSettings extends LitElement {
  static override styles = [
    controls,
    formStyles,
    css`
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
        column-gap: var(--space-4);
      }
      #kept {
        margin-block: calc(-1 * var(--space-2)) var(--space-4);
      }
      carrel-feed-health {
        margin-block-start: var(--space-5);
        padding-block-start: var(--space-4);
        border-block-start: 1px solid var(--line);
      }
    `,
  ];
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  @property({ attribute: false }) feed!: Feed;
  @property({ attribute: false }) sources: Sources = { folders: [], feeds: [] };
  /** What the keyboard is put in. */
  @property() entry: 'title' | 'login' = 'title';
  /** The folder chosen: its id, `new`, or nothing for none. */
  @state() private folder = '';
  @state() private untitledFolder = false;
  @state() private busy = false;
  @state() private failure: Failure | null = null;
  @query('form') private form!: HTMLFormElement;
  @query('#folder-title') private folderTitle!: HTMLInputElement | null;
  @query('carrel-login-fields') private loginFields!: CarrelLoginFields;

  override focus(options?: FocusOptions): void {
    if (this.entry === 'login') {
      this.loginFields.scrollIntoView({ block: 'center' });
      this.loginFields.enter();
    } else super.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Only once: what the reader chose stays while the feed is fetched and read again.
    if (!this.hasUpdated && changed.has('feed')) this.folder = String(this.feed.folderId ?? '');
  }

  override render(): TemplateResult {
    const { feed } = this;
    const { everyMinutes, keep, pictures, enclosures } = feed.settings;
    const { common, feed: says } = words();
    return html`<form @submit=${this.onSubmit} novalidate>
        <label class="field">
          <span class="name">${says.title}</span>
          <input
            class="input"
            name="title"
            dir="auto"
            maxlength="500"
            autocomplete="off"
            placeholder=${feed.ownTitle === null ? feed.title : says.ownTitle}
            .defaultValue=${feed.ownTitle ?? ''}
          />
        </label>
        ${this.folderField()}
        <div class="pair">
          <label class="field">
            <span class="name">${says.howOften}</span>
            <select name="everyMinutes">
              <option value="">${says.asPublished}</option>
              ${intervalChoices(everyMinutes).map((minutes) =>
                option(minutes, everyMinutes, intervalInWords(minutes)),
              )}
            </select>
          </label>
          <label class="field">
            <span class="name">${says.howMany}</span>
            <select name="keep" aria-describedby="kept">
              <option value="">${says.all}</option>
              ${amountChoices(keep).map((amount) => option(amount, keep, says.newest(amount)))}
            </select>
          </label>
        </div>
        <p id="kept" class="help">${says.keepHelp}</p>
        ${this.textFrom()}
        <fieldset>
          <legend>${says.fetchedWith}</legend>
          ${check('pictures', pictures, says.pictures)}
          ${check('enclosures', enclosures, says.enclosures)}
        </fieldset>
        <carrel-login-fields .kept=${feed.login} ?disabled=${this.busy}></carrel-login-fields>
        ${failed(this.failure)}
        <div class="buttons">
          <button class="button first" ?disabled=${this.busy}>${common.save}</button>
        </div>
      </form>
      <carrel-feed-health .feed=${feed}></carrel-feed-health>`;
  }

  private folderField(): TemplateResult {
    const isNew = this.folder === newFolder;
    const { feed: says, folder: folderSays } = words();
    return html`<label class="field">
        <span class="name">${says.folder}</span>
        <select @change=${this.onFolder}>
          <option value="">${folderSays.none}</option>
          ${folderOptions(this.sources, isNew ? null : Number(this.folder))}
          <option value=${newFolder} .selected=${isNew}>${says.newFolder}</option>
        </select>
      </label>
      ${
        isNew
          ? html`<div class="field">
              <label class="name" for="folder-title">${says.newFolderTitle}</label>
              <input
                id="folder-title"
                dir="auto"
                class="input"
                maxlength="500"
                autocomplete="off"
                aria-invalid=${this.untitledFolder}
                aria-describedby=${this.untitledFolder ? 'untitled' : nothing}
                @input=${() => {
                  this.untitledFolder = false;
                }}
              />
              ${wrong('untitled', this.untitledFolder ? folderSays.untitled : null)}
            </div>`
          : nothing
      }`;
  }

  private textFrom(): TemplateResult {
    const { textFrom } = this.feed.settings;
    const says = words().feed;
    const choice = (value: FeedSettings['textFrom'], name: string) =>
      html`<label class="choice">
        <input type="radio" name="textFrom" value=${value} .defaultChecked=${textFrom === value} />
        ${name}
      </label>`;
    return html`<fieldset>
      <legend>${says.text}</legend>
      ${choice('page', says.textOfPage)} ${choice('feed', says.textOfFeed)}
    </fieldset>`;
  }

  private readonly onFolder = async (event: Event): Promise<void> => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    this.folder = event.target.value;
    this.untitledFolder = false;
    await this.updateComplete;
    this.folderTitle?.focus();
  };

  private readonly onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const title = this.folderTitle?.value.trim() ?? null;
    this.untitledFolder = title === '';
    if (this.untitledFolder) this.folderTitle?.focus();
    if (this.busy || this.untitledFolder || !this.loginFields.check()) return;
    const { login } = this.loginFields;
    const changes = changesOf(new FormData(this.form), this.feed);
    this.busy = true;
    this.failure = null;
    try {
      if (title !== null) await this.makeFolder(title);
      await this.save({ ...changes, ...this.folderChange() });
      if (login !== undefined) await carrel().saveLogin(this.feed.id, login);
      this.dispatchEvent(new DoneEvent(words().feed.saved));
    } catch (error) {
      this.failure = toFailure(error);
    } finally {
      this.busy = false;
    }
  };

  /** Makes the new folder, which is chosen then, so that saving once more makes no other. */
  private async makeFolder(title: string): Promise<void> {
    const { id } = await carrel().addFolder(title, null);
    this.folder = String(id);
  }

  private folderChange(): FeedChanges {
    const folderId = this.folder === '' ? null : Number(this.folder);
    return folderId === this.feed.folderId ? {} : { folderId };
  }

  private async save(changes: FeedChanges): Promise<void> {
    if (Object.keys(changes).length > 0) await carrel().saveFeed(this.feed.id, changes);
  }
}

function option(value: number, chosen: number | null, name: string): TemplateResult {
  return html`<option value=${value} .defaultSelected=${value === chosen}>${name}</option>`;
}

function check(name: string, checked: boolean, label: string): TemplateResult {
  return html`<label class="choice">
    <input type="checkbox" name=${name} .defaultChecked=${checked} />
    ${label}
  </label>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-feed-settings': CarrelFeedSettings;
  }
}
