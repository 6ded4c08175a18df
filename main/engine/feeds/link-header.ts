/** One link of a `Link` header. */
export interface HeaderLink {
  /** As written, relative to the page. */
  address: string;
  /** Its parameters, names in lower case: `rel`, `type`, `title`. */
  parameters: Map<string, string>;
}

const LINK = /<([^>]*)>((?:\s*;\s*[^\s=;,]+\s*(?:=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]*))?)*)/g;
const PARAMETER = /;\s*([^\s=;,]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?/g;

/** The links of a `Link` header (RFC 8288, 3); what is none is passed over. */
export function parseLinkHeader(header: string): HeaderLink[] {
  return [...header.matchAll(LINK)].map(([, address = '', written = '']) => {
    const parameters = new Map<string, string>();
    for (const [, name = '', quoted, bare = ''] of written.matchAll(PARAMETER)) {
      const value = quoted === undefined ? bare : quoted.replace(/\\(.)/g, '$1');
      if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), value);
    }
    return { address, parameters };
  });
}
