import type { CarrelEvent } from '../../contract/api.ts';
import type { ArticleId } from '../../contract/types.ts';

/** How long changes are gathered: the window repaints a list at most this often. */
const GATHER_MS = 100;

/** Gathers what changed and tells it in few events, so that a refresh does not flood the window. */
export interface Changes {
  articles(ids: Iterable<ArticleId>): void;
  sources(): void;
  /** Tells what was gathered now. */
  flush(): void;
}

/** Makes a gatherer that tells `emit` at most every 100 ms. */
export function gatherChanges(emit: (event: CarrelEvent) => void): Changes {
  const ids = new Set<ArticleId>();
  let sourcesChanged = false;
  let timer: NodeJS.Timeout | undefined;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (sourcesChanged) {
      sourcesChanged = false;
      emit({ kind: 'sources' });
    }
    if (ids.size > 0) {
      const changed = [...ids];
      ids.clear();
      emit({ kind: 'articles', ids: changed });
    }
  };
  const later = () => {
    timer ??= setTimeout(flush, GATHER_MS);
  };

  return {
    articles(changed) {
      for (const id of changed) ids.add(id);
      if (ids.size > 0) later();
    },
    sources() {
      sourcesChanged = true;
      later();
    },
    flush,
  };
}
