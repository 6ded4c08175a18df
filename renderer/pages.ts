/** An address comes from the network: only what a browser opens as a page is made a link. */
export function isPage(address: string | null): address is string {
  return address !== null && ['http:', 'https:'].includes(URL.parse(address)?.protocol ?? '');
}
