/** What the recorded cases of languages do not show. */

import { expect, test } from 'vitest'
import { highlight } from '../../src/highlight/highlight.ts'

test('C that is switched off by #if 0 is a comment, up to its #endif', () => {
  expect(highlight('#if 0\n#ifdef X\nint a;\n#endif\n#endif\nint b;\n', 'c')).toBe(
    '<span class="c">#if 0\n#ifdef X\nint a;\n#endif\n#endif\n</span>' +
      '<span class="kt">int</span> <span class="n">b</span><span class="p">;</span>\n',
  )
})

test('a comment in a macro stays a comment, and a backslash carries the macro on', () => {
  expect(highlight('#define A(x) \\\n  f(x) /* why */ + 1\n', 'c')).toBe(
    '<span class="cp">#define A(x) \\\n  f(x) </span><span class="cm">/* why */</span>' +
      '<span class="cp"> + 1\n</span>',
  )
})

test('the head of a function is told from a call, also where it spans lines', () => {
  expect(highlight('static int\nadd(int a,\n    int b)\n{\n  f(a);\n}\n', 'c')).toBe(
    '<span class="k">static</span> <span class="kt">int</span>\n<span class="nf">add</span>' +
      '<span class="p">(</span><span class="kt">int</span> <span class="n">a</span><span class="p">,</span>\n' +
      '    <span class="kt">int</span> <span class="n">b</span><span class="p">)</span>\n' +
      '<span class="p">{</span>\n  <span class="n">f</span><span class="p">(</span><span class="n">a</span>' +
      '<span class="p">);</span>\n<span class="p">}</span>\n',
  )
})

test('the last of several dots before a digit begins a number in C++', () => {
  expect(highlight('a[.5] ...0\n', 'cpp')).toBe(
    '<span class="n">a</span><span class="p">[</span><span class="mf">.5</span><span class="p">]</span> ' +
      '<span class="p">..</span><span class="mf">.0</span>\n',
  )
})

test('an attribute of HTML without a value has no brackets, and a missing value is an error', () => {
  expect(highlight('<a b[c] (d)="e" f=>\n', 'html')).toBe(
    '<span class="nt">&lt;a</span> <span class="na">b</span><span class="err">[</span>' +
      '<span class="na">c</span><span class="err">]</span> <span class="na">(d)=</span>' +
      '<span class="s">"e"</span> <span class="na">f=</span><span class="err">&gt;\n</span>',
  )
})

test('a raw string of C++ ends at its own delimiter', () => {
  expect(highlight('s = R"x(a)" b)x";\n', 'cpp')).toBe(
    '<span class="n">s</span> <span class="o">=</span> <span class="s">R"x(a)" b)x"</span><span class="p">;</span>\n',
  )
})

test('a line that begins with # and a space is none of the program in Rust', () => {
  expect(highlight('a;\n  # b\n', 'rust')).toBe(
    '<span class="n">a</span><span class="p">;</span>\n  <span class="cs"># b</span>\n',
  )
})

test('spaces behind a line that a backslash carries on are none of the text in YAML', () => {
  expect(highlight('a: "b \\\n   c"\n', 'yaml')).toBe(
    '<span class="na">a</span><span class="pi">:</span> <span class="s2">"</span><span class="s">b</span>' +
      '<span class="nv"> </span><span class="se">\\\n</span>   <span class="s">c"</span>\n',
  )
})

test('names in a macro of Rust are variables, and what it does not know is text', () => {
  expect(highlight('macro_rules! m { ($x:expr) => { $x } }\nq!(#x, true)\n', 'rust')).toBe(
    '<span class="nd">macro_rules!</span> <span class="n">m</span> <span class="p">{</span> <span class="p">(</span>' +
      '<span class="nv">$x:expr</span><span class="p">)</span> <span class="k">=&gt;</span> <span class="p">{</span> ' +
      '<span class="nv">$x</span> <span class="p">}</span> <span class="p">}</span>\n' +
      '<span class="nd">q!</span><span class="p">(</span>#<span class="n">x</span><span class="p">,</span> ' +
      '<span class="kc">true</span><span class="p">)</span>\n',
  )
})

test('a comma behind what is whole is an error in JSON, one in a list is not', () => {
  expect(highlight('{"a": [1, 2]},\n', 'json')).toBe(
    '<span class="p">{</span><span class="nl">"a"</span><span class="p">:</span><span class="w"> </span>' +
      '<span class="p">[</span><span class="mi">1</span><span class="p">,</span><span class="w"> </span>' +
      '<span class="mi">2</span><span class="p">]}</span><span class="err">,</span><span class="w">\n</span>',
  )
})

test('a plain text in a list of YAML may have any sign behind its first', () => {
  expect(highlight('a: [b|c, |d, *e-f.g] # h\n', 'yaml')).toBe(
    '<span class="na">a</span><span class="pi">:</span> <span class="pi">[</span><span class="nv">b|c</span>' +
      '<span class="pi">,</span> <span class="err">|</span><span class="nv">d</span><span class="pi">,</span> ' +
      '<span class="nv">*e-f.g</span><span class="pi">]</span> <span class="c1"># h</span>\n',
  )
})

test('a statement of Sass is a declaration by its colon, whatever stands before it', () => {
  expect(highlight('@use "a" with ($b: 1);\n"c": d;\n.e#{f}-g:hover {}\n', 'scss')).toBe(
    '<span class="k">@use</span> <span class="s2">"a"</span> <span class="nt">with</span> ' +
      '<span class="o">(</span><span class="err">$</span><span class="nt">b</span><span class="nd">:</span> ' +
      '<span class="nt">1</span><span class="o">)</span><span class="p">;</span>\n' +
      '<span class="err">"</span><span class="na">c</span><span class="err">"</span><span class="p">:</span> ' +
      '<span class="n">d</span><span class="p">;</span>\n' +
      '<span class="nc">.e</span><span class="si">#{</span><span class="n">f</span><span class="si">}</span>' +
      '<span class="nc">-g</span><span class="nd">:hover</span> <span class="p">{}</span>\n',
  )
})

test('types of Scala go on behind the colon of a body, to the first name that ends a line', () => {
  expect(highlight('trait A[B]:\n  def c(d: E): F\nval g: H.type = i\n', 'scala')).toBe(
    '<span class="k">trait</span> <span class="nc">A</span><span class="o">[</span><span class="kt">B</span>' +
      '<span class="o">]</span><span class="nc">:</span>\n' +
      '  <span class="k">def</span> <span class="nf">c</span><span class="o">(</span><span class="n">d</span>' +
      '<span class="k">:</span> <span class="kt">E</span><span class="o">)</span><span class="k">:</span> ' +
      '<span class="kt">F</span>\n' +
      '<span class="k">val</span> <span class="nv">g</span><span class="k">:</span> <span class="kt">H.</span>' +
      '<span class="k">type</span> <span class="o">=</span> <span class="n">i</span>\n',
  )
  expect(highlight('object A:\n  var b = c\n', 'scala')).toBe(
    '<span class="k">object</span> <span class="nc">A</span><span class="k">:</span>\n' +
      '  <span class="kt">var</span> <span class="kt">b</span> <span class="o">=</span> <span class="n">c</span>\n',
  )
})

test('a session of irb has values that span lines, and objects in them', () => {
  expect(highlight('irb(main):001:0> a\n=> [#<B:0x1 @c=2>,\n 3]\nirb> d\n4\n', 'irb')).toBe(
    '<span class="gp">irb(main):001:0&gt;</span><span class="w"> </span><span class="n">a</span>\n' +
      '<span class="p">=&gt;</span> <span class="p">[</span><span class="kt">#&lt;</span>' +
      '<span class="no">B</span><span class="p">:</span><span class="mh">0x1</span> ' +
      '<span class="vi">@c</span><span class="o">=</span><span class="mi">2</span>' +
      '<span class="kt">&gt;</span><span class="p">,</span>\n <span class="mi">3</span><span class="p">]</span>\n' +
      '<span class="gp">irb&gt;</span><span class="w"> </span><span class="n">d</span>\n<span class="go">4\n</span>',
  )
})

test('a body of HTTP has the language that its type tells, and what has no head is an error', () => {
  expect(highlight('PUT /a HTTP/1.1\ncontent-type: application/json; v=1\n\n[1]\n', 'http')).toBe(
    '<span class="nf">PUT</span> <span class="nn">/a</span> <span class="k">HTTP</span>' +
      '<span class="o">/</span><span class="m">1.1</span>\n' +
      '<span class="na">content-type</span><span class="p">:</span> ' +
      '<span class="s">application/json; v=1</span>\n\n' +
      '<span class="p">[</span><span class="mi">1</span><span class="p">]</span><span class="w">\n</span>',
  )
  expect(highlight('curl -X\n', 'http')).toBe('<span class="err">curl -X\n</span>')
})

test('Erlang tells attributes, functions and modules by what stands around a name', () => {
  expect(
    highlight('-define(A, b).\nc(D) when D =/= \'e\' ->\n  f:g("~p\\n", [$h]). % i\n', 'erlang'),
  ).toBe(
    '<span class="p">-</span><span class="ni">define</span><span class="p">(</span>' +
      '<span class="no">A</span><span class="p">,</span> <span class="n">b</span><span class="p">).</span>\n' +
      '<span class="nf">c</span><span class="p">(</span><span class="nv">D</span><span class="p">)</span> ' +
      '<span class="k">when</span> <span class="nv">D</span> <span class="o">=/=</span> ' +
      '<span class="n">\'e\'</span> <span class="o">-&gt;</span>\n' +
      '  <span class="nn">f</span><span class="p">:</span><span class="nf">g</span><span class="p">(</span>' +
      '<span class="s">"</span><span class="si">~p</span><span class="se">\\n</span><span class="s">"</span>' +
      '<span class="p">,</span> <span class="p">[</span><span class="sc">$h</span><span class="p">]).</span> ' +
      '<span class="c">% i\n</span>',
  )
})

test('a sign behind a built-in name of Ruby may be a part of it', () => {
  expect(highlight('gsub! a\nnil? b\n', 'ruby')).toBe(
    '<span class="nb">gsub!</span> <span class="n">a</span>\n' +
      '<span class="kp">nil</span><span class="p">?</span> <span class="n">b</span>\n',
  )
})

test('Crystal is Ruby with words, marks and numbers of its own', () => {
  expect(
    highlight("@[A(b: 1)]\nlib C\n  {% if d %}\n  fun e : F = 1_i64\n  macro g; 'h'\nend\n", 'cr'),
  ).toBe(
    '<span class="nd">@[A(b: 1)]</span>\n<span class="k">lib</span> <span class="no">C</span>\n' +
      '  <span class="p">{%</span> <span class="k">if</span> <span class="n">d</span> <span class="p">%}</span>\n' +
      '  <span class="k">fun</span> <span class="n">e</span> <span class="p">:</span> <span class="no">F</span> ' +
      '<span class="o">=</span> <span class="mi">1_i64</span>\n' +
      '  <span class="k">macro</span> <span class="nf">g</span><span class="p">;</span> <span class="s1">\'h\'</span>\n' +
      '<span class="k">end</span>\n',
  )
})

test('settings of no language: words, numbers and quoted texts', () => {
  expect(highlight('# a\nb_c=1.5 "d" \'e\n', 'conf')).toBe(
    '<span class="c"># a\n</span><span class="n">b_c</span>=<span class="m">1</span>.' +
      '<span class="m">5</span> <span class="s2">"d"</span> <span class="err">\'</span><span class="n">e</span>\n',
  )
})

test('a semicolon ends a prompt, too', () => {
  expect(highlight('5 | drop(a);\n....\n', 'console')).toBe(
    '<span class="gp">5 | drop(a);</span><span class="w">\n</span><span class="c">....\n</span>',
  )
})

test.each([
  'rust,ignore rs,no_run objectivec objc++ kdb+ unit-file crystal cr jsonnet HAML OCL vuejs e-mail',
])('names that Rouge knows: %s', (names) => {
  for (const name of names.split(' ')) expect(highlight('a', name), name).toContain('a')
})

test('PHP stands in HTML, also within an attribute', () => {
  expect(highlight('<a href="<?= $url ?>">x</a>\n', 'php')).toBe(
    '<span class="nt">&lt;a</span> <span class="na">href=</span><span class="s">"</span>' +
      '<span class="cp">&lt;?=</span> <span class="nv">$url</span> <span class="cp">?&gt;</span>' +
      '<span class="s">"</span><span class="nt">&gt;</span>x<span class="nt">&lt;/a&gt;</span>\n',
  )
})

test('PHP without a mark of its beginning is code', () => {
  expect(highlight('$x = strlen(1);\n', 'php')).toBe(
    '<span class="nv">$x</span> <span class="o">=</span> <span class="nb">strlen</span>' +
      '<span class="p">(</span><span class="mi">1</span><span class="p">);</span>\n',
  )
})

test('awk: a condition and a slash that divides', () => {
  expect(
    highlight(
      'BEGIN { FS = ":" } # c\n$1 ~ /a.b?/ { n = NR / 2; print substr($0, 1), n }\n',
      'awk',
    ),
  ).toBe(
    '<span class="kr">BEGIN</span> <span class="p">{</span> ' +
      '<span class="kc">FS</span> <span class="o">=</span> <span class="s2">":"</span> ' +
      '<span class="p">}</span> <span class="c1"># c</span>\n<span class="nv">$1</span> ' +
      '<span class="o">~</span> <span class="sr">/a.b</span><span class="se">?</span>' +
      '<span class="sr">/</span> <span class="p">{</span> <span class="nx">n</span> ' +
      '<span class="o">=</span> <span class="kc">NR</span> <span class="o">/</span> ' +
      '<span class="mi">2</span><span class="p">;</span> <span class="k">print</span> ' +
      '<span class="nb">substr</span><span class="p">(</span><span class="nv">$0</span>' +
      '<span class="p">,</span> <span class="mi">1</span><span class="p">),</span> ' +
      '<span class="nx">n</span> <span class="p">}</span>\n',
  )
})

test('jinja: words of a statement, a filter and raw text', () => {
  expect(
    highlight(
      '<p>{% if a is defined and b %}{{ x.y|upper("a") }}{%- endif -%}{# c #}\n{% raw %}{{ x }}{% endraw %}\n',
      'jinja',
    ),
  ).toBe(
    '<span class="nt">&lt;p&gt;</span><span class="cp">{%</span> ' +
      '<span class="k">if</span> <span class="nv">a</span> <span class="ow">is</span> ' +
      '<span class="nb">defined</span> <span class="ow">and</span> ' +
      '<span class="nv">b</span> <span class="cp">%}{{</span> ' +
      '<span class="nv">x.y</span><span class="o">|</span><span class="nf">upper</span>' +
      '<span class="p">(</span><span class="s2">"a"</span><span class="p">)</span> ' +
      '<span class="cp">}}{%</span><span class="o">-</span> ' +
      '<span class="k">endif</span> <span class="o">-</span><span class="cp">%}</span>' +
      '<span class="c">{# c #}</span>\n<span class="cp">{%</span> ' +
      '<span class="k">raw</span> <span class="cp">%}</span>{{ x }}' +
      '<span class="cp">{%</span> <span class="k">endraw</span> ' +
      '<span class="cp">%}</span>\n',
  )
})

test('handlebars: blocks, helpers and comments', () => {
  expect(
    highlight(
      '<p>{{#if a}}{{this}}{{else}}{{#each b as |c|}}{{@index}} {{c.d}}{{/each}}{{/if}}{{! e }}</p>\n{{> f g="h"}}\n',
      'handlebars',
    ),
  ).toBe(
    '<span class="nt">&lt;p&gt;</span><span class="k">{{#if</span> ' +
      '<span class="nv">a</span><span class="k">}}{{</span><span class="bp">this</span>' +
      '<span class="k">}}{{else}}{{#</span><span class="nn">each</span> ' +
      '<span class="nv">b</span> <span class="nv">as</span> <span class="p">|</span>' +
      '<span class="nv">c</span><span class="p">|</span><span class="k">}}{{</span>' +
      '<span class="na">@index</span><span class="k">}}</span> ' +
      '<span class="k">{{</span><span class="nv">c</span><span class="p">.</span>' +
      '<span class="nv">d</span><span class="k">}}{{/</span>' +
      '<span class="nn">each</span><span class="k">}}{{/if}}</span>' +
      '<span class="c">{{! e }}</span><span class="nt">&lt;/p&gt;</span>\n' +
      '<span class="k">{{&gt;</span> <span class="nv">f</span> ' +
      '<span class="nv">g</span><span class="o">=</span><span class="s2">"h"</span>' +
      '<span class="k">}}</span>\n',
  )
})

test('properties: a value over two lines, and a line that is no pair', () => {
  expect(highlight('# c\na.b = c \\\n  d\\n\ne f\n', 'properties')).toBe(
    '<span class="c"># c\n</span><span class="py">a.b</span> <span class="p">=</span> ' +
      '<span class="s">c </span><span class="se">\\\n</span>  <span class="s">d</span>' +
      '<span class="se">\\n</span>\n<span class="err">e</span> <span class="err">f</span>' +
      '\n',
  )
})

test('apache: a directive, a section and known values', () => {
  expect(
    highlight(
      '# c\nListen 80\n<VirtualHost *:80>\n  Options Indexes foo\n  RewriteEngine On # d\n</VirtualHost>\n',
      'apache',
    ),
  ).toBe(
    '<span class="c"># c</span>\n<span class="nc">Listen</span> 80\n' +
      '<span class="p">&lt;</span><span class="nl">VirtualHost</span>' +
      '<span class="sr"> *:80</span><span class="p">&gt;\n</span>  ' +
      '<span class="nc">Options</span> <span class="ss">Indexes</span> foo\n  ' +
      '<span class="nc">RewriteEngine</span> <span class="ss">On</span> ' +
      '<span class="c"># d</span>\n<span class="p">&lt;/</span>' +
      '<span class="nl">VirtualHost</span><span class="p">&gt;\n</span>',
  )
})

test('perl: the variable of a substitution, and names behind colons', () => {
  expect(
    highlight(
      'sub f($$) { my ($a) = @_; }\n$x =~ s/a/b/g; App::f(@{[$i]}, "n\\n$x ${y}");\n',
      'perl',
    ),
  ).toBe(
    '<span class="k">sub </span><span class="nf">f</span><span class="p">($$)</span> ' +
      '<span class="p">{</span> <span class="k">my</span> <span class="p">(</span>' +
      '<span class="nv">$a</span><span class="p">)</span> <span class="o">=</span> ' +
      '<span class="nv">@_</span><span class="p">;</span> <span class="p">}</span>\n' +
      '<span class="nv">$x</span> <span class="o">=~</span> ' +
      '<span class="sr">s/a/b/g</span><span class="p">;</span> ' +
      '<span class="nn">App::</span><span class="nv">f</span><span class="p">(</span>' +
      '<span class="nv">@</span><span class="p">{[</span><span class="nv">$i</span>' +
      '<span class="p">]},</span> <span class="p">"</span><span class="s2">n</span>' +
      '<span class="se">\\n</span><span class="si">$x</span><span class="s2"> </span>' +
      '<span class="si">${y}</span><span class="p">");</span>\n',
  )
})

test('docker: a mark within a line that goes on is no comment', () => {
  expect(highlight('RUN a && \\\n  # b\n  c && \\\n  # d\nCMD x\n', 'docker')).toBe(
    '<span class="k">RUN </span>a <span class="o">&amp;&amp;</span> ' +
      '<span class="se">\\\n</span>  <span class="c"># b</span>\n  c &amp;&amp; \\\n  # d\n' +
      '<span class="k">CMD</span><span class="s"> x</span>\n',
  )
})

test('toml: a list without blanks is taken for the head of a table', () => {
  expect(highlight('a = ["b","c"]\nd = ["e", {f = 1}]\n', 'toml')).toBe(
    '<span class="py">a</span> <span class="p">=</span> ' +
      '<span class="nn">["b","c"]</span>\n<span class="py">d</span> ' +
      '<span class="p">=</span> <span class="p">[</span><span class="s">"e"</span>' +
      '<span class="p">,</span> <span class="py">{f</span> <span class="p">=</span> ' +
      '<span class="mi">1</span><span class="err">}</span><span class="p">]</span>\n',
  )
})

test('graphql: a description stands between marks on lines of their own', () => {
  expect(highlight('"""\nA `b`\n"""\ntype C {\n  d: ID!\n}\n"""e"""\nscalar F\n', 'graphql')).toBe(
    '<span class="s2">"""</span><span class="w">\n</span>A <span class="sb">`b`</span>' +
      '<span class="w">\n</span><span class="s2">"""</span><span class="w">\n</span>' +
      '<span class="k">type</span><span class="w"> </span><span class="n">C</span>' +
      '<span class="w"> </span><span class="p">{</span><span class="w">\n  </span>' +
      '<span class="n">d</span><span class="p">:</span><span class="w"> </span>' +
      '<span class="nb">ID</span><span class="p">!</span><span class="w">\n</span>' +
      '<span class="p">}</span><span class="w">\n</span><span class="err">"""e"""</span>' +
      '<span class="w">\n</span><span class="k">scalar</span><span class="w"> </span>' +
      '<span class="n">F</span><span class="w">\n</span>',
  )
})

test('powershell: a word opens arguments, which a line ends', () => {
  expect(
    highlight('function Local:Get-It { }\nfoo bar.baz "c`n$d"\nif ($a) { b }\n', 'powershell'),
  ).toBe(
    '<span class="kr">function</span><span class="w"> </span>' +
      '<span class="nn">Local</span><span class="p">:</span>' +
      '<span class="nf">Get-It</span><span class="w"> </span><span class="p">{</span>' +
      '<span class="w"> </span><span class="p">}</span><span class="w">\n</span>' +
      '<span class="n">foo</span><span class="w"> </span>' +
      '<span class="nx">bar.baz</span><span class="w"> </span>' +
      '<span class="s2">"c</span><span class="se">`n</span><span class="nv">$d</span>' +
      '<span class="s2">"</span><span class="w">\n</span><span class="kr">if</span>' +
      '<span class="w"> </span><span class="p">(</span><span class="nv">$a</span>' +
      '<span class="p">)</span><span class="w"> </span><span class="p">{</span>' +
      '<span class="w"> </span><span class="n">b</span><span class="w"> </span>' +
      '<span class="p">}</span><span class="w">\n</span>',
  )
})
