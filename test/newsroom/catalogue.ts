/** Written by make-pictures.ts: every picture, its files and sizes. */
import type { Picture } from './model.ts';

export const catalogue: Record<string, Picture> = {
  'valley-dawn': {
    file: 'valley-dawn.jpg',
    width: 1600,
    height: 1000,
    smaller: [
      {
        file: 'valley-dawn-480.jpg',
        width: 480,
      },
      {
        file: 'valley-dawn-960.jpg',
        width: 960,
      },
    ],
    twins: [
      {
        file: 'valley-dawn.webp',
        type: 'image/webp',
      },
    ],
  },
  'viaduct-autumn': {
    file: 'viaduct-autumn.jpg',
    width: 1600,
    height: 1000,
    smaller: [
      {
        file: 'viaduct-autumn-480.jpg',
        width: 480,
      },
      {
        file: 'viaduct-autumn-960.jpg',
        width: 960,
      },
    ],
    twins: [
      {
        file: 'viaduct-autumn.webp',
        type: 'image/webp',
      },
    ],
  },
  'pass-snow': {
    file: 'pass-snow.jpg',
    width: 1600,
    height: 1000,
    smaller: [
      {
        file: 'pass-snow-480.jpg',
        width: 480,
      },
      {
        file: 'pass-snow-960.jpg',
        width: 960,
      },
    ],
    twins: [],
  },
  balloons: {
    file: 'balloons.jpg',
    width: 1600,
    height: 1000,
    smaller: [
      {
        file: 'balloons-960.jpg',
        width: 960,
      },
    ],
    twins: [],
  },
  observatory: {
    file: 'observatory.jpg',
    width: 1600,
    height: 1000,
    smaller: [
      {
        file: 'observatory-480.jpg',
        width: 480,
      },
      {
        file: 'observatory-960.jpg',
        width: 960,
      },
    ],
    twins: [],
  },
  'moor-rain': {
    file: 'moor-rain.jpg',
    width: 1600,
    height: 1000,
    smaller: [],
    twins: [],
  },
  'range-panorama': {
    file: 'range-panorama.jpg',
    width: 2400,
    height: 900,
    smaller: [
      {
        file: 'range-panorama-960.jpg',
        width: 960,
      },
    ],
    twins: [],
  },
  'star-trails': {
    file: 'star-trails.webp',
    width: 1600,
    height: 1000,
    smaller: [],
    twins: [],
  },
  dunes: {
    file: 'dunes.jpg',
    width: 1600,
    height: 1000,
    smaller: [
      {
        file: 'dunes-480.jpg',
        width: 480,
      },
      {
        file: 'dunes-960.jpg',
        width: 960,
      },
    ],
    twins: [],
  },
  'ink-mountains': {
    file: 'ink-mountains.jpg',
    width: 1200,
    height: 1600,
    smaller: [],
    twins: [],
  },
  'lighthouse-dusk': {
    file: 'lighthouse-dusk.jpg',
    width: 1600,
    height: 1000,
    smaller: [
      {
        file: 'lighthouse-dusk-480.jpg',
        width: 480,
      },
      {
        file: 'lighthouse-dusk-960.jpg',
        width: 960,
      },
    ],
    twins: [
      {
        file: 'lighthouse-dusk.webp',
        type: 'image/webp',
      },
      {
        file: 'lighthouse-dusk.avif',
        type: 'image/avif',
      },
    ],
  },
  'sails-morning': {
    file: 'sails-morning.jpg',
    width: 1600,
    height: 1000,
    smaller: [
      {
        file: 'sails-morning-480.jpg',
        width: 480,
      },
      {
        file: 'sails-morning-960.jpg',
        width: 960,
      },
    ],
    twins: [],
  },
  'storm-sea': {
    file: 'storm-sea.jpg',
    width: 1600,
    height: 1000,
    smaller: [
      {
        file: 'storm-sea-960.jpg',
        width: 960,
      },
    ],
    twins: [],
  },
  'ferry-gold': {
    file: 'ferry-gold.jpg',
    width: 1600,
    height: 1000,
    smaller: [],
    twins: [],
  },
  'harbour-evening': {
    file: 'harbour-evening.jpg',
    width: 1600,
    height: 1000,
    smaller: [
      {
        file: 'harbour-evening-480.jpg',
        width: 480,
      },
      {
        file: 'harbour-evening-960.jpg',
        width: 960,
      },
    ],
    twins: [
      {
        file: 'harbour-evening.webp',
        type: 'image/webp',
      },
    ],
  },
  'harbour-fog': {
    file: 'harbour-fog.jpg',
    width: 1600,
    height: 1000,
    smaller: [],
    twins: [],
  },
  'harbour-night': {
    file: 'harbour-night.webp',
    width: 1600,
    height: 1000,
    smaller: [],
    twins: [],
  },
  'skyline-blue': {
    file: 'skyline-blue.jpg',
    width: 1600,
    height: 1000,
    smaller: [
      {
        file: 'skyline-blue-480.jpg',
        width: 480,
      },
      {
        file: 'skyline-blue-960.jpg',
        width: 960,
      },
    ],
    twins: [],
  },
  'skyline-ember': {
    file: 'skyline-ember.webp',
    width: 1600,
    height: 1000,
    smaller: [],
    twins: [],
  },
  'street-snow': {
    file: 'street-snow.jpg',
    width: 1600,
    height: 1000,
    smaller: [
      {
        file: 'street-snow-480.jpg',
        width: 480,
      },
      {
        file: 'street-snow-960.jpg',
        width: 960,
      },
    ],
    twins: [],
  },
  'street-rain': {
    file: 'street-rain.jpg',
    width: 1600,
    height: 1000,
    smaller: [],
    twins: [],
  },
  'shelves-warm': {
    file: 'shelves-warm.jpg',
    width: 1600,
    height: 1000,
    smaller: [
      {
        file: 'shelves-warm-480.jpg',
        width: 480,
      },
      {
        file: 'shelves-warm-960.jpg',
        width: 960,
      },
    ],
    twins: [
      {
        file: 'shelves-warm.avif',
        type: 'image/avif',
      },
    ],
  },
  'shelves-tall': {
    file: 'shelves-tall.jpg',
    width: 1200,
    height: 1600,
    smaller: [],
    twins: [],
  },
  'market-evening': {
    file: 'market-evening.jpg',
    width: 1600,
    height: 1000,
    smaller: [
      {
        file: 'market-evening-480.jpg',
        width: 480,
      },
      {
        file: 'market-evening-960.jpg',
        width: 960,
      },
    ],
    twins: [],
  },
  'market-morning': {
    file: 'market-morning.jpg',
    width: 1600,
    height: 1000,
    smaller: [],
    twins: [],
  },
  'arcade-gold': {
    file: 'arcade-gold.jpg',
    width: 1200,
    height: 1600,
    smaller: [],
    twins: [],
  },
  'stage-piano': {
    file: 'stage-piano.jpg',
    width: 1600,
    height: 1000,
    smaller: [
      {
        file: 'stage-piano-480.jpg',
        width: 480,
      },
      {
        file: 'stage-piano-960.jpg',
        width: 960,
      },
    ],
    twins: [],
  },
  'pears-jug': {
    file: 'pears-jug.jpg',
    width: 1600,
    height: 1000,
    smaller: [],
    twins: [],
  },
  quinces: {
    file: 'quinces.webp',
    width: 1600,
    height: 1000,
    smaller: [],
    twins: [],
  },
  fern: {
    file: 'fern.jpg',
    width: 1200,
    height: 1500,
    smaller: [],
    twins: [],
  },
  poppy: {
    file: 'poppy.jpg',
    width: 1200,
    height: 1500,
    smaller: [],
    twins: [],
  },
  ginkgo: {
    file: 'ginkgo.jpg',
    width: 1200,
    height: 1500,
    smaller: [],
    twins: [],
  },
  kelp: {
    file: 'kelp.jpg',
    width: 1200,
    height: 1500,
    smaller: [],
    twins: [],
  },
  thistle: {
    file: 'thistle.jpg',
    width: 1200,
    height: 1500,
    smaller: [],
    twins: [],
  },
  cherry: {
    file: 'cherry.jpg',
    width: 1200,
    height: 1500,
    smaller: [],
    twins: [],
  },
  bellflower: {
    file: 'bellflower.jpg',
    width: 1200,
    height: 1500,
    smaller: [],
    twins: [],
  },
  'meadow-grass': {
    file: 'meadow-grass.jpg',
    width: 1200,
    height: 1500,
    smaller: [],
    twins: [],
  },
  olive: {
    file: 'olive.jpg',
    width: 1200,
    height: 1500,
    smaller: [],
    twins: [],
  },
  rose: {
    file: 'rose.jpg',
    width: 1200,
    height: 1500,
    smaller: [],
    twins: [],
  },
  pine: {
    file: 'pine.jpg',
    width: 1200,
    height: 1500,
    smaller: [],
    twins: [],
  },
  daisy: {
    file: 'daisy.jpg',
    width: 1200,
    height: 1500,
    smaller: [],
    twins: [],
  },
  ridgelines: {
    file: 'ridgelines.png',
    width: 1600,
    height: 1000,
    smaller: [],
    twins: [],
  },
  'tide-ring': {
    file: 'tide-ring.png',
    width: 1400,
    height: 1400,
    smaller: [],
    twins: [],
  },
  stream: {
    file: 'stream.png',
    width: 1600,
    height: 1000,
    smaller: [],
    twins: [],
  },
  circuit: {
    file: 'circuit.jpg',
    width: 1600,
    height: 1000,
    smaller: [
      {
        file: 'circuit-480.jpg',
        width: 480,
      },
      {
        file: 'circuit-960.jpg',
        width: 960,
      },
    ],
    twins: [],
  },
  'circuit-blue': {
    file: 'circuit-blue.webp',
    width: 1600,
    height: 1000,
    smaller: [],
    twins: [],
  },
  'waves-signal': {
    file: 'waves-signal.avif',
    width: 1600,
    height: 1000,
    smaller: [],
    twins: [],
  },
  'star-tiles': {
    file: 'star-tiles.webp',
    width: 1600,
    height: 1000,
    smaller: [],
    twins: [],
  },
  'wave-scales': {
    file: 'wave-scales.jpg',
    width: 1600,
    height: 1000,
    smaller: [
      {
        file: 'wave-scales-960.jpg',
        width: 960,
      },
    ],
    twins: [],
  },
  poster: {
    file: 'poster.png',
    width: 1200,
    height: 1600,
    smaller: [],
    twins: [],
  },
  'island-map': {
    file: 'island-map.jpg',
    width: 1600,
    height: 1000,
    smaller: [
      {
        file: 'island-map-480.jpg',
        width: 480,
      },
      {
        file: 'island-map-960.jpg',
        width: 960,
      },
    ],
    twins: [],
  },
  'tide-table': {
    file: 'tide-table.svg',
    width: 1200,
    height: 720,
    smaller: [],
    twins: [],
  },
  'tram-plan': {
    file: 'tram-plan.svg',
    width: 1200,
    height: 800,
    smaller: [],
    twins: [],
  },
  'lighthouse-turning': {
    file: 'lighthouse-turning.gif',
    width: 640,
    height: 400,
    smaller: [],
    twins: [],
  },
};
