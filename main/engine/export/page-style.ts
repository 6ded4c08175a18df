import { createHash } from 'node:crypto';

/** How an exported page looks: a column to read, light or dark as the reader's system is, and on paper. */
export const STYLE = `
:root{color-scheme:light dark;--soft:light-dark(#434945,#bcc3bd);--line:light-dark(#c9c5ba,#4a524d)}
body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:42rem;background:light-dark(#fdfcf9,#1b201d);color:light-dark(#1d211f,#e2e5e0);font:1.125rem/1.6 Charter,"Iowan Old Style","Source Serif 4",Georgia,"Noto Serif",serif;overflow-wrap:break-word}
h1,h2,h3,h4,h5{line-height:1.25;text-wrap:balance}
article+article{margin-block-start:4rem;padding-block-start:2rem;border-block-start:2px solid var(--line)}
header h1,header h2{margin-block:.25em;font-size:1.9rem}
.source,.byline,.facts,.note,nav,figcaption,.missing,.files,table{font-family:system-ui,sans-serif;font-size:.875rem;line-height:1.5}
.source{margin:0;font-weight:600}
.subtitle{margin-block:.25em;font-size:1.2rem;color:var(--soft)}
.byline{margin-block:.5em}
.facts{display:grid;gap:.1rem;margin:.75rem 0 2rem;padding-block:.75rem;border-block:1px solid var(--line);color:var(--soft)}
.facts div{display:flex;flex-wrap:wrap;gap:0 .5em}
.facts dt::after{content:":"}
.facts dd{margin:0;overflow-wrap:anywhere;min-width:0}
a{color:inherit;text-decoration-color:light-dark(#17583f,#7fcca8);text-underline-offset:.15em}
nav{margin-block-end:2.5rem;padding-block-end:1.5rem;border-block-end:2px solid var(--line)}
nav ol{padding-inline-start:2em}
nav li{margin-block:.35em}
figure{margin:1.5rem 0}
.gallery{margin:1.5rem 0;padding-inline-start:1rem;border-inline-start:3px solid var(--line)}
.gallery figure{margin:0 0 1rem}
img{display:block;max-width:100%;height:auto}
figcaption{margin-block-start:.5rem;color:var(--soft)}
.credit{font-size:.92em}
.files p{font-weight:600}
.missing,.note{padding:.75rem 1rem;border:1px dashed var(--line);color:var(--soft);overflow-wrap:anywhere}
.missing p{margin:0 0 .25rem}
blockquote{margin-inline:0;padding-inline-start:1.2em;border-inline-start:3px solid var(--line);color:var(--soft)}
pre{overflow-x:auto;padding:1rem;border:1px solid var(--line);direction:ltr;text-align:left;line-height:1.5}
pre,code,kbd,samp{font-family:ui-monospace,Consolas,monospace;font-size:.9em}
table{display:block;overflow-x:auto;border-collapse:collapse}
caption,th,td{padding:.35rem .75rem .35rem 0;text-align:start;vertical-align:top}
th,td{border-block-end:1px solid var(--line)}
@media print{
:root{color-scheme:light}
body{max-width:none;padding:0;background:none;color:#000;font-size:11pt}
nav,article+article{border:0;margin:0;padding:0}
nav{break-after:page}
article+article{break-before:page}
h1,h2,h3,h4,h5{break-after:avoid}
figure,tr,blockquote{break-inside:avoid}
img{max-height:20cm;margin-inline:auto}
pre{white-space:pre-wrap;overflow:visible}
table{display:table;width:100%}
p{orphans:3;widows:3}
}
`;

/**
 * What an exported page may do: show the pictures written into it, and look as its own style says. No
 * script, no form, nothing of any server. The style is allowed by its hash (CSP Level 3, 2.3.1).
 */
export const POLICY = [
  `default-src 'none'`,
  'img-src data:',
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ');
