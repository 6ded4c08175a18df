import { CarrelError } from '../../../contract/errors.ts';
import { pictureAddress } from '../extract/addresses.ts';
import { cleanFragment } from '../extract/fragment.ts';
import type { Body, ExtractedPicture, FragmentInput } from '../extract/types.ts';
import { isTrackingPixel } from '../fetch/tracking.ts';
import type { RawEntry, RawPicture } from './raw.ts';
import { contentHtml, plainText } from './text.ts';

/** What `cleanFragment` writes for the picture with an ordinal. */
const PICTURE = /<figure data-picture="(\d+)">/g;

/**
 * The text that a feed brings with an entry, cleaned, headed by the pictures that the feed gives
 * besides and that are not in the text already; `null` where it brings neither.
 */
export function bodyOf(raw: RawEntry, around: Omit<FragmentInput, 'html'>): Body | null {
  if (raw.content === null && raw.pictures.length === 0) return null;
  const html = raw.content === null ? '' : contentHtml(raw.content);
  const body = cleaned({ ...around, html });
  if (body === null) return null;
  const leading = leadPictures(raw.pictures, body.pictures, around.address);
  const whole = leading.length === 0 ? body : withLeadPictures(body, leading);
  return whole.text === '' && whole.pictures.length === 0 ? null : whole;
}

/** A text that cannot be cleaned (nested without end) costs its entry's text, not the feed. */
function cleaned(input: FragmentInput): Body | null {
  try {
    return cleanFragment(input);
  } catch (error) {
    if (error instanceof CarrelError) return null;
    throw error;
  }
}

function leadPictures(
  offered: RawPicture[],
  inText: ExtractedPicture[],
  base: string | null,
): ExtractedPicture[] {
  const pictures = offered.filter(({ isThumbnail }) => !isThumbnail);
  // A thumbnail is better than no picture, and worse than any.
  const candidates = pictures.length === 0 && inText.length === 0 ? offered.slice(0, 1) : pictures;
  const known = new Set(inText.map(({ address }) => samenessOf(address)));
  return candidates.flatMap((picture) => {
    const address = pictureAddress(picture.address, base);
    if (address === null || known.has(samenessOf(address))) return [];
    if (isTrackingPixel({ ...picture, address })) return [];
    known.add(samenessOf(address));
    const caption = plainText(picture.caption);
    const credit = plainText(picture.credit);
    const { width, height } = picture;
    return [{ address, others: [], alt: '', caption, credit, gallery: null, width, height }];
  });
}

/** Equal for the sizes of one picture, as sites name them: `/a.jpg?w=300`, `/a-1024x683.jpg`. */
function samenessOf(address: string): string {
  const url = URL.parse(address);
  if (url === null || url.protocol === 'data:') return address;
  return url.host + url.pathname.replace(/-(?:\d+x\d+|scaled)(?=\.\w+$)/, '');
}

/** Puts pictures before all others: their ordinals come first, the others' move up. */
function withLeadPictures(body: Body, leading: ExtractedPicture[]): Body {
  const figures = leading.map((_, index) => `<figure data-picture="${index}"></figure>`).join('');
  const moved = body.html.replace(
    PICTURE,
    (_, ordinal: string) => `<figure data-picture="${Number(ordinal) + leading.length}">`,
  );
  return { ...body, html: figures + moved, pictures: [...leading, ...body.pictures] };
}
