/**
 * What the platform has and TypeScript 7's DOM library does not declare yet: the HTML Sanitizer
 * API's way in (https://wicg.github.io/sanitizer-api/) and Trusted Types
 * (https://w3c.github.io/trusted-types/). Only what `body.ts` uses. Both are optional, because a
 * browser that opens Carrel by its loopback address may be without them.
 */

interface Element {
  setHTML?(html: string, options: { sanitizer: Sanitizer }): void;
}

interface Window {
  readonly trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createHTML(html: string): string },
    ): { createHTML(html: string): TrustedHTML };
  };
}

/** HTML that a policy vouches for; a sink under `require-trusted-types-for` takes nothing else. */
interface TrustedHTML {
  toString(): string;
}

interface DOMParser {
  parseFromString(html: TrustedHTML, type: 'text/html'): Document;
}
