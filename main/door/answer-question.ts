import type { DoorServices } from '../engine/door-services.ts';
import type { Question, Reply } from '../engine/protocol.ts';

/** Answers what the engine asks by what the door's platform knows. Never rejects. */
export async function answerQuestion(services: DoorServices, question: Question): Promise<Reply> {
  try {
    return await answer(services, question);
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

async function answer(services: DoorServices, question: Question): Promise<Reply> {
  switch (question.kind) {
    case 'proxyFor':
      return { kind: 'proxyFor', proxy: await services.proxyFor(question.address) };
    case 'hasKeychain':
      return { kind: 'hasKeychain', has: await services.hasKeychain() };
    case 'seal':
      // A copy: of a view, some channels send the whole memory that it is a view of.
      return { kind: 'seal', sealed: Uint8Array.from(await services.seal(question.text)) };
    case 'unseal':
      return { kind: 'unseal', text: await services.unseal(question.sealed) };
    case 'hasChooser':
      return { kind: 'hasChooser', has: await services.hasChooser() };
    case 'chooseFolder':
      return { kind: 'chooseFolder', folder: await services.chooseFolder() };
  }
}
