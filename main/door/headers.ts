/**
 * What every answer of both doors says to the browser. The window runs its own script and
 * style, shows its own pictures, and reaches nothing else: no network, no frames but of its own, no
 * inline script or style, no string turned into markup but by Lit (Trusted Types).
 */

const nothing = "'none'";
const own = "'self'";

const windowPolicy = policy({
  'default-src': nothing,
  'script-src': own,
  'style-src': own,
  'img-src': own,
  'font-src': own,
  'media-src': own,
  'connect-src': own,
  'base-uri': nothing,
  'form-action': nothing,
  // Captures, each in a sandbox of its own (`capturePolicy`).
  'frame-src': own,
  'frame-ancestors': nothing,
  'require-trusted-types-for': "'script'",
  // Lit makes markup only from the templates in Carrel's source; the other is the article's body
  // in a browser without `setHTML()`, where renderer/body.ts copies what is allowed.
  'trusted-types': 'lit-html carrel-body',
});

/**
 * A kept picture came from some server and is shown as a picture. Opened on its own, an SVG is
 * a document: it may style itself, and do nothing else.
 */
const mediaPolicy = policy({
  'default-src': nothing,
  'style-src': "'unsafe-inline'",
  'frame-ancestors': nothing,
  sandbox: '',
});

/**
 * A kept PDF is shown by the browser's own viewer, which some browsers refuse to start in a
 * sandboxed document. A PDF is no markup: there is nothing in it that a policy would have to stop.
 */
const pdfPolicy = policy({ 'default-src': nothing, 'frame-ancestors': nothing });

/**
 * A capture is a stranger's page, shown in a frame of the window as it was sent: without script, in
 * an origin that is nobody's, with what is written into it, and with nothing of any server. A
 * sandbox without `allow-scripts` also ignores `<meta http-equiv=refresh>` (HTML, “sandboxed
 * automatic features”); one without `allow-popups`, `allow-top-navigation` and `allow-downloads`
 * keeps its links from opening a window, from moving Carrel's, and from saving anything.
 */
const capturePolicy = policy({
  sandbox: '',
  'default-src': nothing,
  'style-src': "'unsafe-inline'",
  'img-src': 'data:',
  'font-src': 'data:',
  'form-action': nothing,
  'base-uri': nothing,
  'frame-ancestors': own,
});

const features = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

const common = {
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': features.map((feature) => `${feature}=()`).join(', '),
  'X-Content-Type-Options': 'nosniff',
};

/** Headers of the window's own files, and of answers without a body. */
export const windowHeaders: Readonly<Record<string, string>> = {
  ...common,
  'Content-Security-Policy': windowPolicy,
};

/** Headers of kept files. */
export const mediaHeaders: Readonly<Record<string, string>> = {
  ...common,
  'Content-Security-Policy': mediaPolicy,
};

/** Headers of kept PDF files. */
export const pdfHeaders: Readonly<Record<string, string>> = {
  ...common,
  'Content-Security-Policy': pdfPolicy,
};

/** Headers of captures, and of what is said in the place of one. */
export const captureHeaders: Readonly<Record<string, string>> = {
  ...common,
  // Opened in a tab of its own, a page in a sandbox may not ask for this.
  'Cross-Origin-Opener-Policy': 'unsafe-none',
  'Content-Security-Policy': capturePolicy,
  // To the server of a frame, Chromium connects before it looks whether the policy above allows
  // the frame. Its own list of what a page may connect to is heeded before that; here it is empty
  // (https://wicg.github.io/connection-allowlists/, since Chromium 152).
  'Connection-Allowlist': '()',
  // Where there is no such list: a name is looked up for every link, and no policy forbids it.
  'X-DNS-Prefetch-Control': 'off',
  'Cache-Control': 'no-store',
};

function policy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ');
}
