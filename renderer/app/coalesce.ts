/**
 * Makes a trigger that runs `work` at once and, when it was pulled again meanwhile, once more:
 * at most one run in `everyMs`, never two at a time. `work` must not reject.
 */
export function coalesce(everyMs: number, work: () => Promise<void>): () => void {
  let running = false;
  let again = false;

  const run = async () => {
    running = true;
    do {
      again = false;
      await Promise.all([work(), pause(everyMs)]);
    } while (again);
    running = false;
  };

  return () => {
    if (running) again = true;
    else void run();
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
