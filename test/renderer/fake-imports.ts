import { CarrelError } from '../../contract/errors.ts';
import {
  NOTHING_TAKEN,
  type FilePiece,
  type Import,
  type ImportId,
  type ImportReport,
} from '../../contract/imports.ts';
import type { ArticleId } from '../../contract/types.ts';

/** An import, with the paths of its files. */
type Begun = Import & { paths: string[] };

/** The imports of a library in memory: each file brings one article, unless a test says what. */
export class FakeImports {
  /** What a file of a name brings; another name brings one article. */
  readonly files = new Map<string, Partial<ImportReport>>();
  readonly begun: Begun[] = [];
  /** Whether imports go on until they are ended (`end`). */
  areSlow = false;

  private readonly addArticle: (path: string) => ArticleId;
  private readonly tell: (changed: Import) => void;

  constructor(addArticle: (path: string) => ArticleId, tell: (changed: Import) => void) {
    this.addArticle = addArticle;
    this.tell = tell;
  }

  start(id: ImportId): void {
    this.begun.push({
      id,
      state: 'receiving',
      failure: null,
      files: 0,
      filesDone: 0,
      items: 0,
      itemsDone: 0,
      file: null,
      restoring: null,
      report: structuredClone(NOTHING_TAKEN),
      paths: [],
    });
  }

  add(id: ImportId, pieces: FilePiece[]): void {
    const begun = this.of(id);
    for (const { path, offset } of pieces) if (offset === 0) begun.paths.push(path);
    begun.files = begun.paths.length;
  }

  run(id: ImportId): Import {
    const begun = this.of(id);
    begun.state = 'running';
    if (!this.areSlow) this.end(id);
    return begun;
  }

  /** Takes what an import was given, and tells the window. */
  end(id: ImportId): void {
    const begun = this.of(id);
    for (const path of begun.paths) this.take(path, begun.report);
    Object.assign(begun, { state: 'done', filesDone: begun.files });
    this.tell(begun);
  }

  stop(id: ImportId): Import {
    const begun = this.of(id);
    begun.state = 'stopped';
    return begun;
  }

  drop(id: ImportId): void {
    this.begun.splice(this.begun.indexOf(this.of(id)), 1);
  }

  private of(id: ImportId): Begun {
    const begun = this.begun.find((each) => each.id === id);
    if (begun === undefined) throw new CarrelError('not-found', `import: there is no import ${id}`);
    return begun;
  }

  private take(path: string, report: ImportReport): void {
    const known = this.files.get(path) ?? { articles: [this.addArticle(path)] };
    report.articles.push(...(known.articles ?? []));
    report.articleCount += known.articles?.length ?? 0;
    report.feeds.push(...(known.feeds ?? []));
    report.present += known.present ?? 0;
    report.refused.push(...(known.refused ?? []));
    report.refusedCount += known.refused?.length ?? 0;
  }
}
