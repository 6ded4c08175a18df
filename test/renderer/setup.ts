import { speak } from '../../renderer/words/speak.ts';

/** The window speaks English in tests, whatever the machine's language is, unless a test says so. */
await speak('en');
