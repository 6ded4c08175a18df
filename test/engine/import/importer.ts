import { openWork } from '../open-work.ts';
import { pieceOf } from './bring.ts';
import { aPage } from './pages.ts';

/**
 * Run as a process of its own, to be killed: brings many pages into the library in the folder that it
 * is given, and says when some of them are kept.
 */
const [, , folder = '', pages = '100'] = process.argv;
const work = openWork(folder);
const id = await work.api.startImport();
const files = Array.from({ length: Number(pages) }, (_, at) =>
  pieceOf({ path: `pages/${at}.html`, content: aPage(`Page ${at}`) }),
);
await work.api.addToImport(id, files);
await work.api.runImport(id);
for (let kept = 0; kept <= 10; kept = (await work.api.imports())[0]?.filesDone ?? 0) {
  await new Promise((resolve) => setTimeout(resolve, 5));
}
process.send?.((await work.api.imports())[0]?.filesDone);
