import { Parser } from 'htmlparser2';
import { decodeFeed } from '../feeds/decode.ts';
import { inOneLine } from '../feeds/text.ts';

/** An element of an XML document, without its place in the tree. */
export interface XmlElement {
  /** Without its prefix, in lower case: `creator` of `dc:creator`. */
  name: string;
  /** Their names as that of the element. */
  attributes: ReadonlyMap<string, string>;
  /** What is written in it, in one line. */
  text: string;
}

/** What is written in elements further within does not count as the text of an element. */
const TEXT_LEVELS = 4;

/**
 * The elements of an XML document in the order in which they begin. A flat list is enough for the
 * lists of which books are made, and nothing grows with how deep they nest. Never throws: what is
 * not well-formed is read as far as it goes, and no entity is resolved but XML's own five.
 */
export function readXml(bytes: Uint8Array): XmlElement[] {
  const elements: XmlElement[] = [];
  const open: XmlElement[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: XmlElement = {
          name: localName(name),
          attributes: new Map(
            Object.entries(attributes).map(([key, value]) => [localName(key), value]),
          ),
          text: '',
        };
        elements.push(element);
        open.push(element);
      },
      ontext(text) {
        for (const element of open.slice(-TEXT_LEVELS)) element.text += text;
      },
      onclosetag() {
        const closed = open.pop();
        if (closed !== undefined) closed.text = inOneLine(closed.text).trim();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(decodeFeed(bytes, null));
  return elements;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
