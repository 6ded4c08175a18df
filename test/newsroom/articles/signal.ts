import type { Article } from '../model.ts';

const blog = { site: 'signal', lang: 'en', zone: '+01:00', section: 'Notes' } as const;

/** Posts of the weblog: code, tables, footnotes. */
export const signalArticles: Article[] = [
  {
    ...blog,
    slug: 'a-server-the-size-of-a-loaf',
    headline: 'A server the size of a loaf & other things we keep alive',
    description:
      'Five years of running one very small machine in a cupboard: what broke, what did not, and why we are not moving.',
    authors: ['Juno Aske', 'Pell Warrick'],
    hoursAgo: 6,
    modifiedHoursAgo: 4,
    tags: ['servers', 'reliability', 'longread'],
    lead: {
      name: 'circuit',
      alt: 'A green circuit board with a large black chip',
      caption: 'The board that serves this page, a little larger than life.',
      credit: 'Juno Aske',
    },
    body: `This page comes from a cupboard. The cupboard is on Corrin Road, between a boiler and a shelf of preserved quinces, and in it, on a folded towel, stands a computer about as large as a loaf of bread. It has no fan, no screen and no keyboard. It has been switched on for five years, apart from three occasions that we shall come to.

People ask us why. The honest answer is that it was there. But after five years of writing down everything that happened to it, we think that we have a better one, and this post is it. It is long. There is a table, if you are in a hurry.

## What it does

The loaf serves four weblogs, a mailing list of eight hundred people, the timetable display of the Corrin line, and the counter of the eel ladder at Mill Bridge. On a busy day that comes to some forty thousand requests, or one every two seconds, which a machine of this kind could answer in its sleep, if it had one.

It does all of this with one process and one file. The process is about two thousand lines long. The file is a database, and it is two hundred and eleven megabytes large, of which eels make up sixty.

~~~
$ uptime
 07:12:44 up 612 days,  3:09,  1 user,  load average: 0.02, 0.04, 0.01
$ du -h /srv/loaf.db
211M    /srv/loaf.db
~~~

## What broke

We keep a notebook, of paper, on a string, on the inside of the cupboard door. The rule is that whoever opens the door writes down why. In five years it has been opened ninety-four times, twelve of them for quinces. Here is the rest.

| Cause | Times | Longest outage | What we changed |
| disk full | 4 | 40 minutes | a cron job that looks, and a limit on logs |
| our own mistake | 31 | 3 hours | see below |
| certificate not renewed | 2 | one night | renew at half-time, not at the end |
| power cut | 6 | 11 minutes | a battery from a bicycle |
| a mouse | 1 | a weekend | steel wool |
| hardware | 1 | 2 days | a second loaf, in a drawer |
| never found out | 3 | 6 minutes | we still think about it |

Two things are worth noting about this table. The first is how short the line "hardware" is. We had been told that cheap storage dies after a year. It did not, because we stopped writing to it: logs go to memory and are thrown away at night, unless something is wrong, and the database writes in batches.

The second is how long the line "our own mistake" is. Thirty-one times in five years, the machine was fine and one of us was not.

## Thirty-one mistakes

We sorted them over a winter. They are of three kinds.

**We changed two things at once.** Eleven times. A new version, and at the same time a new setting; then something fails, and one looks in the wrong place, since the other change was "only" a setting. We now have a card on the door that says *one thing*.

**We did something quickly.** Nine times, and all nine on a Friday. There is nothing to be learned from that which is not already known to everyone.

**We believed the documentation.** Eleven times. More exactly: we had read what a function does when it succeeds. Here is the one that cost us three hours. See whether you can find it.

~~~
async function keep(article) {
  const file = await open(temporaryName(article), 'w');
  await file.write(article.text);
  await file.close();
  await rename(temporaryName(article), finalName(article));
}
~~~

It writes to a temporary file and renames it, as one should. What it does not do is call ‹file.sync()› before the rename. On the day of the mouse, the power went off between the two, and after the restart we had four hundred and six files with perfectly correct names and nothing in them.[^sync]

The repaired version has one line more. We have printed it on a tea towel.

## How we change things now

The procedure takes about a minute and has not failed since we began to follow it, that is, since the second of the three long outages.

1. Copy the database. It is one file; this takes a second.
2. Start the new version on another port, with the copy.
3. Send it yesterday's requests, which we keep for a day, and compare the answers.
4. Look at the differences. There are always some. If we can explain each of them in one sentence, go on.
5. Swap the ports. Keep the old process running until the evening.

Step four is the one that matters, and the one that cannot be automated. We tried. The program that decided which differences were harmless was soon longer than the one it was checking.

> Simplicity is not when there is nothing left to take away. It is when there is nothing left that you would be afraid to take away. -- Pell, on the inside of the cupboard door

## The night of the actress

It deserves a section of its own, since it is the one night on which we learned more than in the year around it.

At 21:14 on a Sunday in March an actress, whom we admire, said on television that when she could not sleep she watched the counter of the eel ladder at Mill Bridge. At 21:15 the loaf had its forty thousand requests for the day. At 21:16 it had them again.

It did not fall over. It had never occurred to us to ask what it would do, and it turned out that it did something quite sensible: it answered as many people as it could, about six hundred a second, and the others waited. Then it did something that was not sensible. Those who had waited for longer than thirty seconds gave up and asked again, and it went on working on the answers to questions that nobody was asking any more.

By half past nine it was spending all of its time on people who had left. From the outside this looked like a machine that was down. From the inside it looked like a machine that was doing splendidly.

Juno, who was in the bath, made the only change that we have ever made by telephone. It was one line: *if a request has been waiting for longer than five seconds, say so, and let it go.* Within a minute nearly everyone got an eel, and the rest got a sentence asking them to come back at ten, which, being polite people who could not sleep, they did.

We have since put that line into everything that we write. A queue must have an end, and whoever is turned away must be told at once and kindly. Pell maintains that this holds for restaurants too.

The counter showed a hundred and six that night. It was read, as far as we can tell, by about three hundred thousand people, so that each eel was seen by three thousand of them. Henrik Saal, who looks after the ladder, was told of it in the morning. He asked whether it had disturbed the eels.

## Why we are not moving

Every few months somebody offers us a place in a proper data centre. It would be faster, they say, and they are right: our pages take a hundred and ten milliseconds, of which ninety are the line up the valley. It would be safer, they say. There, we are not so sure.

What we have in the cupboard is a system that all three of us understand all of. When it stops, we know what can have happened, because there is not much that can. We have never once had to wait for somebody to look into it.

!ridgelines | Thin lines like the profile of mountains on black | Requests per minute, one line a day. The peak at a quarter past nine is the mailing list. | Graphic: Juno Aske

There are things we cannot do. If ten thousand people came at the same moment, most of them would be told to come back later; this happened when an actress mentioned the eels. If Corrin Road burned down, we would be off the air until somebody fetched the drawer. We have decided that we can live with this. So, by all accounts, can the eels.

## What we would tell you

If you keep something small, keep it small on purpose. Choose the parts that you could explain to a friend who does not owe you anything. Write down what breaks, on paper, near the thing. Read it once a year, aloud, with something to eat.

And put a towel under it. We do not know why. But the only time that the loaf has failed by itself, the towel was in the wash.

[^sync]: A rename is atomic with respect to the name, not to the contents. The manual says so, four screens below the example.`,
  },
  {
    ...blog,
    slug: 'the-bug-in-the-tram-clock',
    headline: 'The bug in the tram clock, or: 02:20 < 02:20',
    description:
      'Once a year, for one hour, the display at Town Hall showed trams that had already left.',
    authors: ['Juno Aske'],
    hoursAgo: 30,
    tags: ['debugging', 'time', 'trams'],
    lead: {
      name: 'circuit-blue',
      alt: 'A blue circuit board',
      caption: 'The controller of the display, photographed on the kitchen table.',
      credit: 'Juno Aske',
    },
    body: `The report came on a postcard. "Dear people of the computer," it said, "last Sunday at half past two the board at Town Hall announced a tram for twenty past two. I waited for it. Yours, A. Munk."

Half past two on a Sunday night in October: everybody who has ever written a program is now nodding. The clocks had gone back. Between two and three there is an hour that happens twice, and somewhere in the display somebody had asked which of the two times was the later one, and had got an answer.

But it was not that. The display does not know what a time zone is. It is sent seconds, counted from a fixed moment, and it subtracts. Seconds do not go back.

I did what one does, and looked at everything except the cause. I read the subtraction. I read what sends the seconds. I made a little program which pretended to be October, and the display behaved impeccably.

!waves-signal | Bright waves on a dark ground | What the clock's radio receiver hears. The signal is the slow part. | Graphic: Juno Aske

It was Pell who asked what Mr Munk had been doing at Town Hall at half past two in the morning. I wrote to him. He answered by return that he suffers from sleeplessness and that he had walked there by his pocket watch, which he had put back, as he does every year, before going to bed at nine.

So he had arrived at what his watch, correctly, called half past two. The *first* half past two had been an hour earlier. And the tram at twenty past?

It had not left. That is the whole bug. On that night of the year line 2 runs once more in the repeated hour, for the night shift of the infirmary, and has done since before there were displays. The extra tram is not in the timetable, because the timetable has no row for an hour that does not exist. A dispatcher types it in by hand. He types ‹02:20›; the machine finds that two such times are possible, and takes the first.

The tram was late by zero minutes and by one hour. Mr Munk, who waited for ten minutes and then walked home, missed it because he did not believe the board for long enough.

We have changed one line. When a time is ambiguous, the program now asks. It asks once a year, at an hour at which one dispatcher is awake, and the dispatcher has told us that he looks forward to it.

The postcard is on the door.`,
  },
  {
    ...blog,
    slug: 'forty-lines-for-forty-years',
    headline: 'Forty lines for forty years',
    description: 'A file format you can read with your own eyes is worth a little inefficiency.',
    authors: ['Pell Warrick'],
    hoursAgo: 58,
    tags: ['formats', 'archives'],
    body: `Last month the town library asked us to open a diskette. It held the catalogue of a museum which no longer exists, made with a program which no longer exists for a machine of which there is, we believe, one left, in another museum.

It took us four evenings. The disk itself was no trouble. The file was eleven kilobytes long, and somewhere inside it were the names of six hundred fishing nets.

Whoever wrote that program had been clever. To save space, every word that had occurred before was replaced by a number. To save more, the numbers had different lengths. To keep the curious out, or so it seemed, the whole thing was then added to itself, shifted by three. It is the work of a gifted person with a small disk, and it kept the nets from everybody for thirty-one years.

On the same diskette was a second file, a letter, typed by somebody with no gifts in that direction at all. It was plain text. It opened at once. It said: "Dear Karl, the catalogue is finished, I hope that it will be useful."

We have a rule since then. Anything we keep for longer than a year must be readable by a person with a text viewer and an afternoon. It is what we call the forty-line rule: if the description of a format does not fit in forty lines, it is a program, and programs die.

~~~
# nets.txt - one net a paragraph, one fact a line, blank line between.
name: herring drift net
length: 31 m
mesh: 28 mm
given by: the Farr family
note: torn on the left, by a propeller, never mended
~~~

This costs space. The catalogue in our format has seventy-four kilobytes instead of eleven. We asked the library whether it could afford the difference, and the library, after some thought, said yes.

There are objections. Text is ambiguous; somebody will put a colon into the note; a picture is not text and never will be. All true. But an ambiguous colon can be seen, and argued about, and decided, by people who have never met the one who typed it. That is what the forty lines are for. They are not addressed to the machine.

The nets are in the catalogue of the town library now, under N. Karl, if you are reading this: it was.`,
  },
  {
    ...blog,
    slug: 'listening-to-the-weir',
    headline: 'Listening to the weir with a microphone that cost nothing',
    description:
      'An old telephone, a jam jar and some arithmetic tell us how much water comes down the Ven.',
    authors: ['Juno Aske', 'Henrik Saal'],
    hoursAgo: 96,
    tags: ['sound', 'rivers', 'sensors'],
    lead: {
      name: 'stream',
      alt: 'Coloured bands that widen and narrow from left to right',
      caption:
        'A year of the Ven by ear: each band is a range of pitch, from rumble below to hiss above.',
      credit: 'Graphic: Signal & Noise',
    },
    body: `A gauge for the flow of a river costs as much as a small car. It uses radar, it must be calibrated by a person in waders, and it is stolen about every three years. The people at the eel ladder asked whether there was another way. There was one in the kitchen drawer.

If you live beside a weir you can hear how much water is going over it. You do not know that you know, but when it rises in the night, you wake. The question was only whether a telephone could be taught the same.

We took one with a cracked screen, put it in a jam jar with some rice against the damp, and hung it under the footbridge. Every ten minutes it listens for eight seconds and sends us thirty-two numbers: how loud it was in each of thirty-two bands, from a rumble to a hiss. No sound leaves the jar, so nobody need fear for what is said on the bridge, which at that spot is mostly proposals.

After four months there was a day on which the person in waders came anyway, to the official gauge two kilometres downstream. We had ninety-one of their measurements by then to compare ours with.

- The loudness alone is a poor guide. It depends on the wind, on the leaves, on a wedding.
- The *ratio* of hiss to rumble is a good one. Little water hisses; much water rumbles.
- The best is the pitch at which the rumble begins, which falls, as the river rises, as if somebody were slowly filling a bottle.

With the three of them together we are within nine per cent of the radar, except in hard frost, when the weir sings.

The program that turns thirty-two numbers into one is eleven lines long, and we understand nine of them. The other two were found by trying. We have left a comment there to say so, since the alternative would have been to invent a reason.

The telephone uses about as much electricity as a doorbell. It has been in its jar for fourteen months. Twice it was taken for litter by tidy people, and brought back, with an apology, after they had read the label.`,
  },
  {
    ...blog,
    slug: 'cache',
    headline: '“It works on the ferry”: notes on reading without a network',
    description:
      'For forty minutes a day, half of our readers have no connection. We asked them what breaks.',
    authors: ['Pell Warrick'],
    hoursAgo: 110,
    tags: ['offline', 'web'],
    lead: {
      name: 'ferry-gold',
      alt: 'Two sailing boats in front of a golden sunset',
      caption: 'No signal from here to Skarrow.',
      credit: 'Pell Warrick',
    },
    body: `The ferry to Skarrow takes forty minutes. The last bar of signal goes at the outer buoy, eight minutes out, and comes back when one can read the time on the church. In between there is the sea, and whatever one has in one's pocket.

I took it there and back for a week and asked people what they were reading. Nobody minded. On a boat people will tell you anything.

Eleven were looking at paper. Nine had a book on a screen and were content. And twenty-three were doing something that I should like to call *rationing*: they had opened four or five pages before the buoy, in a row of tabs, and were now going through them carefully, like someone crossing a stream on stones.

They knew all about it. Do not go back, said a nurse, because then it loads again and you have lost it. Do not turn it sideways. Never touch a picture. A boy of twelve showed me how he takes photographs of his own screen.

What breaks, in the order in which it was mentioned:

1. The text is there, and the pictures are not. They were to be loaded when one scrolled to them.
2. The page is there until one leaves it.
3. The page is there, and then a box appears over it saying that there is no connection, which everybody knew.
4. The second half of the text was behind a button.

None of this is a law of nature. All of the bytes were within reach at the quay. It is merely that nobody who makes these pages has ever needed them on the other side of the buoy.

I have changed three things on this site since that week. Pictures are no longer loaded late. There is no button. And there is the feed, which has the whole of each text in it and always will have, so that a program with any sense can put it into your pocket before the ramp goes up.

The nurse has tried it. She says that it works on the ferry, and that she misses, a little, the feeling of the stones.`,
  },
  {
    ...blog,
    slug: 'naming-things-after-birds',
    headline: 'We named our machines after birds and regret nothing',
    description: 'A short note on names, written on Dipper, stored on Wren.',
    authors: ['Juno Aske'],
    hoursAgo: 140,
    tags: ['servers'],
    body: `There is a respectable opinion that machines should be called by what they do and where they are: ‹web-02-north› and so on. You can see at a glance what has failed.

Ours are called Dipper, Wren and Bittern. Dipper is the loaf. Wren is the copy in the drawer. Bittern is at the bottom of the garden and makes a noise.

What they do has changed four times. Dipper used to send the mail and now does not; Wren was the timetable. Under the respectable scheme we would have had to rename them, in sixty places, or to live with a ‹mail› that is not one. A bird stays a bird.

It also changes how one talks. Nobody has ever said "let us just kill Wren." We turn it off, gently, and somebody says goodnight.`,
  },
];
