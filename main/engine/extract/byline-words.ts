/** What stands before a name: `Written by`, `Von`, `Text und Fotos:`, `Автор:`, `記者`. */
export const BY =
  /^(?:[-–—·•|│*\s]*)(?:(?:(?:this\s+(?:post|article|story)\s+was\s+)?(?:medically\s+|fact\s+)?(?:originally\s+)?(?:written|reported|posted|published|submitted|authored|edited|created|reviewed|recommended|compiled|contributed|produced)|(?:blog\s+)?post(?:ed)?|story|words|text|article|review|interview|(?:an?\s+)?(?:analysis|commentary|opinion|column)|(?:eine?\s+)?(?:gast)?(?:beitrag|artikel|kommentar|kolumne|gastkommentar|essay|bericht|reportage)|geschrieben|verfasst|veröffentlicht|eingestellt|erstellt|gepostet|publié|rédigé|écrit|proposé|publicado|escrito|redactado|pubblicato|scritto|geplaatst|geschreven|gepubliceerd|napisał|skrevet|skriven|publicerad|insights|recommended|by-line|rezepte)\s+)?(?:by|von|vom|par|por|di|da|door|av|af|od|przez|kirjoittanut|oleh|bởi|автор|pisze|piše|scris de|írta|yazan|γράφει (?:ο|η)|بقلم|كتبت?|מאת|โดย|from)\s*[:：│]?\s+(?=\S)|^[-–—·•|│*\s]*by(?=\p{Lu}\p{Ll})|^[-–—·•|│*\s]*(?:text(?:\s+(?:und|&|and|et|e|y)\s+(?:fotos?|bilder|interview|photos?|images?))?|texte|texto|testo|tekst|tekst i zdjęcia|words|story|interview|fotos? und text|redaktion|autor(?:in|en|innen)?|author(?:s|\(s\))?|auteur(?:e|s)?|autore|autrice|autores|autora|forfatter|skribent|autorzy|opracowa(?:nie|ł|ła)|kirjoittaja|yazar|penulis|reporter|byline|report|contributors?|quelle|автор(?:ы|ка)?|текст|источник|szerző|írta|teksti|haber|tác giả|συντάκτης|κείμενο|الكاتب|المؤلف|إعداد|نویسنده|כתב|ผู้เขียน|เรื่อง|लेखक|द्वारा|責任編輯|责任编辑|编辑|來源|기자|글)(?:\s*[:：│]\s*|\s+│\s*)|^[-–—·•|│*\s【(（[]*(?:(?:本报|本報|本刊|特约|特約|实习|实习生)?(?:记者|記者)|作者|文|撰文|文字|编译|執筆|執筆者|取材・文|取材|ライター|著者|글|글쓴이|작성자)(?:\s*[:：│/／|｜=＝]\s*|\s+(?=\p{Script=Han}{2,4}(?:[\s，、,】）)]|$)))|^(?:author|autor(?:in|en|innen)?)\s+(?=\p{Lu}\p{Ll})/iu;

const WEEKDAY =
  '(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|' +
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo';
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{Ll}{0,6}';

/** A line that is nothing but such a label; the name stands in the next one. */
export const LABEL_ONLY =
  /^[-–—·•|*\s]*(?:(?:article\s+|story\s+)?(?:written|posted|words|reported)?\s*by|written\s+by|article\s+by|insights\s+from|von|par|por|di|door|av|af|autor(?:in|en)?|author(?:s|\(s\))?|auteur|autore|autor(?:es|a)|автор|作者|记者|記者|执笔|執筆|ライター|글|بقلم|מאת|โดย|yazar|penulis|oleh|szerző|tác giả|συντάκτης|text)\s*[:：]?$/iu;

/** What stands behind a name in its own part, to the end of it. */
export const TRAILERS: readonly RegExp[] = [
  // The outlet, the date, the section, set off by a sign.
  /\s*[|•·│].*$/u,
  /\s[-–—]\s.*$/u,
  // What happened, and what can be done with an author.
  /(?<!\p{L})(?:updated|published|posted|last updated|modified|special to|staff writer|view (?:all|in|profile|bio|posts|comments)|(?:kategorien?|categor(?:y|ies)|schlagwörter|tags?|filed under|posted in)\s*:|see all|more posts|follow|aktualisiert|veröffentlicht|actualizado|mis à jour|tiempo de lectura|lesezeit|reading time)(?!\p{L}).*$/iu,
  /\s(?:hace|il y a|vor) \d.*$/iu,
  /\s(?:in|on|am|um|at|le|el|il|em|den|op|dne|view)$/u,
  // What follows a name in Korean, Chinese and Japanese.
  /\s*(?:선임기자|기자|특파원|(?:\s\p{Script=Han}{2,4})?(?:报道|報道)|(?<=\s)(?:记者|記者)|(?<=\p{Script=Han}\s?)(?:撰|摄|攝))$/u,
  // When.
  new RegExp(`\\s(?:on|am|le|el|il|em|den|at)\\s(?:${WEEKDAY}|\\d|${MONTH}).*$`, 'iu'),
  new RegExp(`\\s(?:${MONTH})\\.?\\s\\d.*$`, 'iu'),
  /(?<!RYT)\s\d.*$/u,
  new RegExp(`\\s(?:${WEEKDAY}|mo|di|mi|do|fr|sa|so)\\.?$`, 'iu'),
  // Where, for whom.
  /\s(?:in|for|für|pour|at|bei|para|on behalf of|is an?|ist)\s(?:the\s)?[\p{Lu}\p{Ll}].*$/u,
];

/** A call to follow, subscribe or share, which stands where bylines do; in Han, words have no end. */
export const CALL =
  /^(?:(?:follow|subscribe|share|folgen|abonnieren|teilen|suivez|abonnez|partagez|partager|síguenos|suscríbete|compartir|seguici|iscriviti|condividi|siga|compartilhar|abonneer|obserwuj|udostępnij|подписаться|подписывайтесь|поделиться)(?![\p{L}\p{N}])|关注|關注|订阅|訂閱|分享|扫码|掃碼|フォロー|シェア|구독|공유)/iu;

/** Degrees and titles that belong to the name before them. */
export const CREDENTIAL =
  /^(?:(?:M\.?D|D\.?O|Ph\.?\s?D|Psy\.?D|Ed\.?D|Pharm\.?D|D\.?V\.?M|V\.?M\.?D|D\.?D\.?S|D\.?M\.?D|J\.?D|M\.?P\.?H|M\.?B\.?A|M\.?P\.?A|M\.?S\.?W?|M\.?Sc|B\.?Sc|B\.?A|M\.?A|R\.?N|B\.?S\.?N|M\.?S\.?N|N\.?P|F\.?N\.?P|A?P\.?R\.?N|R\.?D\.?N?|L\.?D\.?N?|C\.?P\.?A|C\.?F\.?[PA]|C\.?P\.?T|L\.?C\.?S\.?W|L\.?M\.?F\.?T|L\.?P\.?C|C\.?S\.?C\.?S|E-RYT \d+|RYT \d+|Esq|Jr|Sr|I{2,3}|IV|FACLM|FACP|FACS|FOMA|DABOM|DipABLM|MFA|MW|EA|PE|PT|DPT|OTR|CISSP|PMP)\.?\s*)+(?:®|™)?$/u;

/** What stands before those who made something else than the text. */
export const OTHER_WORK =
  /^(?:fotos?|bild(?:er)?|photos?|photograph(?:s|y)|images?|illustration(?:en|s)?|grafik(?:en)?|video|kamera|übersetzung|translat(?:ed|ion)|traduction)\s*(?:by|von|par|:)/iu;

/** What stands before those who looked through, changed or translated what another wrote. */
export const LATER_WORK =
  /(?<!\p{L})(?:(?:medically\s+|fact[- ]?|clinically\s+|expert\s+|last\s+)?(?:reviewed|checked|edited|updated|translated|verified|approved|fact-checked)(?:\s+(?:and|&)\s+\p{L}+)?\s+by|(?:geprüft|überprüft|übersetzt|bearbeitet|aktualisiert|redigiert)\s+(?:von|durch)|(?:relu|révisé|traduit|mis à jour|vérifié)\s+par|(?:revisado|traducido|editado|actualizado|verificado|traduzido|atualizado)\s+por|(?:tradotto|revisionato|aggiornato)\s+da)(?!\p{L})/iu;

/** The same and the photographer, in Chinese, Japanese and Korean: `文/张三 图/李四`. */
export const OTHER_WORK_HAN =
  /\s(?:图|圖|摄影|攝影|撮影|写真|사진|编辑|編輯|編集|편집)\s*[/／:：｜|=＝]/u;

/** Words of what somebody does, which stands beside the name. */
export const ROLE =
  /(?<!\p{L})(?:writer|editor|reporter|correspondent|contributor|contributing|journalist|photographer|manager|director|coordinator|specialist|expert|strategist|analyst|consultant|founder|co-founder|ceo|cto|cmo|president|officer|head of|lead|producer|columnist|critic|fellow|professor|dietitian|nutritionist|therapist|physician|advisor|adviser|engineer|developer|designer|marketer|owner|intern|author|attorney|lawyer|winemaker|gastroenterologist|teacher|coach|researcher|projektleiter(?:in)?|pressesprecher(?:in)?|mitarbeiter(?:in)?|gardener|nurse|veterinarian|scientist|economist|historian|psychologist|dermatologist|redakteur(?:in)?|autor(?:in)?|volontär(?:in)?|chefredakteur(?:in)?|journalist(?:in)?|korrespondent(?:in)?|leiter(?:in)?|geschäftsführer(?:in)?|rédacteur|rédactrice|journaliste|periodista|redactor(?:a)?|giornalista|dziennikarz|redaktor|dietician|associate|assistant|buyer|years|sr|senior|reviewed|reviewer)(?!\p{L})/iu;

/** What bylines hold that is nobody's name. */
export const NOBODY =
  /^(?:admin|administrator|author|autor|autorin|editor|editors|staff|unknown|redaktion|guest|user|null|undefined|none|n\/a|posted|by|from|the author|the editors?|about the authors?|writer|staff writer|written by|von|par|por|hace|il y a|vor|posts|learn .*|zur person|categor.*|kategori.*|tags?:?.*|full bio|bio|no comments|email.protected|author spotlight|facebook.*|tweet.*|paid|in|alle beiträge.*|\d+ (?:min|comments?|views?).*|minutes?(?: read)?|min read|mins? read|meet the .*|learn more.*|um|on|at|from .*|zur artikelübersicht.*|author posts|show .*|text size.*|.*\bcomments?\b.*|reviewed by|medically reviewed|fact checked|share|home|see all.*|view(?: .*)?|follow.*|read (?:more|time).*|more (?:by|from|about).*|no author|all posts.*|leave a .*|hinterlasse .*|schreibe? (?:einen )?kommentar.*|comments?|last updated.*|updated.*|published.*|alle artikel.*|articles by.*|zeige alle.*|ver todos.*|voir tous.*|page\.\S+)$/iu;
