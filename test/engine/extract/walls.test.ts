/** Pages that show something else in an article's place, and articles that only speak of such things. */
import { describe, expect, it } from 'vitest';
import { CarrelError } from '../../../contract/errors.ts';
import { address, articleWith, page, paragraphs } from './pages.ts';

const consent = 'it asks for consent to cookies first';
const scripts = 'it shows nothing without JavaScript';
const subscribe = 'it asks to log in or subscribe';
const person = 'it wants to know whether a person is reading';

const prose = (...lines: string[]): string => lines.map((line) => `<p>${line}</p>`).join('');

describe('a page that shows a wall is no article, and says which:', () => {
  it.each([
    [
      'English',
      'Before you continue to the Post',
      '<h1>Before you continue</h1><p>We use cookies and data to deliver and maintain our services, and to measure how you use them.</p><p>If you choose “Accept all”, we will also use cookies to show personalised advertisements, depending on your settings.</p><p>You can change your choices at any time in the privacy settings.</p><button>Accept all</button><button>Reject all</button>',
    ],
    [
      'English, with the vendors of the IAB',
      'The last keeper',
      '<div><h2>We value your privacy</h2><p>We and our 1,482 partners store and/or access information on a device, such as unique IDs in cookies to process personal data. You may accept or manage your choices by clicking below, including your right to object where legitimate interest is used.</p><p>We and our partners process data to provide: use precise geolocation data, personalised advertising and content, audience research and services development.</p><a href="#">List of partners (vendors)</a></div>',
    ],
    [
      'German',
      'Zustimmung',
      '<h1>Mit Werbung weiterlesen</h1><p>Besuchen Sie die Zeitung wie gewohnt mit Werbung und Tracking. Ihre Zustimmung können Sie jederzeit im Datenschutz widerrufen.</p><p>Wir und unsere bis zu 212 Partner verarbeiten personenbezogene Daten und speichern Informationen auf Ihrem Endgerät.</p><h2>Oder das PUR-Abo</h2><p>Nutzen Sie unsere Seiten ganz ohne Werbebanner und Tracking, ab 4,99 € im Monat.</p>',
    ],
    [
      'French',
      'Le Courrier',
      prose(
        'Le respect de votre vie privée est notre priorité.',
        'Avec votre accord, nos partenaires et nous utilisons des cookies pour stocker et accéder à des données personnelles comme votre visite sur ce site.',
        'Vous pouvez retirer votre consentement à tout moment en cliquant sur « En savoir plus ».',
        'Continuer sans accepter',
      ),
    ],
    [
      'Spanish',
      'El Diario',
      prose(
        'Valoramos su privacidad',
        'Nosotros y nuestros socios almacenamos o accedemos a información en un dispositivo y tratamos datos personales, como su dirección IP.',
        'Puede aceptar o rechazar las cookies y cambiar sus preferencias en cualquier momento.',
      ),
    ],
    [
      'Polish',
      'Dziennik',
      prose(
        'Cenimy Twoją prywatność',
        'My i nasi partnerzy przechowujemy informacje na urządzeniu i przetwarzamy dane osobowe za Twoją zgodą.',
        'Możesz w każdej chwili zmienić zdanie i wycofać zgodę na przetwarzanie danych.',
      ),
    ],
    [
      'Japanese',
      '新聞',
      prose(
        '続行する前に',
        '当社は Cookie を使用して、お客様に合わせた広告を表示します。すべて同意するか、設定を選択してください。',
      ),
    ],
  ])('consent, in %s', (_language, title, body) => {
    expect(refusalOf(`<title>${title}</title><body>${body}`)).toBe(consent);
  });

  it('consent, in an element that is named so', () => {
    const html =
      '<title>The Post</title><div class="cookie-consent"><p>We use cookies to give you the best experience of our site.</p><p>By clicking “Accept all”, you agree to the storing of cookies on your device.</p></div>';
    expect(refusalOf(html)).toBe(consent);
  });

  it.each([
    [
      'an app without a word',
      '<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>',
    ],
    [
      'English',
      '<h1>JavaScript is disabled</h1><p>Please enable JavaScript in your browser and reload the page to proceed.</p>',
    ],
    ['German', '<p>Bitte aktivieren Sie JavaScript, um diese Seite in Ihrem Browser zu sehen.</p>'],
    ['French', '<p>Veuillez activer JavaScript dans votre navigateur pour continuer à lire.</p>'],
    ['Russian', '<p>Для работы сайта включите, пожалуйста, JavaScript в настройках браузера.</p>'],
    ['Chinese', '<p>请启用JavaScript后刷新页面。</p>'],
  ])('scripts: %s', (_case, body) => {
    expect(refusalOf(`<title>The Post</title><body>${body}`)).toBe(scripts);
  });

  it.each([
    [
      'a check of the browser',
      'Just a moment...',
      '<h1>post.example</h1><p>Verifying you are human. This may take a few seconds.</p><p>post.example needs to review the security of your connection before proceeding.</p>',
    ],
    [
      'a check that is a script',
      'Just a moment...',
      '<noscript>Enable JavaScript and cookies to continue</noscript>',
    ],
    [
      'a block',
      'Access to this page has been denied',
      '<p>Access to this page has been denied because we believe you are using automation tools to browse the website.</p><p>Please make sure that JavaScript and cookies are enabled in your browser.</p>',
    ],
    [
      'an interruption',
      'Pardon Our Interruption',
      '<h1>Pardon Our Interruption</h1><p>As you were browsing, something about your browser made us think you were a bot. There are a few reasons this might happen.</p><p>You have disabled cookies in your web browser.</p>',
    ],
    [
      'unusual traffic',
      'Post',
      '<p>Our systems have detected unusual traffic from your computer network. Please solve the captcha to go on.</p>',
    ],
    ['German', 'Die Zeitung', '<p>Bitte bestätigen Sie, dass Sie ein Mensch sind.</p>'],
    ['Korean', '신문', '<p>계속하려면 사람인지 확인하세요. 브라우저를 새로 고치세요.</p>'],
  ])('a person: %s', (_case, title, body) => {
    expect(refusalOf(`<title>${title}</title><body>${body}`)).toBe(person);
  });

  it.each([
    [
      'a login without a form',
      'The last keeper',
      '<h1>The last keeper</h1><p>Log in to continue reading this story.</p><p>Already have an account? Sign in with your e-mail and password.</p>',
    ],
    [
      'a subscription below a teaser',
      'The last keeper',
      `<h1>The last keeper</h1><p>He is the last who lived on the rock for its lamp.</p><h2>Subscribe to continue reading</h2><p>Get unlimited access to all stories, with a subscription that you can cancel at any time, from €1 a month.</p><p>Already a subscriber? Log in to your account.</p>`,
    ],
    [
      'German',
      'Der letzte Wärter',
      '<h1>Der letzte Wärter</h1><p>Sie haben noch kein Abo? Jetzt weiterlesen mit dem Digitalabo, die ersten vier Wochen für 1 €.</p><p>Sie sind bereits Abonnent? Melden Sie sich mit Ihrem Konto an.</p>',
    ],
    [
      'French',
      'Le dernier gardien',
      '<h1>Le dernier gardien</h1><p>Cet article est réservé aux abonnés.</p><p>Abonnez-vous pour lire la suite, dès 1 € par mois. Déjà abonné ? Connectez-vous à votre compte.</p>',
    ],
    [
      'Portuguese',
      'O último guarda',
      '<p>Conteúdo exclusivo para assinantes. Assine para continuar lendo esta reportagem.</p><p>Já é assinante? Faça seu login com sua senha.</p>',
    ],
    [
      'Swedish',
      'Den sista vaktaren',
      '<p>Artikeln är för prenumeranter. Logga in för att läsa vidare med ditt konto.</p>',
    ],
    [
      'Japanese',
      '最後の灯台守',
      '<p>この記事は会員限定です。続きを読むにはログインしてください。</p>',
    ],
  ])('a login or subscription: %s', (_case, title, body) => {
    expect(refusalOf(`<title>${title}</title><body>${body}`)).toBe(subscribe);
  });
});

describe('an article', () => {
  it.each([
    ['cookies', 'Why every site says “We value your privacy”', 'consent to cookies'],
    ['JavaScript', 'You need to enable JavaScript to run this app', 'JavaScript in the browser'],
    ['passwords', 'Why you should never log in to read', 'an account with a password'],
    ['robots', 'Are you a robot?', 'robots that pass for a human'],
  ])('may be about %s', (_topic, title, words) => {
    const lines = paragraphs.map((one) => `${one} That is what ${words} are like.`);
    const article = page(`<title>${title}</title><h1>${title}</h1>${prose(...lines)}`);
    expect(article.text.split('\n')).toEqual(lines);
  });

  it('may be a short report on cookies that quotes a wall', () => {
    const lines = [
      'The court of Aldhaven ruled on Friday that a website may not take silence for consent to cookies.',
      'The banner of the harbour office had said “We value your privacy” and offered one button only.',
      'The office has four weeks to add a second button, or to do without cookies, which the judge called the simpler way.',
      'It will appeal, a speaker said, as soon as somebody has found out who put the banner there.',
    ];
    const article = page(`<title>Silence is no consent</title>${prose(...lines)}`);
    expect(article.text.split('\n')).toEqual(lines);
  });

  it('may be a short report that is followed by a call to subscribe', () => {
    const lines = [paragraphs[0] ?? '', paragraphs[1] ?? '', paragraphs[2] ?? ''];
    const html = `<title>The last keeper</title><article>${prose(...lines)}<p>Subscribe to continue reading our stories. Already a subscriber? Log in to your account.</p></article>`;
    expect(page(html).text).toContain(lines[2]);
  });

  it('may be whole, with the box of a subscription and the banner of the cookies on its page', () => {
    const html = articleWith('', {
      before:
        '<div><p>We and our 300 partners use cookies to process personal data. You can accept or reject all.</p><button>Accept all</button></div>',
      after:
        '<div><h2>Subscribe to continue reading</h2><p>Get unlimited access to our stories from €1 a month. Already a subscriber? Log in.</p></div>',
    });
    expect(page(html).text).toContain(paragraphs.join('\n'));
  });

  it('may ask for JavaScript where its comments would be', () => {
    const lines = paragraphs.slice(0, 2);
    const html = `<title>The last keeper</title><article>${prose(...lines)}<p>Please enable JavaScript to view the comments.</p></article>`;
    expect(page(html).text).toContain(lines.join('\n'));
  });

  it('may be a gallery that asks to log in', () => {
    const pictures = ['pier', 'light', 'quay'].map(
      (name) => `<img src="/${name}.jpg" width="900">`,
    );
    const html = `<title>Fog</title><article><h1>Fog</h1>${pictures.join('')}<p>Please log in to comment on these pictures.</p></article>`;
    expect(page(html).pictures).toHaveLength(3);
  });
});

/** Why a page is refused, without the name of the page; `undefined` where it is read. */
function refusalOf(html: string): string | undefined {
  try {
    page(html);
    return undefined;
  } catch (error) {
    if (!(error instanceof CarrelError) || error.kind !== 'no-article') throw error;
    return error.message.replace(`extract: no article found on ${address}: `, '');
  }
}
