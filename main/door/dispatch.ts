import type { z } from 'zod';
import type { Answer } from '../../contract/api.ts';
import { toFailure } from '../../contract/errors.ts';
import { isMethod, schemas } from '../../contract/schemas.ts';
import type { Engine } from './engine-process.ts';

/**
 * Carries one call from the window to the engine; both doors forward through here.
 *
 * The method's name and the arguments are what came through the door, unchecked. Never throws:
 * whatever goes wrong is an answer with `ok: false`, a kind and a message.
 */
export async function dispatch(
  engine: Pick<Engine, 'call'>,
  method: string,
  args: unknown,
): Promise<Answer> {
  if (!isMethod(method)) {
    return { ok: false, kind: 'invalid', message: `Carrel has no method ${method.slice(0, 60)}` };
  }
  const parsed = schemas[method].safeParse(args);
  if (!parsed.success) {
    return { ok: false, kind: 'invalid', message: `${method}: ${firstIssue(parsed.error)}` };
  }
  try {
    return { ok: true, value: await engine.call(method, parsed.data) };
  } catch (error) {
    return { ok: false, ...toFailure(error) };
  }
}

/** The first thing wrong and where: `argument 1.scope.kind: Invalid input`. */
function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'invalid arguments';
  const [argument, ...inside] = issue.path;
  if (typeof argument !== 'number') return `arguments: ${issue.message}`;
  const path = inside.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return `argument ${argument + 1}${path.join('')}: ${issue.message}`;
}
