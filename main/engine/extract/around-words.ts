/**
 * The words over what stands around an article, in the common languages: lists of other articles,
 * comments, sharing and subscribing, the author's portrait, contents and tags. Each stands alone
 * as a heading or label; `…` in a list means that some words more may follow.
 */

/** Over lists of other articles. */
const RELATED = [
  'related…|more (?:from|on|in|stories|news|articles|posts|like this|to explore|about|reading|content|resources)…|read (?:next|more|also|on)…|you(?: may| might| will| could|.ll)(?: also)? (?:like|love|enjoy|be interested)…|recommended…|recommendations|(?:our |the )?(?:recent|latest|popular|similar|featured|trending|other|top|new) (?:news|posts?|articles?|stories|blogs?|blog posts|content|reads|videos|guides)…|(?:most|what.s) (?:read|popular|viewed|trending|new|next)…|trending(?: now)?|up next|keep reading|continue reading|next (?:article|post|story|up)…|previous (?:article|post|story)…|also (?:read|of interest|on this page)…|what to read next|don.t miss…|explore (?:more|related)…|see also|in other news|also in the news|editor.?s.? picks?|from (?:the|our) (?:blog|web)|sponsored(?: content| stories)?|promoted|from around the web|more to read…|read this next|in case you missed it|quick links|latest',
  'ähnliche…|verwandte…|das könnte…|auch interessant|weitere (?:artikel|beiträge|nachrichten|meldungen|themen|news|infos|informationen|inhalte)…|mehr (?:zum thema|zu|aus|von|artikel|news|lesen|nachrichten|zu diesem|infos)…|meist ?gelesen\\p{L}*|lesen sie (?:auch|mehr)…|lies (?:auch|mehr)…|passend dazu|empfohlen…|empfehlungen…|(?:neueste|aktuelle|letzte|beliebte) (?:beiträge|artikel|meldungen|nachrichten|themen)|diese (?:beiträge|artikel)…|zum thema|lust auf mehr…|nächster (?:artikel|beitrag)|vorheriger (?:artikel|beitrag)|siehe auch|zum weiterlesen|schon gelesen|auch lesenswert|lesetipps?|mehr dazu|top[- ]themen|themenverwandt…',
  'articles? (?:similaires|liés|connexes|recommandés|associés|récents|suivants?|précédents?)|(?:à|a) lire(?: aussi| également| ensuite)?…|lire (?:aussi|également|la suite)…|sur le même (?:sujet|thème)…|vous (?:aimerez|aimeriez|pourriez)…|(?:cela|ceci|ça|ces articles) (?:peut|pourrait|pourraient|devrait)…|voir aussi|à découvrir…|dans la même (?:rubrique|catégorie)|les plus (?:lus|populaires)|plus d.articles|nos derniers articles|derniers articles|recommandé(?:s)? pour vous|dans l.actualité',
  '(?:artículos|noticias|entradas|contenidos?|notas|posts|publicaciones|temas) (?:relacionad|similar|recomendad|reciente)\\p{L}*|relacionad[oa]s?|(?:también )?(?:te|le) (?:puede|podría|recomendamos)…|quizás te interese…|(?:lee|leer|lea|ver|mira|vea) también…|más (?:noticias|información|sobre|en|de|leíd[oa]s|vist[oa]s|artículos)…|lo más (?:leído|visto|nuevo)|recomendados?|últimas noticias|no te pierdas…|leer más',
  '(?:articoli|notizie|post|contenuti) (?:correlat|simil|recent|suggerit)\\p{L}*|(?:ti )?potrebber?o?(?: anche)? interessart?[ieo]…|leggi anche…|altri articoli…|i più letti|ultime notizie|da non perdere|continua a leggere|vedi anche',
  '(?:artigos|notícias|posts?|conteúdos?|matérias|publicações) (?:relacionad|similar|recente)\\p{L}*|leia (?:também|mais)…|veja (?:também|mais)…|(?:você|talvez)(?: também)? (?:pode|vai|goste)…|mais lid[ao]s|saiba mais|últimas notícias|recomendad[oa]s…',
  'gerelateerde?…|lees (?:ook|verder|meer)…|meer (?:over|nieuws|van|artikelen|lezen)…|meest gelezen|bekijk ook…|anderen (?:lazen|bekeken)…|dit vind je misschien…|laatste nieuws|aanbevolen…',
  '(?:podobne|powiązane|polecane|ostatnie|najnowsze)(?: artykuły| wpisy| posty| tematy| wiadomości)?|(?:zobacz|czytaj|przeczytaj|sprawdź)(?: też| także| również| więcej)…|polecamy…|najczęściej czytane|może cię zainteresować…|więcej (?:na temat|o|z)…',
  'читайте (?:также|ещё|еще|по теме)…|похожие…|(?:материалы|новости|статьи|ещё|еще) по теме|по теме|вам (?:может|могут|также)…|рекоменду\\p{L}+…|популярн\\p{L}+…|смотрите также…|другие (?:новости|статьи|материалы)…|самое (?:читаемое|популярное)|последние новости|новости партн[её]ров|читайте також…|схожі…',
  'läs (?:också|även|mer|vidare)…|relatera(?:de|t)…|mest läst\\p{L}*|fler (?:artiklar|nyheter)…|senaste nytt|læs (?:også|mere)…|relaterede…|mest læste|les (?:også|mer)…|relaterte…|mest lest\\p{L}*|flere (?:artikler|saker|nyheder)…',
  '(?:související|podobné|další|poslední)(?: články| příspěvky| zprávy| témata)?|čtěte (?:také|více|dále)…|mohlo by vás…|nejčtenější…|doporučujeme…|súvisiace…|prečítajte si…',
  'ilgili (?:haber|yazı|içerik|konu|makale)\\p{L}*|benzer (?:haber|yazı|içerik)\\p{L}*|(?:bunlar|bu haberler)? ?(?:da )?ilginizi çekebilir…|ayrıca okuyun|çok okunan\\p{L}*|son haberler|diğer haberler',
  'σχετικ(?:ά|ές|α|ες|ό)…|διαβάστε (?:επίσης|ακόμ[αη]|περισσότερα)…|δείτε (?:επίσης|ακόμ[αη])…|δημοφιλ(?:ή|ές)…|τελευταία νέα',
  '相关(?:阅读|文章|新闻|推荐|链接|报道|内容|资讯)?|相關(?:閱讀|文章|新聞|連結)?|延伸(?:阅读|閱讀)|推荐(?:阅读|文章)?|推薦閱讀|猜你喜欢|热门(?:文章|新闻|推荐)?|熱門(?:文章|新聞)?|更多(?:文章|新闻|精彩)…|[上下]一篇…|最新(?:文章|新闻|消息)',
  '関連(?:記事|ニュース|リンク|キーワード|する記事)?…|あわせて読みたい…|合わせて読みたい…|おすすめ(?:記事|の記事)?…|人気(?:記事|の記事)…|(?:アクセス)?ランキング|こちらもおすすめ|最新記事|新着記事|関連ワード|次の記事|前の記事',
  '관련 ?(?:기사|글|뉴스)…|인기 ?(?:기사|글|뉴스)…|많이 본 (?:뉴스|기사)|추천 ?(?:기사|뉴스)?|최신 ?(?:기사|뉴스)',
  'اقرأ (?:أيضا|أيضًا|أيضاً|المزيد)…|(?:مواضيع|مقالات|أخبار|موضوعات) (?:ذات صلة|متعلقة|مشابهة)|ذات صلة|الأكثر قراءة|قد يعجبك…|المزيد…',
];

/** Over comments: nothing of the article follows. */
const COMMENTS = [
  '(?:reader |user |recent )?comments?|(?:leave|post|write|add|submit) (?:a|your) (?:reply|comment|response)…|join the (?:conversation|discussion)…|(?:\\d+|one|two|three|no) (?:comments?|responses?|replies|thoughts?)…|(?:responses|thoughts) (?:to|on)…|leave a reply…|cancel reply|reader interactions|discussion about this post',
  '(?:leser)?kommentare…|\\d+ (?:kommentare?|antworten|gedanken)…|(?:schreiben? sie|schreibe?|hinterlassen? sie|hinterlasse?) (?:einen|eine|ihren|deinen)…|kommentar (?:schreiben|verfassen|hinterlassen|abgeben)|diskutieren sie…|artikel kommentieren|ihre meinung…',
  'commentaires?…|\\d+ (?:commentaires?|réactions?)…|(?:laisser|laissez|ajouter|écrire|poster) (?:un|votre) commentaire…|réagir…|vos réactions|répondre',
  'comentarios?…|\\d+ (?:comentarios?|respuestas?|comentários?)…|(?:deja|dejar|deje|escribe|añade|haz) (?:un|tu|una|su) (?:comentario|respuesta)…|commenti…|\\d+ commenti?…|lascia un commento…|comentários?…|deixe (?:um|seu|uma) (?:comentário|resposta)…',
  'reacties?|\\d+ reacties?…|(?:geef|plaats|laat) een (?:reactie|antwoord)…|reageer…|komentarze…|\\d+ (?:komentarz|odpowiedzi)\\p{L}*…|(?:dodaj|napisz|zostaw) (?:komentarz|odpowiedź)…|комментари[ийяев]+…|\\d+ комментари\\p{L}+|(?:добавить|оставить|написать) комментарий…|обсуждение',
  'kommentarer?…|(?:lämna|skriv|legg) (?:ett|en|igjen)(?: en)? (?:svar|kommentar)…|komentáře…|diskuz?se…|diskuze…|(?:napsat|přidat) komentář…|yorumlar…|yorum (?:yap|yaz|ekle)\\p{L}*…|σχόλια…|αφήστε (?:μια|ένα|το)…',
  '(?:网友|用户|最新|全部)?评论…|发表评论…|我要评论|留言…|評論…|コメント(?:を残す|を書く|する|欄)?…|댓글…|(?:ال)?تعليقات…|اترك (?:تعليق|رد)\\p{L}*…',
];

/** Over what serves the site and not the reader: sharing, following, the author's portrait, tags, contents. */
const SERVICE = [
  'share(?: (?:this|on|via|the|it|article|with))?…|(?:sign up|subscribe)…|(?:our |the )?newsletters?…|follow(?: us)?(?: on)?…|stay (?:in the loop|up[- ]to[- ]date|informed|connected|in touch)…|get (?:the latest|our|updates|in touch|more)…|join (?:our|the newsletter|us)…|about (?:the )?authors?…|(?:meet|more about) the (?:author|writer)…|author|tags?|tagged…|topics?|filed under…|posted in…|categor(?:y|ies)|table of contents|in this (?:article|post|guide|story)|on this page|jump to…|contents|skip to…|advertisements?|like this|loading…|print(?: this)?|copy link|republish…|contact us|was this (?:article|page|helpful)…|did you (?:find this|like)…|rate this…|download (?:the|our) app…|share your…',
  'newsletter…|teilen(?: mit| auf| sie)?…|(?:diesen? |den )?(?:beitrag|artikel|seite) (?:teilen|weiterempfehlen|drucken|bewerten)…|folgen? (?:sie )?uns…|über (?:den autor|die autorin|die autoren)…|zum autor|schlagwörter|schlagworte|stichworte|themen|inhalt|inhaltsverzeichnis|anzeige|werbung|gefällt mir|wie gefällt ihnen…|drucken|abonnieren…|jetzt abonnieren…|weiterempfehlen|kontakt|ansprechpartner\\p{L}*|pressekontakt',
  'partager…|(?:à propos de )?l.auteur|à propos (?:de l.auteur|des auteurs)…|abonnez-vous…|suivez[- ]nous…|inscrivez-vous…|mots[- ]clés|sommaire|publicité|imprimer|compart(?:ir|e|ilhar|ilhe)…|sobre (?:el|la|o|a) autora?…|suscr[ií]b\\p{L}+…|síguenos…|etiquetas|publicidade?|condividi…|(?:informazioni sull.|l.)autore|iscriviti…|seguici…|pubblicità|partilhar…|inscreva-se…|siga-nos…|índice|indice',
  'delen|deel (?:dit|via|op)…|over de auteur|volg ons…|advertentie|inhoudsopgave|udostępnij…|podziel się…|o autorze|zapisz się…|tagi|reklama|spis treści|поделиться…|об авторе|подпи(?:шитесь|сывайтесь|ска)…|теги|реклама|содержание|оглавление',
  'dela…|om författaren|prenumerera…|följ oss…|annons|om forfatteren|følg oss…|annonse|sdílet…|o autorovi|odebírat…|obsah|paylaş…|yazar hakkında|abone ol…|etiketler|içindekiler|κοινοποίηση…|μοιραστείτε…|ετικέτες|περιεχόμενα',
  '分享(?:到)?…|关于作者|订阅…|标签|目录|广告|シェア(?:する)?|この記事を(?:シェア|共有)…|著者(?:について|紹介|プロフィール)?|この記事を書いた人|フォロー…|目次|広告|공유(?:하기)?|구독…|شارك…|مشاركة…|عن الكاتب|اشترك…|إعلان|الوسوم',
];

function labels(table: string[]): RegExp {
  const words = table.join('|').replaceAll('…', '(?![\\p{L}\\p{N}]).{0,50}');
  return new RegExp(`^(?:${words})[^\\p{L}\\p{N}]*$`, 'u');
}

const KINDS: ['related' | 'comments' | 'service', RegExp][] = [
  ['comments', labels(COMMENTS)],
  ['related', labels(RELATED)],
  ['service', labels(SERVICE)],
];

/** No label is longer; characters. */
const LONGEST_LABEL = 80;

/** What a line announces that is not the article; `null` for any other line. */
export function aroundKind(text: string): 'related' | 'comments' | 'service' | null {
  if (text.length > LONGEST_LABEL) return null;
  // Small letters and an alphabetic start: patterns for both cases take three times as long.
  const label = text.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, '');
  return KINDS.find(([, pattern]) => pattern.test(label))?.[0] ?? null;
}
