import { namesOf } from './dom.ts';
import type { PageElement } from './dom.ts';

/** Words by which galleries, slideshows and their libraries are called, in the common languages. */
export const GALLERY_NAME =
  /gallery|galerie|galeria|galería|slide-?show|slider|slides|carousel|karussell|carrousel|swiper|light-?box|photo-?(?:essay|story|strecke|set)|bilder-?(?:strecke|galerie|serie)|foto-?(?:strecke|galer)|diaporama|mosaic|img-grid|image-grid|photo-?grid|photoswipe|pswp|flickity|splide|glide|fancybox|owl-|slick|flexslider|bxslider|fotorama|galleria|justified|masonry|tiled|(?:^|[\s_-])ngg-/i;

/** Attributes that make an element a slideshow of a library that asks for no class. */
const GALLERY_ATTRIBUTES = [
  'uk-slideshow',
  'uk-slider',
  'uk-lightbox',
  'data-uk-lightbox',
  'data-uk-slideshow',
  'data-flickity',
  'data-slick',
  'data-gallery',
  'data-lightbox',
];

/** Whether an element is named as a gallery: by class, id, role, its own name or a library's attribute. */
export function isNamedGallery(element: PageElement): boolean {
  return (
    GALLERY_NAME.test(namesOf(element)) ||
    (element.localName.includes('-') && GALLERY_NAME.test(element.localName)) ||
    GALLERY_ATTRIBUTES.some((name) => element.hasAttribute(name))
  );
}
