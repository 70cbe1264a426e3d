/**
 * Vim script. What has a class is mostly a name that Vim itself knows, of a
 * command, an option, a function or an event; all other names are plain text.
 */

import { words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

/** Commands and their abbreviations. */
const COMMANDS = `
  a ab abc abclear abo aboveleft al all ar arga argadd argd argdelete argdo arge argedit argg
  argglobal argl arglocal args argu argument as ascii au b bNext ba bad badd ball bd bdelete bel
  belowright bf bfirst bl blast bm bmodified bn bnext bo botright bp bprevious br brea break
  breaka breakadd breakd breakdel breakl breaklist brewind bro browse bufdo buffer buffers bun
  bunload bw bwipeout c cNext cNfile ca cabc cabclear cabo cabove cad caddbuffer cadde caddexpr
  caddf caddfile caf cafter cal call cat catch cb cbe cbefore cbel cbelow cbo cbottom cbuffer cc
  ccl cclose cd cdo ce center cex cexpr cf cfdo cfile cfir cfirst cg cgetb cgetbuffer cgete
  cgetexpr cgetfile change changes chd chdir che checkpath checkt checktime chi chistory cl cla
  clast cle clearjumps clist clo close cmapc cmapclear cn cnew cnewer cnext cnf cnfile cnor co col
  colder colo colorscheme com comc comclear comp compiler con conf confirm cons const continue
  cope copen copy cp cpf cpfile cprevious cq cquit cr crewind cs cscope cstag cun cuna cunabbrev
  cw cwindow d debug debugg debuggreedy def delc delcommand delete delf delfunction delm delmarks
  dep di dif diffg diffget diffo diffoff diffp diffpatch diffpu diffput diffs diffsplit difft
  diffthis diffupdate dig digraphs dir disa disassemble display dj djump dl dli dlist do doau
  doaut dp dr drop ds dsearch dsp dsplit e ea earlier ec echoe echoerr echom echomsg echon edit el
  else elsei elseif em emenu en endd enddef endf endfo endfor endfunction endif endt endtry endw
  endwhile ene enew eval ex exi exit exp export exu exusage f file files filet filetype filt
  filter fin fina finally find fini finish fir first fix fixdel fo fold foldc foldclose foldd
  folddoc folddoclosed folddoopen foldo foldopen for fu fun function g go goto gr grep grepa
  grepadd gui gvim h ha hardcopy help helpc helpclose helpf helpfind helpg helpgrep helpt helptags
  hi hid hide his history i ia iabc iabclear if ij ijump il ilist imapc imapclear imp import in
  inor intro is isearch isp isplit iuna iunabbrev j join ju jumps k kee keepa keepalt keepj
  keepjumps keepmarks keepp keeppatterns l lNext lNfile la lab labove lad laddb laddbuffer
  laddexpr laddf laddfile laf lafter lan language last lat later lb lbe lbefore lbel lbelow lbo
  lbottom lbuffer lc lcd lch lchdir lcl lclose lcs lcscope ld ldo le left lefta leftabove let lex
  lexpr lf lfdo lfile lfir lfirst lg lgetb lgetbuffer lgete lgetexpr lgetfile lgr lgrep lgrepa
  lgrepadd lh lhelpgrep lhi lhistory list ll lla llast lli llist lma lmak lmake lmapc lmapclear
  lne lnew lnewer lnext lnf lnfile lo loadk loadkeymap loadview loc lockmarks lockv lockvar lol
  lolder lop lopen lp lpf lpfile lprevious lr lrewind ls lt ltag lua luado luafile lv lvimgrep
  lvimgrepa lvimgrepadd lw lwindow m ma mak make mark marks mat match menut menutranslate mes
  messages mk mkexrc mks mksession mksp mkspell mkv mkvie mkview mkvimrc mod mode move mz mzf
  mzfile mzscheme n nb nbc nbclose nbkey nbs nbstart new next nmapc nmapclear noa noautocmd noh
  nohlsearch nor nore nos noswapfile nu number o ol oldfiles omapc omapclear on only open opt
  options ownsyntax p pa packadd packl packloadall pc pclose pe ped pedit perl perld perldo po pop
  popu popup pp ppop pre preserve prev previous print pro prof profd profdel profile promptf
  promptfind promptr promptrepl ps psearch ptNext pta ptag ptf ptfirst ptj ptjump ptl ptlast ptn
  ptnext ptp ptprevious ptr ptrewind pts ptselect pu put pw pwd py py3 py3do py3f py3file pydo pyf
  pyfile python python3 pythonx pyx pyxdo pyxfile q qa qall quit quita quitall r read rec recover
  red redi redir redo redr redraw redraws redrawstatus redrawt redrawtabline reg registers res
  resize ret retab retu return rew rewind ri right rightb rightbelow ru rub ruby rubyd rubydo
  rubyf rubyfile rundo runtime rv rviminfo sNext sa sal sall san sandbox sargument sav saveas sb
  sbNext sba sball sbf sbfirst sbl sblast sbm sbmodified sbn sbnext sbp sbprevious sbr sbrewind
  sbuffer sc scp scr scripte scriptencoding scriptnames scriptv scriptversion scs scscope se set
  setf setfiletype setg setglobal setl setlocal sf sfind sfir sfirst sg sgr sh shell si sig sign
  sil silent sim simalt sin sl sla slast sleep sm smagic smap sme smenu smile sn snext sno
  snomagic snoreme snoremenu so sor sort source sp spe spelld spelldump spellgood spelli spellinfo
  spellr spellrare spellrepall spellu spellundo spellw spellwrong split spr sprevious sr src sre
  srewind st sta stag star startg startgreplace startinsert startr startreplace stj stjump stop
  stopi stopinsert sts stselect sun sunhide sunme sunmenu sus suspend sv sview sw swapname sy syn
  sync syncbind syntime t tNext ta tab tabNext tabc tabclose tabd tabdo tabe tabedit tabf tabfind
  tabfir tabfirst tabl tablast tabm tabmove tabn tabnew tabnext tabo tabonly tabp tabprevious tabr
  tabrewind tabs tag tags tc tcd tch tchdir tcl tcld tcldo tclf tclfile te tearoff ter terminal tf
  tfirst th throw tj tjump tl tlast tlm tlmenu tln tlnoremenu tlu tlunmenu tm tma tmap tmapc
  tmapclear tmenu tn tnext tno tnoremap to topleft tp tprevious tr trewind try ts tselect tu tunma
  tunmap tunmenu u una unabbreviate undo undoj undojoin undol undolist unh unhide unl unlo
  unlockvar uns unsilent up update v ve verb verbose version vert vertical vi vie view vim
  vim9script vimgrep vimgrepa vimgrepadd visual viu viusage vmapc vmapclear vne vnew vs vsplit w
  wNext wa wall wh while win winc wincmd windo winp winpos winsize wn wnext wp wprevious wq wqa
  wqall write wundo wv wviminfo x xa xall xit xmapc xmapclear xme xmenu xnoreme xnoremenu xr
  xrestore xunme xunmenu y yank`

/** Options, functions and events. */
const BUILTINS = `
  BufAdd BufCreate BufDelete BufEnter BufFilePost BufFilePre BufHidden BufLeave BufNew BufNewFile
  BufRead BufReadCmd BufReadPost BufReadPre BufUnload BufWinEnter BufWinLeave BufWipeout BufWrite
  BufWriteCmd BufWritePost BufWritePre CmdUndefined CmdlineChanged CmdlineEnter CmdlineLeave
  CmdwinEnter CmdwinLeave ColorScheme ColorSchemePre CompleteChanged CompleteDone CompleteDonePre
  CursorHold CursorHoldI CursorMoved CursorMovedI DiffUpdated DirChanged EncodingChanged ExitPre
  FileAppendCmd FileAppendPost FileAppendPre FileChangedRO FileChangedShell FileChangedShellPost
  FileEncoding FileReadCmd FileReadPost FileReadPre FileType FileWriteCmd FileWritePost
  FileWritePre FilterReadPost FilterReadPre FilterWritePost FilterWritePre FocusGained FocusLost
  FuncUndefined GUIEnter GUIFailed InsertChange InsertCharPre InsertEnter InsertLeave MenuPopup
  NONE OptionSet QuickFixCmdPost QuickFixCmdPre QuitPre RemoteReply SafeState SafeStateAgain
  SessionLoadPost ShellCmdPost ShellFilterPost SourceCmd SourcePost SourcePre SpellFileMissing
  StdinReadPost StdinReadPre SwapExists Syntax TabClosed TabEnter TabLeave TabNew TermChanged
  TermResponse TerminalOpen TerminalWinOpen TextChanged TextChangedI TextChangedP TextYankPost
  User VimEnter VimLeave VimLeavePre VimResized WinEnter WinLeave WinNew abs acd acos add ai aleph
  allowrevins ambiwidth and antialias append appendbufline arab arabic arabicshape argc argidx
  arglistid argv asin assert_beeps assert_equal assert_equalfile assert_exception assert_fails
  assert_false assert_inrange assert_match assert_notequal assert_notmatch assert_report
  assert_true atan atan2 autochdir autoindent autoread autowrite autowriteall aw background
  backspace backup backupcopy backupdir backupext backupskip balloon_gettext balloon_show
  balloon_split balloondelay ballooneval balloonevalterm balloonexpr bdir belloff beval bg bin
  binary bold bomb breakat breakindent breakindentopt briopt browsedir bufadd bufexists bufhidden
  buflisted bufload bufloaded bufname bufnr buftype bufwinid bufwinnr byte2line byteidx
  byteidxcomp casemap cdpath cedit ceil ch ch_canread ch_close ch_close_in ch_evalexpr ch_evalraw
  ch_getbufnr ch_getjob ch_info ch_log ch_logfile ch_open ch_read ch_readblob ch_readraw
  ch_sendexpr ch_sendraw ch_setoptions ch_status changenr char2nr charconvert ci cin cindent cink
  cinkeys cino cinoptions cinw cinwords clearmatches clipboard cm cmdheight cmdwinheight
  colorcolumn columns comments commentstring compatible complete complete_add complete_check
  complete_info completefunc completeopt completepopup concealcursor conceallevel copyindent cos
  cosh count cpo cpoptions cpp cryptmethod cscope_connection cscopepathcomp cscopeprg
  cscopequickfix cscoperelative cscopetag cscopetagorder cscopeverbose cspc cst csto csverb cul
  cursor cursorbind cursorcolumn cursorline cursorlineopt dark debugbreak deepcopy define
  delcombine deletebufline dict dictionary did_filetype diff diff_filler diff_hlID diffexpr
  diffopt digraph directory ead eadirection echoraw ed edcompatible efm emo emoji empty enc
  encoding endofline environ eol equalalways equalprg errorbells errorfile errorformat escape
  esckeys et eventhandler eventignore executable execute exepath exists expand expandcmd expandtab
  exrc extend fdm feedkeys fenc fencs ff fic fileencoding fileencodings fileformat fileformats
  fileignorecase filereadable filewritable fillchars finddir findfile fixendofline fixeol float2nr
  floor fmod fnameescape fnamemodify foldclosed foldclosedend foldcolumn foldenable foldexpr
  foldignore foldlevel foldlevelstart foldmarker foldmethod foldminlines foldnestmax foldtext
  foldtextresult foreground formatexpr formatlistpat formatoptions formatprg fs fsync ft funcref
  garbagecollect gcr gd gdefault get getbufinfo getbufline getbufvar getchangelist getchar
  getcharmod getcharsearch getcmdline getcmdpos getcmdtype getcmdwintype getcompletion getcurpos
  getcwd getenv getfontname getfperm getfsize getftime getftype getimstatus getjumplist getline
  getloclist getmatches getmousepos getpid getpos getqflist getreg getregtype gettabinfo gettabvar
  gettabwinvar gettagstack getwininfo getwinpos getwinposx getwinposy getwinvar gfw glob
  glob2regpat globpath grepformat grepprg guicursor guifont guifontset guifontwide guiheadroom
  guioptions guipty guitablabel guitabtooltip has has_key haslocaldir hasmapto helpfile helpheight
  helplang hf hh hidden highlight histadd histdel histget histnr hk hkmap hkmapp hl hlID hlexists
  hlg hls hlsearch hostname ic icon iconstring iconv ignorecase im imactivatefunc imc imcmdline
  imd imdisable imi iminsert ims imsearch imst imstatusfunc imstyle inc include includeexpr
  incsearch inde indent indentexpr indentkeys index inex inf infercase input inputdialog inputlist
  inputrestore inputsave inputsecret insert insertmode interrupt invallowrevins invarabic
  invarabicshape invautochdir invautoindent invautoread invautowrite invautowriteall invbackup
  invballoonevalterm invbinary invbomb invbreakindent invbuflisted invcindent invcompatible
  invconfirm invcopyindent invcscoperelative invcscopetag invcscopeverbose invcursorbind
  invcursorcolumn invcursorline invdelcombine invdiff invdigraph invedcompatible invemoji
  invendofline invequalalways inverrorbells invert invesckeys invex invexpandtab invexrc
  invfileignorecase invfixendofline invfoldenable invfsync invgdefault invhidden invhkmap
  invhkmapp invhlsearch invicon invignorecase invimcmdline invimdisable invincsearch invinfercase
  invinsertmode invjoinspaces invlangnoremap invlangremap invlazyredraw invlinebreak invlisp
  invlist invloadplugins invmagic invmodeline invmodelineexpr invmodifiable invmodified invmore
  invnumber invpaste invpreserveindent invpreviewwindow invprompt invreadonly invrelativenumber
  invremap invrevins invrightleft invruler invscrollbind invsecure invshelltemp invshiftround
  invshortname invshowcmd invshowfulltag invshowmatch invshowmode invsmartcase invsmartindent
  invsmarttab invspell invsplitbelow invsplitright invstartofline invswapfile invtagbsearch
  invtagrelative invtagstack invtermbidi invterse invtextauto invtextmode invtildeop invtimeout
  invtitle invtr invttimeout invttybuiltin invttyfast invundofile invvisualbell invwarn
  invweirdinvert invwildignorecase invwildmenu invwinfixheight invwinfixwidth invwrap invwrapscan
  invwrite invwriteany invwritebackup isdirectory isf isfname isi isident isinf isk iskeyword
  islocked isnan isprint italic items job_getchannel job_info job_setoptions job_start job_status
  job_stop joinspaces js js_decode js_encode json_decode json_encode key keymap keymodel keys
  keywordprg langmap langmenu langnoremap langremap laststatus lazyredraw lbr len libcall
  libcallnr light line line2byte linebreak lines linespace lisp lispindent lispwords list2str
  listchars listener_add listener_flush listener_remove lm lmap loadplugins localtime log log10
  luadll luaeval magic makeef makeencoding makeprg map maparg mapcheck matchadd matchaddpos
  matcharg matchdelete matchend matchlist matchpairs matchstr matchstrpos matchtime max maxcombine
  maxfuncdepth maxmapdepth maxmem maxmempattern maxmemtot menuitems min mkdir mkspellmem ml
  modeline modelineexpr modelines modifiable modified more mouse mousem mousemodel mouset
  mousetime mp mzschemedll mzschemegcdll nextnonblank noai noallowrevins noantialias noarabic
  noarabicshape noautochdir noautoindent noautoread noautowrite noautowriteall nobackup
  noballoonevalterm nobinary nobomb nobreakindent nobuflisted nocindent nocompatible noconfirm
  nocopyindent nocscoperelative nocscopetag nocscopeverbose nocst nocsverb nocursorbind
  nocursorcolumn nocursorline nodelcombine nodiff nodigraph noedcompatible noemoji noendofline
  noeol noequalalways noerrorbells noesckeys noet noex noexpandtab noexrc nofileignorecase
  nofixendofline nofoldenable nofsync nogdefault noguipty nohidden nohkmap nohkmapp nohls noicon
  noignorecase noimcmdline noimdisable noincsearch noinfercase noinsertmode nojoinspaces
  nolangnoremap nolangremap nolazyredraw nolinebreak nolisp nolist noloadplugins nomagic
  nomodeline nomodelineexpr nomodifiable nomodified nomore nonu nonumber nopaste nopreserveindent
  nopreviewwindow noprompt noreadonly norelativenumber noremap norevins norightleft noruler
  noscrollbind nosecure noshelltemp noshiftround noshortname noshowcmd noshowfulltag noshowmatch
  noshowmode nosmartcase nosmartindent nosmarttab nospell nosplitbelow nosplitright nostartofline
  notagbsearch notagrelative notagstack notermbidi noterse notextauto notextmode notildeop
  notimeout notitle notr nottimeout nottybuiltin nottyfast noundofile novisualbell nowarn
  noweirdinvert nowildignorecase nowildmenu nowinfixheight nowinfixwidth nowrap nowrapscan nowrite
  nowriteany nowritebackup nr2char nrformats numberwidth omnifunc operatorfunc or packpath para
  paragraphs paste pastetoggle patchexpr patchmode path pathshorten perldll perleval ph pm
  popup_atcursor popup_beval popup_clear popup_close popup_create popup_dialog popup_filter_menu
  popup_filter_yesno popup_findinfo popup_findpreview popup_getoptions popup_getpos popup_hide
  popup_menu popup_move popup_notification popup_setoptions popup_settext popup_show pow
  preserveindent previewheight previewpopup previewwindow prevnonblank printdevice printencoding
  printexpr printf printfont printheader printmbcharset printmbfont printoptions prompt
  prompt_setcallback prompt_setinterrupt prompt_setprompt prop_add prop_clear prop_find prop_list
  prop_remove prop_type_add prop_type_change prop_type_delete prop_type_get prop_type_list pt
  pum_getpos pumheight pumvisible pumwidth pyeval pythondll pythonhome pythonthreedll
  pythonthreehome pyxversion quoteescape rand range re readdir readfile readonly redrawtime
  reg_executing reg_recording regexpengine relativenumber reltime reltimefloat reltimestr remap
  remote_expr remote_foreground remote_peek remote_read remote_send remote_startserver remove
  rename renderoptions repeat report resolve reverse revins rightleft rightleftcmd ro round rs rtp
  rubydll ruler rulerformat runtimepath screenattr screenchar screenchars screencol screenpos
  screenrow screenstring scroll scrollbind scrolljump scrolloff scrollopt search searchdecl
  searchpair searchpairpos searchpos sect sections secure sel selection selectmode server2client
  serverlist sessionoptions setbufline setbufvar setcharsearch setcmdpos setenv setfperm setline
  setloclist setmatches setpos setqflist setreg settabvar settabwinvar settagstack setwinvar
  sha256 shellcmdflag shellescape shellpipe shellquote shellredir shellslash shelltemp
  shellxescape shellxquote shiftround shiftwidth shortmess shortname showbreak showcmd showfulltag
  showmatch showmode showtabline sidescroll sidescrolloff sign_define sign_getdefined
  sign_getplaced sign_jump sign_place sign_placelist sign_undefine sign_unplace sign_unplacelist
  signcolumn simplify sinh smartcase smartindent smarttab smc softtabstop sol soundfold spell
  spellbadword spellcapcheck spellfile spelllang spellsuggest spl splitbelow splitright sqrt srand
  startofline state statusline stl str2float str2list str2nr strcharpart strchars strdisplaywidth
  strftime strgetchar stridx string strlen strpart strptime strridx strtrans strwidth su submatch
  substitute suffixes suffixesadd swapfile swapinfo swapsync switchbuf sxq synID synIDattr
  synIDtrans synconcealed synmaxcol synstack syntax system systemlist tabline tabpagebuflist
  tabpagemax tabpagenr tabpagewinnr tabstop tagbsearch tagcase tagfiles tagfunc taglength taglist
  tagrelative tagstack tan tanh tempname term term_dumpdiff term_dumpload term_dumpwrite
  term_getaltscreen term_getansicolors term_getattr term_getcursor term_getjob term_getline
  term_getscrolled term_getsize term_getstatus term_gettitle term_gettty term_list term_scrape
  term_sendkeys term_setansicolors term_setapi term_setkill term_setrestore term_setsize
  term_start term_wait termbidi termencoding termguicolors termwinkey termwinscroll termwinsize
  terse test_alloc_fail test_autochdir test_feedinput test_garbagecollect_now
  test_garbagecollect_soon test_getvalue test_ignore_error test_null_blob test_null_channel
  test_null_dict test_null_job test_null_list test_null_partial test_null_string
  test_option_not_set test_override test_refcount test_setmouse test_settime test_srand_seed
  test_unknown test_void textauto textmode textwidth thesaurus tildeop timeout timeoutlen
  timer_info timer_pause timer_start timer_stop timer_stopall title titlelen titleold titlestring
  tolower toolbar toolbariconsize top toupper trim trunc ttimeout ttimeoutlen tty ttybuiltin
  ttyfast ttym ttymouse ttyscroll ttytype tw type ul underline undodir undofile undolevels
  undoreload undotree uniq updatecount updatetime ut values varsofttabstop vartabstop vbs
  verbosefile viewdir viewoptions viminfo viminfofile virtcol virtualedit visualbell visualmode
  warn wc weirdinvert wfh whichwrap wi wildchar wildcharm wildignore wildignorecase wildmenu
  wildmenumode wildmode wildoptions wim win_execute win_findbuf win_getid win_gettype win_gotoid
  win_id2tabwin win_id2win win_screenpos win_splitmove winbufnr wincol wincolor window
  windowsversion winfixheight winfixwidth winheight winlayout winline winminheight winminwidth
  winnr winptydll winrestcmd winrestview winsaveview winwidth wiw wordcount wrap wrapmargin
  wrapscan writeany writebackup writedelay writefile xor`

const viml: Language = language({
  states: {
    root: [
      [/^([ \t]*)(".*)/, ['', 'c']],
      [/^[ \t]*\\/, 'se'],
      [/\n|[ \t\r\f\v]+/, ''],
      [/"(?:[^"\\\n]|\\.)*"/, 's2'],
      [/'[^'\n]*'/, 's1'],
      [/\/[^/\\\n]*(?:\\.[^/\\\n]*)*\//, 'sr'],
      [/[abgs]:\w+/, 'nv'],
      [/-?\d+/, 'm'],
      [/[-!=()<>[\]{}:,.~+|]/, 'p'],
      [/[A-Za-z_]\w*(?![\w\p{L}])/u, words('', { k: COMMANDS, nb: BUILTINS })],
      [/[\s\S]/, ''],
    ],
  },
})

export default viml
