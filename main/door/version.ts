import manifest from '../../package.json' with { type: 'json' };

/** Carrel's version, as `package.json` has it when Carrel is built. */
export const version: string = manifest.version;
