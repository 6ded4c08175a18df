/** The text that is written in base64 (RFC 4648); nothing where it is none, or not in UTF-8. */
export function textInBase64(written: string | undefined): string | undefined {
  const encoded = written?.replace(/\s+/g, '') ?? '';
  if (!/^[a-z\d+/_-]+={0,2}$/i.test(encoded)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(encoded, 'base64'));
  } catch {
    return undefined;
  }
}
