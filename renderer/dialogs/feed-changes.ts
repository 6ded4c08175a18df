import type { Feed, FeedChanges, FeedSettings } from '../../contract/types.ts';

/**
 * What a filled form changes of a feed: only what differs, so that saving leaves the rest alone.
 *
 * @param form the fields `title`, `everyMinutes`, `keep`, `textFrom`, `pictures`, `enclosures`; an
 *   empty one means `null`, a box that is not ticked is not in it.
 */
export function changesOf(form: FormData, feed: Feed): FeedChanges {
  const typed = textOf(form, 'title').trim();
  const title = typed === '' ? null : typed;
  const settings = settingsOf(form, feed.settings);
  return {
    ...(title === feed.ownTitle ? {} : { title }),
    ...(Object.keys(settings).length === 0 ? {} : { settings }),
  };
}

function settingsOf(form: FormData, before: FeedSettings): Partial<FeedSettings> {
  const everyMinutes = numberOf(form, 'everyMinutes');
  const keep = numberOf(form, 'keep');
  const textFrom = textOf(form, 'textFrom') === 'feed' ? 'feed' : 'page';
  const pictures = form.has('pictures');
  const enclosures = form.has('enclosures');
  return {
    ...(everyMinutes === before.everyMinutes ? {} : { everyMinutes }),
    ...(keep === before.keep ? {} : { keep }),
    ...(textFrom === before.textFrom ? {} : { textFrom }),
    ...(pictures === before.pictures ? {} : { pictures }),
    ...(enclosures === before.enclosures ? {} : { enclosures }),
  };
}

function numberOf(form: FormData, name: string): number | null {
  const text = textOf(form, name);
  return text === '' ? null : Number(text);
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
