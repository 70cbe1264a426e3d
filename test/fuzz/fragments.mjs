/**
 * Pieces of Markdown for the fuzzer: every syntax of kramdown, whole and broken,
 * put together at random.
 */

const WORDS =
  `a b word Word two HTML 12 1. it's "q" 'q' x_y_z é ü 漢字 かな snake_case don't ... -- ---
  << >> <<x>> & &amp; &copy; &nope; &#169; &#x41; \\* \\_ \\[ \\\\ \\$ | \\| # ! : ; / http://a.b/c`.split(
    /\s+/,
  )

const SPANS = [
  (m) => `*${m.text()}*`,
  (m) => `**${m.text()}**`,
  (m) => `_${m.text()}_`,
  (m) => `__${m.text()}__`,
  (m) => `***${m.text()}***`,
  (m) => `\`${m.text()}\``,
  (m) => `\`\` ${m.text()} \` \`\``,
  (m) => `~~${m.text()}~~`,
  (m) => `[${m.text()}](${m.address()})`,
  (m) => `[${m.text()}](${m.address()} "${m.word()}")`,
  (m) => `[${m.text()}](<${m.address()}> '${m.word()}')`,
  (m) => `![${m.text()}](${m.address()})`,
  (m) => `[${m.text()}][${m.id()}]`,
  (m) => `[${m.id()}]`,
  (m) => `[${m.id()}][]`,
  (m) => `![${m.text()}][${m.id()}]`,
  (m) => `[^${m.id()}]`,
  (m) => `<${m.address()}>`,
  () => '<me@example.org>',
  (m) => `<b>${m.text()}</b>`,
  (m) => `<span class="${m.word()}">${m.text()}</span>`,
  (m) => `<code>${m.text()}</code>`,
  (m) => `<span markdown="0">${m.text()}</span>`,
  () => '<br>',
  () => '<img src="i.png" alt=a/>',
  () => '<!-- c -->',
  () => '<?pi x?>',
  (m) => `$$${m.word()}$$`,
  (m) => `"${m.text()}"`,
  (m) => `'${m.text()}'`,
  (m) => `(${m.text()})`,
  (m) => `*${m.word()}*${m.attributes()}`,
  (m) => `\`${m.word()}\`${m.attributes()}`,
  (m) => `[${m.word()}](u)${m.attributes()}`,
  () => '{::nomarkdown}<i>*x*</i>{:/}',
  () => '{::comment}c{:/comment}',
  (m) => `${m.word()}  \n${m.word()}`,
  (m) => `${m.word()}\\\\\n${m.word()}`,
  (m) => `${m.word()}\\\n${m.word()}`,
]

/** Marks without their partner. */
const LOOSE = ['*', '**', '_', '__', '`', '``', '[', ']', '![', '](', '<', '>', '</b>', '<b>', '{:']
const LOOSER = ['$$', '~~', '"', "'", '{:.c}', '{::', '|', '(', ')', '\\', '[^', '<!--', '&', '^']

const BLOCKS = [
  (m) => m.lines(),
  (m) => m.lines(),
  (m) => m.lines(),
  (m) => `${'#'.repeat(1 + m.random.below(6))} ${m.text()}`,
  (m) => `## ${m.text()} ## {#${m.word()}}`,
  (m) => `${m.text()}\n${m.random.pick(['===', '---', '-', '=', '=-='])}`,
  (m) => m.random.pick(['---', '* * *', '___', '- - -', '***  ']),
  (m) => m.prefixed('> '),
  (m) => m.prefixed('>'),
  (m) => m.prefixed('    '),
  (m) => m.prefixed('\t'),
  (m) => m.prefixed('  '),
  (m) => m.list(() => m.random.pick(['* ', '- ', '+ ', '*   ', '-\t'])),
  (m) => m.list(() => m.random.pick(['1. ', '2. ', '10. ', '1.  '])),
  (m) => m.list(() => m.random.pick(['- [ ] ', '- [x] ', '- '])),
  (m) => m.list(() => `- ${m.attributes()} `),
  (m) => `\`\`\`${m.random.pick(['', 'ruby', ' js', 'nolang', 'a b'])}\n${m.lines()}\n\`\`\``,
  (m) => `~~~\n${m.lines()}\n${m.random.pick(['~~~', '~~~~', '~~', ''])}`,
  (m) => m.definitions(),
  (m) => m.table(),
  (m) => m.table(),
  (m) => `<div>\n${m.block()}\n</div>`,
  (m) => `<div markdown="1">\n${m.block()}\n</div>`,
  (m) =>
    `<${m.tag()} markdown="${m.random.pick(['0', '1', 'span', 'block'])}">${m.block()}</${m.tag()}>`,
  (m) => `<${m.tag()} class="${m.word()}" id=${m.word()}>${m.block()}</${m.tag()}>`,
  (m) => `<p>${m.text()}</p>`,
  (m) => `<!-- ${m.lines()} -->`,
  (m) => `<?php ${m.word()} ?>`,
  () => `<script>\nif (a < b && c) {}\n</script>`,
  () => '<hr>',
  (m) => `</${m.tag()}>`,
  (m) => m.attributes(),
  (m) => `${m.block()}\n${m.attributes()}`,
  (m) => `${m.attributes()}\n${m.block()}`,
  (m) => `{:${m.id()}: .${m.word()} k="v"}`,
  (m) => `[${m.id()}]: ${m.address()} "${m.word()}"`,
  (m) => `[${m.id()}]: <${m.address()}>\n  '${m.word()}'`,
  (m) => `[^${m.id()}]: ${m.lines()}`,
  (m) => `[^${m.id()}]:\n${m.prefixed('    ')}`,
  (m) => `*[${m.random.pick(['HTML', 'word', 'a b', 'Word'])}]: ${m.text()}`,
  (m) => `$$\n${m.word()}\n$$`,
  (m) => `$$ ${m.text()} $$`,
  () => '^',
  () => '* toc\n{:toc}',
  () => '* notes\n{:footnotes}',
  (m) => `{::comment}\n${m.lines()}\n{:/comment}`,
  (m) => `{::nomarkdown}\n${m.lines()}\n{:/}`,
  (m) =>
    `{::options ${m.random.pick(['auto_ids="false"', 'hard_wrap="true"', 'toc_levels="2..3"'])} /}`,
]

const JOINTS = ['\n\n', '\n\n', '\n\n', '\n', '\n', '\n\n\n', '\n \n']

/** Makes documents, always the same ones from the same random choices. */
export function createMaker(random) {
  let depth = 0
  const deeper = (make, shallow) => {
    if (depth > 3) return shallow()
    depth++
    const made = make()
    depth--
    return made
  }
  const many = (most, make, joint) =>
    Array.from({ length: 1 + random.below(most) }, make).join(joint)

  const m = {
    random,
    word: () => random.pick(WORDS),
    id: () => random.pick(['x', 'y', 'z', 'foo', 'HTML']),
    tag: () =>
      random.pick(['div', 'p', 'span', 'table', 'pre', 'section', 'h2', 'ul', 'x-y', 'td']),
    address: () => random.pick(['/u', 'http://e.org/a?b=c&d', 'a(b)c', 'a_b_c', '#x', 'u v', '']),
    attributes: () =>
      random.pick(['{:.c}', '{: #i .c}', '{: x}', '{:k="v" .d}', '{:}', '{: .a.b }']),
    span: () => deeper(() => random.pick(SPANS)(m), m.word),
    piece() {
      if (random.chance(0.08)) return random.pick([...LOOSE, ...LOOSER])
      return random.chance(0.3) ? m.span() : m.word()
    },
    text: () => many(4, m.piece, random.chance(0.9) ? ' ' : ''),
    lines: () => many(3, m.text, random.pick(['\n', '\n', '\n  ', '  \n'])),
    prefixed: (prefix) => prefix + m.block().replaceAll('\n', `\n${prefix}`),
    block: () => deeper(() => random.pick(BLOCKS)(m), m.text),
    list: (marker) =>
      many(
        3,
        () => {
          const mark = marker()
          const pad = random.pick(['  ', '    ', ' '.repeat(mark.length), ''])
          return mark + m.document(2).replaceAll('\n', `\n${pad}`)
        },
        random.pick(['\n', '\n', '\n\n']),
      ),
    definitions: () => `${m.lines()}\n${random.pick(['', '\n'])}: ${many(2, m.block, '\n: ')}`,
    row() {
      const cells = many(4, () => (random.chance(0.1) ? '' : m.text()), ' | ').replaceAll('\n', ' ')
      return random.pick([`| ${cells} |`, `${cells} | x`, `|${cells}`])
    },
    table() {
      const rule = random.pick(['|---|:-:|', '|===', '---|---', '| :- | -: |', '|-'])
      return [m.row(), ...(random.chance(0.6) ? [rule] : []), many(3, m.row, '\n')].join('\n')
    },
    document: (most = 6) => many(most, m.block, random.pick(JOINTS)),
  }
  return m
}
