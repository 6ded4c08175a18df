/** What network this machine has at the moment. */
export interface NetworkState {
  online: boolean;
  /** Whether it is paid for by volume, as far as the system knows. */
  metered: boolean;
}

/** Watches the network (`network.ts`). */
export interface Network {
  state(): NetworkState;
  /** Calls `listener` when the state changes; returns the way to stop it. */
  onChange(listener: () => void): () => void;
  close(): void;
}

/** A network that is always there. */
export const alwaysOnline: Network = {
  state: () => ({ online: true, metered: false }),
  onChange: () => () => undefined,
  close: () => undefined,
};
