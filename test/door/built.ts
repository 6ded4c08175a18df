import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';

/** The least a PDF can be: one page, of which a red square is the most part. */
const onePage = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>> endobj
4 0 obj <</Length 30>> stream
1 0 0 rg 20 20 160 160 re f   
endstream endobj
trailer <</Root 1 0 R>>
`;

/** As `makeFakeBuilt`, for one test, after which it is gone. */
export function fakeBuilt(): FakeBuilt {
  const made = makeFakeBuilt();
  onTestFinished(() => rmSync(made.root, { recursive: true, force: true, maxRetries: 5 }));
  return made;
}

export interface FakeBuilt {
  /** The folder that holds all of it. */
  root: string;
  built: string;
  library: string;
}

/** A folder like `dist/`, with the fake engine and a window of one line, and a library. */
export function makeFakeBuilt(): FakeBuilt {
  const root = mkdtempSync(join(tmpdir(), 'carrel-door-'));
  const engine = pathToFileURL(join(import.meta.dirname, 'fake-engine.ts')).href;
  const files = {
    'built/engine/process.js': `import ${JSON.stringify(engine)};`,
    'built/package.json': '{ "type": "module" }',
    'built/window/index.html': `<!doctype html>
<html>
  <head>
    <meta charset="utf-8" />
    <title>Carrel</title>
    <script type="module" src="./assets/app-1.js"></script>
  </head>
  <body></body>
</html>
`,
    'built/window/assets/app-1.js': 'document.title = "loaded";',
    'built/web/client.js': 'window.carrel = {};',
    'library/picture.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>',
    'library/bytes.bin': '0123456789',
    'library/page.html': '<!doctype html><script>document.title = "run"</script>',
    'library/paper.pdf': onePage,
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return { root, built: join(root, 'built'), library: join(root, 'library') };
}
