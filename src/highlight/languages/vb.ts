/** Visual Basic (its language reference). */

import { POP, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const NAMES = words('n', {
  k: `AddHandler Alias ByRef ByVal CBool CByte CChar CDate CDbl CDec CInt CLng CObj CSByte CShort CSng
    CStr CType CUInt CULng CUShort Call Case Catch Class Const Continue Declare Default Delegate
    Dim DirectCast Do Each Else ElseIf End EndIf Enum Erase Error Event Exit False Finally For
    Friend Function Get Global GoSub GoTo Handles If Implements Imports Inherits Interface Let
    Lib Loop Me Module MustInherit MustOverride MyBase MyClass Namespace Narrowing New Next Not
    NotInheritable NotOverridable Nothing Of On Operator Option Optional Overloads Overridable
    Overrides ParamArray Partial Private Property Protected Public RaiseEvent ReDim ReadOnly
    RemoveHandler Resume Return Select Set Shadows Shared Single Static Step Stop Structure Sub
    SyncLock Then Throw To True Try TryCast Using Wend When While Widening With WithEvents
    WriteOnly`,
  kt: `Boolean Byte Char Date Decimal Double Integer Long Object SByte Short String UInteger ULong
    UShort Variant`,
  nb: 'Console',
  ow: `AddressOf And AndAlso As GetType In Is IsNot Like Mod Or OrElse TypeOf Xor`,
})

const vb: Language = language({
  states: {
    root: [
      [/\s+/, ''],
      [/(?:'|rem\b).*/i, 'c1'],
      [/#Region\b.*\n?|#(?:ElseIf|If)\b.*?\bThen\b|#End[ \t]+\w+|#[A-Z]\w*/, 'cp'],
      [/Option\s+(?:Strict|Explicit|Compare)\s+(?:On|Off|Binary|Text)\b/, 'kd'],
      [/(End)([ \t]+)([A-Z]\w*)/, ['k', '', 'k']],
      [/(Dim|Const)(\s+)([A-Za-z_]\w*)/, ['k', '', 'nv']],
      [/(?:Function|Sub|Property)\b/, 'k', 'function'],
      [/(?:Class|Structure|Enum)\b/, 'k', 'type'],
      [/(?:Module|Namespace|Imports)\b/, 'k', 'namespace'],
      [/[A-Za-z_]\w*/, NAMES],
      [/\d+\.\d+/, 'mf'],
      [/\d+(?:U?[ILS]|[DFR])?/, 'mi'],
      [/"/, 's', 'string'],
      [/\./, 'p', 'member'],
      [/[-&*+/<=>\\^]/, 'o'],
      [/[!#(),:{}]/, 'p'],
    ],
    string: [
      [/""/, 'se'],
      [/"/, 's', POP],
      [/[^"]+/, 's'],
    ],
    member: [
      [/\s+/, ''],
      [/[A-Za-z_]\w*/, 'n', POP],
    ],
    function: [
      [/\s+/, ''],
      [/[A-Za-z_]\w*/, 'nf', POP],
    ],
    type: [
      [/\s+/, ''],
      [/[A-Za-z_]\w*/, 'nc', POP],
    ],
    namespace: [
      [/\s+/, ''],
      [/[A-Za-z_][\w.]*/, 'nn', POP],
    ],
  },
})

export default vb
