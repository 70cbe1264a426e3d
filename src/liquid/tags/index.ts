/** The tags of Liquid and Jekyll by their names. */

import { OUTPUT, UNKNOWN } from '../source.ts'
import { assign } from './assign.ts'
import { capture } from './capture.ts'
import { caseTag } from './case.ts'
import { decrement, increment } from './counters.ts'
import { cycle } from './cycle.ts'
import { breakTag, continueTag, forTag } from './for.ts'
import { highlightTag } from './highlight.ts'
import { ifTag, unless } from './if.ts'
import { ifchanged } from './ifchanged.ts'
import { include, includeRelative } from './include.ts'
import { link, postUrl } from './links.ts'
import { liquid } from './liquid.ts'
import { output } from './output.ts'
import { tablerow } from './tablerow.ts'
import type { TagRule } from './tag.ts'
import { render, unknown } from './unknown.ts'
import { comment, inlineComment, raw } from './verbatim.ts'

/** Tags that enclose a body up to `endNAME`. */
export const BLOCKS: Readonly<Record<string, TagRule>> = {
  capture,
  case: caseTag,
  comment,
  for: forTag,
  highlight: highlightTag,
  if: ifTag,
  ifchanged,
  raw,
  tablerow,
  unless,
}

export const TAGS: Readonly<Record<string, TagRule>> = {
  '#': inlineComment,
  assign,
  break: breakTag,
  continue: continueTag,
  cycle,
  decrement,
  echo: output,
  include,
  include_relative: includeRelative,
  increment,
  link,
  liquid,
  post_url: postUrl,
  render,
}

/** What stands for an output and for what is no tag. */
export const PSEUDO_TAGS: Readonly<Record<string, TagRule>> = {
  [OUTPUT]: output,
  [UNKNOWN]: unknown,
}
