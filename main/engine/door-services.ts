/** What the engine asks of the door that started it, because only the door's platform knows. */
export interface DoorServices {
  /**
   * The proxy by which the system reaches an address, as `http://host:port`, or `null` for none.
   * Never rejects: where the system cannot say, there is none.
   */
  proxyFor(address: string): Promise<string | null>;
  /** Whether the system has a keychain that seals for this user alone. */
  hasKeychain(): Promise<boolean>;
  /** Seals by the system's keychain. Rejects where there is none. */
  seal(text: string): Promise<Uint8Array>;
  /** What was sealed. Rejects where it was sealed on another machine or by another user. */
  unseal(sealed: Uint8Array): Promise<string>;
  /** Whether `chooseFolder` shows something. */
  hasChooser(): Promise<boolean>;
  /** Lets the user choose a folder, in the system's own dialog; `null` where none was chosen. */
  chooseFolder(): Promise<string | null>;
}

/** A door that has none of it. */
export const noServices: DoorServices = {
  proxyFor: () => Promise.resolve(null),
  hasKeychain: () => Promise.resolve(false),
  seal: () => Promise.reject(new Error('there is no keychain')),
  unseal: () => Promise.reject(new Error('there is no keychain')),
  hasChooser: () => Promise.resolve(false),
  chooseFolder: () => Promise.resolve(null),
};
