// As a whole: a name that this Node does not have could not be imported by itself.
import tls, { type SecureContext } from 'node:tls';
import { buildConnector } from 'undici';

/** Reads certificates of authorities, in PEM. May throw where the system has no way to say. */
export type ReadCertificates = () => readonly string[];

/** The authorities that the system trusts besides those that came with Node. */
export interface Trust {
  /**
   * Node's authorities and the system's together; `undefined` where there are none but Node's.
   * Read when it is first asked for and then kept: some systems take a fifth of a second.
   */
  context(): SecureContext | undefined;
}

/** What the system's keychain or store holds; nothing where Node has no way to ask (before 22.15). */
export function systemCertificates(): readonly string[] {
  return hasStores() ? tls.getCACertificates('system') : [];
}

export function createTrust(read: ReadCertificates): Trust {
  let context: SecureContext | undefined;
  let isRead = false;
  return {
    context() {
      if (!isRead) {
        isRead = true;
        context = contextOf(read);
      }
      return context;
    },
  };
}

/** Without a store that can be read, Node's own authorities have to do. */
function contextOf(read: ReadCertificates): SecureContext | undefined {
  try {
    const certificates = read();
    if (certificates.length === 0) return undefined;
    // With what `NODE_EXTRA_CA_CERTS` names. The system repeats most of Node's.
    const usual = hasStores() ? tls.getCACertificates('default') : tls.rootCertificates;
    return tls.createSecureContext({ ca: [...new Set([...usual, ...certificates])] });
  } catch {
    return undefined;
  }
}

function hasStores(): boolean {
  return typeof tls.getCACertificates === 'function';
}

/** OpenSSL's words for a chain that ends at an authority it does not know. */
const UNKNOWN_AUTHORITY = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/**
 * Connects as undici does, by Node's own authorities first and, from the first server on whose
 * certificate those cannot verify, by the system's too. Most people never need the system's store,
 * and reading it would hold up every start.
 */
export function trustingConnector(
  trust: Trust,
  options: buildConnector.BuildOptions,
): buildConnector.connector {
  const usual = buildConnector(options);
  let widened: buildConnector.connector | undefined;
  return (request, done) => {
    if (widened !== undefined) return widened(request, done);
    usual(request, (...answer) => {
      const [error] = answer;
      const context = isUnknownAuthority(error) ? trust.context() : undefined;
      if (context === undefined) return done(...answer);
      widened = buildConnector({ ...options, secureContext: context });
      widened(request, done);
    });
  };
}

function isUnknownAuthority(error: Error | null): boolean {
  if (error === null || !('code' in error) || typeof error.code !== 'string') return false;
  return UNKNOWN_AUTHORITY.has(error.code);
}
