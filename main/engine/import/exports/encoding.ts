import sniffHtmlEncoding from 'html-encoding-sniffer';
import { guessEncoding } from '../../extract/guess-encoding.ts';

/**
 * Whether bytes that are no valid UTF-8 are UTF-8 all the same, with a fault in it: a service that
 * cuts long titles cuts characters in two, and that makes the other titles no Latin.
 */
export function isOfUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  let faults = 0;
  let beyondAscii = 0;
  for (const character of text) {
    if (character === '\ufffd') faults += 1;
    else if (character > '\u007f') beyondAscii += 1;
  }
  return beyondAscii > faults;
}

/**
 * The encoding of text that is no UTF-8: what its `<meta>` says, else a guess from a piece that has
 * letters beyond ASCII.
 */
export function sniffedEncoding(beginning: Uint8Array, piece: Uint8Array): string {
  const declared = sniffHtmlEncoding(beginning, {
    defaultEncoding: '',
    maxPrescanBytes: beginning.byteLength,
  });
  // Its bytes are against a label of UTF-8.
  if (declared !== null && declared !== '' && declared !== 'UTF-8') return declared;
  const guessed = guessEncoding(piece);
  return guessed === 'utf-8' ? 'windows-1252' : guessed;
}
