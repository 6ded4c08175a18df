import type { Article } from '../model.ts';

const desk = { site: 'special', lang: 'en', section: 'Back Pages', zone: '+01:00' } as const;
const trouble = {
  ...desk,
  section: 'Trouble',
  authors: ['The night desk'],
  tags: ['trouble'],
} as const;

/** Pages that differ in how they are sent: encodings, changes, delays, damage. */
export const specialForms: Article[] = [
  {
    ...desk,
    slug: 'shift-jis',
    lang: 'ja',
    zone: '+09:00',
    headline: '港の古本市、雨の日こそ賑わう',
    description:
      '月に一度の古本市は、晴れた日より雨の日のほうが客が多い。その理由を店主たちに聞いた。',
    authors: ['水野 春'],
    hoursAgo: 60,
    tags: ['本', '港'],
    lead: {
      name: 'shelves-tall',
      alt: '天井まで届く本棚',
      caption: '倉庫の奥の棚。雨の音がよく聞こえる。',
      credit: '水野 春',
    },
    body: `港の第三倉庫では、毎月最後の土曜日に古本市が開かれる。屋根は鉄板で、雨が降ると話し声が聞こえなくなるほど鳴る。それでも、売り上げ帳を見ると、よく売れた日はたいてい雨の日である。

「晴れた日の客は歩きながら見る。雨の日の客は立ち止まる」と、出店して二十年になる店主は言う。傘を持って濡れた道を帰るくらいなら、もう一冊読んでからにしよう、ということらしい。

並ぶのは文学書ばかりではない。潮の満ち引きを記した手帳、船の修理の手引き、誰かが書き込みをした料理の本。値段は鉛筆で最後の頁に書かれている。

先月、ある客が自分の本を見つけた。三十年前に引っ越しの荷物からなくなったもので、扉には本人の名前があった。店主は代金を受け取らず、その代わりに、どこを通ってここへ来たのか一緒に考えてほしいと頼んだという。

次の市は二十八日。予報は、うまい具合に雨である。`,
  },
  {
    ...desk,
    slug: 'gzip',
    headline: 'The bellows-maker folds things for a living',
    description:
      'Accordions, cameras, organ pipes: what must be large and small in turn comes to Corrin Road.',
    authors: ['Ida Kestrel'],
    hoursAgo: 225,
    tags: ['craft'],
    lead: {
      name: 'quinces',
      alt: 'A red jug and four yellow fruits on a table',
      caption:
        'The workshop keeps a bowl of fruit on the bench, to remind the hands of round things.',
      credit: 'Ida Kestrel',
    },
    body: `A good bellows, says Runa Thale, is mostly air with an opinion. She has been folding card and sheepskin into bellows for twenty-two years, for accordions and cameras and once for a lung in a museum, and she can tell from across the room whether a fold has been made in a hurry.

The pattern is cut flat. It looks like the plan of a staircase for someone with very small feet. Then every second line is folded towards her and every other line away, and the whole sheet, which had covered the bench, stands in her palm like a closed hand.

Orders come from places she has to look up. A lighthouse wanted one for its fog signal; an opera house wanted one that breathed, visibly, behind a painted dragon.

She throws nothing away. The offcuts go to the school, where the children fold them into boats, badly, and with great success.`,
  },
  {
    ...desk,
    slug: 'brotli',
    headline: 'Bread that keeps: a loaf for eight days at sea',
    description:
      'The ship’s bakery of Aldhaven still bakes for boats, and for people who live as if on one.',
    authors: ['Bran Holloway'],
    hoursAgo: 236,
    tags: ['food', 'harbour'],
    body: `It is not a handsome loaf. It is square, so that it can be stowed, and dark, so that nobody eats it for pleasure on the first day. It weighs two kilos and is at its best on the fourth.

The recipe was a contract. The harbour office bought bread by the hundredweight and sent it back if it was green before the eighth day, so the bakers of Aldhaven learned to bake slowly. The loaf spends eleven hours in an oven that has been left to go cold.

Fishing boats have refrigerators now. The bakery makes sixty loaves on a Friday nevertheless, and they are gone by noon. Some go to crews, from habit. Most go to the houses on the hill, to people who say that on Wednesday, with butter, there is nothing like it.

The baker was asked what the secret is. "Forgetting about it," she said.`,
  },
  {
    ...desk,
    slug: 'changing',
    headline: 'Ferry to Skarrow delayed by fog',
    description:
      'The morning crossings are waiting for the weather. This report is brought up to date.',
    authors: ['The harbour desk'],
    hoursAgo: 3,
    tags: ['ferry', 'fog'],
    lead: {
      name: 'harbour-fog',
      alt: 'Cranes and a freighter in fog',
      caption: 'The outer harbour at seven this morning.',
      credit: 'Harbour Office',
    },
    body: `The seven o'clock ferry to Skarrow has not left. Fog has lain in the outer harbour since four in the morning, and the harbour master has closed the fairway until the second buoy can be seen from the pier.

About sixty passengers are waiting in the hall, where the kiosk has opened an hour early. The eight o'clock sailing is not expected to leave on time either.

The next report is due at nine.`,
    revisions: [
      `The fairway to Skarrow was opened again at ten past nine. The first ferry left with a hundred and four passengers, two and a half hours late, and sounded its horn for the whole of the crossing.

Fog had lain in the outer harbour since four in the morning, and the harbour master had closed the fairway until the second buoy could be seen from the pier. It was seen, passengers report, by a child.

Sailings are expected to run to time from noon. Tickets for the cancelled crossings remain valid until Sunday.`,
      `All ferries to Skarrow are running to time again after a morning of fog. In all, three crossings were cancelled and two delayed, the harbour office said in the afternoon.

The fairway was opened at ten past nine, when the second buoy could be seen from the pier. The first boat left with a hundred and four passengers, two and a half hours late.

One passenger used the delay to be married. The registrar, who was also waiting for the boat, performed the ceremony in the hall; the kiosk provided the cake and two witnesses. The couple reached Skarrow in time for their own lunch.

Tickets for the cancelled crossings remain valid until Sunday.`,
    ],
  },
  {
    ...trouble,
    slug: 'slow',
    hoursAgo: 250,
    headline: 'The slowest clock in the valley',
    description:
      'It loses four minutes a day and has done so, very exactly, for a hundred and ten years.',
    body: `The station clock of Upper Ven loses four minutes a day. It is the most exact clock in the valley, since it has lost precisely four minutes on every day since it was hung, and the stationmaster corrects it every morning with a broom handle.

Repairing it has been proposed. The town voted on it once and decided, by a narrow margin, that it would rather have the four minutes.

They come at the end of the day, when the broom handle has worn off, so to speak, and the last train leaves a little later than the timetable says, and everybody catches it.`,
  },
  {
    ...trouble,
    slug: 'stalled',
    hoursAgo: 252,
    headline: 'A bridge that reaches half-way',
    description:
      'The footbridge at the mill ends above the middle of the river. It was built like that.',
    body: `The footbridge at the mill leaves the north bank in three bold arches and ends, with a railing, above the middle of the river. Visitors photograph it as a ruin. It is nothing of the kind: it was finished on time and within its budget.

The two parishes had agreed to build half each. The northern one kept its word.

Anglers love it. On summer evenings there is a queue for the railing, and the southern parish, which saved its money, has to come round by the road bridge to stand in it.`,
  },
  {
    ...trouble,
    slug: 'busy',
    hoursAgo: 254,
    headline: 'Please wait to be seated',
    description:
      'The smallest restaurant in Aldhaven has one table, one sitting and a waiting list of a year.',
    body: `The smallest restaurant in Aldhaven has one table. It stands in the window of what used to be a ticket office, and seats three, or four who like each other.

There is no menu. The cook goes to the market in the morning and decides, and the guests find out. A blackboard outside says who is eating tonight, so that nobody need ask.

The list of those who would like to is kept in a school exercise book and has reached the summer after next. Cancellations are called out of the window, and are taken up, as a rule, before the echo.`,
  },
  {
    ...trouble,
    slug: 'truncated-picture',
    hoursAgo: 256,
    headline: 'Half a postcard from the pass',
    description:
      'It arrived torn, and the postman apologised for a piece of paper he had never seen.',
    lead: {
      name: 'valley-dawn',
      alt: 'Hills in morning fog, the lower part of the picture missing',
      caption: 'As much of the picture as has arrived.',
      credit: 'By post',
    },
    body: `The card shows the valley at dawn, or rather the sky above it. The lower two thirds were lost somewhere between the pass and the sorting office, and with them the message, except for the word "until".

The sender has not been found. The office has pinned the card to the board in the hall, where everybody who reads it finishes the sentence for themselves.`,
  },
  {
    ...trouble,
    slug: 'picture-is-html',
    hoursAgo: 258,
    headline: 'The painting that turned out to be a letter',
    description:
      'Behind the varnish there was no landscape at all, only four pages about the price of canvas.',
    lead: {
      name: 'moor-rain',
      alt: 'A picture that is not one',
      caption: 'What was hanging there.',
      credit: 'Town Museum',
    },
    body: `When the restorer lifted the frame she expected a moor in the rain. What she found was paper: four closely written pages, pasted edge to edge and varnished brown, in which a painter explains to a patron why there is no painting.

Canvas, he writes, has gone up again. So has madder. He would be glad to begin as soon as the second instalment should arrive.

It never did, evidently. The museum has decided to leave the letter where it hung, under its old label: "Moor, with approaching weather."`,
  },
  {
    ...trouble,
    slug: 'missing',
    hoursAgo: 260,
    headline: 'An entry whose page was never printed',
    description: 'The address in this entry answers 404. What the feed says is all there is.',
    body: `This page answers 404.`,
  },
  {
    ...trouble,
    slug: 'broken',
    hoursAgo: 262,
    headline: 'An entry whose page stops the press',
    description: 'The address in this entry answers 500, today and tomorrow.',
    body: `This page answers 500.`,
  },
];
