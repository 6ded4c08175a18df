/** The list of pictures: what is drawn, how large, in which formats. */
import { botanical, stillLife } from './plants.ts';
import { radial, ridgelines, stream, terrain, waves } from './charts.ts';
import { circuit, poster, starTiles, waveScales } from './patterns.ts';
import { dunes, hills, ink, starTrails } from './landscape.ts';
import { coast, harbour } from './sea.ts';
import { arcade, market, shelves, skyline, stage, street } from './town.ts';
import { tideTable, tramPlan } from './diagrams.ts';
import type { Canvas } from './kit.ts';
import type { Plant } from './plants.ts';

export interface Drawing {
  name: string;
  width: number;
  height: number;
  seed: number;
  format: 'jpg' | 'png' | 'webp' | 'avif' | 'svg';
  /** Widths of the smaller files. */
  widths?: number[];
  twins?: ('jpg' | 'webp' | 'avif')[];
  /** An SVG, or raw RGB pixels. */
  draw(canvas: Canvas): string | Buffer;
}

const sets = [480, 960];
let seed = 40;

function wide(name: string, draw: Drawing['draw'], more: Partial<Drawing> = {}): Drawing {
  return { name, width: 1600, height: 1000, seed: (seed += 7), format: 'jpg', draw, ...more };
}

function card(name: string, plant: Plant, more: Partial<Drawing> = {}): Drawing {
  return {
    name,
    width: 1200,
    height: 1500,
    seed: (seed += 7),
    format: 'jpg',
    draw: (canvas) => botanical(canvas, plant),
    ...more,
  };
}

export const drawings: Drawing[] = [
  wide(
    'valley-dawn',
    (c) =>
      hills(c, {
        sky: ['#5d7fa3', '#e9b895', '#f7dfb8'],
        land: ['#c79a8d', '#7d6a7d', '#3b3f58', '#171d30'],
        fog: '#f6d9b6',
        sun: { x: 0.68, y: 0.33, size: 0.024, color: '#fff0c9' },
        trees: true,
        extra: 'birds',
      }),
    { widths: [480, 960], twins: ['webp'] },
  ),
  wide(
    'viaduct-autumn',
    (c) =>
      hills(c, {
        sky: ['#86a7b8', '#d9d7c3', '#f1e2bf'],
        land: ['#b0b29a', '#b98b4e', '#8f5527', '#4a2a18'],
        fog: '#f0e3c6',
        sun: { x: 0.22, y: 0.25, size: 0.02, color: '#fff4d6' },
        cloud: '#fbf3e2',
        horizon: 0.38,
        extra: 'viaduct',
      }),
    { widths: sets, twins: ['webp'] },
  ),
  wide(
    'pass-snow',
    (c) =>
      hills(c, {
        sky: ['#2f5d94', '#8db5d8', '#e6eef4'],
        land: ['#8ea6c0', '#5f7896', '#34485f', '#16222f'],
        fog: '#eef4f9',
        cloud: '#ffffff',
        rough: 6,
        horizon: 0.44,
        snow: true,
        trees: true,
      }),
    { widths: sets },
  ),
  wide(
    'balloons',
    (c) =>
      hills(c, {
        sky: ['#7ea2c9', '#f3c6a5', '#fbe6c2'],
        land: ['#d7a58f', '#a06f74', '#59496a', '#2a2440'],
        fog: '#fde6c8',
        sun: { x: 0.5, y: 0.4, size: 0.026, color: '#ffe9b8' },
        extra: 'balloons',
        horizon: 0.5,
      }),
    { widths: [960] },
  ),
  wide(
    'observatory',
    (c) =>
      hills(c, {
        sky: ['#060d24', '#142b5c', '#5b5f94', '#d48a72'],
        land: ['#4c4c78', '#2a2f58', '#141a38', '#070b1c'],
        fog: '#7a6f9c',
        stars: true,
        extra: 'observatory',
        horizon: 0.52,
      }),
    { widths: sets },
  ),
  wide('moor-rain', (c) =>
    hills(c, {
      sky: ['#4c565f', '#87939a', '#c4c9c4'],
      land: ['#98a29c', '#6d7a68', '#49543c', '#232b1c'],
      fog: '#d3d8d2',
      cloud: '#e8ebe8',
      layers: 7,
      rough: 3,
    }),
  ),
  {
    ...wide('range-panorama', (c) =>
      hills(c, {
        sky: ['#27476f', '#b58aa0', '#f6c99a'],
        land: ['#b88296', '#71608a', '#383c68', '#13173a'],
        fog: '#f3c7a8',
        sun: { x: 0.3, y: 0.42, size: 0.012, color: '#ffe2a8' },
        layers: 8,
        rough: 9,
      }),
    ),
    width: 2400,
    height: 900,
    widths: [960],
  },
  wide('star-trails', (c) => starTrails(c), { format: 'webp' }),
  wide('dunes', (c) => dunes(c, ['#4d6f9a', '#e6b98c', '#f6dcae'], '#efb871', '#7a3d2a'), {
    widths: sets,
  }),
  { ...wide('ink-mountains', (c) => ink(c)), width: 1200, height: 1600 },
  wide(
    'lighthouse-dusk',
    (c) =>
      coast(
        c,
        {
          sky: ['#1d2f55', '#7c5f86', '#ef9b6d', '#fbd59a'],
          water: ['#c98a73', '#3f4668', '#131b33'],
          light: '#ffd79a',
          sunX: 0.68,
          sunY: 0.5,
          cloud: '#f4b08a',
        },
        { tower: 0.24, beam: true },
      ),
    { widths: sets, twins: ['webp', 'avif'] },
  ),
  wide(
    'sails-morning',
    (c) =>
      coast(
        c,
        {
          sky: ['#6fa3c7', '#bcd9e3', '#f5ecd2'],
          water: ['#9cc4cf', '#3b7891', '#173f57'],
          light: '#fff6d8',
          sunX: 0.3,
          sunY: 0.28,
          cloud: '#ffffff',
          cover: 0.4,
        },
        { boats: 4 },
      ),
    { widths: sets },
  ),
  wide(
    'storm-sea',
    (c) =>
      coast(
        c,
        {
          sky: ['#1f2a33', '#495963', '#98a5a5'],
          water: ['#7d8f91', '#34474d', '#0f1a1f'],
          light: '#e6ead8',
          sunX: 0.8,
          sunY: 0.36,
          cloud: '#2a353d',
          cover: 1.1,
          horizon: 0.5,
        },
        { tower: 0.7 },
      ),
    { widths: [960] },
  ),
  wide('ferry-gold', (c) =>
    coast(
      c,
      {
        sky: ['#4a5d8a', '#c98d86', '#ffcf87'],
        water: ['#e6a873', '#77506a', '#201d3b'],
        light: '#ffe0a0',
        sunX: 0.5,
        sunY: 0.47,
        cloud: '#ffd7b0',
        cover: 0.5,
      },
      { boats: 2 },
    ),
  ),
  wide(
    'harbour-evening',
    (c) =>
      harbour(
        c,
        {
          sky: ['#2b3a63', '#a96d7b', '#f6a86c', '#fbd594'],
          water: ['#d99a72', '#57506f', '#151a31'],
          light: '#ffd590',
          sunX: 0.16,
          sunY: 0.5,
          cloud: '#f2a98c',
          horizon: 0.62,
        },
        4,
      ),
    { widths: sets, twins: ['webp'] },
  ),
  wide('harbour-fog', (c) =>
    harbour(
      c,
      {
        sky: ['#8fa3ad', '#bccbd0', '#e4e6df'],
        water: ['#b9c7c9', '#7f949b', '#41565f'],
        light: '#fffbe9',
        sunX: 0.74,
        sunY: 0.3,
        cloud: '#f2f4f0',
        horizon: 0.6,
      },
      3,
    ),
  ),
  wide(
    'harbour-night',
    (c) =>
      harbour(
        c,
        {
          sky: ['#060b1c', '#12244a', '#3e5078'],
          water: ['#2c3f66', '#0b1531', '#040817'],
          light: '#dfe8ff',
          sunX: 0.86,
          sunY: 0.18,
          horizon: 0.62,
        },
        5,
      ),
    { format: 'webp' },
  ),
  wide(
    'skyline-blue',
    (c) =>
      skyline(c, ['#071231', '#183a72', '#5b6aa6'], '#6f6db0', [
        '#ffe3a1',
        '#ffc46b',
        '#fff4d8',
        '#bcd8ff',
      ]),
    { widths: sets },
  ),
  wide(
    'skyline-ember',
    (c) =>
      skyline(c, ['#1a0f2e', '#6a2c58', '#d96b53'], '#d1714f', ['#fff0c0', '#ffd27d', '#ffb0a0']),
    { format: 'webp' },
  ),
  wide(
    'street-snow',
    (c) =>
      street(
        c,
        ['#1f2c50', '#4a5c88', '#a597ac'],
        ['#a9483a', '#c98b45', '#5f7d86', '#8a5a63', '#c9b38a'],
        'snow',
      ),
    { widths: sets },
  ),
  wide('street-rain', (c) =>
    street(
      c,
      ['#1d2634', '#37475a', '#6c7582'],
      ['#6a5a58', '#7f6a4e', '#4b5f6b', '#735060'],
      'rain',
    ),
  ),
  wide(
    'shelves-warm',
    (c) =>
      shelves(
        c,
        ['#7a2a22', '#274a4f', '#b08a48', '#3a3d5c', '#5c6b3a', '#8c5a34', '#d8c9a6'],
        '#5a3820',
      ),
    { widths: sets, twins: ['avif'] },
  ),
  {
    ...wide('shelves-tall', (c) =>
      shelves(c, ['#1f3b57', '#b9472e', '#e2c07a', '#35605a', '#5a2f4c', '#e9e0cc'], '#3f2a1c', 6),
    ),
    width: 1200,
    height: 1600,
  },
  wide(
    'market-evening',
    (c) =>
      market(c, ['#2b2a4c', '#8c5a72', '#e8a070'], ['#a8322d', '#2f6b62', '#c58a2b', '#3c4a7d']),
    { widths: sets },
  ),
  wide('market-morning', (c) =>
    market(c, ['#8fb7cf', '#dfe3d2', '#f6e4bd'], ['#2f6b8a', '#c2562f', '#6b7f35', '#8f3f5c']),
  ),
  {
    ...wide('arcade-gold', (c) =>
      arcade(c, ['#3a2233', '#6e3b3a', '#a3603f', '#cf8f4e', '#e8b768', '#f3d48e'], '#ffe2a0'),
    ),
    width: 1200,
    height: 1600,
  },
  wide('stage-piano', (c) => stage(c), { widths: sets }),
  wide('pears-jug', (c) =>
    stillLife(c, ['#3f4a45', '#6d7463', '#2a2f2c'], '#a78f6c', ['#c9b13f', '#6c5a16'], '#3d6a78'),
  ),
  wide(
    'quinces',
    (c) =>
      stillLife(c, ['#54382c', '#a06a45', '#33211b'], '#d8cbb4', ['#e0b040', '#8a5210'], '#7c2f26'),
    { format: 'webp' },
  ),
  card('fern', {
    kind: 'fern',
    leaf: '#4d7347',
    bloom: '#4d7347',
    label: 'Polypodium · Corrin wood',
  }),
  card('poppy', {
    kind: 'poppy',
    leaf: '#6b8352',
    bloom: '#d2442c',
    label: 'Papaver · railway bank',
  }),
  card('ginkgo', {
    kind: 'ginkgo',
    leaf: '#a9a23c',
    bloom: '#e8b52f',
    label: 'Ginkgo biloba · old gate',
  }),
  card('kelp', {
    kind: 'kelp',
    leaf: '#6d6a2c',
    bloom: '#8f7a2a',
    label: 'Laminaria · Skarrow sound',
    paper: '#e6ebe4',
  }),
  card('thistle', {
    kind: 'thistle',
    leaf: '#6f8b78',
    bloom: '#7b4a9b',
    label: 'Cirsium · upper moor',
  }),
  card('cherry', {
    kind: 'branch',
    leaf: '#7e9a55',
    bloom: '#f2b6c4',
    label: 'Prunus · east terrace',
    paper: '#e9e6ea',
  }),
  card('bellflower', {
    kind: 'bell',
    leaf: '#5f8456',
    bloom: '#5565b5',
    label: 'Campanula · quarry path',
  }),
  card('meadow-grass', {
    kind: 'grass',
    leaf: '#8a9a4a',
    bloom: '#c0a25a',
    label: 'Poa · hay meadow',
  }),
  card('olive', { kind: 'olive', leaf: '#7f9070', bloom: '#4a3350', label: 'Olea · cold house' }),
  card('rose', { kind: 'rose', leaf: '#44653f', bloom: '#c13a55', label: 'Rosa · south wall' }),
  card('pine', {
    kind: 'pine',
    leaf: '#3d6650',
    bloom: '#8a5a34',
    label: 'Pinus · summit bed',
    paper: '#e9ebe2',
  }),
  card('daisy', {
    kind: 'daisy',
    leaf: '#6f9150',
    bloom: '#f7f3ea',
    label: 'Leucanthemum · lawn',
    paper: '#dfe6df',
  }),
  wide(
    'ridgelines',
    (c) => ridgelines(c, '#10151f', ['#3a5a80', '#7fb3c8', '#f2e3b8', '#f2a65e']),
    { format: 'png' },
  ),
  {
    ...wide('tide-ring', (c) => radial(c, '#f4efe4', ['#1f5a78', '#4fa3a5', '#e09f3e', '#9e2a2b'])),
    width: 1400,
    height: 1400,
    format: 'png',
  },
  wide(
    'stream',
    (c) =>
      stream(c, '#f6f1e7', [
        '#264653',
        '#2a9d8f',
        '#8ab17d',
        '#e9c46a',
        '#f4a261',
        '#e76f51',
        '#a63a50',
      ]),
    { format: 'png' },
  ),
  wide('circuit', (c) => circuit(c, '#0f4a3c', '#d9b36a'), { widths: sets }),
  wide('circuit-blue', (c) => circuit(c, '#16305c', '#c9c2a8'), { format: 'webp' }),
  wide('waves-signal', (c) => waves(c, '#0d1226', ['#3b5bdb', '#22b8cf', '#f8f0c8', '#ff922b']), {
    format: 'avif',
  }),
  wide('star-tiles', (c) => starTiles(c, ['#12324f', '#1f7f8f', '#e2b659', '#f6efdf'], 200), {
    format: 'webp',
  }),
  wide('wave-scales', (c) => waveScales(c, ['#7fb0b5', '#2f6d8a', '#143a5c'], '#cf3f2e'), {
    widths: [960],
  }),
  {
    ...wide('poster', (c) =>
      poster(c, '#efe6d2', ['#d1495b', '#edae49', '#00798c', '#30638e', '#003d5b', '#efe6d2']),
    ),
    width: 1200,
    height: 1600,
    format: 'png',
  },
  wide(
    'island-map',
    (c) =>
      terrain(c, ['#a9c48a', '#d9d59a', '#d8b27a', '#b98a63', '#e6dcd2', '#ffffff'], '#6fa7bd'),
    { widths: sets },
  ),
  wide('tide-table', () => tideTable(), { format: 'svg', width: 1200, height: 720 }),
  wide('tram-plan', () => tramPlan(), { format: 'svg', width: 1200, height: 800 }),
];
