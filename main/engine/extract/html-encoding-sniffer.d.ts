/** The package has no types of its own; these cover what `decode.ts` uses. */
declare module 'html-encoding-sniffer' {
  export default function sniffHtmlEncoding(
    bytes: Uint8Array,
    options: {
      transportLayerEncodingLabel?: string;
      /** What is returned when the page declares no encoding. */
      defaultEncoding: string;
      maxPrescanBytes: number;
    },
  ): string | null;
}
