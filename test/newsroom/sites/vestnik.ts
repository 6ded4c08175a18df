/** Vestnik: an old site in windows-1251, laid out with tables and `<font>`, without metadata. */
import { escapeHtml, feedLink, longDate, publishedOf } from '../html.ts';
import { plainImage } from '../images.ts';
import { bodyOf } from '../newsdesk.ts';
import { parseProse, proseHtml } from '../prose.ts';
import type { Feed, Figure, Site } from '../model.ts';

const feeds: Feed[] = [
  {
    path: '/vestnik/rss.xml',
    title: 'Вестник гавани',
    description: 'Новости порта и города',
    kind: 'rss-summary',
    lang: 'ru',
    tracking: '',
    charset: 'windows-1251',
    carries: (a) => a.site === 'vestnik',
  },
];
const links = [{ href: 'rss.xml', type: 'application/rss+xml', title: 'Вестник гавани' }];

function figureHtml(figure: Figure): string {
  return `<table border="0" cellpadding="4" align="center"><tr><td>${plainImage(figure, '../pictures/').replace(/width="\d+" height="\d+"/, 'width="520"')}</td></tr><tr><td><font size="2" color="#666666"><i>${escapeHtml(figure.caption)}</i> Фото: ${escapeHtml(figure.credit)}</font></td></tr></table>`;
}

function frame(title: string, main: string): string {
  return `<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">
<title>${title}</title>
${links.map(feedLink).join('')}
<style>body{background:#d9e0e4;font-family:Verdana,Arial,sans-serif;font-size:14px;line-height:1.55}td{vertical-align:top}.main{background:#fff}</style>
</head>
<body link="#003366" vlink="#663366">
<table width="960" align="center" cellspacing="0" cellpadding="12"><tr bgcolor="#1f4e6b"><td colspan="2"><font size="6" color="#ffffff"><b>Вестник гавани</b></font></td></tr>
<tr><td width="190" bgcolor="#c9d6de"><b>Разделы</b><br><a href="/vestnik/">Новости</a><br><a href="/vestnik/">Порт</a><br><a href="/vestnik/">Расписание</a><br><a href="/vestnik/">Погода</a><br><br><b>Опрос</b><br>Нужен ли новый паром?<br><input type="radio" name="o">Да<br><input type="radio" name="o">Нет<br><input type="submit" value="Голосовать"></td>
<td class="main">${main}</td></tr>
<tr bgcolor="#1f4e6b"><td colspan="2"><font size="1" color="#ffffff">Вестник гавани. Перепечатка только со ссылкой. Лучше всего смотрится в разрешении 1024×768.</font></td></tr></table>
</body></html>`;
}

export const vestnik: Site = {
  id: 'vestnik',
  name: 'Вестник гавани',
  lang: 'ru',
  home: '/vestnik/',
  about: 'An old Russian site, pages and feed in windows-1251.',
  charset: 'windows-1251',
  feeds,
  pathOf: (article) => `/vestnik/${article.slug}.html`,
  page(article, edition, related) {
    const published = publishedOf(article, edition);
    return frame(
      `${escapeHtml(article.headline)} - Вестник гавани`,
      `<h2>${escapeHtml(article.headline)}</h2><font size="2" color="#666666">${longDate(published, article)}, ${escapeHtml(article.authors.join(', '))}</font>
${article.lead ? figureHtml(article.lead) : ''}
${proseHtml(parseProse(bodyOf(article, edition)), figureHtml)}
<hr><b>Ещё по теме:</b><ul>${related.map((one) => `<li><a href="${one.path}">${escapeHtml(one.headline)}</a></li>`).join('')}</ul><font size="2"><a href="#">Версия для печати</a> | <a href="#">Обсудить на форуме (7)</a></font>`,
    );
  },
  homePage(articles, edition) {
    return frame(
      'Вестник гавани',
      articles
        .map(
          (article) =>
            `<h3><a href="${this.pathOf(article)}">${escapeHtml(article.headline)}</a></h3><font size="2">${longDate(publishedOf(article, edition), article)}</font><p>${escapeHtml(article.description)}</p>`,
        )
        .join('<hr>'),
    );
  },
};
