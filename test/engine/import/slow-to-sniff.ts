import { kindOf } from '../../../main/engine/import/sniff.ts';

/** Run as a process of its own: looks at beginnings of files that an expression may never be done with. */
const beginnings = [
  '<!-- -->\n\t'.repeat(6_000),
  '<!--'.repeat(16_000),
  `<!--${'-->'.repeat(20_000)}`,
  ' \t'.repeat(32_000),
  `<!-- x -->\n${'\t<meta property="a" />'.repeat(3_000)}`,
  ',;'.repeat(32_000),
  'From: a\r\n'.repeat(7_000),
];
for (const beginning of beginnings) kindOf(Buffer.from(beginning), 'page.html');
