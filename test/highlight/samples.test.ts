import { expect, test } from 'vitest'
import { highlight } from '../../src/highlight/highlight.ts'

test.each([
  [
    'julia',
    `mutable struct Point{T} <: Shape
  x::Float64 # where
end
f(x) = "n: $x" |> println`,
    `<span class="k">mutable struct</span><span class="nc"> Point</span><span class="x">{</span><span class="n">T</span><span class="x">}</span> <span class="o">&lt;:</span> <span class="n">Shape</span>
  <span class="n">x</span><span class="o">::</span><span class="kt">Float64</span> <span class="c"># where</span>
<span class="k">end</span>
<span class="n">f</span><span class="x">(</span><span class="n">x</span><span class="x">)</span> <span class="o">=</span> <span class="s">"n: </span><span class="si">$</span><span class="s">x"</span> <span class="o">|&gt;</span> <span class="n">println</span>`,
  ],
  [
    'matlab',
    `function y = f(x) % twice
  y = [x.*2, zeros(1)]';
  disp('it''s');
end`,
    `<span class="k">function</span> <span class="n">y</span> <span class="o">=</span> <span class="n">f</span><span class="p">(</span><span class="n">x</span><span class="p">)</span> <span class="c1">% twice</span>
  <span class="n">y</span> <span class="o">=</span> <span class="p">[</span><span class="n">x</span><span class="o">.*</span><span class="mi">2</span><span class="p">,</span> <span class="nb">zeros</span><span class="p">(</span><span class="mi">1</span><span class="p">)]</span><span class="o">'</span><span class="p">;</span>
  <span class="nb">disp</span><span class="p">(</span><span class="s1">'it</span><span class="se">''</span><span class="s1">s'</span><span class="p">);</span>
<span class="k">end</span>`,
  ],
  [
    'coq',
    `Theorem t : forall n, n + 0 = n. (* (* easy *) *)
Proof. intros n. auto. Qed.`,
    `<span class="k">Theorem</span><span class="w"> </span><span class="no">t</span><span class="w"> </span><span class="p">:</span><span class="w"> </span><span class="kr">forall</span><span class="w"> </span><span class="no">n</span><span class="o">,</span><span class="w"> </span><span class="no">n</span><span class="w"> </span><span class="o">+</span><span class="w"> </span><span class="mi">0</span><span class="w"> </span><span class="o">=</span><span class="w"> </span><span class="no">n</span><span class="pi">.</span><span class="w"> </span><span class="c">(* (* easy *) *)</span><span class="w">
</span><span class="k">Proof</span><span class="pi">.</span><span class="w"> </span><span class="kp">intros</span><span class="w"> </span><span class="no">n</span><span class="pi">.</span><span class="w"> </span><span class="kp">auto</span><span class="pi">.</span><span class="w"> </span><span class="k">Qed</span><span class="o">.</span>`,
  ],
  [
    'common_lisp',
    `(defun f (x &key (y 1))
  #| sum |# (let ((z *base*)) (+ x 'y "s")))`,
    `<span class="p">(</span><span class="nb">defun</span> <span class="nv">f</span> <span class="p">(</span><span class="nv">x</span> <span class="k">&amp;key</span> <span class="p">(</span><span class="nv">y</span> <span class="mi">1</span><span class="p">))</span>
  <span class="cm">#| sum |#</span> <span class="p">(</span><span class="k">let</span> <span class="p">((</span><span class="nv">z</span> <span class="vg">*base*</span><span class="p">))</span> <span class="p">(</span><span class="nb">+</span> <span class="nv">x</span> <span class="ss">'y</span> <span class="s">"s"</span><span class="p">)))</span>`,
  ],
  [
    'tex',
    `\\section*{A} $a_1 + \\frac{b}{2}$ % note
\\begin{center}[x]\\end{center} \\verb|{|`,
    `<span class="k">\\section*</span><span class="p">{</span>A<span class="p">}</span> <span class="p">$</span><span class="nb">a</span><span class="p">_</span><span class="m">1</span><span class="nb"> </span><span class="o">+</span><span class="nb"> </span><span class="nv">\\frac</span><span class="p">{</span><span class="nb">b</span><span class="p">}{</span><span class="m">2</span><span class="p">}$</span> <span class="c">% note</span>
<span class="nt">\\begin{center}</span>[x]<span class="nt">\\end{center}</span> <span class="nb">\\verb</span><span class="kp">|</span><span class="sx">{</span><span class="kp">|</span>`,
  ],
  [
    'markdown',
    `---
title: A
---
## B

- [c](d "e") *f*

\`\`\`json
{"g": 1}
\`\`\``,
    `<span class="nn">---</span>
<span class="na">title</span><span class="pi">:</span> <span class="s">A</span>
<span class="nn">---</span>
<span class="gu">## B</span>
<span class="p">
-</span> <span class="p">[</span><span class="nv">c</span><span class="p">](</span><span class="sx">d</span> <span class="nn">"e"</span><span class="p">)</span> <span class="ge">*f*</span>

<span class="p">\`\`\`</span><span class="nl">json
</span><span class="p">{</span><span class="nl">"g"</span><span class="p">:</span><span class="w"> </span><span class="mi">1</span><span class="p">}</span>
<span class="p">\`\`\`</span>`,
  ],
  [
    'elixir',
    'x = ~S(a #{b}) <> ~w(c d)a |> F.g?(&1, key: "#{:h}")',
    '<span class="n">x</span> <span class="o">=</span> <span class="sx">~S(a </span><span class="si">#{</span><span class="n">b</span><span class="si">}</span><span class="sx">)</span> <span class="o">&lt;&gt;</span> <span class="sx">~w(c d)a</span> <span class="o">|&gt;</span> <span class="no">F</span><span class="o">.</span><span class="n">g?</span><span class="p">(</span><span class="nv">&amp;1</span><span class="p">,</span> <span class="ss">key:</span> <span class="s2">"</span><span class="si">#{</span><span class="ss">:h</span><span class="si">}</span><span class="s2">"</span><span class="p">)</span>',
  ],
  [
    'graphql',
    `"""
A *thing*
"""
type Thing { id(first: Int = 1): [ID!]! }`,
    `<span class="s2">"""</span><span class="w">
</span>A <span class="ge">*thing*</span><span class="w">
</span><span class="s2">"""</span><span class="w">
</span><span class="k">type</span><span class="w"> </span><span class="n">Thing</span><span class="w"> </span><span class="p">{</span><span class="w"> </span><span class="n">id</span><span class="p">(</span><span class="n">first</span><span class="p">:</span><span class="w"> </span><span class="nb">Int</span><span class="w"> </span><span class="p">=</span><span class="w"> </span><span class="mi">1</span><span class="p">):</span><span class="w"> </span><span class="p">[</span><span class="nb">ID</span><span class="p">!]!</span><span class="w"> </span><span class="p">}</span>`,
  ],
  [
    'liquid',
    '{% for p in site.posts limit: 3 %}{{ p.title | append: "a" }}{% endfor %}{% comment %}{{ x }}{% endcomment %}',
    '<span class="p">{%</span><span class="w"> </span><span class="nt">for</span><span class="w"> </span><span class="nv">p</span><span class="w"> </span><span class="nt">in</span><span class="w"> </span><span class="nv">site.posts</span><span class="w"> </span><span class="na">limit</span><span class="o">:</span><span class="w"> </span><span class="mi">3</span><span class="w"> </span><span class="p">%}{{</span><span class="w"> </span><span class="nv">p</span><span class="p">.</span><span class="nv">title</span><span class="w"> </span><span class="p">|</span><span class="w"> </span><span class="nf">append</span><span class="p">:</span><span class="w"> </span><span class="s2">"a"</span><span class="w"> </span><span class="p">}}{%</span><span class="w"> </span><span class="nt">endfor</span><span class="w"> </span><span class="p">%}{%</span><span class="w"> </span><span class="nt">comment</span><span class="w"> </span><span class="p">%}</span><span class="c">{{ x }}</span><span class="p">{%</span><span class="w"> </span><span class="nt">endcomment</span><span class="w"> </span><span class="p">%}</span>',
  ],
  [
    'powershell',
    `function Get-It([int]$n) { "a $($n + 1)" | Out-File -Path C:\\b }`,
    `<span class="kr">function</span><span class="w"> </span><span class="nf">Get-It</span><span class="p">([</span><span class="n">int</span><span class="p">]</span><span class="nv">$n</span><span class="p">)</span><span class="w"> </span><span class="p">{</span><span class="w"> </span><span class="s2">"a </span><span class="si">$(</span><span class="nv">$n</span><span class="w"> </span><span class="o">+</span><span class="w"> </span><span class="mi">1</span><span class="si">)</span><span class="s2">"</span><span class="w"> </span><span class="o">|</span><span class="w"> </span><span class="n">Out-File</span><span class="w"> </span><span class="nt">-Path</span><span class="w"> </span><span class="nx">C:\\b</span><span class="w"> </span><span class="p">}</span>`,
  ],
])('%s as Rouge 3.30 reads it', (language, code, html) => {
  expect(highlight(code, language)).toBe(html)
})

test('a text in a language without a table is one of its own within another', () => {
  expect(highlight('```http\nGET / HTTP/1.1\n```', 'markdown')).toContain(
    highlight('GET / HTTP/1.1', 'http')!,
  )
})

test('a text in a language that nobody knows is one string within Markdown', () => {
  expect(highlight('```nothing\na b\n```', 'markdown')).toBe(
    '<span class="p">```</span><span class="nl">nothing\n</span><span class="sb">a b</span>\n' +
      '<span class="p">```</span>',
  )
})
