/**
 * The names of the months in the languages that news are written in most, as they stand in dates.
 * Croatian `listopad` (October) is left out: in Polish and Czech it is November.
 */
const NAMES: readonly string[] = [
  'january januar jänner januari janvier enero gennaio janeiro января январь січня януари stycznia styczeń ledna leden ocak tammikuuta ianuarie január siječnja ιανουαρίου gener jaanuar يناير ינואר',
  'february februar feber februari février fevrier febrero febbraio fevereiro февраля февраль лютого февруари lutego luty února únor şubat helmikuuta februarie február veljače φεβρουαρίου febrer veebruar فبراير פברואר',
  'march märz maerz maart mars marzo março marco марта март березня marca marzec března březen mart maaliskuuta martie március ožujka μαρτίου març märts maret مارس מרץ mrz mrt mär',
  'april avril abril aprile апреля апрель квітня април kwietnia kwiecień dubna duben nisan huhtikuuta aprilie április travnja απριλίου aprill أبريل إبريل אפריל',
  'may mai mei mayo maggio maio мая май травня maja maj května květen mayıs toukokuuta május svibnja μαΐου maig مايو מאי',
  'june juni juin junio giugno junho июня июнь червня юни czerwca czerwiec června červen haziran kesäkuuta iunie június lipnja ιουνίου juny juuni يونيو יוני',
  'july juli juillet julio luglio julho июля июль липня юли lipca lipiec července červenec temmuz heinäkuuta iulie július srpnja ιουλίου juliol juuli يوليو יולי',
  'august augustus augusti août aout agosto августа август серпня sierpnia sierpień srpna srpen ağustos elokuuta augusztus kolovoza αυγούστου agost agustus أغسطس אוגוסט',
  'september septembre septiembre setiembre settembre setembro сентября сентябрь вересня септември września wrzesień září eylül syyskuuta septembrie szeptember rujna σεπτεμβρίου setembre سبتمبر ספטמבר',
  'october oktober octobre octubre ottobre outubro октября октябрь жовтня октомври października październik října říjen ekim lokakuuta octombrie október οκτωβρίου oktoober أكتوبر אוקטובר okt',
  'november novembre noviembre novembro ноября ноябрь листопада ноември listopada listopad listopadu kasım marraskuuta noiembrie studenoga studenog νοεμβρίου نوفمبر נובמבר',
  'december dezember décembre decembre diciembre dicembre dezembro декабря декабрь грудня декември grudnia grudzień prosince prosinec aralık joulukuuta decembrie prosinca δεκεμβρίου detsember desember desembre ديسمبر דצמבר',
];

const MONTHS = NAMES.map((names) => names.split(' '));
const WHOLE = new Map(
  MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/**
 * The number of a month, 1 to 12, by its name or how that begins (`Sept`, `févr`), in any case;
 * `undefined` for another word.
 */
export function monthNamed(written: string): number | undefined {
  // In Hebrew, `in` is written together with the month.
  const word = written.toLowerCase().replace(/^ב(?=\p{L}{3})/u, '');
  const whole = WHOLE.get(word);
  if (whole !== undefined || word.length < 3) return whole;
  const index = MONTHS.findIndex((names) => names.some((name) => name.startsWith(word)));
  return index === -1 ? undefined : index + 1;
}
