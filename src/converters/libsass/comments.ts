/** Comments in LibSass's compact style. */

/**
 * In one line, if a line of it is indented: what begins a line, blanks and stars,
 * becomes a space. After an empty line those before it do not count.
 */
export function compactComment(comment: string): string {
  const [first = '', ...rest] = comment.split('\n')
  let indented = 0
  const words = rest.map((line, index) => {
    const lead = leadOf(line)
    const text = line.slice(lead.length)
    const isEmpty = text === '' && index < rest.length - 1
    indented = isEmpty ? 0 : indented + lead.replaceAll('*', '').length
    if (text === '') return ''
    return text.startsWith('/') && lead.endsWith('*') ? ` *${text}` : ` ${text}`
  })
  return indented === 0 ? comment : first + words.join('')
}

function leadOf(line: string): string {
  return /^[ \t*]*/.exec(line)?.[0] ?? ''
}
