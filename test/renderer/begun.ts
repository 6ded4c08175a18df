import type { Export, ExportForm } from '../../contract/export.ts';
import type { Backup, LibraryMove } from '../../contract/library.ts';
import type { ArticleId } from '../../contract/types.ts';

/** Work that the engine has begun and that lasts, as it is told of first. */

export function begunBackup(): Backup {
  const name = 'carrel-backup.tar';
  return { state: 'running', name, doneBytes: 0, ofBytes: 1, sha256: null, failure: null };
}

export function begunExport(id: number, ids: readonly ArticleId[], form: ExportForm): Export {
  return {
    state: 'running',
    id,
    form: form.kind,
    name: form.kind === 'page' ? 'Article 1.html' : 'carrel.carrel-articles.tar',
    articles: ids.length,
    gone: 0,
    doneBytes: 0,
    ofBytes: 1_000_000,
    sha256: null,
    failure: null,
  };
}

export function begunMove(from: string, to: string): LibraryMove {
  return { state: 'copying', from, to, doneBytes: 0, ofBytes: 1, failure: null };
}
