import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Settings } from '../../contract/types.ts';

/** The controls that the groups of the settings are made of. Each tells at once what was chosen. */

/** Takes what the reader changed, to be shown and kept. */
export type Change = (changes: Partial<Settings>) => void;

/** One of a few choices; those of one `name` leave out each other. */
export function radio(
  name: keyof Settings,
  label: string,
  checked: boolean,
  choose: () => void,
): TemplateResult {
  return html`<label>
    <input type="radio" name=${name} .checked=${checked} @change=${choose} />
    ${label}
  </label>`;
}

/** What is so or is not so. */
export function check(
  label: string,
  checked: boolean,
  choose: (checked: boolean) => void,
): TemplateResult {
  return html`<label class="check">
    <input
      type="checkbox"
      .checked=${checked}
      @change=${({ target }: Event) => {
        if (target instanceof HTMLInputElement) choose(target.checked);
      }}
    />
    ${label}
  </label>`;
}

/** What a slider chooses: its name, where it stands and between what, and its value in words. */
export interface Range {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  inWords: (value: number) => string;
}

/**
 * A slider, with its value beside its name. The value stands last in the label: a label names the
 * first thing in it that can be named, and an `output` can.
 */
export function range(
  { label, value, min, max, step, inWords }: Range,
  choose: (value: number) => void,
): TemplateResult {
  return html`<label class="range">
    <span class="name">${label}</span>
    <input
      type="range"
      min=${min}
      max=${max}
      step=${step}
      .value=${String(value)}
      aria-valuetext=${inWords(value)}
      @input=${({ target }: Event) => {
        if (target instanceof HTMLInputElement) choose(target.valueAsNumber);
      }}
    />
    <output aria-hidden="true">${inWords(value)}</output>
  </label>`;
}
