import type { Article } from '../model.ts';

const blatt = { site: 'weltblatt', lang: 'de', zone: '+01:00' } as const;

/** Die deutschen Seiten. */
export const weltblattGerman: Article[] = [
  {
    ...blatt,
    slug: 'die-uhr-die-niemand-stellt',
    section: 'Wissen',
    headline: 'Die Uhr, die niemand stellt',
    description:
      'Im Rathausturm von Oberven geht seit 1911 ein Uhrwerk, das sich nach dem Luftdruck richtet. Es geht falsch, aber auf lehrreiche Weise.',
    authors: ['Greta Lindholm'],
    hoursAgo: 4,
    tags: ['Uhren', 'Physik'],
    lead: {
      name: 'pass-snow',
      alt: 'Verschneite Berge über dunklem Wald',
      caption: 'Wenn über dem Pass das Wetter umschlägt, geht die Uhr von Oberven nach.',
      credit: 'Lene Aldous',
    },
    body: `Wer in Oberven nach der Zeit fragt, bekommt zwei Antworten. Die eine steht auf dem Telefon. Die andere steht am Rathaus und weicht von der ersten ab, im Mittel um drei Minuten, im November auch einmal um sieben.

Das ist kein Schaden. Das Werk, das ein Uhrmacher namens Tobias Reff 1911 in den Turm baute, hat keine Gewichte und keine Feder, die jemand aufziehen müsste. Es wird von einer Dose angetrieben, so groß wie ein Wagenrad, die sich bei hohem Luftdruck zusammenzieht und bei tiefem ausdehnt. Jede Schwankung spannt das Werk ein wenig nach. Ein ordentlicher Sturm reicht für zwei Wochen.

„Sie lebt vom schlechten Wetter“, sagt Annegret Boll, die sich seit neunzehn Jahren um die Uhr kümmert. Das Kümmern besteht vor allem darin, nichts zu tun. Zweimal im Jahr steigt sie die hundertvier Stufen hinauf, wischt den Taubenstaub von den Rädern und hört zu. Gestellt hat sie die Uhr noch nie.

## Was sie stattdessen misst

Dass die Zeiger nachgehen, wenn die Luft schwer wird, und vorgehen, wenn sie leicht wird, war Reff bewusst. Er hielt es für einen Vorzug. „Eine Uhr“, schrieb er an den Gemeinderat, „soll nicht nur wissen, wie spät es ist, sondern auch, wie es uns dabei geht.“

Vor einigen Jahren hat ein Student der Universität Venmund die Abweichungen ausgewertet, die ein Lehrer über Jahrzehnte aus seinem Klassenfenster notiert hatte. Er konnte aus ihnen den Luftdruck bis zum Jahr 1924 zurückrechnen, auf zwei Hektopascal genau. Die amtliche Messreihe beginnt erst 1951. Seither fragt der Wetterdienst einmal im Monat an, wie falsch die Uhr gerade geht.

!tide-ring | Ein Ring aus farbigen Strichen | Ein Jahr Abweichung als Ring: nach außen geht die Uhr vor, nach innen nach. | Grafik: Universität Venmund

Der Bus fährt nach dem Telefon, die Kirche läutet nach der Uhr. Dazwischen liegt, je nach Wetter, Zeit für einen Kaffee. Anträge, das Werk durch eine Funkuhr zu ersetzen, hat es dreimal gegeben, zuletzt vor vier Jahren. Sie wurden jedes Mal an einem Tag mit Tiefdruck beraten und kamen zu spät auf die Tagesordnung.`,
  },
  {
    ...blatt,
    slug: 'donaudampfschifffahrt-am-kleinen-fluss',
    section: 'Reise',
    headline:
      'Fünf Stunden für dreißig Kilometer: Unterwegs auf dem langsamsten Dampfer des Landes',
    description:
      'Die „Frau Amtmann“ fährt von Aldhafen bis zur Mühlbrücke. Wer es eilig hat, geht nebenher.',
    authors: ['Jonas Weidling', 'Greta Lindholm'],
    hoursAgo: 27,
    tags: ['Reise', 'Schiffe'],
    lead: {
      name: 'sails-morning',
      alt: 'Segelboote auf hellem Wasser',
      caption: 'Auf den ersten Kilometern überholen sogar die Jollen der Segelschule.',
      credit: 'Teo Marsh',
    },
    body: `Der Kapitän grüßt die Angler mit Namen. Er hat Zeit dazu. Sechs Kilometer in der Stunde macht die „Frau Amtmann“ flussaufwärts, wenn der Kessel gut gelaunt ist, und heute, sagt der Heizer, sei er nur höflich.

Es gibt auf diesem Schiff drei Klassen. In der ersten sitzt man auf Kissen, in der zweiten auf Holz, in der dritten schiebt man an. Das ist ein Scherz, aber kein ganz alter: Auf der Sandbank vor Holmsiel müssen bei Niedrigwasser alle Fahrgäste nach achtern, damit der Bug sich hebt, und wer kräftig ist, bekommt eine Stange.

Gebaut wurde der Dampfer als Geschenk für eine Amtmannsgattin, die das Reiten nicht vertrug. Später trug er Milch, dann Schulkinder, dann niemanden. Vierzig Jahre lag er als Gaststätte fest vertäut und wurde dabei innen immer brauner. Dass er wieder fährt, verdankt er einem Verein von hundertzwölf Mitgliedern, von denen jedes eine Niete besitzt, mit Urkunde.

Man lernt auf dieser Reise, wie viel an einem Ufer steht. Ein Reiher. Ein Mann, der einem Reiher beim Stehen zusieht. Wäsche, und zwar dieselbe, eine Viertelstunde lang. An der Schleuse von Mittelven wird ein Korb heruntergelassen, aus dem es nach Zwiebeln riecht, und ein anderer mit Geld hinauf.

> Schnell fahren kann jeder. Aber ankommen, ohne dass einem etwas entgangen ist, das müssen Sie erst einmal schaffen. -- Hinrich Post, Kapitän

Im Maschinenraum sind es vierundfünfzig Grad. Die Heizerin, Wiebke Sand, ist im Hauptberuf Steuerberaterin und sagt, das sei vergleichbar. Sie legt alle vier Minuten nach, mit einer Bewegung aus der Hüfte, und hört zwischendurch am Rohr, ob oben gelacht wird.

An der Mühlbrücke, nach fünf Stunden, steht schon der Bus für die Rückfahrt bereit. Er braucht fünfunddreißig Minuten. Er war, als wir einstiegen, leer.`,
  },
  {
    ...blatt,
    slug: 'ein-chor-fuer-die-letzte-strassenbahn',
    section: 'Kultur',
    headline: 'Ein Chor für die letzte Bahn',
    description:
      'Jeden Freitag um 0.12 Uhr steigen am Alten Kai dreißig Menschen ein und singen bis zur Endhaltestelle.',
    authors: ['Jonas Weidling'],
    hoursAgo: 50,
    tags: ['Musik', 'Straßenbahn'],
    lead: {
      name: 'street-rain',
      alt: 'Häuserzeile mit erleuchteten Fenstern im Regen',
      caption: 'Haltestelle Seilergasse, kurz nach Mitternacht.',
      credit: 'Ida Kestrel',
    },
    body: `Die Fahrerin wartet, bis alle sitzen. Dann dimmt sie das Licht, was sie nicht darf, und fährt an. Vom Alten Kai bis zum Botanischen Garten sind es neunzehn Minuten, mit der großen Kurve am Rathaus. Das reicht für fünf Lieder und eine Zugabe.

Angefangen hat es mit zwei Krankenpflegern, die nach der Spätschicht nach Hause fuhren und zu müde waren, um sich zu unterhalten. Der eine summte. Der andere nahm die Terz. In der Woche darauf setzte sich eine Bäckerin dazu, die auf dem Weg zur Arbeit war, und sang die Unterstimme.

Heute sind es um die dreißig, und wer nicht zur Schicht muss, kommt trotzdem. Es gibt keine Noten, weil man sich festhalten muss, und keinen Dirigenten. Den Takt geben die Schienenstöße. „Zwischen Markt und Rathaus ist es ein Walzer“, sagt die Bäckerin. „Danach muss man aufpassen.“

Die übrigen Fahrgäste haben die Wahl, sich nach vorn zu setzen. Manche tun es. Ein älterer Herr mit Hut, der jeden Freitag mitfährt und nie ein Wort gesagt hat, stieg kürzlich am Stadtkrankenhaus aus, drehte sich in der Tür um und bemerkte, der zweite Bass sei zu laut.

Er hatte recht. Man hat ihn gebeten, ihn zu übernehmen.`,
  },
];
