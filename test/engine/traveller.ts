import { openWork } from './open-work.ts';

/**
 * Run as a process of its own, to be killed: gets what was saved in the library of a folder ready to
 * travel, and says when some of it is complete.
 */
const [, , folder = '', many = '5'] = process.argv;
const work = openWork(folder);
await work.api.prepareTravel({ kind: 'saved' });
while (((await work.api.travel())?.done ?? 0) < Number(many)) {
  await new Promise((resolve) => setTimeout(resolve, 5));
}
process.send?.('some are complete');
