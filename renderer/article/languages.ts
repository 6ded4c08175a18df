import { css } from 'lit';

/**
 * What a script asks of type, by the language the article declares. Literata covers Latin,
 * Greek and Cyrillic and stays first, so that Latin words, figures and the measure (`ch`) are
 * the same everywhere, but for the Arabic script, whose stops and colons it would draw too
 * heavily. The other fonts named are those the systems bring, serif before sans.
 *
 * Han characters are drawn differently in China, Taiwan, Hong Kong, Japan and Korea under one
 * code: only the language says which font is right.
 */
export const languageStyles = css`
  :lang(ar),
  :lang(fa),
  :lang(ur),
  :lang(ps),
  :lang(ckb),
  :lang(ug),
  :lang(sd) {
    --font-reading:
      'Noto Naskh Arabic', 'Geeza Pro', 'Sakkal Majalla', 'Noto Sans Arabic', 'Literata Variable',
      'Segoe UI', 'Times New Roman', serif;
    --leading: 1.9;
    --leading-headline: 1.45;
    --script-scale: 1.12;
    --tracking-headline: 0;
  }
  :lang(ur) {
    --font-reading:
      'Noto Nastaliq Urdu', 'Urdu Typesetting', 'Noto Naskh Arabic', 'Geeza Pro',
      'Literata Variable', serif;
    --leading: 2.3;
    --leading-headline: 2;
  }
  :lang(he),
  :lang(yi) {
    --font-reading:
      'Literata Variable', 'Noto Serif Hebrew', 'New Peninim MT', 'Frank Ruehl', David,
      'Noto Sans Hebrew', serif;
    --leading: 1.65;
    --tracking-headline: 0;
  }
  :lang(hi),
  :lang(mr),
  :lang(ne),
  :lang(sa) {
    --font-reading:
      'Literata Variable', 'Noto Serif Devanagari', 'Kohinoor Devanagari', 'Nirmala UI',
      'Noto Sans Devanagari', serif;
    --leading: 1.8;
    --leading-headline: 1.45;
    --tracking-headline: 0;
  }
  :lang(bn) {
    --font-reading:
      'Literata Variable', 'Noto Serif Bengali', 'Kohinoor Bangla', 'Nirmala UI', serif;
    --leading: 1.8;
    --leading-headline: 1.45;
  }
  :lang(ta) {
    --font-reading: 'Literata Variable', 'Noto Serif Tamil', 'Tamil Sangam MN', 'Nirmala UI', serif;
    --leading: 1.75;
    --leading-headline: 1.4;
  }
  :lang(th),
  :lang(lo) {
    --font-reading:
      'Literata Variable', 'Noto Serif Thai', 'Noto Serif Lao', Thonburi, 'Leelawadee UI',
      'Noto Sans Thai', serif;
    --leading: 1.85;
    --leading-headline: 1.5;
    --tracking-headline: 0;
  }
  :lang(ka) {
    --font-reading: 'Literata Variable', 'Noto Serif Georgian', Sylfaen, serif;
  }
  :lang(hy) {
    --font-reading: 'Literata Variable', 'Noto Serif Armenian', Sylfaen, serif;
  }
  :lang(zh),
  :lang(ja),
  :lang(ko) {
    --leading: 1.8;
    --leading-headline: 1.35;
    --tracking-headline: 0;
  }
  :lang(zh) {
    --font-reading:
      'Literata Variable', 'Noto Serif CJK SC', 'Noto Serif SC', 'Source Han Serif SC', 'Songti SC',
      SimSun, 'Noto Sans CJK SC', serif;
  }
  :lang(zh-TW),
  :lang(zh-Hant) {
    --font-reading:
      'Literata Variable', 'Noto Serif CJK TC', 'Noto Serif TC', 'Source Han Serif TC', 'Songti TC',
      PMingLiU, 'Noto Sans CJK TC', serif;
  }
  :lang(zh-HK),
  :lang(zh-MO),
  :lang(zh-Hant-HK) {
    --font-reading:
      'Literata Variable', 'Noto Serif CJK HK', 'Noto Serif HK', 'Songti TC', MingLiU_HKSCS,
      'Noto Sans CJK HK', serif;
  }
  :lang(ja) {
    --font-reading:
      'Literata Variable', 'Noto Serif CJK JP', 'Noto Serif JP', 'Hiragino Mincho ProN',
      'Yu Mincho', 'Noto Sans CJK JP', serif;
  }
  :lang(ko) {
    --font-reading:
      'Literata Variable', 'Noto Serif CJK KR', 'Noto Serif KR', AppleMyungjo, Batang,
      'Noto Sans CJK KR', serif;
  }

  /* Lines break by the script's own rules: strictly where there are no spaces, between words in
     Korean. Emphasis in Han and kana has no italic; it is marked by dots. */
  :lang(zh),
  :lang(ja) {
    line-break: strict;
    text-spacing-trim: normal;
    text-autospace: normal;
  }
  :lang(ko) {
    word-break: keep-all;
    line-break: strict;
  }
  :is(em, cite, var):lang(zh),
  :is(em, cite, var):lang(ja),
  :is(em, cite, var):lang(ko) {
    font-style: normal;
  }
  em:lang(zh),
  em:lang(ja) {
    text-emphasis: filled dot;
    text-emphasis-position: under right;
  }
  em:lang(ja) {
    text-emphasis: filled sesame;
    text-emphasis-position: over right;
  }
  :is(em, cite, var):is(:lang(ar), :lang(fa), :lang(ur), :lang(he), :lang(hi), :lang(th)) {
    font-style: normal;
    font-weight: 600;
  }
`;
