import type { Article } from '../model.ts';

const magazine = { site: 'atelier', lang: 'en', zone: '+01:00' } as const;

/** The English stories of the magazine. */
export const atelierArticles: Article[] = [
  {
    ...magazine,
    slug: 'the-colour-of-old-paper',
    section: 'Studio visits',
    headline: 'The colour of old paper',
    description: 'Sanna Reyl mends books that have been through floods, fires and children.',
    authors: ['Mirelle Osk'],
    hoursAgo: 10,
    tags: ['books', 'craft', 'conservation', 'longread'],
    lead: {
      name: 'shelves-tall',
      alt: 'A tall bookcase full of old volumes',
      caption: 'The patients’ ward: books that are waiting, some of them for years.',
      credit: 'Mirelle Osk',
    },
    body: `The first thing Sanna Reyl does with a book is nothing. She puts it on the table, sits down in front of it, and looks at it for about as long as it takes to drink a cup of tea, which she does not drink, because no liquid may enter the room except those that she has mixed.

"It tells you where it hurts," she says. "If you open it at once, you are only interrupting."

Her studio is in the old ropeworks, on the north side, where the light does not move. There is a press from a bookbinder in Venmouth, a freezer for woodworm, and a wall of flat drawers with paper in them. The paper is what one remembers. She has some two hundred kinds, most of them white, and after an hour in the room one understands that there is no such thing.

There is the white of linen rags, which is blue. There is that of wood, which is brown by the time one has finished looking. There is a paper from a mill that burned down in her grandmother's day; she has eleven sheets left and cuts it as others cut gold.

A tear is closed with a tissue so thin that it can only be picked up with a damp brush. It weighs two grams to the square metre. She lays it over the wound and taps it, and it vanishes. What is missing altogether is poured: she floats the leaf in a basin, adds fibres of the right white to the water, and lets it drain, and the fibres settle by themselves where there is a hole.

!quinces | Yellow fruit and a red jug on a table | Still life on the window sill. The jug holds bone folders. | Mirelle Osk

> I do not make it new. I make it so that it can be opened again. That is all that a book wants. -- Sanna Reyl

On the shelf for finished work there stands, that afternoon, a cookery book from a farm at Upper Ven. It had been in a flood, under a goose, and with four generations. The stains have stayed where they were. She has washed the pages between them and left the gravy, since the owner had asked her to, and because, she says, without it one could not find the good recipes.

## The flood of the third of February

Most of what is on the shelves of the ward came in one night. The storm that year pushed the sea into the estuary until it stood in the reading room of the parish archive, up to the second shelf from the bottom, and it stood there for eleven hours.

Wet paper has three days. After that there is mould, and after a week there is a brick. Reyl was rung up at six in the morning, and by seven she had rung up the fish hall.

It is her best idea, she says, and she had it because she was out of milk. Herring are frozen at Aldhaven within an hour of being landed, at forty degrees below zero, on trays which happen to be exactly as wide as a church register. For three days the hall froze no herring. Fishermen in oilskins carried parish books past each other, spine upwards, as they had been shown, and a girl with a crayon numbered the trays.

Frozen, a book can wait. It can wait for twenty years if need be; the water in it is a stone, and does nothing. Some of it has been waiting for nine. Every month four trays are taken to Venmouth, to a chamber in which the air is pumped away until the ice turns into vapour without ever having been water again. What comes out is dry, and warped, and smells of fish.

"One gets used to it," she says. "The bishop did not, at first."

## What to keep

Then the decisions begin. There are three thousand two hundred volumes, and a full repair takes her about a month; she has worked it out once, on the back of an envelope, and then used the envelope to light the stove.

So she sorts. To the left go those that can be handled as they are, with a tape around them and a warning. In the middle go those that need a day. To the right, on the long table under the window, lie the ones of which there is no other copy anywhere and in which somebody, somewhere, might look for something that matters to them.

How does one know? She considers the question for so long that I believe that she has not heard it.

1. First she asks who would come for it. A register of baptisms has visitors every week. A book of sermons has had none since it was printed.
2. Then she asks what only this copy can tell. It may be a name in the margin, a recipe on the endpaper, a pressed leaf, a burn.
3. And then, she says, she opens it somewhere, reads one line, and sees whether she would like to read the next.

The third is not in any handbook. She has trained four apprentices, and taught it to all of them, in a low voice.

The leaf of a farm's account book lies on the table while we talk. Between the price of a cow and the price of a better one, someone has written, in a hand that leans into the wind: *Today it is warm, and I have done nothing, and it was right.* The ink has run a little. Reyl has fixed it with gelatine, so that it will not run any further, and in doing so, she says, she has become an accomplice.

## The apprentices

Of the four, one has gone to a cathedral, one to a bank, where there are more old books than one would think, and one has become a baker. The fourth is there that day. Her name is Inge Solberg, and she is in her second year, which is the year of the paste.

Paste is flour and water, boiled for an hour and a half, sieved, left for a night, sieved again. It must be strong enough to hold for three hundred years and weak enough to be undone in an afternoon with a damp sponge by someone who has a better idea. "This is the whole of the ethics of it," says Solberg, stirring. "You must be easy to undo."

There was a time when menders thought otherwise. On a lower shelf stand some twenty volumes to which a predecessor, in the best of spirits, applied a glue that was then quite new. It is as clear as glass and as hard, and will outlive the paper by a thousand years. Nothing can be done about them. Reyl keeps them where the apprentices have to step over them.

I ask Solberg what she would save first if the water came again. She points, without hesitation, at the pot.

She keeps no list of what has gone through her hands. But she has dreams, and in these there are always books, and they are always open, and it is raining in a friendly way.`,
  },
  {
    ...magazine,
    slug: 'eight-walls-of-the-ceramicist',
    section: 'Objects',
    headline: 'Patterns that do not repeat: a wall, a wave & a game of squares',
    description:
      'Three makers in Aldhaven who work with tiles, paper and paint, and a gallery of what came of it.',
    authors: ['Ida Kestrel', 'Mirelle Osk', 'Teo Marsh'],
    hoursAgo: 36,
    tags: ['ceramics', 'print', 'gallery'],
    lead: {
      name: 'star-tiles',
      alt: 'Tiles with eight-pointed stars in blue, gold and white',
      caption: 'The long wall at the tram depot: nine hundred stars, no two of one glaze.',
      credit: 'Ida Kestrel',
    },
    body: `A pattern, says Yusra Halim, is a promise. The eye sees two stars and a cross and believes that it knows the rest. Her work begins where the promise is broken, a little, so that nobody can say at which tile.

The wall that she has made for the tram depot is eleven metres long. The drawing is old: stars of eight points, laid so that the gaps between them become stars in turn. What is hers are the glazes. Each was mixed for one firing only, and no firing went quite as planned, and so the blue drifts, from the left to the right, through everything that blue can do.

Two floors above her, Kenji Arai prints waves. He cuts them in cherry wood, one block to a colour, and there are nine colours in the smallest of his sheets. The scale that he repeats is four hundred years old and every child in his country can draw it. He has drawn it, by his own estimate, sixty thousand times.

"At first they were all the same because I wanted it," he says. "Then they were all different because I was tired. Now they are all the same again, and I do not know why."

The third of them, Lotte Brandt, paints squares. They hang on the stairs of the music school: a quarter, a half, a disc, some stripes. Children walk past them to their lessons and have found that they can be sung.

!star-tiles | Blue and gold star tiles | Yusra Halim, “Drift”, glazed tiles, tram depot. | Ida Kestrel
!wave-scales | Waves like fish scales under a red sun | Kenji Arai, “Evening, Skarrow Sound”, woodcut in nine colours. | Teo Marsh
!poster | Coloured squares with circles and stripes | Lotte Brandt, “Scale in C”, emulsion on board. | Mirelle Osk
!ridgelines | Fine lines like mountains on black | Kenji Arai, “Forty Mornings”, proof before the colours. | Teo Marsh

All three of them eat at the same table at noon, by the window, and do not talk about work. When we asked what they talk about, there was a silence. "Grout," said Halim at last. The other two nodded. It is the thing that holds it together, and no one ever looks at it.`,
  },
  {
    ...magazine,
    slug: 'the-balloonists-breakfast',
    section: 'Stories',
    headline: 'The balloonists’ breakfast',
    description:
      'Once a year, before dawn, forty people come to a meadow at Upper Ven to be carried off by the wind.',
    authors: ['Lene Aldous'],
    hoursAgo: 84,
    tags: ['balloons', 'summer'],
    lead: {
      name: 'balloons',
      alt: 'Five striped balloons over hills in morning mist',
      caption: 'A quarter past six. The mist in the valley is thick enough to steer by.',
      credit: 'Lene Aldous',
    },
    body: `At four in the morning the meadow is full of whispering. Nobody has asked for quiet; it is only that the balloons are asleep. They lie in the wet grass, long and flat like things washed ashore, and people walk around them with lamps.

Then someone turns on a fan. The cloth lifts, sighs, rolls over. When the first burner is lit, a whole house of red and yellow stands there where there was nothing before, glowing, and one sees everybody's face at once, with the mouth a little open.

The Upper Ven meeting has been held for thirty-three years and has no rules to speak of. There is no race, since in a balloon one travels as fast as the wind, with all the others. There is no goal. There is only the breakfast, which is served wherever most of them come down, and for which the organisers follow by van with four hundred eggs.

I fly with Agnes Tull, who mends umbrellas for a living and has sewn her own envelope, eleven hundred square metres of it, on the same machine. It has a patch in the shape of a teapot. She pulls a cord, there is a roar, and the earth goes down.

What no one tells you is the silence. There is no wind, because you are the wind. A dog barks, six hundred metres below, and it is as if it were in the basket. Someone in a garden says quite clearly: "Not before Thursday." We drift above the mist, in which the hills stand about like furniture under sheets.

!valley-dawn | Ranges of hills in layers of mist | Looking east from six hundred metres. | Lene Aldous

Steering is a matter of patience. The air lies in layers, and each goes its own way, so one rises, or sinks, to find one that is going where one would like to be. "You don't choose the direction," Tull says. "You choose the height. It is very like having children."

We come down in a field of beet, gently, and are dragged through some of it. A farmer approaches. He has a bucket with him, and in it are glasses.

The eggs were served that year beside a quarry, at nine, in the sun. Of the twenty-six balloons that had gone up, twenty-five were there. The last one rang towards noon, from beyond the border, to ask whether anything was left.`,
  },
  {
    ...magazine,
    slug: 'piano-in-the-lighthouse',
    section: 'Music',
    headline: '88 keys, 112 steps',
    description:
      'How a piano was brought to the top of a lighthouse, and what it sounds like there.',
    authors: ['Teo Marsh'],
    hoursAgo: 130,
    tags: ['music', 'lighthouse'],
    lead: {
      name: 'stage-piano',
      alt: 'A grand piano on a stage in three beams of light',
      caption: 'The sister instrument stayed at the theatre, where there is a lift.',
      credit: 'Teo Marsh',
    },
    body: `The stairs of the Skarrow light are sixty-eight centimetres wide. The piano is a small one, made for ships' saloons, and it is seventy-one. Everything else in this story follows from those three centimetres.

It belongs to Clara Veit, who plays in the bars of the harbour in winter and in summer does not play, because she cannot bear to be indoors. She had been on the gallery of the lighthouse once as a child and had said something aloud, she no longer knows what, and the tower had answered.

To bring it up, they took it apart. The strings were let down and numbered. The frame, which is cast iron and cannot be let down, went up on the outside, on a rope, on the one day of the year on which there was no wind; it was guided by four volunteers, one for each quarter of the compass. The keys were carried by schoolchildren, one each. There are eighty-eight keys, and ninety-one children, so that three of them carried biscuits.

!storm-sea | A lighthouse on a rock under dark clouds | The other three hundred and sixty-four days. | Teo Marsh

The tuning took a week. Iron that has been in the wind goes on changing its mind. When it was done, she played for an audience of nine, which is as many as there is room for, sitting on the steps below her, one above the other, so that each saw only the shoes of the next.

It does not sound like a piano. The tower takes every note and hands it downwards, and gets it back, a little late and a little lower, from the rock. Slow pieces become choirs. Fast ones do not work. She has written eleven new ones that make use of the delay, which is two seconds and a quarter, and in which, as she says, she plays duets with the person she has just been.

There will be concerts until September, in calm weather only. Tickets cost nothing. One must, however, carry something up.`,
  },
];
