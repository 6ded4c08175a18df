import type { Article } from '../model.ts';

const desk = { site: 'special', lang: 'en', section: 'Back Pages', zone: '+01:00' } as const;

/** Pages with pictures in every shape in which the web serves them. */
export const specialArticles: Article[] = [
  {
    ...desk,
    slug: 'gallery',
    headline: 'Twelve sheets from the herbarium of the Aldhaven garden',
    description:
      'The botanic garden has opened its oldest cabinet. Twelve of the sheets, and why each was kept.',
    authors: ['Mirelle Osk'],
    hoursAgo: 14,
    tags: ['botany', 'garden', 'gallery'],
    body: `The cabinet stands in the corridor behind the palm house, and for most of the last century it was used as a place to put hats. When the gardeners moved it in March to get at a leaking pipe, a drawer slid open by itself, and in it lay four hundred dried plants that nobody living had ever seen.

They are the work of several hands. The earliest sheets were mounted with strips of gummed paper cut from old sea charts, so that a fern may have a line of soundings running under its frond. The later ones are sewn with green silk, a luxury that was discontinued, the account books show, in the winter of the high coal prices.

What follows are twelve of them, chosen by the garden's curator for no better reason, she says, than that she could not put them back.

!fern | A pressed fern with three fronds on laid paper | The common polypody, collected in Corrin wood before the road was built through it. | Herbarium sheet 14, Aldhaven Garden
!poppy | Four red poppies on one sheet | Poppies from the railway bank. The petals kept their colour because the sheet was never opened. | Herbarium sheet 27, Aldhaven Garden
!ginkgo | A branch of golden ginkgo leaves | The ginkgo at the old gate, in its second autumn. The tree is now nineteen metres tall. | Herbarium sheet 31, Aldhaven Garden
!kelp | Brown seaweed spread on pale paper | Oarweed from Skarrow sound, floated on to the paper in a basin of sea water. | Herbarium sheet 58, Aldhaven Garden
!thistle | Three purple thistles | Marsh thistle from the upper moor, with a note: “for B., who said it could not be done”. | Herbarium sheet 73, Aldhaven Garden
!cherry | A cherry branch in flower | The cherry of the east terrace, cut on the morning after the great frost. | Herbarium sheet 90, Aldhaven Garden
!bellflower | Blue bellflowers on several stems | Bellflowers from the quarry path. The quarry has since filled with water. | Herbarium sheet 112, Aldhaven Garden
!meadow-grass | A tuft of meadow grass with ripe ears | Meadow grass, one of sixty kinds taken from a single hay meadow in a single week. | Herbarium sheet 140, Aldhaven Garden
!olive | Two olive branches with dark fruit | Olive from the cold house: the only crop it ever bore, eleven olives in all. | Herbarium sheet 166, Aldhaven Garden
!rose | A single deep pink rose | The rose of the south wall. Its name was on a label that the wind took. | Herbarium sheet 201, Aldhaven Garden
!pine | A pine shoot with cones | Mountain pine from the summit bed, carried down in a hat. | Herbarium sheet 233, Aldhaven Garden
!daisy | Five ox-eye daisies | Ox-eye daisies from the lawn, pressed by a child who signed the sheet on both sides. | Herbarium sheet 400, Aldhaven Garden

The paper has outlasted most of what it describes. Of the sixty grasses in the hay meadow series, a survey last summer found nineteen; of the quarry path there is nothing left to survey. A herbarium, the curator says, is a list of things that were once common enough for someone to pick them without thinking.

The sheets will be photographed over the winter and then returned to the cabinet, which has been given a lock. The hats have been given a shelf.`,
  },
  {
    ...desk,
    slug: 'slideshow',
    headline: 'One day on the Corrin line, in five pictures',
    description: 'From the first train in the fog to the last one under the stars.',
    authors: ['Teo Marsh', 'Lene Aldous'],
    hoursAgo: 33,
    tags: ['railway', 'mountains'],
    body: `The Corrin line is forty-one kilometres long and has nine stations, three of which are used mainly by sheep. A ticket for the whole day costs less than a decent lunch. We bought two and stayed on until the driver began to greet us by name.

At ten past six in the morning the valley does not exist. There is a platform, a lamp, and a grey wall into which the rails run. Then the train climbs for eleven minutes and comes out above the fog as if through a ceiling, and the conductor, who has seen this some four thousand times, still stands up to look.

!valley-dawn | Layered hills in morning fog | Ten past six: the fog lies in the valley until the sun reaches Mill Bridge. | Lene Aldous
!viaduct-autumn | A red train on a stone viaduct among autumn hills | Half past nine: the second train crosses the Orchard Viaduct, thirteen arches and a bend. | Lene Aldous
!pass-snow | Snowy mountains above dark forest | Noon: at the pass there is snow on the points from October, and a stove in the waiting room. | Lene Aldous
!range-panorama | A wide mountain range at sunset | Five o'clock: the range from the upper terminus, in the quarter of an hour for which people come. | Lene Aldous
!star-trails | Star trails above a dark forest | Eleven at night: the last train has gone down. An hour of stars above the signal box. | Teo Marsh

Between the pictures nothing happens, which is the point of the line. A woman gets on with a clock. A boy gets off with a different dog from the one he got on with. At Upper Ven the train waits eight minutes for a connection that was discontinued before the war, because nobody has ever found the form for abolishing the wait.

We asked the driver whether he grows tired of the view. He considered it between two tunnels. "I have never seen it," he said. "I look at the rails."`,
  },
  {
    ...desk,
    slug: 'picture-element',
    headline: 'How the painter of harbour signs chooses his blue',
    description:
      'Every berth in Aldhaven has a number, and every number has been painted by the same man.',
    authors: ['Ida Kestrel'],
    hoursAgo: 120,
    tags: ['craft', 'harbour'],
    lead: {
      name: 'lighthouse-dusk',
      alt: 'A striped lighthouse on a rock at dusk',
      caption: 'The colours of the coast at the hour when the sign painter packs up his brushes.',
      credit: 'Ida Kestrel',
    },
    body: `There are three hundred and six numbers along the quays of Aldhaven, and Osmund Farr has painted all of them, some of them nine times. Salt takes a digit in about four years. The south-facing ones go first, and the sevens, he says, before the eights.

The blue is the difficulty. It has to be read by a skipper through rain at two hundred metres, and by a child on the ferry who wants to know how far there is to go. Too dark, and it turns black at dusk; too light, and the lichen wins.

!harbour-evening | Cranes and a freighter in evening light | Berths 40 to 44 in the evening. The numbers are at the foot of the cranes. | Ida Kestrel

Farr mixes it himself from two tins whose makers no longer exist. He has eleven litres left, which at the present rate will last him until he is eighty-two. "After that," he says, "they may have it in green."`,
  },
  {
    ...desk,
    slug: 'srcset-widths',
    headline: 'The market hall gets its bells back',
    description:
      'For forty years the stalls opened to a siren. Since Monday they open to three notes in F.',
    authors: ['Bran Holloway'],
    hoursAgo: 131,
    tags: ['market', 'town'],
    lead: {
      name: 'market-evening',
      alt: 'Market stalls under striped awnings in the evening',
      caption: 'The evening market, a few minutes before the third bell.',
      credit: 'Bran Holloway',
    },
    body: `The bells were never lost. They hung for four decades in the roof of the market hall, behind a false ceiling, with their clappers tied up in sacking by someone who evidently meant to come back.

They were found by the electrician who had been sent to replace the siren. He untied the smallest one to see what would happen. What happened was that forty stallholders came out from behind their crates and looked up.

The three notes mean: unload, open, go home. The fishmongers have asked for a fourth, meaning that the cat is in again, and the council has taken the request under advisement.

!market-morning | The same stalls in the morning | Half past six, after the first bell. | Bran Holloway

The siren has been offered to the museum of technology, which replied that it had one already and did not much care for it.`,
  },
  {
    ...desk,
    slug: 'srcset-densities',
    headline: 'A winter street, and who clears it',
    description:
      'The rota of Ropewalk has been pinned to the same door since the year of the great snow.',
    authors: ['Ida Kestrel'],
    hoursAgo: 145,
    tags: ['winter', 'town'],
    lead: {
      name: 'street-snow',
      alt: 'Gabled houses with lit windows in falling snow',
      caption: 'Ropewalk on a Thursday, which is the dentist’s day.',
      credit: 'Ida Kestrel',
    },
    body: `On Mondays it is the bookbinder. On Tuesdays the two sisters from number nine, who do it together and argue. On Wednesdays nobody, for reasons that are remembered but not spoken of, so that on Wednesdays Ropewalk lies as white as the day it fell.

The rota has been pinned to the door of the chandlery for fifty-three years. Names have been pasted over names, and the paper is now as thick as a slice of bread. A historian from Venmouth peeled back one corner last winter and found a shoveller who went on to become a minister of finance.

There is no rule that anybody must take part. There is only the door, which everyone passes, and the fact that one's name on it is visible from the street.`,
  },
  {
    ...desk,
    slug: 'lazy',
    headline: 'Six hundred lanterns and one short circuit',
    description: 'The festival of lights began eleven minutes late, and was the better for it.',
    authors: ['Teo Marsh'],
    hoursAgo: 150,
    tags: ['festival', 'town'],
    lead: {
      name: 'skyline-blue',
      alt: 'A city skyline reflected in a river at night',
      caption: 'Venmouth from the east bank on the evening of the festival.',
      credit: 'Teo Marsh',
    },
    body: `At nine o'clock sharp the mayor pressed the button, and the whole east bank of Venmouth went dark. Not the lanterns, which had not been lit yet: everything else. Shop windows, street lamps, the clock on the customs house and the sign of the Hotel Meridian, of which only the letter H survived.

For eleven minutes some twenty thousand people stood beside a river they could not see. Somebody laughed. Somebody began to sing, and was joined from the far bank, in another key.

!skyline-ember | The skyline in red evening light | The same bank two hours earlier, with everything still in order. | Teo Marsh

Then the lanterns came on by themselves, all six hundred, because they run on batteries and had only been waiting for the dark. The electricity works have apologised. The festival committee has asked them, unofficially, to do it again next year.

!harbour-night | Cranes at night under a full moon | Downstream, the harbour kept its own lights. | Teo Marsh`,
  },
  {
    ...desk,
    slug: 'noscript',
    headline: 'The stage manager who has never seen a play from the front',
    description:
      'Thirty seasons in the wings of the Harbour Theatre, with a lamp, a pencil and a cough sweet.',
    authors: ['Mirelle Osk'],
    hoursAgo: 163,
    tags: ['theatre'],
    lead: {
      name: 'stage-piano',
      alt: 'A stage with a grand piano between red curtains',
      caption: 'The stage of the Harbour Theatre an hour before the doors open.',
      credit: 'Mirelle Osk',
    },
    body: `Hedda Varnum knows four hundred plays by their left-hand side. She knows which heroes hold their breath before they come on, which ghosts eat peppermints, and at what line in the third act the old revolving floor begins to hum in B flat.

What she does not know is what any of it looks like. Her desk is in the wings, behind a black cloth, and in thirty seasons she has not once sat in the house during a performance. On her evenings off she goes to concerts, where, she says, nobody moves and one can relax.

The prompt books are hers alone. They hold every cue in pencil, in five colours, and between the cues small drawings of whatever she had in front of her: a shoe, a coil of rope, the back of a tenor's head.

The theatre has offered her a seat in the stalls for her last night in June. She has accepted, on condition that somebody she trusts holds the pencil.`,
  },
  {
    ...desk,
    slug: 'relative',
    headline: 'Where the map ends and the sheep begin',
    description:
      'The surveyors have finished the new sheet of Corrin Island. One corner is blank on purpose.',
    authors: ['Lene Aldous'],
    hoursAgo: 170,
    tags: ['maps', 'region'],
    lead: {
      name: 'island-map',
      alt: 'A shaded relief map of an island with contour lines',
      caption: 'The new sheet, with contours every twenty metres.',
      credit: 'Survey Office',
    },
    body: `It took two summers, a boat, and a drone which was attacked by a skua on the second day and now lies at forty metres in a spot marked, for completeness, with a small cross.

The new map of the island is the first since the one drawn by naval officers from the deck of a ship. They had the coast right to within a stone's throw. The interior they filled with hills of a pleasing shape, three of which turn out not to exist.

!dunes | Sand dunes under a low sun | The southern bar, which moves about nine metres a year and is therefore drawn in dots. | Lene Aldous

In the north-eastern corner there is a white patch. The farmer whose land it is asked that it be left out, since walkers follow maps and his ewes do not like walkers. The Survey Office considered the request for a month and then printed, in its smallest type: "Here be sheep."`,
  },
  {
    ...desk,
    slug: 'animated',
    headline: 'Why the beam seems to stop',
    description:
      'A lighthouse turns at a steady rate. To the eye at sea it does not, and there is a reason for it.',
    authors: ['Dr Sunniva Pell'],
    hoursAgo: 178,
    tags: ['science', 'lighthouse'],
    lead: {
      name: 'lighthouse-turning',
      alt: 'A lighthouse at night whose beam goes round',
      caption: 'One turn of the lamp. Watch the moment in which the beam points at you.',
      credit: 'Animation: The Back Pages',
    },
    body: `Watch a lighthouse for a few minutes from a distance of some miles, and the beam will seem to hurry across the sea, hesitate as it comes round towards you, flash, and hurry away again. Sailors have told stories about it. The lamp, of course, does nothing of the kind.

What we see is an angle. When the beam is square to our line of sight it sweeps across a great deal of sea in a second; when it points nearly at us, the same second moves it hardly at all. The speed is in the geometry, like that of a train that crawls along the horizon and then bursts past the platform.

There is a second effect, which is of the eye. A brightening light is noticed later than it begins and is seen longer than it lasts. A flash of a tenth of a second at twenty miles is reported, by people who were asked to press a button, as three tenths.

Keepers used this. The law of the old lamps, one long and two short, was written down not as what the lamp did but as what a tired man would say he had seen.`,
  },
  {
    ...desk,
    slug: 'drawing',
    headline: 'The tram map that fitted on a ticket',
    description:
      'Three lines, seventeen stops and no scale at all: how Aldhaven learned to draw itself.',
    authors: ['Bran Holloway'],
    hoursAgo: 190,
    tags: ['trams', 'design'],
    body: `The first map of the tramway was a proper one. It showed every street, the contours of the hill and the depth of the harbour, and unfolded it was as large as a tablecloth. Passengers used it as one.

The second was drawn on the back of a ticket by a conductor who had been asked the same question once too often. It had three lines and a river.

!tram-plan | A plan of three tram lines and a river | The plan of the tramway as it is posted at every stop. | Drawing: Town Works

The conductor's principle is now taught in schools of design under a longer name: leave out the town. What a passenger wants to know is the order of the stops and where to change. Distances are the driver's business.

!tide-table | A curve of tides over one week | By the same office: the tides at the Old Quay. Above the red line the chandlery puts its stock on the table. | Drawing: Harbour Office

Both drawings are still kept by hand, on one sheet each, and corrected about twice a year.`,
  },
  {
    ...desk,
    slug: 'one-picture',
    headline: 'Still life with a lost jug',
    description: 'A painting came back to the town museum last week, together with what it shows.',
    authors: ['Mirelle Osk'],
    hoursAgo: 202,
    tags: ['art', 'museum'],
    lead: {
      name: 'pears-jug',
      alt: 'A blue jug and four pears on a table',
      caption:
        'The jug and the pears, painted in a kitchen in Ropewalk. The jug is the town’s again; the pears were eaten.',
      credit: 'Town Museum, Aldhaven',
    },
    body: `The picture hung for sixty years in a dentist's waiting room, where it was looked at by frightened people and by nobody else. When the practice closed, the dentist's daughter brought it to the museum under her arm, in a pillowcase.

A week later she came back with the jug. It had been standing on the refrigerator, holding wooden spoons. Nobody in the family had noticed that it was the same one, she said, because in the painting it is so much more important.

The museum has hung the one and placed the other below it, a hand's breadth to the left. Visitors look from the jug to the picture, and back, and most of them say that the picture is the better likeness.`,
  },
  {
    ...desk,
    slug: 'no-picture',
    headline: 'In praise of the page without pictures',
    description: 'A short defence of grey columns, by one who was brought up on them.',
    authors: ['Edmund Quill'],
    hoursAgo: 215,
    tags: ['essay'],
    body: `My grandfather's newspaper had no pictures, apart from one engraving of a steamship which was used for every steamship. He read it from the upper left to the lower right, and folded it, and knew what had happened.

I do not want it back. I like photographs, and have even been in some. But I notice that I no longer read the middle of anything. The eye, offered a bridge of bright islands, hops from one to the next, and under the bridge the words go by like water.

A page without pictures makes a different offer. It says that whoever wrote this had nothing but sentences to keep you with. One comes to it as to a conversation in the dark, in which people are well known to say more than they meant.

There is a practical side too. Grey columns survive. They can be read aloud to someone who is peeling potatoes. They can be copied by hand, translated, remembered wrongly and still be worth something. Nothing in them fails to load.

So let there be, somewhere in every paper, one page with nothing on it but what it says. It need not be long. This one, for instance, is finished.`,
  },
];
