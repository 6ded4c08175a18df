/** What stands before the name of who made a picture. */
const LABEL =
  '(?:photo(?:graph(?:e|ie|y)?|s)?|picture|image|images|bild(?:er|quelle|nachweis)?|foto(?:s|graf(?:ía|ia|ie)?)?|fotos|credits?|crédits?|crédito|source|quelle|fuente|illustration|grafik|graphic|copyright|фото|снимок|写真|撮影|提供|图|圖|图片|圖片|摄影|攝影|来源|사진|تصوير|صورة)';

const STARTS_WITH_CREDIT = new RegExp(
  `^[([]?(?:©|\\(c\\)|${LABEL}(?:\\s+(?:by|credit|courtesy|von|de|di|par|door|av|af)\\b)?\\s*[:：/]|${LABEL}\\s+(?:by|courtesy of|von|par|av)\\s|fot\\.\\s|courtesy(?:\\s+of)?\\s)`,
  'iu',
);

/** Behind the end of a sentence, a bar or a dash, any label starts a credit … */
const CREDIT_AT_END = new RegExp(
  `(?<=[.!?…。！？)»”"]\\s*|\\s[|/–—-]\\s*)(?:[([]?${LABEL}\\s*(?:by|von|par)?\\s*[:：])\\s*\\S.{0,150}$`,
  'iu',
);

/** … in the middle of one, only a label with a capital letter, or the sign. */
const CREDIT_WITHIN =
  /\s(?:©|\(c\)\s|[([]?(?:Photos?|Photograph|Picture|Image|Fotos?|Bild|Credit|Crédit|Source|Quelle|Illustration|Grafik|Graphic|Фото)\s*(?:by|von|par)?\s*[:：]|Fot\.\s|[([]?Courtesy of\s)\s*\S.{0,150}$/u;

const AGENCY_AT_END =
  /\s*[([](?:[^()[\]]{0,80}\b(?:AP|AFP|Reuters|Getty|dpa|EPA|Shutterstock|iStock|Unsplash|Alamy|Flickr|Wikimedia|PA|ANSA|EFE|TASS|Xinhua|Kyodo|Photo|Foto|Courtesy)\b[^()[\]]{0,80})[)\]]\.?$/u;

/** `… on the kitchen table. (Ada Byron)`: two to four names in brackets behind a sentence. */
const NAME_AT_END =
  /(?<=[.!?…。”"»])\s*\((?:\p{Lu}[\p{L}.'’-]*|&)(?:\s+(?:\p{Lu}[\p{L}.'’-]*|&|\/)){1,4}\)$/u;

/** `… to winter weather.CreditAda Byron for The Post`: a label for screen readers that only a style hides. */
const HIDDEN_LABEL = /(?:Credit)+(?:\.{3}|…)?(?=\p{Lu})/u;
const CREDIT_BEHIND_HIDDEN_LABEL = new RegExp(
  `(?<=[.!?…”"’)])${HIDDEN_LABEL.source}.{2,120}$`,
  'u',
);

/** Whether a text is the credit of a picture and nothing else: `Photo: Ada Byron`, `© Reuters`. */
export function isCredit(text: string): boolean {
  return text.length <= 200 && STARTS_WITH_CREDIT.test(text);
}

/** Parts a printed caption into what is seen and whose work it is. */
export function partCaption(text: string): { caption: string; credit: string } {
  if (isCredit(text) && !/[.!?]\s+\p{L}.{20,}/u.test(text))
    return { caption: '', credit: bare(text) };
  const match =
    CREDIT_BEHIND_HIDDEN_LABEL.exec(text) ??
    AGENCY_AT_END.exec(text) ??
    CREDIT_AT_END.exec(text) ??
    CREDIT_WITHIN.exec(text) ??
    NAME_AT_END.exec(text);
  if (match === null || match.index === 0) return { caption: text, credit: '' };
  return {
    caption: text.slice(0, match.index).replace(/[\s|/–—-]+$/u, ''),
    credit: bare(match[0]),
  };
}

/** A credit as printed, with its label, without the brackets and dashes around it. */
export function bare(credit: string): string {
  const text = credit
    .trim()
    .replace(new RegExp(`^${HIDDEN_LABEL.source}`, 'u'), '')
    .replace(/^[|/–—-]+\s*|\s*[|/–—-]+$/gu, '');
  return /^[([][^()[\]]*[)\]]\.?$/u.test(text) ? text.replace(/^[([]|[)\]]\.?$/gu, '') : text;
}
