/**
 * Tokens and their HTML.
 *
 * A token's class is the short name that Rouge and Pygments give its kind, which
 * is what a site's style sheet colours. The empty class is plain text and gets
 * no span.
 */

export type TokenClass =
  | '' // Text
  | 'w' // Text.Whitespace
  | 'err' // Error
  | 'esc' // Escape
  | 'x' // Other
  | 'c' // Comment
  | 'c1' // Comment.Single
  | 'cm' // Comment.Multiline
  | 'cd' // Comment.Doc
  | 'cp' // Comment.Preproc
  | 'cpf' // Comment.PreprocFile
  | 'cs' // Comment.Special
  | 'ch' // Comment.Hashbang
  | 'k' // Keyword
  | 'kc' // Keyword.Constant
  | 'kd' // Keyword.Declaration
  | 'kn' // Keyword.Namespace
  | 'kp' // Keyword.Pseudo
  | 'kr' // Keyword.Reserved
  | 'kt' // Keyword.Type
  | 'kv' // Keyword.Variable
  | 'n' // Name
  | 'na' // Name.Attribute
  | 'nb' // Name.Builtin
  | 'bp' // Name.Builtin.Pseudo
  | 'nc' // Name.Class
  | 'no' // Name.Constant
  | 'nd' // Name.Decorator
  | 'ni' // Name.Entity
  | 'ne' // Name.Exception
  | 'nf' // Name.Function
  | 'fm' // Name.Function.Magic
  | 'nl' // Name.Label
  | 'nn' // Name.Namespace
  | 'nx' // Name.Other
  | 'py' // Name.Property
  | 'nt' // Name.Tag
  | 'nv' // Name.Variable
  | 'vc' // Name.Variable.Class
  | 'vg' // Name.Variable.Global
  | 'vi' // Name.Variable.Instance
  | 'vm' // Name.Variable.Magic
  | 'l' // Literal
  | 'ld' // Literal.Date
  | 's' // Literal.String
  | 'sa' // Literal.String.Affix
  | 'sb' // Literal.String.Backtick
  | 'sc' // Literal.String.Char
  | 'dl' // Literal.String.Delimiter
  | 'sd' // Literal.String.Doc
  | 's2' // Literal.String.Double
  | 'se' // Literal.String.Escape
  | 'sh' // Literal.String.Heredoc
  | 'si' // Literal.String.Interpol
  | 'sx' // Literal.String.Other
  | 'sr' // Literal.String.Regex
  | 's1' // Literal.String.Single
  | 'ss' // Literal.String.Symbol
  | 'm' // Literal.Number
  | 'mb' // Literal.Number.Bin
  | 'mf' // Literal.Number.Float
  | 'mh' // Literal.Number.Hex
  | 'mi' // Literal.Number.Integer
  | 'il' // Literal.Number.Integer.Long
  | 'mo' // Literal.Number.Oct
  | 'mx' // Literal.Number.Other
  | 'o' // Operator
  | 'ow' // Operator.Word
  | 'p' // Punctuation
  | 'pi' // Punctuation.Indicator
  | 'gd' // Generic.Deleted
  | 'ge' // Generic.Emph
  | 'gr' // Generic.Error
  | 'gh' // Generic.Heading
  | 'gi' // Generic.Inserted
  | 'gl' // Generic.Lineno
  | 'go' // Generic.Output
  | 'gp' // Generic.Prompt
  | 'gs' // Generic.Strong
  | 'gu' // Generic.Subheading
  | 'gt' // Generic.Traceback

export interface Token {
  readonly class: TokenClass
  readonly text: string
}

/** Joins neighbours of one class as they come and passes over empty texts. */
export class TokenList {
  readonly #tokens: Token[] = []
  #class: TokenClass = ''
  #text = ''

  add(name: TokenClass, text: string): void {
    if (name === this.#class) this.#text += text
    else if (text !== '') {
      if (this.#text !== '') this.#tokens.push({ class: this.#class, text: this.#text })
      this.#class = name
      this.#text = text
    }
  }

  /** The token that was last begun, which may still grow. */
  get last(): Token {
    return { class: this.#class, text: this.#text }
  }

  /** All tokens; nothing can be added to them. */
  finish(): readonly Token[] {
    if (this.#text !== '') this.#tokens.push(this.last)
    this.#class = ''
    this.#text = ''
    return this.#tokens
  }
}

export function toHtml(tokens: readonly Token[]): string {
  let html = ''
  for (const token of tokens) {
    const text = escapeText(token.text)
    html += token.class === '' ? text : `<span class="${token.class}">${text}</span>`
  }
  return html
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Quotes stay as they are. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => ESCAPES[character]!)
}
