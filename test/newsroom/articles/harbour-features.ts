import type { Article } from '../model.ts';

const desk = { site: 'harbour-post', lang: 'en-GB', zone: '+00:00' } as const;

/** The long reads of the weekend edition. */
export const harbourFeatures: Article[] = [
  {
    ...desk,
    slug: 'the-river-that-was-moved',
    section: 'Region',
    headline: 'The river that was moved twice',
    description:
      'The Ven has flowed past Aldhaven, then around it, and then past it again. Each time somebody was sure. A history in mud, maps and good intentions.',
    authors: ['Lene Aldous', 'Dr Sunniva Pell', 'Bran Holloway'],
    hoursAgo: 75,
    modifiedHoursAgo: 70,
    tags: ['history', 'rivers', 'longread', 'engineering'],
    lead: {
      name: 'range-panorama',
      alt: 'A wide range of mountains at sunset',
      caption: 'The upper valley of the Ven, where the river is still where it always was.',
      credit: 'Lene Aldous',
    },
    body: `If you stand at the corner of Ropewalk and Mill Street in a heavy rain and put your ear to the third drain from the left, you can hear a river. It is not the Ven. The Ven is four hundred metres to the east, between stone walls, where everybody can see it. What you hear is where the Ven used to be, and where, on about two nights in a year, it still rather thinks it is.

Rivers are usually the oldest thing in a town. Streets are laid along them, and the names of the bends outlive the bends. In Aldhaven it is the other way round. The town has stood where it stands for some nine hundred years, and in that time it has moved its river twice: once to get rid of it, and once to get it back. Both times it was the largest work that anybody alive had seen. Both times it was finished late. And both times, as far as we have been able to find out, nobody asked what would become of the place that the river left.

This is the story of those two removals, and of a third, about which the council will vote in spring.

## The first removal

The oldest map of Aldhaven is not a map but a quarrel. It was drawn for a court, in brown ink on a calfskin, to show who had the right to a strip of gravel, and the draughtsman was paid by one of the parties. The gravel is therefore very large. Around it, almost as an afterthought, is a town: a church, forty houses, a mill, and through the middle of them, as broad as a hand, the Ven.

It came in from the north under the walls of the priory, turned a mill, turned again, and went out to sea across a bar which shifted every winter. Ships of any size could come up to the church. This was the reason for the town. It was also the difficulty with it, for what the river gave in trade it took back in cellars. The parish book notes eleven great floods in a hundred years, and after the last of them, in a sentence that has been quoted at every council meeting on the subject since, "that the water stood upon the altar, and was salt".

> We have been told that the river is our mother. It may be so. But a mother who comes into the house every winter with her boots on should be found a house of her own. -- The mayor of Aldhaven to the assembly of citizens

The mayor who said it was a rope-maker, and had lost his stock twice. His plan was simple. Half an hour above the town the Ven runs within a stone's throw of a smaller valley, the Holm, which goes down to the sea on the other side of the hill. One had only to cut through the saddle between them.

It took nineteen years. They dug with spades, in summer, after the hay and before the harvest, six hundred people at a time, and they were paid in salt. When the saddle was cut through, on a day in May, a bell was rung, and the Ven hesitated. A witness describes how it stood for a moment and trembled like a horse. Then it turned left.

## What the mud remembers

For the two hundred years that followed, Aldhaven was a harbour town without a river. The old bed was filled in from both ends, with rubble, with ashes, with whatever there was, and built upon. Ropewalk is so straight because it lies on the only reach that was.

What it had been filled with became a matter of science only recently. In three summers, geologists from the university at Venmouth have drilled forty-four holes in the lower town, most of them in cellars, with a machine that was made for prospecting on glaciers. The cores lie in a cold room in plastic gutters, each a metre long and as thick as a wrist.

"It is a diary," says Karin Thorsen, who reads it. She runs her finger down one of the gutters without touching it. At the top, brick dust and coal. Then a grey band, clean as clay in a shop: a single flood, one night's worth. Then oyster shells, a great many, for about the length of a forearm, which is to say a century.

The most surprising thing in the cores is the last natural layer, the river's own, just before it was sent away. One would expect gravel, as in any river with a current. But it is fine silt, nearly half a metre of it, and full of the seeds of water plants.

The Ven, in other words, was dying by itself. The bar at the mouth had grown; the current had slackened; the ships, of which the chronicles complain that they were driven away by the removal, must have been running aground for a generation before. Had the rope-maker and his citizens waited for another fifty years, there would have been nothing left to move.

| Depth | What is there | What it means |
| 0–1.2 m | brick, coal, a shoe buckle | the modern street |
| 1.2–1.9 m | grey clay in eleven bands | floods through the old mouth |
| 1.9–2.6 m | oyster shells, ash, fish bones | a hundred years of suppers |
| 2.6–3.1 m | silt with seeds of pondweed | the river, going slowly |
| below 3.1 m | round gravel | the river, as it had been |

## The second removal

The river was brought back by the railway. The line up the valley needed a level route, and the only one was the cut through which the Ven ran off to the left. The engineers of the company did not hesitate. A river, they wrote to the board, can climb a hill if one gives it time; a locomotive cannot.

So the saddle was closed again with a dam of clay and the Ven was led back towards the town, but not to its old bed, which by then was inhabited. It got a new one, to the east of the walls: four kilometres long, forty metres broad, as straight as a ruler, between embankments of granite for which a whole island was quarried away.

!viaduct-autumn | A train crossing a stone viaduct | The line up the valley, for whose sake the river was brought home. | Lene Aldous

Photographs exist of the day on which it was let in. One sees a brass band, a bishop, and people standing on the embankments in their best clothes; and at the lower edge of the picture, out of focus, a dog that is looking at the dry bed with the expression of one who has heard something.

The new Ven did what was expected of it. It turned no mills, since there were none left, but it flushed the harbour, so that for the first time in living memory the basins did not have to be dug out by hand. It flooded nothing. It was so well behaved, and so deep between its walls, that children in Aldhaven grew up without ever having touched it.

Where it had been in the meantime, in the valley of the Holm, there remained a string of ponds. They were sold to a brickworks. When the clay was used up, the pits filled with rain, and bitterns came.[^1]

## Three ways to be wrong

It is tempting to say that everybody in this story was mistaken. The rope-maker moved a river that was about to go by itself. The railway put it into a ditch in which nothing can live, as anyone can see who looks down from the embankment at low water: there are forty metres of flat brown stone with a shopping trolley on them.

But that is too easy. Karin Thorsen, who has spent more time than anyone with the river's own account of the matter, declines to give marks. "They had a flood, and they did something. It was the wrong thing, and it worked for two hundred years. I would be glad of that record."

Henrik Saal, the biologist who looks after the eels, puts it in another way. There are, he says, three ways to be wrong about a river:

1. to think that it is a thing, when it is something that happens;
2. to think that it is yours, since it was there when you came;
3. to think that it has stopped, because you have not looked.

The third, he says, is the expensive one.

## The vote

What the council will decide in spring is not a removal. The word has been avoided so carefully, in all forty pages of the draft, that one begins to hear it. The plan is called "Room at the Ropewalk", and proposes to open the old bed again, over a length of three hundred and fifty metres: to take up the street, the drains, the rubble and the oyster shells, and to lead a tenth of the water of the Ven through the middle of the lower town, in a bed which would be neither straight nor deep.

The engineers want it as an overflow. The rain has changed; what used to fall in a week now falls in an afternoon, and the drains, in which one hears the river on wet nights, were built for another climate. The tradespeople of Ropewalk want it, or do not want it, according to which side of the street their cellars are on. The schools want it, because of the touching.

!island-map | A relief map with contour lines | The lower valley and the coast. The old course is the dotted line; it ends where the town hall stands. | Survey Office

The cost has been put at about what a roundabout costs. There are those who would prefer the roundabout. A petition against the plan has been signed by four hundred households, for reasons that range from gnats to gravity; one for it has been signed by three hundred and ninety-eight, and by both sides the two missing ones are being sought.

We have walked the route with a retired drain inspector, Albert Munk, who for thirty-four years was the only person in Aldhaven who saw the old Ven regularly, from below, with a lamp. He went ahead of us along the middle of Ropewalk, in the drizzle, stopping from time to time and pointing downwards with his stick. Here it bends. Here it is deep. Here somebody, a very long time ago, built a flight of steps down to the water, nine of them, good ones, and nobody knows for whom.

At the third drain from the left he stopped, and waved us nearer, and we all bent down and listened. It had been raining since noon. One could hear it quite distinctly: not loud, and in no hurry.

"There," he said. "It's never been anywhere else."

[^1]: The bittern is a heron that sounds like somebody blowing across the neck of a bottle. Nine pairs were counted last year, which is more than in the rest of the country together.`,
  },
];
