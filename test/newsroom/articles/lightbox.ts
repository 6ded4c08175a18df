import type { Article } from '../model.ts';

/** The page with the leftovers of a lightbox; its nine paragraphs are counted by tests. */
export const lightboxArticle: Article = {
  slug: 'lightbox',
  site: 'special',
  lang: 'en',
  section: 'Region',
  headline: 'The last keeper of the Skarrow light hands over the key',
  description:
    'After thirty-one winters on the rock, a keeper leaves a lamp that will look after itself.',
  authors: [],
  hoursAgo: 9,
  zone: '+00:00',
  tags: ['lighthouse', 'Skarrow'],
  alsoIn: ['/weltblatt/rss.xml'],
  lead: {
    name: 'lighthouse-dusk',
    alt: 'A lighthouse at dusk',
    caption: 'The last keeper of the Skarrow light hands over the key',
    credit: '',
  },
  body: `The key is as long as a hand and has not been needed since the door lost its lock in a gale eleven years ago. Ansel Durward carried it down the hundred and twelve steps all the same on Saturday morning, wrapped in a clean dishcloth, and gave it to the harbour master as if it might still open something.

He is the last person to have lived on Skarrow for the sake of its lamp. From this week the light lights itself: a sensor the size of a matchbox decides when dusk has come, and a telephone in the harbour office rings if it decides wrongly.

Durward was twenty-six when he took the post, for one season, until something better came along. Nothing did. "You wait for boredom," he said, sitting on the quay with his two suitcases, "and then one spring you notice that you have been listening to the eiders for an hour, and that you know them apart."

The keeper's day was not what visitors imagined. The lamp needed perhaps forty minutes of it. The rest went into paint, because salt eats everything on the island that is not stone, and into the logbook, in which every ship, every change of wind and every visiting bird was entered in the same square hand.

There are thirty-one of those books. The town library will take them, and the meteorologists have asked to be allowed to copy the columns for pressure and visibility, which have no gap in them longer than the two days in a February when the keeper had a fever and could not climb.

Some entries are less useful to science. "Fog, and more of it," says one from a November. "Taught the radio to be quiet." Another, from the night on which a trawler missed the northern reef by the length of an oar, says only: "Wind 9. All well. Tea."

Electricity came to the rock with the cable in Durward's ninth year, and with it a refrigerator, whose humming he could not bear and which he switched off at night. The cable is also what made him unnecessary, as he had foreseen on the day it was landed, and he holds nothing against it.

On his last evening he did what keepers do when they are relieved: he cleaned the lens from the inside, wound the clock that has not driven anything for decades, and wrote the time into the book. Then he stayed up, he admits, to see whether the sensor would find the dusk without him. It did, four minutes late.

He has taken a room above the chandlery, with a window to the west. From there one can see the light when the air is clear, one long flash and two short. He says he has no intention of watching it, and has put the armchair where it can be seen only from the armchair.`,
};
