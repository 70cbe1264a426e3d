/**
 * The configuration of Apache: directives at the beginning of lines, values, and
 * sections. Rouge has one list of words: one that begins a line is a directive.
 */

import { type Action, POP, wordMap } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'
import type { TokenClass } from '../tokens.ts'

const WORDS = wordMap({
  n: `acceptfilter acceptpathinfo accessfilename action add addalt addaltbyencoding addaltbytype
  addcharset adddefaultcharset adddescription addencoding addhandler addicon addiconbyencoding
  addiconbytype addinputfilter addlanguage addmoduleinfo addoutputfilter addoutputfilterbytype
  addtype alias aliasmatch all allow allowconnect allowencodedslashes allowmethods
  allowoverride allowoverridelist always and anonymous anonymous_logemail
  anonymous_mustgiveemail anonymous_nouserid anonymous_verifyemail any append ascending
  asyncrequestworkerfactor authbasicauthoritative authbasicfake authbasicprovider
  authbasicusedigestalgorithm authconfig authdbduserpwquery authdbduserrealmquery
  authdbmgroupfile authdbmtype authdbmuserfile authdigestalgorithm authdigestdomain
  authdigestnoncelifetime authdigestprovider authdigestqop authdigestshmemsize
  authformauthoritative authformbody authformlocation authformloginrequiredlocation
  authformloginsuccesslocation authformlogoutlocation authformmethod authformmimetype
  authformpassword authformprovider authformsitepassphrase authformsize authformusername
  authgroupfile authldapauthorizeprefix authldapbindauthoritative authldapbinddn
  authldapbindpassword authldapcharsetconfig authldapcomparednonserver
  authldapdereferencealiases authldapgroupattribute authldapgroupattributeisdn
  authldapinitialbindasuser authldapinitialbindpattern authldapmaxsubgroupdepth
  authldapremoteuserattribute authldapremoteuserisdn authldapsearchasuser
  authldapsubgroupattribute authldapsubgroupclass authldapurl authmerging authname
  authncachecontext authncacheenable authncacheprovidefor authncachesocache authncachetimeout
  authnzfcgicheckauthnprovider authnzfcgidefineprovider authtype authuserfile
  authzdbdlogintoreferer authzdbdquery authzdbdredirectquery authzdbmtype
  authzsendforbiddenonfailure balancergrowth balancerinherit balancermember balancerpersist
  basic brotlialteretag brotlicompressionquality brotlicompressionwindow brotlifilternote
  browsermatch browsermatchnocase bufferedlogs buffersize cachedefaultexpire cachedetailheader
  cachedirlength cachedirlevels cachedisable cacheenable cachefile cacheheader
  cacheignorecachecontrol cacheignoreheaders cacheignorenolastmod cacheignorequerystring
  cacheignoreurlsessionidentifiers cachekeybaseurl cachelastmodifiedfactor cachelock
  cachelockmaxage cachelockpath cachemaxexpire cachemaxfilesize cacheminexpire
  cacheminfilesize cachenegotiateddocs cachequickhandler cachereadsize cachereadtime cacheroot
  cachesocache cachesocachemaxsize cachesocachemaxtime cachestaleonerror cachestoreexpired
  cachestorenostore cachestoreprivate cgidscripttimeout cgimapextension cgipassauth cgivar
  charsetdefault charsetoptions charsetsourceenc checkcaseonly checkspelling chrootdir
  contentdigest cookiedomain cookieexpires cookiename cookiestyle cookietracking
  coredumpdirectory customlog date dav davdepthinfinity davlockdb davmintimeout dbdexptime
  dbdinitsql dbdkeep dbdmax dbdmin dbdparams dbdpersist dbdpreparesql dbdriver dbm default
  defaulticon defaultlanguage defaultruntimedir defaulttype define deflatebuffersize
  deflatecompressionlevel deflatefilternote deflateinflatelimitrequestbody
  deflateinflateratioburst deflateinflateratiolimit deflatememlevel deflatewindowsize deny
  descending digest directorycheckhandler directoryindex directoryindexredirect directoryslash
  dns documentroot double dtraceprivileges dumpioinput dumpiooutput early echo edit email
  enableexceptionhook enablemmap enablesendfile env error errordocument errorlog
  errorlogformat example execcgi expiresactive expiresbytype expiresdefault extendedstatus
  extfilterdefine extfilteroptions fallback fallbackresource fancyindexing file fileetag
  fileinfo filterchain filterdeclare filterprotocol filterprovider filtertrace followsymlinks
  forcelanguagepriority forcetype forensiclog from full globallog gprofdir
  gracefulshutdowntimeout group h2direct h2earlyhints h2maxsessionstreams
  h2maxworkeridleseconds h2maxworkers h2minworkers h2moderntlsonly h2push h2pushdiarysize
  h2pushpriority h2serializeheaders h2streammaxmemsize h2tlswarmupsize h2upgrade h2windowsize
  header headername heartbeataddress heartbeatlisten heartbeatmaxservers heartbeatstorage host
  hostnamelookups httpprotocoloptions identitycheck identitychecktimeout imapbase imapdefault
  imapmenu include includeoptional includes includesnoexec indexes indexheadinsert indexignore
  indexignorereset indexoptions indexorderdefault indexstylesheet inode inputsed
  isapiappendlogtoerrors isapicachefile isapifakeasync isapilognotsupported
  isapireadaheadbuffer keepalive keepalivetimeout keptbodysize languagepriority ldap
  ldapcacheentries ldapcachettl ldapconnectionpoolttl ldapconnectiontimeout ldaplibrarydebug
  ldapopcacheentries ldapopcachettl ldapreferralhoplimit ldapreferrals ldapretries
  ldapretrydelay ldapsharedcachefile ldapsharedcachesize ldaptimeout ldaptrustedclientcert
  ldaptrustedglobalcert ldaptrustedmode ldapverifyservercert limit limitinternalrecursion
  limitrequestbody limitrequestfields limitrequestfieldsize limitrequestline
  limitxmlrequestbody listen listenbacklog listencoresbucketsratio loadfile loadmodule
  logformat logiotrackttfb loglevel logmessage luaauthzprovider luacodecache
  luahookaccesschecker luahookauthchecker luahookfixups luahooklog luahookmaptostorage
  luainherit luainputfilter luamaphandler luaoutputfilter luapackagecpath luapackagepath
  luaquickhandler luaroot luascope major maxconnectionsperchild maxkeepaliverequests
  maxmemfree maxrangeoverlaps maxranges maxrequestworkers maxspareservers maxsparethreads
  maxthreads mdcertificateagreement mdomain mdprivatekeys merge mergetrailers metadir
  metafiles metasuffix mimemagicfile minor minspareservers minsparethreads mmapfile
  modemstandard modmimeusepathinfo mtime multiviews multiviewsmatch mutex name namevirtualhost
  namewidth none noproxy nwssltrustedcerts nwsslupgradeable off on optional options or order
  os outputsed passenv pidfile prefer privilegesmode protocol protocolecho protocols
  protocolshonororder proxyaddheaders proxybadheader proxyblock proxydomain proxyerroroverride
  proxyexpressdbmfile proxyexpressdbmtype proxyexpressenable proxyfcgibackendtype
  proxyftpdircharset proxyftpescapewildcards proxyftplistonwildcard proxyhcexpr
  proxyhctemplate proxyhctpsize proxyhtmlbufsize proxyhtmlcharsetout proxyhtmldoctype
  proxyhtmlenable proxyhtmlevents proxyhtmlextended proxyhtmlfixups proxyhtmlinterp
  proxyhtmllinks proxyhtmlmeta proxyhtmlstripcomments proxyhtmlurlmap proxyiobuffersize
  proxymaxforwards proxypass proxypassinherit proxypassinterpolateenv proxypassmatch
  proxypassreverse proxypassreversecookiedomain proxypassreversecookiepath proxypreservehost
  proxyreceivebuffersize proxyremote proxyremotematch proxyrequests proxyscgiinternalredirect
  proxyscgisendfile proxyset proxysourceaddress proxystatus proxytimeout proxyvia
  qualifyredirecturl readmename receivebuffersize redirect redirectmatch redirectpermanent
  redirecttemp reflectorheader registerhttpmethod remoteipheader remoteipinternalproxy
  remoteipinternalproxylist remoteipproxiesheader remoteiptrustedproxy
  remoteiptrustedproxylist removecharset removeencoding removehandler removeinputfilter
  removelanguage removeoutputfilter removetype requestheader requestreadtimeout require
  rewritebase rewritecond rewriteengine rewritemap rewriteoptions rewriterule rlimitcpu
  rlimitmem rlimitnproc satisfy scoreboardfile script scriptalias scriptaliasmatch
  scriptinterpretersource scriptlog scriptlogbuffer scriptloglength scriptsock securelisten
  seerequesttail sendbuffersize serveradmin serveralias serverlimit servername serverpath
  serverroot serversignature servertokens session sessioncookiename sessioncookiename2
  sessioncookieremove sessioncryptocipher sessioncryptodriver sessioncryptopassphrase
  sessioncryptopassphrasefile sessiondbdcookiename sessiondbdselectlabel sessionenv
  sessionexclude sessionheader sessioninclude sessionmaxage set setenv setenvif setenvifexpr
  setenvifnocase sethandler setinputfilter setoutputfilter size ssiendtag ssierrormsg ssietag
  ssilastmodified ssilegacyexprparser ssistarttag ssitimeformat ssiundefinedecho ssl
  sslcacertificatefile sslcacertificatepath sslcadnrequestfile sslcadnrequestpath
  sslcarevocationcheck sslcarevocationfile sslcarevocationpath sslcertificatechainfile
  sslcertificatefile sslcertificatekeyfile sslciphersuite sslcompression sslcryptodevice
  sslengine sslfips sslhonorcipherorder sslinsecurerenegotiation sslocspdefaultresponder
  sslocspenable sslocspoverrideresponder sslocspproxyurl sslocsprespondertimeout
  sslocspresponsemaxage sslocspresponsetimeskew sslocspuserequestnonce sslopensslconfcmd
  ssloptions sslpassphrasedialog sslprotocol sslproxycacertificatefile
  sslproxycacertificatepath sslproxycarevocationcheck sslproxycarevocationfile
  sslproxycarevocationpath sslproxycheckpeercn sslproxycheckpeerexpire sslproxycheckpeername
  sslproxyciphersuite sslproxyengine sslproxymachinecertificatechainfile
  sslproxymachinecertificatefile sslproxymachinecertificatepath sslproxyprotocol
  sslproxyverify sslproxyverifydepth sslrandomseed sslrenegbuffersize sslrequire sslrequiressl
  sslsessioncache sslsessioncachetimeout sslsessionticketkeyfile sslsessiontickets
  sslsrpunknownuserseed sslsrpverifierfile sslstaplingcache sslstaplingerrorcachetimeout
  sslstaplingfaketrylater sslstaplingforceurl sslstaplingrespondertimeout
  sslstaplingresponsemaxage sslstaplingresponsetimeskew sslstaplingreturnrespondererrors
  sslstaplingstandardcachetimeout sslstrictsnivhostcheck sslusername sslusestapling
  sslverifyclient sslverifydepth startservers startthreads substitute substituteinheritbefore
  substitutemaxlinelength suexec suexecusergroup symlinksifownermatch threadlimit
  threadsperchild threadstacksize timeout traceenable transferlog typesconfig undefine
  undefmacro unset unsetenv use usecanonicalname usecanonicalphysicalport user userdir
  vhostcgimode vhostcgiprivs vhostgroup vhostprivs vhostsecure vhostuser virtualdocumentroot
  virtualdocumentrootip virtualscriptalias virtualscriptaliasip watchdoginterval xbithack
  xml2encalias xml2encdefault xml2startparse disabled formatted gone inherit map no
  permanent referer seeother temp`,
})

const SECTIONS = wordMap({
  nl: `authnprovideralias authzprovideralias directory directorymatch else elseif files filesmatch
  if ifdefine ifmodule ifversion limit limitexcept location locationmatch macro mdomainset
  proxy proxymatch requireall requireany requirenone virtualhost`,
})

/** Names are the same in capitals. */
function ifKnown(words: ReadonlyMap<string, unknown>, name: TokenClass): Action {
  return (run, [word = '']) => run.token(words.has(word.toLowerCase()) ? name : '', word)
}

const section: Action = (run, [, mark = '', name = '']) => {
  run.token('p', mark)
  run.token(SECTIONS.has(name.toLowerCase()) ? 'nl' : '', name)
}

const apache: Language = language({
  states: {
    root: [
      [/[ \t\n\r\f\v]+/, ''],
      [/#.*/, 'c'],
      [/(<\/?)(\w+)/, section, 'condition'],
      [/\w+/, ifKnown(new Map([...WORDS, ...SECTIONS]), 'nc'), 'values'],
    ],
    condition: [
      [/>\n?/, 'p', POP],
      [/[^>]+/, 'sr'],
    ],
    values: [
      [/\n/, '', POP],
      [/#.*/, 'c'],
      [/\s+/, ''],
      [/\S+/, ifKnown(WORDS, 'ss')],
    ],
  },
})

export default apache
