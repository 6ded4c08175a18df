import { CarrelError } from '../../contract/errors.ts';
import type { ArticleId, FeedId, Login } from '../../contract/types.ts';
import { feedsWithLogin, getLogin, keepLogin, type SealedLogin } from '../../db/logins.ts';
import type { Context } from './context.ts';

/**
 * A login made ready to be kept: sealed by the system's keychain where there is one; otherwise it
 * stands in the library as it is, which the window says. Apart from keeping it, because sealing
 * waits and a transaction must not.
 */
export async function sealLogin(context: Context, login: Login): Promise<SealedLogin> {
  const text = JSON.stringify(login);
  if (!(await context.services.hasKeychain())) {
    return { kind: login.kind, sealed: Buffer.from(text), sealedBy: 'library' };
  }
  return { kind: login.kind, sealed: await context.services.seal(text), sealedBy: 'keychain' };
}

/** Keeps the login of a feed, or takes it away. */
export async function saveLogin(context: Context, id: FeedId, login: Login | null): Promise<void> {
  keepLogin(context.db, id, login === null ? null : await sealLogin(context, login));
}

/**
 * The login to ask for something of an article with: that of a feed which carries it and has one,
 * if the address is on the feed's own origin.
 */
export async function loginForArticle(
  context: Context,
  articleId: ArticleId,
  address: string,
): Promise<Login | undefined> {
  const origin = URL.parse(address)?.origin;
  const feed = feedsWithLogin(context.db, articleId).find(
    (one) => URL.parse(one.address)?.origin === origin,
  );
  return feed === undefined ? undefined : await loginOf(context, feed.id);
}

/**
 * The login of a feed, if it has one.
 * @throws CarrelError 'login' when the keychain that sealed it is not this one: a library that
 *   was copied to another machine
 */
export async function loginOf(context: Context, id: FeedId): Promise<Login | undefined> {
  const kept = getLogin(context.db, id);
  if (kept === undefined) return undefined;
  const text =
    kept.sealedBy === 'library'
      ? Buffer.from(kept.sealed).toString('utf8')
      : await context.services.unseal(kept.sealed).catch((error: unknown) => {
          throw new CarrelError(
            'login',
            'login: this machine’s keychain cannot open the login of this feed; type it once more',
            { cause: error },
          );
        });
  const login: Login = JSON.parse(text);
  return login;
}
