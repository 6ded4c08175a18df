import type { Article } from '../model.ts';

const revue = { site: 'atelier', lang: 'fr', zone: '+01:00' } as const;

/** The French stories of the magazine. */
export const atelierFrancais: Article[] = [
  {
    ...revue,
    slug: 'la-relieuse-et-le-brouillard',
    section: 'Ateliers',
    headline: 'La fileuse de cordes et le brouillard',
    description:
      'À la corderie d’Aldhaven, Odile Marchais fabrique encore à la main des cordages de deux cents mètres. Il lui faut pour cela un long couloir et beaucoup d’humidité.',
    authors: ['Solène Avril'],
    hoursAgo: 22,
    tags: ['artisanat', 'port'],
    lead: {
      name: 'harbour-fog',
      alt: 'Des grues et un cargo dans le brouillard',
      caption: 'Le port par temps de brouillard : les meilleurs jours pour le chanvre.',
      credit: 'Ida Kestrel',
    },
    body: `La corderie d’Aldhaven mesure trois cent dix mètres de long et quatre de large. On y entre par un bout, et l’on n’en voit pas l’autre. Odile Marchais y marche à reculons depuis vingt-sept ans.

Le geste est simple à décrire. On attache le chanvre à un crochet qui tourne, et l’on s’en éloigne en laissant filer les fibres entre les doigts. Chaque pas ajoute un pas de fil. Pour une amarre de deux cents mètres, il faut marcher deux cents mètres, soixante-douze fois, sans jamais regarder où l’on va.

« Au début, on a peur de tomber, dit-elle. Ensuite, on a peur d’arriver. »

Les jours secs, elle ne travaille pas. Le chanvre casse, la poussière vole, les voisins toussent. Les jours de pluie, il gonfle. Ce qu’il lui faut, c’est le brouillard, celui qui monte de l’estuaire en novembre et qui entre par les fentes des volets. Alors la fibre devient souple comme une mèche de cheveux, et l’on entend, d’un bout à l’autre du couloir, le crochet tourner.

!harbour-evening | Quatre grues devant un ciel orange | À quai, ses amarres tiennent encore deux bateaux-feux et un trois-mâts. | Ida Kestrel

Ses clients sont rares et fidèles : un musée, trois voiliers, le théâtre, dont le rideau est suspendu à ses cordes. Une fois, un homme lui a commandé une corde de neuf mètres pour y attacher son chien. Elle lui a demandé quel genre de chien. Il a réfléchi, puis il est reparti avec une ficelle.

Elle forme depuis deux ans un apprenti, Basile, qui mesure un mètre quatre-vingt-quinze et dont les pas sont plus longs que les siens. Le cordage s’en ressent, paraît-il : il est un peu plus lâche, un peu plus rêveur. Elle ne le corrige pas. « Chaque marcheur a sa corde », dit-elle, et elle repart en arrière, les yeux fixés sur l’endroit d’où elle vient.`,
  },
  {
    ...revue,
    slug: 'l-herbier-des-rues',
    section: 'Récits',
    headline: '« Mauvaises herbes » : l’herbier des rues',
    description:
      'Un facteur à la retraite a recensé tout ce qui pousse entre les pavés de la ville. Il a trouvé cent quarante espèces, et quelques amis.',
    authors: ['Solène Avril', 'Bastien Lor'],
    hoursAgo: 66,
    tags: ['botanique', 'ville'],
    lead: {
      name: 'daisy',
      alt: 'Cinq marguerites sur un papier pâle',
      caption: 'La grande marguerite, entre le quatrième et le cinquième pavé de la place.',
      credit: 'Herbier municipal',
    },
    body: `Pendant trente-huit ans, Firmin Hautecœur a distribué le courrier en regardant par terre. Ce n’était pas de la timidité. Il regardait ce qui poussait.

À la retraite, il a refait sa tournée, lentement cette fois, avec une loupe et un carnet. Il lui a fallu quatre saisons pour arriver au bout de la rue des Cordiers, qui compte soixante-deux numéros. Dans les fentes des murs, au pied des gouttières, entre les pavés, il a compté cent quarante espèces.

La plupart ont une adresse précise. La pariétaire n’habite que les numéros impairs, où le mur est à l’ombre. Le coquelicot suit la voie du tramway, dont les roues emportent ses graines d’un arrêt à l’autre. Une petite fougère rare, qui ne vit d’ordinaire que dans les grottes, s’est installée sous la bouche d’aération de la boulangerie.

!poppy | Quatre coquelicots | Le coquelicot de l’arrêt Mairie. | Herbier municipal
!fern | Trois frondes de fougère | La fougère de la boulangerie : elle aime la vapeur de trois heures du matin. | Herbier municipal
!thistle | Trois chardons violets | Le chardon du numéro 31, que personne n’ose arracher. | Herbier municipal

On l’a d’abord pris pour un inspecteur. Puis les gens sont sortis. Une dame lui a montré, derrière ses poubelles, une orchidée qu’elle arrosait en secret depuis six ans. Des enfants lui ont apporté des pissenlits en nombre. Un serrurier, qui désherbait son seuil au chalumeau, a posé son chalumeau.

La ville a désormais une carte de ces plantes, affichée à la bibliothèque. Les services de la voirie l’ont reçue, eux aussi. Ils ne traitent plus que les trottoirs où il ne pousse rien.

Quant au facteur, il a commencé la rue suivante. Il pense en avoir pour onze ans. Il ne dit jamais « mauvaises herbes », mais « sans domicile fixe ».`,
  },
  {
    ...revue,
    slug: 'le-cinema-du-phare',
    section: 'Récits',
    headline: 'Le cinéma qui attend la marée',
    description:
      'Sur la plage de Skarrow, on projette des films à marée basse. Les plus longs finissent les pieds dans l’eau.',
    authors: ['Bastien Lor'],
    hoursAgo: 118,
    tags: ['cinéma', 'mer'],
    lead: {
      name: 'ferry-gold',
      alt: 'Deux voiliers devant un coucher de soleil',
      caption: 'Une demi-heure avant la séance, quand l’écran est encore sous l’eau.',
      credit: 'Bastien Lor',
    },
    body: `L’écran est une voile. On l’a tendue entre deux mâts plantés dans le sable, à un endroit que la mer recouvre douze heures sur vingt-quatre. Le programme du cinéma de Skarrow ne se lit donc pas sans l’annuaire des marées, qui est affiché à côté.

Les spectateurs arrivent par le bac du soir, avec des pliants et des bottes. Ils s’installent à mesure que l’eau se retire : les plus pressés devant, dans les flaques, les plus sages derrière. Quand le dernier rang est au sec, on éteint la lanterne.

Il reste alors deux heures et quarante minutes, pas davantage. Les comédies tiennent sans peine. Les fresques historiques posent un problème, que le projectionniste, Anselme Roux, résout à sa façon : il commence par la deuxième bobine. « La première, dit-il, ce sont des gens qui se présentent. »

La mer, en remontant, fait partie du spectacle. On l’entend d’abord, puis on la voit briller sous l’image. Les baisers finissent dans l’écume, les batailles dans un grand mouvement de chaises. L’été dernier, un film policier s’est arrêté à quatre minutes de la fin, parce qu’une vague avait atteint la prise. Personne, sur l’île, n’a voulu savoir qui était le coupable. On préfère en discuter.

À la dernière séance de septembre, on laisse l’écran en place. La marée monte, le film continue, et l’on regarde depuis la dune les acteurs se dissoudre lentement, à partir des pieds.`,
  },
];
