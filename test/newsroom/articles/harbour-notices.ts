import type { Article } from '../model.ts';

const desk = { site: 'harbour-post', lang: 'en-GB', zone: '+00:00', section: 'Notices' } as const;

/** Short notices: three to five paragraphs, mostly without a picture. */
export const harbourNotices: Article[] = [
  {
    ...desk,
    slug: 'dredging-north-basin',
    headline: 'Dredging in the north basin from Monday',
    description:
      'The basin will be deepened by forty centimetres. Small craft are asked to move to the south side.',
    authors: ['Harbour Office'],
    hoursAgo: 5,
    tags: ['port'],
    body: `The north basin will be dredged from Monday for about nine days. The dredger works between six in the morning and eight in the evening, except at low water, when it lies on the mud like everybody else.

Owners of small craft are asked to move to the south side by Sunday evening. Boats that are still in the basin on Monday will be moved by the harbour crew, who are careful but not gentle.

The mud is being taken to the old brickworks, where it is wanted. Anything found in it that seems to belong to somebody can be collected at the harbour office. After the last dredging this was a bicycle, four anchors, a wedding ring and a tuba.`,
  },
  {
    ...desk,
    slug: 'market-moves-indoors',
    headline: 'Evening market moves indoors for the winter',
    description:
      'From the first Thursday of the month the stalls stand in the hall, and the bells begin an hour earlier.',
    authors: ['Market Office'],
    hoursAgo: 20,
    tags: ['market'],
    lead: {
      name: 'market-evening',
      alt: 'Market stalls in the evening',
      caption: 'One more week under the open sky.',
      credit: 'Bran Holloway',
    },
    body: `The evening market will be held in the hall from the first Thursday of the month until the end of March. It opens at four and closes at eight.

Stall numbers stay as they are. The cheese has been separated from the flowers, at the request of the flowers.

Dogs are welcome on a short lead. Geese are not, whatever was said last year.`,
  },
  {
    ...desk,
    slug: 'lost-property',
    headline: 'Found on the trams: a list',
    description: 'The lost property office will clear its shelves at the end of the month.',
    authors: ['Town Works'],
    hoursAgo: 40,
    tags: ['trams'],
    body: `The following have been handed in on lines 1 to 3 since the summer and not yet been asked for:

- sixty-one umbrellas, of which one is very good
- a double bass, without its bow
- a birthday cake, which had to be eaten; the candles have been kept
- the second volume of a novel in five
- a set of keys with a tag saying "not these"

Owners may come to the depot on weekdays between nine and noon. After the end of the month the umbrellas go to the library, which lends them.`,
  },
  {
    ...desk,
    slug: 'concert-for-foghorn',
    headline: 'Concert for foghorn and strings postponed',
    description: 'The soloist is needed elsewhere on account of the fog.',
    authors: ['Harbour Theatre'],
    hoursAgo: 15,
    tags: ['music'],
    body: `The concert for foghorn and strings announced for Wednesday cannot take place. The soloist is in use.

Tickets remain valid for the first Wednesday on which the visibility at the north mole exceeds two kilometres. Ticket-holders are asked to look out of the window.`,
  },
  {
    ...desk,
    slug: 'star-night',
    headline: 'Street lamps off for the shooting stars',
    description: 'On Saturday the town will switch off its lamps between eleven and one.',
    authors: ['University Observatory', 'Town Works'],
    hoursAgo: 61,
    tags: ['astronomy'],
    lead: {
      name: 'star-trails',
      alt: 'Star trails over a forest',
      caption: 'One hour of stars above the observatory hill.',
      credit: 'University Observatory',
    },
    body: `On Saturday night the lamps of Aldhaven will be switched off between eleven and one, so that the shooting stars can be seen. The observatory expects about ninety an hour, if the sky is clear.

The lamps at crossings, at the hospital and along the water will stay on. Everybody else is asked to draw their curtains, or better, to come out.

The dome is open from nine. Bring a blanket; the town will bring soup.`,
  },
];
