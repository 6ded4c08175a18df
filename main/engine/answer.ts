import type { Answer, Method } from '../../contract/api.ts';
import { toFailure } from '../../contract/errors.ts';
import { asLibraryError } from '../../db/errors.ts';
import type { EngineApi } from './protocol.ts';

/**
 * Calls a method and gives what came of it; never throws. The door has checked the arguments
 * against the method's schema (`contract/schemas.ts`). A full disk or a library that cannot be
 * written is told as that, whichever method met it.
 */
export async function answerCall(api: EngineApi, method: Method, args: unknown[]): Promise<Answer> {
  try {
    return { ok: true, value: await Reflect.apply(api[method], undefined, args) };
  } catch (error) {
    return { ok: false, ...toFailure(asLibraryError(`carry out “${method}”`, error)) };
  }
}
