import { PICTURE_MARK } from './clean.ts';
import { all } from './dom.ts';
import type { PageElement } from './dom.ts';
import { markOf } from './pictures.ts';
import type { PagePicture } from './pictures.ts';
import type { ToldPicture } from './told-pictures.ts';

const MAX_OTHERS = 20;

/**
 * Pictures of a page that are one picture in several sizes tell each other their caption, credit,
 * description, gallery and files: the one in the text may have none of them, and the hidden one,
 * which a lightbox would show, all. Where nothing is printed, what attributes and structured data
 * say of the picture counts.
 *
 * @param widest In pixels (`widestWanted`).
 */
export function shareCaptions(
  pictures: PagePicture[],
  widest: number,
  told: readonly ToldPicture[] = [],
): void {
  const byKey = new Map<string, ToldPicture>();
  for (const one of told) for (const key of one.keys) if (!byKey.has(key)) byKey.set(key, one);
  for (const [key, same] of Map.groupBy(pictures, (picture) => picture.key)) {
    const printed = (name: 'alt' | 'caption' | 'credit'): string =>
      same.map((picture) => picture[name]).find((one) => one !== '') ?? '';
    const structured = byKey.get(key);
    const said = (name: 'caption' | 'credit'): string =>
      same.map((picture) => picture.told[name]).find((one) => one !== '') ??
      structured?.[name] ??
      '';
    const alt = printed('alt');
    // Systems write the description once more, where a caption is asked for.
    const caption = printed('caption') || (said('caption') === alt ? '' : said('caption'));
    const credit = printed('credit') || (caption.includes(said('credit')) ? '' : said('credit'));
    const group = same.map((picture) => picture.group).find((one) => one !== null) ?? null;
    for (const picture of same) {
      picture.alt ||= alt;
      picture.caption ||= caption;
      picture.credit ||= credit;
      picture.group ??= group;
    }
    if (same.length > 1) shareFiles(same, widest);
  }
}

/** Each picture gets the best file of all, and all others to fall back on. */
function shareFiles(same: PagePicture[], widest: number): void {
  const [first] = same;
  if (first === undefined) return;
  const best = same.reduce((a, b) => (isLarger(b, a, widest) ? b : a), first);
  const { address, width, height } = best;
  const files = new Set(best.others);
  for (const picture of same) for (const file of filesOf(picture)) files.add(file);
  files.delete(address);
  const others = [...files].filter((file) => !file.startsWith('data:')).slice(0, MAX_OTHERS);
  for (const picture of same) Object.assign(picture, { address, width, height, others });
}

function filesOf(picture: PagePicture): string[] {
  return [picture.address, ...picture.others];
}

/** A file whose size nobody states is larger than one whose address says that it is scaled. */
function isLarger(picture: PagePicture, than: PagePicture, widest: number): boolean {
  const [width, other] = [picture, than].map((one) => one.width ?? widthIn(one.address));
  if (width === null || width === undefined) return typeof other === 'number' && other < 1_200;
  return width <= widest && width > (other ?? (than.width === null ? 1_200 : 0));
}

/** The width an address asks for, in pixels: `w_281,h_250`, `?w=300`, `-300x200.jpg`; `null` for none. */
function widthIn(address: string): number | null {
  if (address.startsWith('data:')) return null;
  // A blurred file is there to be replaced, however wide.
  if (/[,/_-]blur[_=-]?\d/.test(address)) return 1;
  const found =
    /[,/]w[_=-](\d{2,4})(?=[,/])|[?&](?:w|width)=(\d{2,4})\b|[-_](\d{2,4})x\d{2,4}\.\w{3,4}(?:$|[?#])/.exec(
      address,
    );
  const width = found?.slice(1).find((group) => group !== undefined);
  return width === undefined ? null : Number(width);
}

/** One picture in several sizes is one picture: it stays at its first place. */
export function mergeSizes(root: PageElement, pictures: PagePicture[]): void {
  if (pictures.length === 0) return;
  const seen = new Set<string>();
  for (const mark of all(root, `[${PICTURE_MARK}]`)) {
    const key = pictures[markOf(mark)]?.key;
    if (key === undefined) continue;
    if (seen.has(key)) mark.remove();
    seen.add(key);
  }
}
