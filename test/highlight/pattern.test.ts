import { expect, test } from 'vitest'
import { highlight } from '../../src/highlight/highlight.ts'
import { compilePattern } from '../../src/highlight/pattern.ts'

test.each([
  [/a\s+b/, 'a[ \\t\\n\\r\\f\\v]+b'],
  [/[^\s(]+/, '[^ \\t\\n\\r\\f\\v(]+'],
  [/\S[\s\S]*?\\s[\]\s]/, '[^ \\t\\n\\r\\f\\v][\\s\\S]*?\\\\s[\\] \\t\\n\\r\\f\\v]'],
])('%s has the white space of Ruby', (pattern, source) => {
  expect(compilePattern(pattern).source).toBe(source)
})

test('a pattern matches at its place, and knows lines', () => {
  expect(compilePattern(/^a/gi).flags).toBe('imy')
})

test('a byte order mark and a no-break space are errors where Rouge has them so', () => {
  expect(highlight('\ufeffx <- 1\u00a0', 'r')).toBe(
    '<span class="err">\ufeff</span><span class="n">x</span><span class="w"> </span>' +
      '<span class="o">&lt;-</span><span class="w"> </span><span class="m">1</span>' +
      '<span class="err">\u00a0</span>',
  )
})

test('only a line feed ends a line, as to Ruby', () => {
  expect(compilePattern(/^.[.^$]\.$/).source).toBe('(?<![^\\n])[^\\n][.^$]\\.(?![^\\n])')
  expect(highlight('// a\r\nint b;\r\n', 'csharp')).toBe(
    '<span class="c1">// a\r</span>\n<span class="kt">int</span> <span class="n">b</span>' +
      '<span class="p">;</span>\r\n',
  )
})
