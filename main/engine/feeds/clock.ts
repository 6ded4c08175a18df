/** The times of day in written dates, and their zones. */

/** RFC 822's zones, and those that feeds write besides, in minutes east of UTC. */
const ZONES: Record<string, number> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  ast: -240,
  adt: -180,
  nst: -210,
  ndt: -150,
  brt: -180,
  art: -180,
  bst: 60,
  cet: 60,
  cest: 120,
  mez: 60,
  mesz: 120,
  met: 60,
  mest: 120,
  west: 60,
  eet: 120,
  eest: 180,
  msk: 180,
  sast: 120,
  wib: 420,
  jst: 540,
  kst: 540,
  awst: 480,
  acst: 570,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
};

/** Words between a date and its time: `at`, `um`, `à`, `às`, `a las`, `klo`, `в`. */
const LEAD_IN = /^(?:[t,|–-]|at|um|a las|as|a|alle|ore|om|kl\.?|klo|o godz\.?|в|у)(?![\p{L}]) ?/u;

const AFTERNOON = /^(?:p|오후|下午|午後|μ|م$|م )/u;
const HALF = /(?:[ap]\.? ?m\b\.?|오전|오후|上午|下午|午前|午後|[πμ]\.?μ\.?|[صم](?!\p{L}))/u;

/** `6:00:00.5`, `6h30`, `6時30分`, `6.00` and a zone. */
const SEPARATED =
  /^(\d{1,2})(?:[:.]|h|時|시) ?(\d{1,2})?(?:分|분)? ?(?:[:.]?(\d{1,2})(?:秒|초)?(?:[.,:](\d+))?)?(?!\d|:) ?(.*)$/u;

/** `060000`, `0600`, `6` and a zone. */
const COMPACT = /^(\d{1,2})(?:(\d{2})(?:(\d{2})(?:[.,](\d+))?)?)?(?!\d|:) ?(.*)$/u;

/**
 * Milliseconds from midnight UTC of a folded time with its zone (`8:05 pm cest`, `080500+0200`); a
 * date without a time counts from midnight, a time without a zone in UTC.
 * @returns `null` for what is no time
 */
export function timeOfDay(written: string): number | null {
  const lead = written.trim().replace(LEAD_IN, '').trim();
  // A zone, or a weekday behind the date.
  if (!/\d/.test(lead)) return 0;
  const half = HALF.exec(lead)?.[0];
  const time = half === undefined ? lead : lead.replace(half, ' ').trim();
  const match = SEPARATED.exec(time) ?? COMPACT.exec(time);
  if (match === null) return null;
  const [, hours = '', minutes = '0', seconds = '0', fraction = '0', zone = ''] = match;
  const isAfternoon = half !== undefined && AFTERNOON.test(half);
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (isAfternoon ? 12 : 0);
  // A leap second is the last one before it.
  const second = Math.min(Number(seconds), 59);
  if (hour > 24 || Number(minutes) > 59 || Number(seconds) > 60) return null;
  const ms = Math.trunc(Number(`0.${fraction}`) * 1000);
  return ((hour * 60 + Number(minutes) - zoneMinutes(zone)) * 60 + second) * 1000 + ms;
}

/** Minutes east of UTC; what is not known counts as UTC, as RFC 2822 says. */
function zoneMinutes(zone: string): number {
  const numeric = /([+−-])(\d{1,2}):?(\d{2})?/.exec(zone);
  if (numeric !== null) {
    const [, sign, hours = '0', minutes = '0'] = numeric;
    return (Number(hours) * 60 + Number(minutes)) * (sign === '+' ? 1 : -1);
  }
  return ZONES[/\p{L}+/u.exec(zone)?.[0] ?? ''] ?? 0;
}
