import type { Language } from '../../contract/languages.ts';

/**
 * What stands in the desktop's menu. Electron has its own words in English only, so each entry is
 * named here. `&` is before the letter that opens a menu together with Alt, where a system has that.
 */
export interface MenuWords {
  file: string;
  edit: string;
  view: string;
  window: string;
  help: string;
  about: string;
  services: string;
  hide: string;
  hideOthers: string;
  showAll: string;
  quit: string;
  close: string;
  undo: string;
  redo: string;
  cut: string;
  copy: string;
  paste: string;
  pasteAsText: string;
  delete: string;
  selectAll: string;
  speech: string;
  startSpeaking: string;
  stopSpeaking: string;
  actualSize: string;
  zoomIn: string;
  zoomOut: string;
  fullScreen: string;
  reload: string;
  developerTools: string;
  minimize: string;
  zoom: string;
  bringToFront: string;
  /** Below the name and the version, in the window about Carrel. */
  whatItIs: string;
}

export const menuWords: Record<Language, MenuWords> = {
  en: {
    file: '&File',
    edit: '&Edit',
    view: '&View',
    window: '&Window',
    help: '&Help',
    about: 'About Carrel',
    services: 'Services',
    hide: 'Hide Carrel',
    hideOthers: 'Hide Others',
    showAll: 'Show All',
    quit: 'Quit Carrel',
    close: 'Close Window',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    pasteAsText: 'Paste and Match Style',
    delete: 'Delete',
    selectAll: 'Select All',
    speech: 'Speech',
    startSpeaking: 'Start Speaking',
    stopSpeaking: 'Stop Speaking',
    actualSize: 'Actual Size',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    fullScreen: 'Full Screen',
    reload: 'Reload',
    developerTools: 'Developer Tools',
    minimize: 'Minimize',
    zoom: 'Zoom',
    bringToFront: 'Bring All to Front',
    whatItIs: 'An offline news reader. MIT licence.',
  },
  // As the systems themselves call them in German.
  de: {
    file: '&Datei',
    edit: '&Bearbeiten',
    view: '&Ansicht',
    window: '&Fenster',
    help: '&Hilfe',
    about: 'Über Carrel',
    services: 'Dienste',
    hide: 'Carrel ausblenden',
    hideOthers: 'Andere ausblenden',
    showAll: 'Alle einblenden',
    quit: 'Carrel beenden',
    close: 'Fenster schließen',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    pasteAsText: 'Einsetzen und Stil anpassen',
    delete: 'Löschen',
    selectAll: 'Alles auswählen',
    speech: 'Sprachausgabe',
    startSpeaking: 'Sprachausgabe starten',
    stopSpeaking: 'Sprachausgabe stoppen',
    actualSize: 'Originalgröße',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    fullScreen: 'Vollbild',
    reload: 'Neu laden',
    developerTools: 'Entwicklerwerkzeuge',
    minimize: 'Minimieren',
    zoom: 'Zoomen',
    bringToFront: 'Alle nach vorne bringen',
    whatItIs: 'Ein Nachrichtenleser ohne Netz. MIT-Lizenz.',
  },
};
