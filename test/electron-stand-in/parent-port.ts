/** In the child of the stand-in's `utilityProcess`: `process.parentPort`, as in Electron. */

const parentPort = {
  postMessage(message: unknown): void {
    process.send?.(message);
  },
  on(_event: 'message', listener: (event: { data: unknown }) => void): void {
    process.on('message', (data: unknown) => listener({ data }));
  },
};

Object.defineProperty(process, 'parentPort', { value: parentPort });

// A utility process ends with the app it belongs to.
process.on('disconnect', () => process.exit());
