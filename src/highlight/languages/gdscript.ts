/** GDScript (the documentation of Godot 3). */

import { POP, type Step, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const NAMES = words('n', {
  bp: 'INF NAN PI TAU false self true',
  k: `as break breakpoint class class_name const continue elif else enum export extends for func if is
    master mastersync match onready pass puppet puppetsync remote remotesync return setget
    signal static tool var while`,
  kr: 'case do switch',
  kt: `AABB Array Basis Color Dictionary NodePath Object Plane PoolByteArray PoolColorArray
    PoolIntArray PoolRealArray PoolStringArray PoolVector2Array PoolVector3Array Quat RID Rect2
    String Transform Transform2D Vector2 Vector3 bool float int null`,
  nb: `Color8 ColorN abs acos asin assert atan atan2 bytes2var ceil char clamp convert cos cosh
    db2linear decimals dectime deg2rad dict2inst ease exp floor fmod fposmod funcref hash
    inst2dict instance_from_id is_inf is_nan lerp linear2db load log max min nearest_po2 pow
    preload print print_stack printerr printraw prints printt rad2deg rand_range rand_seed randf
    randi randomize range round seed sign sin sinh sqrt stepify str str2var tan tanh typeof
    var2bytes var2str weakref yield`,
  ow: 'and in not or',
})

const escapes: readonly Step[] = [
  [/\\(?:u[\da-fA-F]{4}|U[\da-fA-F]{8}|x[\da-fA-F]{2}|[0-7]{1,3}|[\\abfnrtv"'])/, 'se'],
  [/%(?:%|[-#0 +]{0,4}\d{0,9}(?:\.\d+)?[a-zA-Z])/, 'si'],
]

const gdscript: Language = language({
  states: {
    root: [
      [/\s+|\\\n/, ''],
      [/#.*/, 'c1'],
      [/(func)([ \t]+)([A-Za-z_]\w*)/, ['k', '', 'nf']],
      [/(class)([ \t]+)([A-Za-z_]\w*)/, ['k', '', 'nc']],
      [/[A-Za-z_]\w*/, NAMES],
      [/\d+(?:\.\d*(?:[eE][-+]?\d+)?|[eE][-+]?\d+)/, 'mf'],
      [/0x[\da-fA-F]+/, 'mh'],
      [/\d+/, 'mi'],
      [/"""/, 's2', 'double text'],
      [/'''/, 's2', 'single text'],
      [/"/, 's2', 'double'],
      [/'/, 's2', 'single'],
      [/[-+*/%&|^~<>=!$.]/, 'o'],
      [/[()[\]{},:;]/, 'p'],
    ],
    double: [[/"/, 's2', POP], ...escapes, [/[^"\\%]+|[\\%]/, 's2']],
    single: [[/'/, 's1', POP], ...escapes, [/[^'\\%]+|[\\%]/, 's1']],
    'double text': [[/"""/, 's2', POP], ...escapes, [/[^"\\%]+|[\\%]/, 's2']],
    'single text': [[/'''/, 's1', POP], ...escapes, [/[^'\\%]+|[\\%]/, 's1']],
  },
})

export default gdscript
