/**
 * Keys that act alone: letters, digits and signs, with Shift or without, the space bar and those
 * that delete. Who speaks to the machine, or touches keys without meaning to, can turn them off
 * (WCAG 2.2, 2.1.4). Like the language, it is one thing for the whole window.
 */
let areOn = true;

/** Turns single keys on or off, as it is set; returns whether that is another way than before. */
export function setSingleKeys(on: boolean): boolean {
  const isOther = on !== areOn;
  areOn = on;
  return isOther;
}

/** Whether a key does something now: one that is written as in `keys.ts`. */
export function acts(key: string): boolean {
  return areOn || !isSingle(key);
}

function isSingle(key: string): boolean {
  const alone = key.startsWith('Shift+') ? key.slice('Shift+'.length) : key;
  return alone.length === 1 || alone === 'Delete' || alone === 'Backspace';
}
