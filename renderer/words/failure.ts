import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Failure } from '../../contract/types.ts';
import { language, words } from './language.ts';

/**
 * A failure as the reader is told it. The engine's sentence is English and names the act and the
 * cause; in another language, what went wrong is said first, and that sentence is the detail.
 */
export function failureShown(failure: Failure): TemplateResult | string {
  const { kind, message } = failure;
  if (language() === engineLanguage) return message;
  return html`${words().failures[kind]} <span lang=${engineLanguage} dir="ltr">${message}</span>`;
}

/** The same where only text can stand, as in a tooltip. */
export function failureText(failure: Failure): string {
  const { kind, message } = failure;
  return language() === engineLanguage ? message : `${words().failures[kind]} (${message})`;
}

/** The language of what the engine says. */
export const engineLanguage = 'en';
