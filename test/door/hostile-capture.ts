/**
 * A captured page that tries every way out of its frame which needs no reader: scripts, pictures,
 * styles, refresh, frames, forms that send themselves. Where it would get to is `elsewhere`.
 * Its links are for a test to click; its data: picture and its own style are to be seen.
 */
export function hostileCapture(elsewhere: string): string {
  const picture = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
  return `<!doctype html><html><head><meta charset="utf-8"><title>Harbour</title>
<base href="${elsewhere}/base/" target="_top">
<meta http-equiv="refresh" content="0; url=${elsewhere}/refresh">
<link rel="stylesheet" href="${elsewhere}/sheet.css">
<link rel="preload" as="image" href="${elsewhere}/preload.png">
<link rel="prefetch" href="${elsewhere}/prefetch">
<link rel="modulepreload" href="${elsewhere}/module.js">
<link rel="manifest" href="${elsewhere}/manifest.json">
<link rel="preconnect" href="${elsewhere}">
<link rel="dns-prefetch" href="${elsewhere}">
<link rel="icon" href="${elsewhere}/icon.png">
<script src="${elsewhere}/script.js"></script>
<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${elsewhere}/speculated"]}]}</script>
<style>@import "${elsewhere}/import.css"; @font-face { font-family: f; src: url(${elsewhere}/font.woff2) }
p { color: rgb(1, 2, 3); font-family: f; background: url(${elsewhere}/background.png) }</style>
</head><body onload="document.title = 'run'">
<p id="text">Harbour – Hafen</p>
<img id="shown" src="${picture}" width="5" height="5">
<img src="${elsewhere}/pixel.png" srcset="${elsewhere}/pixel-2.png 2x" onerror="document.title = 'run'">
<picture><source srcset="${elsewhere}/source.webp"><img alt=""></picture>
<video autoplay poster="${elsewhere}/poster.png" src="${elsewhere}/film.mp4"></video>
<audio autoplay src="${elsewhere}/sound.mp3"></audio>
<iframe src="${elsewhere}/frame"></iframe><iframe srcdoc="&lt;img src=${elsewhere}/inner.png&gt;"></iframe>
<object data="${elsewhere}/object"></object><embed src="${elsewhere}/embed">
<svg><image href="${elsewhere}/svg.png"/><use href="${elsewhere}/use.svg#a"/></svg>
<script>document.title = 'run'; top.location = '${elsewhere}/top'; document.forms[0].submit();</script>
<form action="${elsewhere}/form" method="post"><input name="a" value="b"><button id="send">Send</button></form>
<a id="blank" target="_blank" href="${elsewhere}/blank">a</a>
<a id="top" target="_top" href="${elsewhere}/top">b</a>
<a id="self" target="_self" ping="${elsewhere}/ping" href="${elsewhere}/self">c</a>
<a id="download" download href="${elsewhere}/download">d</a>
<a id="script" target="_self" href="javascript:document.title='run'">e</a>
</body></html>`;
}
