/** Batch files (the commands of Windows' shell). Rouge knows their words in small letters only. */

import { type Action, POP, type Step, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const NAMES = words('kd', {
  k: 'call do else exit for goto if in',
  kr: 'aux com1 con lpt1 nul prn',
  na: 'disable enabledelayedexpansion enableextensions off on',
  nb: `arp assoc at attrib bcdedit bitsadmin break cacls cd certreq certutil change chcp chdir chkdsk
    chkntfs choice cipher clip cls cmd cmd.exe cmdkey color comp compact compress convert copy
    cscript date debug defrag del dir diskpart dnscmd doskey dpath driverquery echo endlocal
    erase eventcreate expand extract fc find findstr fltmc forfiles format fsutil ftp ftype
    getmac gpresult graftabl help hostname icacls ipconfig label logman logoff makecab md mem
    mkdir mklink mode more mountvol move msg mshta.exe msiexec nbtstat net netsh netstat now
    nslookup ntbackup openfiles path pathping pause ping popd powercfg print prompt pushd qbasic
    query rasdial rd recover reg regsvr32 ren rename replace reset restore rmdir robocopy route
    run runas rundll32 sc schtasks setlocal sfc shift shutdown sleep sort start strings subst
    systeminfo takeown taskkill tasklist telnet time timeout title tracert tree tsdiscon tskill
    type typeperf ver verify vol vssadmin w32tm waitfor wbadmin wevtutil where where.exe whoami
    winrm winrs wmic wscript xcopy`,
  ow: 'cmdextversion defined equ errorlevel exist geq gtr leq lss neq not',
})

/** `find.exe` is a command as `find` is; an ending behind other words is an error. */
const program: Action = (run, [whole, word = '', ending = '']) => {
  if (word === 'mshta' || NAMES.words.get(word) === 'nb') run.token('nb', whole!)
  else {
    run.token('kd', word)
    run.token('err', ending)
  }
}

/** The inside of quotes, up to the mark. */
function quoted(mark: string, name: 's1' | 's2' | 'sb'): readonly Step[] {
  return [
    [new RegExp(mark), name, POP],
    'variables',
    [/\^./, 'se'],
    [new RegExp(`[^%!^${mark}]+`), name],
  ]
}

const batchfile: Language = language({
  states: {
    root: [
      [/\s+/, ''],
      [/@?rem\b.*/i, 'c'],
      [/^[ \t]*::.*/, 'c'],
      [/:[A-Za-z]+/, 'nl'],
      [/"/, 's2', 'double'],
      [/'/, 's1', 'single'],
      [/`/, 'sb', 'back'],
      'variables',
      [/\^[\s\S]/, 'se'],
      [/([A-Za-z]\w*)(\.exe\b)/i, program],
      [/(?:--?|[+/])[A-Za-z]+\s*/, 'na'],
      [/0x[\da-fA-F]+/, 'mh'],
      [/\d+/, 'm'],
      [/[A-Za-z]\w*/, NAMES],
      [/[-&()*+,;<=>?[\]{|}~]/, 'o'],
      [/[#$./:@\\_][\w#$./:<>@\\]*/, ''],
      [/[^%!^]/u, ''],
    ],
    variables: [
      [/[%!]{1,20}[A-Za-z_]+[%!]{1,20}/, 'nv'],
      [/%%?~?[A-Za-z]+\d?/, 'vm'],
    ],
    double: quoted('"', 's2'),
    single: quoted("'", 's1'),
    back: quoted('`', 'sb'),
  },
})

export default batchfile
