/** Zig (its language reference). A name behind a dot is a property, or a function where it is called. */

import { POP, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const KEYWORDS = `isize usize align allowzero and anyerror anyframe asm async await bool break c_int c_long c_longdouble
  c_longlong c_short c_uint c_ulong c_ulonglong c_ushort c_void callconv catch comptime
  comptime_float const continue defer else enum errdefer error export extern fn for if inline
  linksection noalias noinline noreturn nosuspend or orelse packed pub resume return struct
  suspend switch test threadlocal try type undefined union unreachable usingnamespace var void
  volatile while`

const NAMES = words('n', {
  k: KEYWORDS,
  kc: 'true false null',
  nb: 'comptime_int',
})

const BUILTINS = words('n', {
  nb: `@Frame @OpaqueType @This @Type @TypeOf @Vector @addWithOverflow @alignCast @alignOf @as
    @asyncCall @atomicLoad @atomicRmw @atomicStore @bitCast @bitOffsetOf @bitReverse @bitSizeOf
    @boolToInt @breakpoint @byteOffsetOf @byteSwap @bytesToSlice @cDefine @cImport @cInclude
    @cUndef @call @ceil @clz @cmpxchgStrong @cmpxchgWeak @compileError @compileLog @cos @ctz
    @divExact @divFloor @divTrunc @embedFile @enumToInt @errSetCast @errorName @errorReturnTrace
    @errorToInt @exp @exp2 @export @fabs @fence @field @fieldParentPtr @floatCast @floatToInt
    @floor @frame @frameAddress @frameSize @hasDecl @hasField @import @intCast @intToEnum
    @intToError @intToFloat @intToPtr @log @log10 @log2 @memcpy @memset @mod @mulWithOverflow
    @newStackCall @panic @popCount @ptrCast @ptrToInt @rem @returnAddress @round @setAlignStack
    @setCold @setEvalBranchQuota @setFloatMode @setGlobalLinkage @setGlobalSection
    @setRuntimeSafety @shlExact @shlWithOverflow @shrExact @shuffle @sin @sizeOf @sliceToBytes
    @splat @sqrt @subWithOverflow @tagName @trunc @truncate @typeInfo @typeName @unionInit`,
})

const zig: Language = language({
  states: {
    root: [
      [/\s+/, ''],
      [/\/\/.*/, 'c'],
      [/(?:[iu]\d+|f(?:16|32|64|128)|[iu]size)\b/, 'kt'],
      [/\d[\d_]*(?:\.\d[\d_]*(?:[eE][-+]?\d[\d_]*)?|[eE][-+]?\d[\d_]*)/, 'mf'],
      [/0x[\da-fA-F][\da-fA-F_]*|0b[01][01_]*|[\d_]+/, 'mi'],
      [/[A-Za-z]\w*/, NAMES],
      [/@[A-Za-z_]\w*/, BUILTINS],
      [/"/, 's', 'string'],
      [/'(?:\\(?:x[\da-fA-F]{2}|['"\\nrt])|[^'\\\n])'/u, 'sc'],
      [/'[A-Za-z_]\w*/, 'nv'],
      [/(\.)(\s*)([A-Za-z_]\w*)(?=\s*\()/, ['p', '', words('nf', { k: KEYWORDS })]],
      [/(\.)(\s*)([A-Za-z_]\w*)/, ['p', '', words('py', { k: KEYWORDS })]],
      [/\.(?:\.\.?|[*?@])?|[-+%&*/!?~<>=^@]/, 'o'],
      [/[()[\]{}|,;:]/, 'p'],
    ],
    string: [
      [/"/, 's', POP],
      [/\\(?:x[\da-fA-F]{2}|['"\\nrt])/, 'se'],
      [/[^"\\]+/, 's'],
    ],
  },
})

export default zig
