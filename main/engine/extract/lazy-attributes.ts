import { PICTURE_FILE } from './picture-key.ts';

/** Longer values are data, not addresses. */
const MAX_ADDRESS = 4_000;

/**
 * Whether an attribute that is not `src` names the file of a picture that a script would load:
 * `data-src`, `data-original`, `data-lazy-src`, `data-hi-res-src`, `lazysrc`, `nitro-lazy-src` …
 * Any attribute with the name of a picture file does; others only when their name says so and
 * their value can be an address.
 */
export function isLazyAddress(name: string, value: string): boolean {
  if (value.length > MAX_ADDRESS || value === '' || NEVER.test(name)) return false;
  const written = value.trim();
  if (/\s|[[{"<]/.test(written.replace(/\{(?:width|w)\}/, ''))) return false;
  if (OTHER_PICTURE.test(name)) return false;
  if (PICTURE_FILE.test(written)) return true;
  // `data-image="322851"` names nothing that can be fetched.
  return SAYS_ADDRESS.test(name) && /^(?:https?:)?\/\/|^\.{0,2}\/|^[\w.-]+\//.test(written);
}

/** Attributes that hold text, or the address of something else. */
const NEVER =
  /^(?:src|href|alt|title|class|id|style|sizes|srcset|usemap|longdesc|cite|aria-.*|on.*|content|value|action|poster|xmlns.*)$/;

/** Smaller, blurred or other pictures, and addresses of pages. */
const OTHER_PICTURE =
  /thumb|small|placeholder|low|blur|preview|permalink|page|share|pin|avatar|icon|lqip|tiny|poster|logo|error|fallback|link|-href$/;

const SAYS_ADDRESS =
  /^(?:data-|nitro-|lazy-?|v-|ng-|layui-|lay-|real_?|zoom)?(?:[\w-]*[-_])?(?:src|original|lazy|lazyload|url|image|img|file|bg|background|echo|hires|retina)$/;

/** How likely the file is the large one, by the name of its attribute. */
export function rankOfLazy(name: string): number {
  if (/orig|full|zoom/.test(name)) return 8;
  return /large|hi-?res|high|big|max|retina|2x|xl|super/.test(name) ? 7 : 5;
}
