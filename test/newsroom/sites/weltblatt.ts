/** Weltblatt: a paper in many languages; div soup with responsive images, captions outside `<figure>`. */
import {
  articleHead,
  direction,
  escapeHtml,
  feedLink,
  longDate,
  modifiedOf,
  publishedOf,
} from '../html.ts';
import { responsiveImage } from '../images.ts';
import { bodyOf } from '../newsdesk.ts';
import { parseProse, proseHtml } from '../prose.ts';
import type { Feed, Figure, Site } from '../model.ts';
import {
  advertisement,
  byline,
  comments,
  cookieBanner,
  homeBody,
  homeCss,
  readMore,
  relatedList,
  shareBar,
  trackingPixel,
} from './furniture.ts';

const css = `body{margin:0;background:#eef0f2;color:#16202a;font:17px/1.75 'Noto Sans','Noto Naskh Arabic','Noto Sans CJK SC','Noto Sans CJK JP',Helvetica,Arial,sans-serif}.kopf{background:#0d3b52;color:#fff;padding:14px 28px;display:flex;gap:22px;align-items:center;flex-wrap:wrap}.kopf a{color:#cfe3ee;text-decoration:none;font-size:14px}.kopf .marke{font-size:26px;font-weight:800;color:#fff}.rahmen{display:flex;gap:32px;max-width:1120px;margin:24px auto;padding:0 16px;align-items:flex-start}.spalte{flex:1;background:#fff;padding:28px 36px;min-width:0}.rand{width:280px;font-size:15px}h1{font-size:33px;line-height:1.3}.vorspann{font-weight:600}.autorzeile{color:#66727c;font-size:14px}.bild img{max-width:100%;height:auto;display:block}.bildunterschrift{font-size:14px;color:#55616b;padding:6px 0 0}.bild small{color:#8d979f;font-size:12px}
.read-more{background:#eef4f7;border-inline-start:4px solid #0d3b52;padding:8px 14px;font-size:15px;margin:18px 0}.related ul,.comments ol{list-style:none;padding:0}.related img{width:100%;height:auto}.comment{display:flex;gap:12px}blockquote{border-inline-start:4px solid #d98324;margin:20px 0;padding-inline-start:18px}table{border-collapse:collapse}td,th{border:1px solid #cfd6db;padding:5px 10px}.cookie-banner{position:fixed;inset:auto 0 0 0;background:#fff;border-top:3px solid #0d3b52;padding:14px 24px;font-size:14px}.fuss{text-align:center;color:#66727c;font-size:13px;padding:26px}@media(max-width:900px){.rahmen{flex-direction:column}.rand{width:auto}}${homeCss}`;

const feeds: Feed[] = [
  {
    path: '/weltblatt/rss.xml',
    title: 'Weltblatt',
    description: 'Deutsch · English · العربية · 中文 · 日本語',
    kind: 'rss-summary',
    lang: 'de',
    tracking: '?utm_source=weltblatt&utm_campaign=rss',
    carries: (a) => a.site === 'weltblatt',
  },
];
const links = [{ href: '/weltblatt/rss.xml', type: 'application/rss+xml', title: 'Weltblatt' }];

interface Words {
  photo: string;
  by: string;
  and: string;
  more: string;
  related: string;
  comments: string;
  reply: string;
  newsletter: string;
  cookies: string;
  yes: string;
  no: string;
  ad: string;
  sections: string[];
}

const german: Words = {
  photo: 'Foto',
  by: 'Von',
  and: 'und',
  more: 'Lesen Sie auch:',
  related: 'Mehr zum Thema',
  comments: 'Kommentare',
  reply: 'Antworten',
  newsletter: 'Der Morgenbrief',
  cookies: 'Wir verwenden Kekse, am liebsten mit Haselnuss.',
  yes: 'Einverstanden',
  no: 'Nur die nötigen',
  ad: 'Anzeige',
  sections: ['Politik', 'Kultur', 'Wissen', 'Reise', 'Abo'],
};

const words: Record<string, Words> = {
  de: german,
  en: {
    photo: 'Photo',
    by: 'By',
    and: 'and',
    more: 'Read also:',
    related: 'More on this',
    comments: 'Comments',
    reply: 'Reply',
    newsletter: 'The morning letter',
    cookies: 'We use cookies, hazelnut ones if we can.',
    yes: 'Agreed',
    no: 'Only the necessary',
    ad: 'Advertisement',
    sections: ['World', 'Culture', 'Science', 'Travel', 'Subscribe'],
  },
  ar: {
    photo: 'تصوير',
    by: 'بقلم',
    and: 'و',
    more: 'اقرأ أيضًا:',
    related: 'مواضيع ذات صلة',
    comments: 'تعليقات',
    reply: 'ردّ',
    newsletter: 'رسالة الصباح',
    cookies: 'نستخدم ملفات تعريف الارتباط لتحسين تجربتك.',
    yes: 'موافق',
    no: 'الضروري فقط',
    ad: 'إعلان',
    sections: ['العالم', 'ثقافة', 'علوم', 'رحلات', 'اشتراك'],
  },
  'zh-Hans': {
    photo: '摄影',
    by: '作者',
    and: '、',
    more: '延伸阅读：',
    related: '相关报道',
    comments: '评论',
    reply: '回复',
    newsletter: '晨间来信',
    cookies: '我们使用 Cookie 来改善您的阅读体验。',
    yes: '同意',
    no: '仅必要',
    ad: '广告',
    sections: ['世界', '文化', '科学', '旅行', '订阅'],
  },
  ja: {
    photo: '撮影',
    by: '文',
    and: '、',
    more: 'あわせて読む：',
    related: '関連記事',
    comments: 'コメント',
    reply: '返信',
    newsletter: '朝の便り',
    cookies: '当サイトでは Cookie を使用しています。',
    yes: '同意する',
    no: '必要なものだけ',
    ad: '広告',
    sections: ['世界', '文化', '科学', '旅', '購読'],
  },
};

function wordsFor(lang: string): Words {
  return words[lang] ?? german;
}

function figureHtml(figure: Figure, say: Words): string {
  return `<div class="bild">${responsiveImage(figure)}<div class="bildunterschrift">${escapeHtml(figure.caption)}</div>${figure.credit ? `<small>${say.photo}: ${escapeHtml(figure.credit)}</small>` : ''}</div>`;
}

function top(say: Words): string {
  return `<div class="kopf"><a class="marke" href="/weltblatt/">Weltblatt</a>${say.sections.map((one) => `<a href="/weltblatt/">${one}</a>`).join('')}</div>`;
}

export const weltblatt: Site = {
  id: 'weltblatt',
  name: 'Weltblatt',
  lang: 'de',
  home: '/weltblatt/',
  about: 'A paper in German, English, Arabic, Chinese and Japanese. RSS 2.0 with summaries only.',
  feeds,
  pathOf: (article) => `/weltblatt/${article.lang.slice(0, 2)}/${article.slug}`,
  page(article, edition, related) {
    const say = wordsFor(article.lang);
    const published = publishedOf(article, edition);
    return `<!DOCTYPE html>
<html lang="${article.lang}" dir="${direction(article.lang)}">
${articleHead(article, edition, { siteName: this.name, canonical: edition.origin + this.pathOf(article), css, jsonLd: article.slug.length % 3 > 0 ? 'object' : 'none', feeds: links })}
<body>
${top(say)}
<div class="rahmen">
<div class="spalte">
<div class="rubrik">${escapeHtml(article.section)}</div>
<h1>${escapeHtml(article.headline)}</h1>
<div class="vorspann">${escapeHtml(article.description)}</div>
<div class="autorzeile">${say.by} ${byline(article.authors, say.and)} | <time datetime="${published.toISOString()}">${longDate(published, article)}</time>${modifiedOf(article, edition) > published ? ` | <time datetime="${modifiedOf(article, edition).toISOString()}">↻ ${longDate(modifiedOf(article, edition), article)}</time>` : ''}</div>
${article.lead ? figureHtml(article.lead, say) : ''}
<div class="artikeltext">
${proseHtml(
  parseProse(bodyOf(article, edition)),
  (figure) => figureHtml(figure, say),
  undefined,
  (paragraph) => (paragraph === 3 ? readMore(related, 0, say.more) : ''),
)}
</div>
${shareBar(['✉', '🔗'])}
${comments(article, say.comments, say.reply)}
</div>
<div class="rand">
<div class="brief"><h3>${say.newsletter}</h3><input type="email" placeholder="@"><button>OK</button></div>
${relatedList(related, say.related, true)}
${advertisement('subscribe', say.ad)}
</div>
</div>
<div class="fuss">Weltblatt · ${say.sections.join(' · ')} · RSS</div>
${cookieBanner(say.cookies, say.yes, say.no)}
${trackingPixel(article)}
</body></html>`;
  },
  homePage(articles, edition) {
    const items = articles.map((article) => ({
      path: this.pathOf(article),
      headline: article.headline,
      description: article.description,
      date: longDate(publishedOf(article, edition), article),
      ...(article.lead ? { picture: article.lead.name } : {}),
    }));
    return `<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Weltblatt</title>${links.map(feedLink).join('')}<link rel="icon" href="/icon.svg"><style>${css}</style></head><body>${top(german)}<div class="rahmen"><div class="spalte"><div class="teasers">${homeBody(items)}</div></div></div></body></html>`;
  },
};
