/** What pages say that stand in an article's place, in the common languages. */

export interface Wall {
  /** The end of a sentence that begins with the page's name. */
  why: string;
  /** No wall of this kind has more. */
  mostWords: number;
  /** What only such a wall says. */
  says: RegExp;
  /** What its other sentences are about, and articles too. */
  about: RegExp;
}

const PERSON = [
  'checking (?:your|the) browser|checking if the site connection is secure|just a moment(?:\\.|…|$)|(?:verify|verifying|confirm|prove|make sure|check(?:ing)?|ensure)(?: that)? (?:you|you.re|you are)(?: are)?(?: not)? (?:a )?(?:human|real|robot|bot)|verify you.re human|i.?a?m not a robot|are you a (?:human|robot)|pardon our interruption|access to this page has been denied|unusual (?:traffic|activity) (?:from|on)|automated (?:access|requests|traffic|tools?)|something about your browser made us think|press (?:and|&) hold to confirm|(?:solve|complete) (?:the|this) (?:captcha|challenge|security check)|needs to review the security of your connection|you have been blocked|unable to access \\S+$|attention required',
  '(?:überprüf|prüf|bestätig)\\p{L}*(?: sie)?(?: bitte)?,? (?:dass|ob) sie (?:ein mensch|kein (?:ro)?bot|kein roboter)|ihr browser wird (?:überprüft|geprüft)|ich bin kein roboter|einen moment(?: bitte)?(?:\\.|…|$)|ungewöhnliche[nrs]? (?:datenverkehr|zugriffe|aktivität)',
  '(?:vérifi|confirm)\\p{L}* que vous (?:êtes|n.êtes pas) (?:bien )?(?:un )?(?:humain|être humain|robot)|je ne suis pas un robot|vérification de votre navigateur|un (?:instant|moment)(?:…|\\.\\.\\.)|trafic (?:inhabituel|exceptionnel)',
  '(?:verifi|confirm|comprueb)\\p{L}* que (?:usted )?(?:eres|es|no eres|no es) (?:un )?(?:ser )?(?:humano|robot)|no soy un robot|comprobando (?:su|tu) navegador|tráfico inusual|un momento(?:…|\\.\\.\\.)|non sono un robot|(?:verific|conferm)\\p{L}* (?:che|di) (?:sei|essere|tu sia) (?:un )?uman[oa]|traffico insolito|não sou um robô|verifi\\p{L}+ (?:se|que) (?:você )?é humano|tráfego incomum',
  '(?:controleer|bevestig|verifieer)\\p{L}* (?:dat|of) (?:u|je) (?:een mens|geen robot)|ik ben geen robot|(?:potwierdź|sprawdzamy),? (?:że|czy) (?:jesteś|nie jesteś) (?:człowiekiem|robotem)|nie jestem robotem|подтвердите,? что (?:вы )?(?:не робот|человек)|я не робот|проверка (?:вашего )?браузера|необычный трафик|підтвердьте,? що ви (?:людина|не робот)|jag är (?:inte en robot|ingen robot)|bekräfta att du är (?:en )?människa|bekreft at du er et menneske|bekræft,? at du er et menneske|ověř\\p{L}*,? že (?:jste člověk|nejste robot)|nejsem robot|insan olduğunuzu|robot olmadığınızı|ben robot değilim|δεν είμαι ρομπότ|είστε άνθρωπος',
  '(?:确认|验证|確認|驗證)您?(?:是|不是)(?:真人|人类|人類|机器人|機器人)|请(?:完成|进行)(?:安全)?验证|正在检查您的浏览器|請(?:完成|進行)驗證|人間であることを確認|ロボットではありません|(?:사람인지|로봇이 아닙니다|로봇이 아님)|(?:أنك|أنك لست) (?:إنسان|روبوت)|لست روبوت',
];
const PERSON_ABOUT =
  'human|robot|(?<!\\p{L})bots?(?!\\p{L})|captcha|browser|navigateur|navegador|javascript|cookies?|security|sicherheit|sécurité|seguridad|ray id|cloudflare|блок|браузер|浏览器|瀏覽器|ブラウザ|브라우저|متصفح|reload|refresh|blocked|access|verify|connection';

const SCRIPTS = [
  '(?:please |you (?:need|have) to |you must |must )(?:first )?(?:enable|turn on|activate|allow|switch on|have)(?: your)? (?:java ?script|js)(?!\\p{L})|(?:enable|turn on|activate) java ?script (?:to|and|in (?:your|order))|java ?script (?:is|must be|has to be|needs to be|seems to be|appears to be)(?: currently| either)? (?:not (?:enabled|available|supported)|disabled|required|turned off|switched off|off|enabled)|(?:requires?|without|needs?|doesn.t work (?:properly )?without|unable to \\p{L}+ without) java ?script|your browser (?:does not|doesn.t) support java ?script|java ?script (?:required|disabled)$',
  '(?:bitte )?(?:aktivieren sie|schalten sie|erlauben sie|aktiviere)(?: bitte)?(?: \\p{L}+)? java ?-?script|java ?-?script (?:\\p{L}+ )?(?:ist|muss|sein|zu aktivieren|aktivieren|einschalten|erforderlich|benötigt|deaktiviert|ausgeschaltet)|(?:benötigt|erfordert|ohne) java ?-?script',
  '(?:veuillez |merci d.|vous devez )?(?:activer|activez) (?:le )?java ?script|java ?script (?:est|doit être|n.est pas) (?:désactivé|activé|requis|nécessaire)|nécessite (?:\\p{L}+ )?java ?script',
  '(?:active|activa|habilite|habilita|activar|habilitar) (?:el )?java ?script|java ?script (?:está|debe estar|no está) \\p{L}+|(?:requiere|necesita|necesitas) (?:\\p{L}+ )?java ?script|(?:abilita|attiva|abilitare|attivare) java ?script|java ?script (?:è|deve essere|non è) \\p{L}+|(?:ative|habilite|ativar|habilitar) o java ?script|java ?script (?:precisa|deve) \\p{L}+',
  '(?:schakel|zet) (?:alstublieft )?java ?script (?:in|aan)|java ?script (?:is|moet) \\p{L}+|(?:włącz|włączyć|włączenia) (?:obsług\\p{L}+ )?java ?script|java ?script jest \\p{L}+|(?:включите|включить|включён|включен|отключ[её]н|необходим|требуется|увімкніть)(?:,? \\p{L}+){0,3},? java ?script|java ?script (?:\\p{L}+ ){0,3}(?:отключ[её]н|включ[её]н|выключен)|(?:aktivera|aktivér|aktiver|slå på|slå til) java ?script|(?:zapněte|povolte|zapnout|povolit) (?:\\p{L}+ )?java ?script|java ?script.{0,3} (?:etkinleştir|açın|açmanız|devre dışı|gerek)\\p{L}*|(?:ενεργοποι\\p{L}+) (?:\\p{L}+ )?(?:το |την )?java ?script',
  '(?:启用|開啟|啟用|打开|开启|允许) ?java ?script|java ?script ?を有効|java ?script ?が(?:無効|必要)|(?:java ?script|자바스크립트)(?:를|을) (?:활성화|사용|허용|켜)|(?:تفعيل|تشغيل|تمكين) (?:ال)?(?:java ?script|جافا)',
];
const SCRIPTS_ABOUT =
  'java ?-?script|browser|navigateur|navegador|przeglądark|браузер|webbläsare|nettleser|prohlížeč|tarayıcı|浏览器|瀏覽器|ブラウザ|브라우저|متصفح|enable|reload|app(?:lication)?(?!\\p{L})|site|page';

const CONSENT = [
  'before you continue(?: to|$)|we (?:value|respect|care about) your privacy|your privacy (?:is important|matters|choices)|privacy is important to us|we(?:,)? (?:and our|use) (?:\\d+ )?(?:\\p{L}+ )?(?:partners|cookies|vendors)|our (?:\\d+ )?(?:partners|vendors) (?:store|use|process|and)|(?:uses?|using) cookies (?:to|and|for)|by (?:clicking|choosing|selecting|continuing).{0,60}(?:agree|accept|consent)|accept (?:all|cookies|and continue|all cookies)|reject all|decline all|allow all cookies|manage (?:your )?(?:options|preferences|settings|cookies|choices)|(?:withdraw|change|give|revoke) your (?:consent|choices)|store and/or access information|cookie (?:settings|preferences|consent)|do not sell (?:or share )?my',
  'bevor sie (?:fortfahren|weiterlesen|zu .{1,30} weiter)|(?:mit|ohne) werbung (?:weiter ?lesen|nutzen|lesen)|weiter (?:mit|ohne) werbung|pur[- ]?abo|wir und unsere (?:bis zu )?(?:\\d+ )?(?:\\p{L}+ )?(?:partner|anbieter|drittanbieter)|wir (?:verwenden|nutzen|setzen|benötigen|brauchen) (?:\\p{L}+ ){0,3}(?:cookies|zustimmung|einwilligung)|(?:alle|cookies) (?:akzeptieren|ablehnen|zulassen|annehmen)|akzeptieren und (?:weiter|schließen|fortfahren)|(?:zustimmen|einwilligen) (?:und|&) (?:weiter|schließen)|(?:ihre|deine) (?:privatsphäre|zustimmung|einwilligung|auswahl) (?:ist|zur|zu|jederzeit|für|widerrufen)|ihre privatsphäre|(?:einstellungen|cookies) verwalten|zustimmung (?:jederzeit )?widerrufen|ihre daten, ihre|cookie-einstellungen|informationen auf einem gerät speichern|werbefrei',
  'avant (?:de continuer|d.accéder à)|(?:nous|nos partenaires) (?:respectons|accordons|utilisons|et nos)|nous et nos (?:\\d+ )?(?:\\p{L}+ )?partenaires|(?:tout|les cookies) (?:accepter|refuser)|(?:accepter|refuser) (?:tout|les cookies|et)|continuer sans accepter|(?:gérer|paramétrer|personnaliser) (?:mes|vos|les|mes choix|les cookies)|(?:respect de )?votre vie privée|(?:utilise|utilisons) des (?:cookies|traceurs)|retirer votre consentement|stocker et/ou accéder',
  'antes de (?:continuar|ir a)|(?:valoramos|respetamos|nos importa) (?:su|tu) privacidad|(?:su|tu|sua) privacidad[e]? (?:es|nos|é)|nosotros y nuestros (?:\\d+ )?socios|(?:aceptar|rechazar|aceitar|rejeitar|recusar) (?:todo|todas|todos|cookies|y continuar|e continuar|tudo)|(?:utilizamos|usamos) cookies|(?:gestionar|configurar|gerenciar|gerir) (?:las |os |as )?(?:cookies|opciones|preferencias|preferências|opções)|retirar (?:su|tu) consentimiento|(?:valorizamos|respeitamos) a sua privacidade|nós e (?:os )?nossos (?:\\d+ )?parceiros|antes de continuar',
  'prima di continuare|(?:teniamo|rispettiamo|diamo valore) (?:\\p{L}+ )?(?:tua|vostra) privacy|la (?:tua|vostra) privacy|noi e (?:i nostri )?(?:\\d+ )?(?:\\p{L}+ )?(?:partner|fornitori)|(?:accetta|rifiuta) (?:tutt[oi]|i cookie|e (?:continua|chiudi))|continua senza accettare|(?:utilizziamo|usiamo|utilizza) (?:i )?cookie|(?:gestisci|personalizza) (?:le )?(?:preferenze|opzioni|cookie)|revocare il (?:tuo )?consenso',
  '(?:wij|we) (?:waarderen|respecteren|gebruiken) (?:\\p{L}+ )?(?:uw|je|jouw|cookies)|wij en onze (?:\\d+ )?partners|(?:alles|alle cookies|cookies) (?:accepteren|weigeren|afwijzen)|voordat (?:je|u) (?:verder|doorgaat)|(?:cookie-?)?(?:voorkeuren|instellingen) (?:beheren|aanpassen)|zanim przejdziesz|(?:cenimy|szanujemy) (?:twoją |państwa )?prywatność|my i nasi (?:\\d+ )?(?:\\p{L}+ )?partnerzy|(?:zaakceptuj|akceptuj|odrzuć) (?:wszystk\\p{L}+|i przejdź)|(?:używamy|korzystamy z) (?:plików )?cookie|przejdź do serwisu',
  'прежде чем (?:продолжить|перейти)|мы (?:используем|ценим|и наши) (?:\\p{L}+ )?(?:cookie|куки|файлы|вашу|партн)|(?:принять|отклонить) (?:все|вс[её]|cookie|файлы)|файл\\p{L}+ cookie|ми (?:використовуємо|цінуємо)|(?:прийняти|відхилити) (?:все|всі)',
  'innan du fortsätter|vi (?:och våra|värnar om|använder|og våre|bruker|og vores|bruger) (?:\\d+ )?(?:partn\\p{L}+|cookies|kakor|din)|(?:acceptera|godkänn|godta|godkend|tillad|accepter|avvisa|avvis|afvis|neka) (?:alla|alle)(?: kakor| cookies)?|než (?:budete )?pokračov\\p{L}+|(?:vážíme|ceníme) si (?:\\p{L}+ )?soukromí|my a naši (?:\\d+ )?(?:\\p{L}+ )?partneři|(?:přijmout|odmítnout|povolit) (?:vše|všechny|cookies)|používáme (?:soubory )?cookies?|devam etmeden önce|gizliliğiniz\\p{L}*|(?:çerez|cookie)\\p{L}* (?:kullan|kabul|redde)\\p{L}*|(?:tümünü|hepsini) (?:kabul|reddet)\\p{L}*|πριν (?:συνεχίσετε|προχωρήσετε)|(?:αποδοχή|απόρριψη) όλων|χρησιμοποιούμε cookies|εμείς και οι (?:\\d+ )?συνεργάτες',
  '(?:继续|繼續)(?:前|之前)|(?:我们|我們|本网站|本網站)使用 ?cookie|(?:全部|接受所有|接受全部|拒绝全部|拒絕所有)(?:接受|拒绝|cookie)?$|(?:続行|続ける)(?:する)?前に|cookie ?を(?:使用|利用)|すべて(?:同意|許可|拒否|受け入れ)|(?:계속하기|계속) 전에|쿠키를 (?:사용|이용)|모두 (?:동의|수락|거부|허용)|(?:نستخدم|نحن نستخدم) ملفات|ملفات تعريف الارتباط|قبول (?:الكل|الجميع)|رفض (?:الكل|الجميع)',
];
const CONSENT_ABOUT =
  'cookie|consent|partner|privacy|personal(?:i[sz]ed)? (?:data|ads?|content)|advertis|preferences|settings|vendors?|tracking|legitimate interest|werbung|datenschutz|einwillig|zustimm|personenbezogen|anbieter|endgerät|abo(?!\\p{L})|consentement|partenaires|données|publicité|traceurs|consentimiento|datos|publicidad|privacidad|socios|consenso|dati|pubblicit|consentimento|dados|publicidade|parceiros|toestemming|gegevens|advertenties|zgod|danych|reklam|соглас|данны|партн|реклам|samtycke|samtykke|personuppgifter|souhlas|údaj|çerez|veri|δεδομέν|συγκατάθεσ|隐私|隱私|同意|广告|プライバシー|広告|クッキー|개인정보|쿠키|동의|الخصوصية|موافق|بيانات';

const SUBSCRIBE = [
  '(?:subscribe|sign ?up|register|log ?in|sign ?in|log on|join|become a (?:member|subscriber)|create (?:an?|your)(?: free)? account|upgrade|pay)(?: now| today| here| or (?:register|subscribe|sign up|log in|sign in))?,? (?:to|and) (?:continue|keep|read|unlock|access|view|finish|see|get (?:full|unlimited)|enjoy (?:full|unlimited))|please (?:log|sign) ?in|(?:article|story|content|post|page|feature) is (?:\\p{L}+ ){0,3}(?:for|to) (?:our )?(?:\\p{L}+ )?(?:subscribers|members|registered|logged)|(?:you must|you need to) (?:be )?(?:log|sign|subscrib|regist)\\p{L}*|already (?:have an account(?! with)|have a subscription|a (?:\\p{L}+ )?(?:subscriber|member)|registered\\?|subscribed\\?)|subscribers?[- ]only|for members only|exclusive (?:to|for) (?:\\p{L}+ )?(?:subscribers|members)|(?:reached|used|hit|read) (?:your|all|the|the last)(?: of your| your)? (?:\\p{L}+ |\\d+ )?(?:free|monthly|article|stories|complimentary).{0,20}(?:limit|articles?|stories)|free articles? (?:left|remaining|this month)|unlock (?:this|the|all) (?:article|stor|content|post)\\p{L}*|(?:continue|keep) reading (?:with|by (?:\\p{L}+ )?(?:subscrib|regist|logg|sign)|for (?:free|only|just|[€$£])|this (?:article|story))|don.?t have an account|forgot(?:ten)? (?:your )?password|start your (?:free )?(?:trial|subscription)|want to (?:read more|read on|read this|keep reading|continue reading)',
  'sie haben (?:noch )?(?:kein|schon ein|bereits ein)\\p{L}* (?:abo|konto|digitalabo|benutzerkonto)\\p{L}*|noch kein (?:abo|abonnent|konto|kunde)\\p{L}*|(?:schon|bereits) (?:abonnent|registriert|kunde)\\p{L}*\\?|jetzt (?:weiterlesen|abonnieren)|(?:jetzt |hier )?(?:anmelden|einloggen|registrieren) (?:und|um|, um) (?:\\p{L}+ ){0,3}(?:\\p{L}*lesen|zugang|zugriff|freischalten)|(?:gerne |möchten sie )weiterlesen|(?:melden sie sich|loggen sie sich|bitte) (?:\\p{L}+ )?(?:an(?:melden)?|ein(?:loggen)?)(?:,|\\.|$| um)|(?:mit|für) (?:\\p{L}+ )?abo(?:nnement)?s? (?:weiter ?lesen|lesen)|(?:nur|exklusiv|ausschließlich) für (?:\\p{L}+ )?(?:abonnent|mitglied|registriert)\\p{L}*|um (?:diesen|den|weiter|alle) (?:\\p{L}+ )*(?:artikel|beitrag|inhalt|text)?\\p{L}* ?(?:zu lesen|weiterzulesen|lesen zu können)|passwort vergessen|weiterlesen mit|jetzt (?:kostenlos )?(?:testen|freischalten)|artikel freischalten',
  'réservée?s? (?:aux|à nos) (?:\\p{L}+ )?(?:abonn|inscrit|membre)\\p{L}*|(?:abonnez|inscrivez|connectez|identifiez)-vous (?:\\p{L}+ )?(?:pour|afin|à|et)|déjà (?:abonn|inscrit|un compte)\\p{L}*|vous avez déjà un compte|(?:pour|la) (?:lire|accéder à|suite est|suite de) .{0,20}(?:suite|abonn|article|réservée)|mot de passe oublié|(?:poursuivre|continuer) (?:votre|la|sa) lecture|(?:il (?:vous )?reste|vous reste) .{0,10}% ',
  '(?:contenido|artículo|noticia)?\\s?(?:exclusiv|sol)[oa]s? para (?:\\p{L}+ )?(?:suscriptor|abonad|registrad|miembr|assinante|abbonat)\\p{L}*|(?:suscr[ií]b|regístra|inicia sesión|inicie sesión|identifíca)\\p{L}* (?:\\p{L}+ )?(?:para|y) (?:seguir|leer|continuar|acceder|\\p{L}+)|(?:ya (?:eres|es|soy)|¿ya) (?:suscriptor|tienes|tiene)\\p{L}*|(?:olvidaste|olvidó|has olvidado|recuperar) (?:tu |su |la )?contraseña|seguir leyendo|(?:contenuto|articolo) (?:\\p{L}+ )?(?:riservato|esclusivo)|riservat[oai] (?:agli|ai) (?:abbonat|registrat|iscritt)\\p{L}*|(?:abbonati|accedi|registrati|effettua (?:il|l.)\\s?(?:login|accesso)) (?:\\p{L}+ )?(?:per|e) |(?:sei già|hai già) (?:abbonat|un)\\p{L}*|password dimenticata|(?:assine|cadastre-se|entre|faça login|faça seu login) (?:\\p{L}+ )?(?:para|e) (?:continuar|ler|ter|acessar)|(?:já é|já sou|já tem) (?:assinante|uma conta|cadastr)\\p{L}*|exclusivo para assinantes|esqueceu (?:a|sua|a sua) senha',
  '(?:log in|meld (?:je|u) aan|abonneer|word (?:abonnee|lid)|neem een abonnement|registreer) (?:\\p{L}+ )?(?:om|en) |(?:al|reeds) (?:abonnee|lid|een account)|(?:alleen|exclusief) voor (?:\\p{L}+ )?(?:abonnees|leden)|wachtwoord vergeten|(?:zaloguj|zarejestruj) się(?:,|\\.| aby| by| i|$)|(?:dostęp|treść|artykuł) (?:\\p{L}+ )*(?:dla|tylko dla) (?:\\p{L}+ )?(?:prenumerator|subskrybent|zalogowan)\\p{L}*|(?:masz już|nie masz) (?:konto|konta|prenumerat\\p{L}+)|wykup (?:dostęp|prenumeratę)|(?:оформите|купите) (?:\\p{L}+ )?подписку|(?:войдите|авторизуйтесь|зарегистрируйтесь)(?:,| или| на| в|\\.)|(?:только|доступ\\p{L}+|доступен) (?:\\p{L}+ )?(?:для )?подписчик\\p{L}+|уже (?:подписаны|есть аккаунт|есть подписка)|забыли пароль|(?:оформіть|купіть) (?:\\p{L}+ )?передплату|увійдіть(?:,| або| щоб)|тільки для передплатників',
  '(?:logga in|bli prenumerant|prenumerera|logg inn|bli abonnent|log ind|bliv (?:abonnent|medlem)|køb abonnement|få tilgang) (?:\\p{L}+ )?(?:för|og|för att|for å|for at|och|her)|(?:endast|bare|kun|låst) för? (?:våra )?(?:prenumeranter|abonnenter)|(?:redan|allerede) (?:prenumerant|abonnent|kund|kunde|medlem)|(?:artikeln|artikkelen|artiklen|saken) (?:är|er) (?:\\p{L}+ )?för? (?:\\p{L}+ )?(?:prenumer|abonn)\\p{L}*|(?:glömt|glemt) (?:lösenord|passord|adgangskode|ditt)\\p{L}*|(?:přihlaste se|předplaťte|přihlásit se)(?:,| pro| a| si|\\.)|(?:pouze|jen|jenom) pro (?:\\p{L}+ )?(?:předplatitel|přihlášen|člen)\\p{L}*|(?:máte|již máte|už máte) (?:předplatné|účet)|zapomenuté heslo|(?:devamını|okumak|okumaya) .{0,30}(?:abone|giriş|üye)|(?:abone ol|giriş yap|üye ol)\\p{L}* (?:ve|ya da|veya)|(?:sadece|yalnızca) (?:aboneler|üyeler)|şifremi unuttum|(?:συνδεθείτε|εγγραφείτε|γίνετε συνδρομητής) (?:για|και|ή)|μόνο για συνδρομητές|(?:είστε ήδη|ήδη) συνδρομητής',
  '(?:登录|登入|订阅|訂閱|注册|註冊)(?:后|後|以|并|即可|才能)(?:继续|繼續|阅读|閱讀|查看|观看)?|(?:仅限|僅限|只限)(?:会员|會員|订阅|訂閱)|(?:会員|有料会員|登録会員)(?:限定|の方|になる|に登録|登録(?:する|して))|ログイン(?:して|すると|が必要)|続きを(?:読む|お読み)(?:には|になるには)|残り.{0,8}文字|(?:구독|로그인|회원 ?가입)(?:하|해|이 필요|후|하고|하시면)|(?:유료|구독) ?회원 ?(?:전용|만)|(?:سجل|تسجيل) (?:الدخول|دخول)(?: ل)?|(?:اشترك|للمشتركين) (?:ل|الآن|فقط)',
];
const SUBSCRIBE_ABOUT =
  'subscri|account|log ?in|sign ?in|sign ?up|password|membership|member|register|trial|unlimited|e-?mail|cancel|abo(?!\\p{L})|abonn|digitalabo|anmeld|registrier|konto|passwort|zugang|connexion|compte|inscri|suscri|contraseña|sesión|cuenta|abbona|accedi|assina|senha|conta(?!\\p{L})|wachtwoord|prenumer|zalogu|hasł|подпис|парол|войдите|аккаунт|передплат|lösenord|passord|adgangskode|předplat|přihlá|hesl|abone|üye|şifre|συνδρομ|κωδικ|会员|會員|登录|登入|订阅|訂閱|密码|会員|ログイン|購読|구독|로그인|회원|اشتراك|تسجيل|كلمة المرور|per month|a month|pro monat|monatlich|par mois|al mes|[€$£]';

/** From the start of a word, in scripts that have starts of words. */
function saying(table: readonly string[]): RegExp {
  const inWord = '(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}])';
  return new RegExp(`${inWord}(?:${table.join('|')})`, 'iu');
}

function about(words: string): RegExp {
  return new RegExp(words, 'iu');
}

/** In this order: pages that check for a person also ask for scripts, and those for both of cookies. */
export const WALLS: readonly Wall[] = [
  {
    why: 'it wants to know whether a person is reading',
    mostWords: 200,
    says: saying(PERSON),
    about: about(PERSON_ABOUT),
  },
  {
    why: 'it shows nothing without JavaScript',
    mostWords: 150,
    says: saying(SCRIPTS),
    about: about(SCRIPTS_ABOUT),
  },
  {
    why: 'it asks for consent to cookies first',
    mostWords: 800,
    says: saying(CONSENT),
    about: about(CONSENT_ABOUT),
  },
  {
    why: 'it asks to log in or subscribe',
    mostWords: 250,
    says: saying(SUBSCRIBE),
    about: about(SUBSCRIBE_ABOUT),
  },
];
