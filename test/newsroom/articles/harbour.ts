import type { Article } from '../model.ts';

const desk = { site: 'harbour-post', lang: 'en-GB', zone: '+00:00' } as const;

/** The daily pages of the Harbour Post. */
export const harbourArticles: Article[] = [
  {
    ...desk,
    slug: 'crane-seven-turns-again',
    section: 'Harbour',
    headline: 'Crane Seven turns again, to general relief & one complaint',
    description:
      'The oldest crane of the port has been idle for two years. On Tuesday it lifted a piano.',
    authors: ['Ida Kestrel', 'Bran Holloway'],
    hoursAgo: 2,
    modifiedHoursAgo: 1,
    tags: ['port', 'cranes', 'engineering'],
    alsoIn: ['/weltblatt/rss.xml'],
    lead: {
      name: 'harbour-evening',
      alt: 'Four cranes and a container ship in the evening light',
      caption:
        'Crane Seven, second from the left, on the evening before its first lift in two years.',
      credit: 'Ida Kestrel',
    },
    body: `At eleven minutes past nine on Tuesday, Crane Seven took up the slack of its cable, groaned in the way that three generations of dockers have learned to call its morning prayer, and lifted a grand piano off the quay.

The piano belonged to the Harbour Theatre and had come from a workshop in Venmouth by barge. It weighs four hundred and eighty kilos, which for a crane that was built to lift railway wagons is nothing at all. But the harbour master had insisted on something that people would hold their breath for.

They did. Some three hundred had come, among them a school class with paper cranes on sticks, and two men who had driven the machine in the days of steam and who had not spoken to each other since a disagreement about grease.

Crane Seven stopped in the autumn two years ago, when a tooth broke on the great wheel on which it turns. The wheel is four metres across and was cast in a foundry that is now a supermarket. No drawing of it survived. The makers of modern gears, when asked, offered to make a modern gear, and a modern crane to go with it.

What saved it was a mistake. In the attic of the customs house, in a crate marked "hats", the town archivist found the wooden pattern for the wheel, in eleven parts, with the name of the carpenter burnt into each. A foundry at Upper Ven, which makes bells, said that it could be tried.

"A gear is a bell that is not allowed to ring," said the founder, Maud Ostrander, who watched the lift from behind her fingers. It took two castings. The first cracked as it cooled and is now a bench in front of the foundry, where it is said to be comfortable.

!harbour-fog | Cranes and a ship in thick fog | Work went on all winter, also on mornings on which the fitters could not see what they were fitting. | Harbour Office

The repair cost less than a tenth of a new crane, the harbour office says, not counting the hours of the volunteers, which nobody counted. Seven will not earn its keep: the containers go to the electric cranes on the north mole. It is to lift what is too odd for them, and on two Sundays a month it will lift children, in a cage, to a height of nine metres, for a small fee.

The single complaint came from the owner of the flat on the third floor of the chandlery, past whose window the jib swings. He had grown used to the view, he wrote to the council, and now there is a crane in it.

The piano, meanwhile, is in tune. It was checked on the quay before the lift and on the stage afterwards. Only the lowest A had moved, by about the width of a hair, and the tuner thinks that may have been nerves.`,
  },
  {
    ...desk,
    slug: 'tide-tables-by-hand',
    section: 'Harbour',
    headline: 'The woman who still calculates the tides',
    description:
      'The computer has the tables ready in a second. Astrid Venn takes four months, and finds the errors.',
    authors: ['Bran Holloway'],
    hoursAgo: 8,
    tags: ['tides', 'port', 'mathematics'],
    lead: {
      name: 'tide-ring',
      alt: 'A ring of coloured bars, one for every day of a year',
      caption: 'A year of tides as a ring: outwards the high waters, inwards the low ones.',
      credit: 'Graphic: Harbour Office',
    },
    body: `Every September a brown envelope goes from the harbour office in Aldhaven to a farmhouse on Corrin Road. In it are the constants of the port: thirty-seven pairs of numbers that say how strongly and how late the water at the Old Quay answers to the moon, to the sun, and to the shape of its own bed.

Every January a parcel comes back. It holds the times and heights of all the high and low waters of the following year, one thousand four hundred and eleven of them, in pencil, in the hand of Astrid Venn, who is seventy-four.

The office has not needed her for thirty years. The computer makes the table in less time than it takes to ask for it. But since the first year in which both were done, the two have been laid side by side, and in that time they have differed by more than two centimetres on six occasions. On five of them, the pencil was right.

"I do not calculate better," Mrs Venn says. "I calculate slower. When you spend an afternoon with one Thursday, you notice that it is a strange Thursday."

The strangest was in a March, nine years ago. The computer had been given a new list of constants in which two lines had been exchanged, the elliptical tide of the moon with one of the smaller tides of the sun. The result looked reasonable on every single day. Only over the weeks did it drift, like a clock with a slightly wrong pendulum, and on the day of the spring flood it would have been wrong by half a metre.

!tide-table | A curve of the tides over a week, with a red line | A week of water at the Old Quay. The red line is the step of the chandlery. | Graphic: Harbour Office

Her tools are a book of tables, a ruler and a brass machine with nine wheels, built by an uncle, which adds up waves by means of a cord running over pulleys. She uses the machine for the overview and does not trust it before lunch, when the room is cold and the cord is short.

Her own interest is in what is left over. Once the moon and the sun have been subtracted, the water still does something: it rises before a storm that is a day away, and it stays up, in some summers, for no reason that anybody has found. She keeps a second book for that. It has no title, and the university has asked for it twice.

There will be a successor. A boy of fifteen from the next farm came by two winters ago to borrow a ladder and stayed to do the eighth of February. He has now been entrusted with the whole of August, in which, Mrs Venn says, little can go wrong.`,
  },
  {
    ...desk,
    slug: 'fog',
    section: 'Weather',
    headline: 'Fog',
    description: 'It came on Sunday and has not left. A short report from inside it.',
    authors: ['Ida Kestrel'],
    hoursAgo: 12,
    tags: ['weather', 'fog'],
    lead: {
      name: 'moor-rain',
      alt: 'Green hills fading into grey mist',
      caption: 'The lower Ven valley on Monday at noon, as far as could be seen.',
      credit: 'Lene Aldous',
    },
    body: `It came up the estuary on Sunday afternoon, at walking pace. People on the mole saw it take the outer buoy, then the inner one, and then, quite politely, themselves.

On Monday the ferries stood still and the trams ran with a man in front, ringing a handbell. The bell is kept for the purpose in the depot and was last used before some of the drivers were born. By noon there was a rota of volunteers for it.

The meteorological station speaks of warm air over cold water and expects nothing to change before Thursday. Visibility at the customs house was eleven metres. At the fish hall it was measured by a man with a herring on a pole.

Sound behaves oddly. On Ropewalk one can hear the organ being practised in St Olave's as if it stood in the next room, and cannot hear the person to whom one is speaking. The school reports that the children have become quiet, and has asked for this to be noted.

There have been no accidents to speak of. A baker's van delivered to the wrong street, which kept the bread. A wedding party entered the wrong church, and stayed for the sermon.

Towards evening yesterday it thinned for some minutes, and the tops of the cranes stood in the light, red, without anything beneath them. Then it closed again. Several people have told us that they would have liked to see it for longer, and several others that it was exactly enough.`,
  },
  {
    ...desk,
    slug: 'very-long-council-headline',
    section: 'Town',
    headline:
      'Council resolves, after three meetings, two adjournments and an intervention by the fire brigade, that the bench in front of the town hall shall neither be moved nor painted nor described in any future document as “temporary”, but may be sat upon',
    description:
      'A bench that was put up for one afternoon has been standing for twenty-six years. Now it may stay.',
    authors: ['Edmund Quill'],
    hoursAgo: 17,
    tags: ['council', 'bench'],
    lead: {
      name: 'street-rain',
      alt: 'Houses with lit windows in the rain',
      caption: 'Town Hall Square during the second adjournment. The bench is behind the lamp.',
      credit: 'Ida Kestrel',
    },
    body: `The bench was borrowed. On that point all parties are agreed. It was brought out of the fire station on an afternoon in June twenty-six years ago, for the mayor's mother, who wished to watch a procession, and nobody brought it back.

In the inventory of the town it does not exist. In that of the fire brigade it has been listed ever since as "absent, temporary". It was this word that brought the matter before the council, for the brigade is moving to a new building in spring and has been asked to account for its furniture.

At the first meeting it was proposed that the bench be returned. At the second, that it be replaced by one of the new model, which is made of steel and has an armrest in the middle so that nobody can lie down. Letters were read out. There were forty-one of them, and one drawing.

The third meeting lasted until a quarter past eleven. Councillor Brandt spoke for the armrest. Councillor Osgood asked whether he had ever tried to eat a sandwich beside one. The chair suspended the sitting twice, the second time because the fire alarm had gone off, on which occasion the councillors found themselves standing in the square, in the rain, around the bench, on which there was room for four.

It was there, in effect, that the decision was made. When the sitting resumed, the captain of the brigade asked to be heard and said that his men had talked it over and wished to make a present of it.

The resolution was carried by nineteen votes to none, with one abstention. It says that the bench shall neither be moved nor painted, and that the word "temporary" shall not be used of it again. The sentence that it may be sat upon was added at the request of the clerk, who has found in the course of a long career that what is not expressly permitted is sooner or later fenced off.`,
  },
  {
    ...desk,
    slug: 'eels-come-home',
    section: 'Science',
    headline: 'The eels have found the ladder',
    description:
      'Two years after it was built, biologists counted the first young eels above the weir at Mill Bridge.',
    authors: ['Dr Sunniva Pell'],
    hoursAgo: 26,
    tags: ['rivers', 'biology', 'eels'],
    lead: {
      name: 'kelp',
      alt: 'Brown oarweed spread on pale paper',
      caption:
        'In the forests of oarweed at the mouth of the Ven the young eels wait for the spring flood.',
      credit: 'Aldhaven Garden',
    },
    body: `On a night in April, shortly after two, the counter beside the weir at Mill Bridge showed a one. The student on duty thought of a leaf. Then it showed a two, and a seven, and by daybreak it had arrived at three hundred and forty.

They were eels, each about as long as a finger and almost as clear as glass. They had come some five thousand kilometres across the ocean, had waited in the estuary for the right water, had swum forty kilometres up the Ven, and had found, in the dark, beside a wall over which no eel had passed for a hundred and thirty years, a gutter filled with bristles.

The ladder is no more than that. Young eels cannot leap, but they can climb whatever is wet and rough, and so the engineers set a sloping channel beside the weir, lined it with something like the heads of brooms, and led a trickle of water down it. It cost as much as a used car.

For two years nothing used it except a family of dippers. There was talk of a mistake: the entrance was in the wrong place, it was said, too far from the main current, where an eel would look. Last winter the channel was lengthened by a metre and a half, so that its trickle falls where the water is loud.

"Everything in a river is about where it is loud," says the biologist in charge, Henrik Saal, who was woken by the student and came in his pyjamas. He has been counting eels for eighteen years, most of that time downwards.

Whether they will stay is another question. An eel lives in its river for ten or fifteen years before it turns silver and goes back to the ocean to breed, and it needs ditches, mud and quiet. The valley has fewer of these than it had. But the farmers of the upper meadows have agreed to leave six ditches uncut, and one of them, on hearing of the three hundred and forty, asked whether they might like a seventh.

The counter has since stopped at two thousand and eleven. The student has kept a printout of the first page.`,
  },
  {
    ...desk,
    slug: 'rowing-eights',
    section: 'Sport',
    headline: 'Eight bakers, one boat, second place',
    description:
      'The crew that trains before the ovens are lit came within a metre of winning the Estuary Regatta.',
    authors: ['Teo Marsh'],
    hoursAgo: 31,
    tags: ['rowing', 'regatta'],
    lead: {
      name: 'sails-morning',
      alt: 'Small sailing boats on a bright sea',
      caption: 'The starting area off the north mole, half an hour before the final of the eights.',
      credit: 'Teo Marsh',
    },
    body: `Bakers rise at two, which is a disadvantage in most walks of life. In rowing it means that the crew of the Guild of Bakers has the estuary to itself between half past two and four, when other crews are asleep and the water is as flat as a baking sheet.

They have trained like that for three winters, with bicycle lamps on bow and stern. On Saturday, in the final of the Estuary Regatta, they rowed for the first time in daylight, and for the first fifteen hundred metres it looked as if nobody had told them that others were taking part.

The university crew caught them at the last buoy. What followed, the umpire said later, was the longest minute he has spent in a motor boat. The two bows went back and forth like the needles of a knitting machine. At the line there were ninety centimetres between them, and the bakers had the wrong ninety.

"We start work tired," said the cox, Petra Lindqvist, who sells bread rather than bakes it and therefore has the voice for it. "Against people who are rested, we have no experience."

The times were the fastest for eleven years: 5:58.4 for the university, 5:58.7 for the guild. Third, by a distance better passed over in silence, was the eight of the Harbour Post.

The bakers did not stay for the ceremony. It was a Saturday, and there was the bread for Sunday to be thought of. Their medals were brought to the bakery by the winners, in uniform, at five in the morning, and were exchanged at a rate that is said to have favoured the university.`,
  },
  {
    ...desk,
    slug: 'quince-cheese',
    section: 'Food',
    headline: 'What to do with forty kilos of quinces',
    description:
      'They cannot be eaten raw, they are hard as wood, and every garden is full of them. A cook’s answer.',
    authors: ['Ottilie Brand'],
    hoursAgo: 44,
    tags: ['recipes', 'autumn', 'fruit'],
    lead: {
      name: 'quinces',
      alt: 'Yellow fruit beside a red jug',
      caption: 'They will keep until Christmas in a cool room, and scent it.',
      credit: 'Ottilie Brand',
    },
    body: `There is a week in October in which nobody in the Ven valley locks a car. One would find it full of quinces. People leave them on doorsteps and run. They are the most beautiful of fruits and the least obliging: hard, woolly, sour, and all ripe on the same day.

The answer is heat and time. A quince that has been cooked for two hours turns the colour of a brick wall at sunset, nobody is entirely sure why, and tastes of everything that it smelled of before. Boiled down with sugar until a spoon stands up in it, dried on a tray and cut into lozenges, it will keep for two years.

## Quince cheese

For about forty pieces you need:

- two kilos of quinces, rubbed with a cloth to remove the down
- their weight, once cooked and sieved, in sugar, less a fifth
- the juice of two lemons
- a wooden spoon with a long handle, and sleeves

Then proceed without hurry:

1. Put the fruit whole into a large pot, cover it with water, and simmer it until a knitting needle goes through. This takes an hour or more.
2. Let it cool, quarter it, take out the cores, and press the flesh through a sieve.
3. Weigh the pulp, add the sugar and the lemon juice, and set it over a low flame.
4. Stir. It will begin to spit after half an hour, and it spits far. Keep stirring until the spoon leaves a furrow that does not close.
5. Spread it two fingers deep on a tray lined with paper, and leave it for three days in a warm, dry place, turning it once.

Cut it with a wet knife and roll the pieces in sugar, or don't. With a hard cheese it makes a supper; with a cup of coffee, an afternoon.

| Weight of fruit | Sugar | Time at the stove | Pieces |
| 1 kg | about 600 g | 50 minutes | 20 |
| 2 kg | about 1.2 kg | 80 minutes | 40 |
| 5 kg | about 3 kg | the whole of Sunday | 100 |

As for the remaining thirty-eight kilos: make a list of your friends' cars.`,
  },
  {
    ...desk,
    slug: 'library-that-lends-tools',
    section: 'Town',
    headline: 'Borrowed: one cement mixer, overdue since May',
    description:
      'The town library lends ladders, looms and a set of bagpipes. The fines are the same as for novels.',
    authors: ['Mirelle Osk'],
    hoursAgo: 52,
    tags: ['library', 'town'],
    lead: {
      name: 'shelves-warm',
      alt: 'Rows of old books on wooden shelves in lamplight',
      caption: 'Upstairs it is still quiet. The cement mixers are in the cellar.',
      credit: 'Mirelle Osk',
    },
    body: `It began with an umbrella. A reader was caught by the rain, and the librarian, Jonas Eck, who had one to spare, stamped a date on a slip of paper out of habit and tied it to the handle. It came back three weeks later, on the day, with a bookmark in it.

Today the catalogue of the Aldhaven library counts 61,400 books and 1,122 things. There are drills and ladders, a tent for twelve, nine sewing machines, a telescope, a wheelchair for beaches. There is a cupboard with baking tins in the shape of numbers, of which the nought, the four and the five are always out.

The things live in the cellar, on shelves that were made for newspapers. They have signatures like books. The cement mixer is TEC 691.5, and it is late. It has been in a garden on Orchard Lane since May, and the reminders have been answered with photographs of a wall, which is growing.

"A wall is a legitimate reason," Mr Eck says. "With novels it is usually the bath."

What surprised him is the state in which things return. Books come back with coffee on them. Things come back mended. A sewing machine that had skipped every ninth stitch since it was donated came back sewing; taped to it was a note on the adjustment of the bobbin case, in pencil, unsigned. The bagpipes came back with a letter of apology from a whole street.

There are limits. Nothing that explodes, nothing that bites, and no mobile telephones. A request for a second grandfather, submitted on the proper form by a boy of six, was passed to the reading circle for the elderly, which has met on Thursdays ever since and has made very good use of the telescope.`,
  },
  {
    ...desk,
    slug: 'night-train-returns',
    section: 'Region',
    headline: 'The night train is back, and it is full of people who do not sleep',
    description:
      'After nine years a sleeping car again runs from Aldhaven to the capital. We took it, and stayed awake.',
    authors: ['Lene Aldous'],
    hoursAgo: 68,
    tags: ['railways', 'travel'],
    lead: {
      name: 'viaduct-autumn',
      alt: 'A red train on a viaduct in an autumn landscape',
      caption: 'The last daylight on the Orchard Viaduct. The sleeping car is the third.',
      credit: 'Lene Aldous',
    },
    body: `There are four things to be learned about the night train in the first ten minutes: where the light switch is, how the ladder folds, that the tap runs while one presses it, and that nobody intends to go to bed.

At a quarter to ten, as we leave Aldhaven, all eighteen passengers of the sleeping car are standing in the corridor. It is seventy centimetres wide. To let anybody pass, one has to step into a stranger's compartment, and by Mill Bridge there are no strangers left.

The service was given up nine years ago, because it was faster to fly and cheaper to drive. It was brought back because a woman from the valley wrote a letter every month. She is on board tonight, in compartment six, wearing a coat over her nightdress, and is being brought tea by the conductor as if she owned the line.

Beyond Upper Ven it snows. The train goes slowly here, on account of a tunnel in which it must not make the bats nervous, and one has time to look into kitchens. A man is peeling an apple in one piece. He looks up and lifts the knife, and eighteen people wave.

!pass-snow | Snow-covered mountains under drifting clouds | The pass at first light, from the window of compartment two. | Lene Aldous

At one o'clock there is an attempt at silence. It fails because of a child who wants to know whether we are moving backwards. We are. The engine has been put on the other end, as it has been here since the line was built, and for the next two hours everyone lies with their feet foremost.

Sleep, when it comes, is of a particular kind. It does not so much stop the journey as take it in. One dreams of couplings. At five somebody walks along the corridor and says the name of a station, softly, to no one, and one is as happy as one has ever been.

The capital, at seven, is wet and busy and smells of other people's coffee. We stand on the platform with our bags and our creased faces, and are unwilling to part. The woman from compartment six has already taken out a pad. There used to be, she says, a dining car.`,
  },
];
