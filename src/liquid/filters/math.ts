/** Numbers. */

import { Time } from '../../util/dates.ts'
import { plainError } from '../errors.ts'
import {
  absolute,
  calculate,
  ceil,
  comparable,
  floor,
  formatNumber,
  isNumeric,
  leadingInteger,
  type Numeric,
  round,
  toNumber,
} from '../numbers.ts'
import { className, toText } from '../values.ts'
import { type Filters, takes } from './filter.ts'

export const mathFilters: Filters = {
  plus: takes(1, 1, (input, [operand]) => calculate('plus', input, operand)),
  minus: takes(1, 1, (input, [operand]) => calculate('minus', input, operand)),
  times: takes(1, 1, (input, [operand]) => calculate('times', input, operand)),
  divided_by: takes(1, 1, (input, [operand]) => calculate('divide', input, operand)),
  modulo: takes(1, 1, (input, [operand]) => calculate('modulo', input, operand)),
  abs: takes(0, 0, (input) => absolute(toNumber(input))),
  ceil: takes(0, 0, (input) => ceil(toNumber(input))),
  floor: takes(0, 0, (input) => floor(toNumber(input))),
  round: takes(0, 1, (input, [places]) => {
    return round(toNumber(input), Math.trunc(Number(comparable(toNumber(places)))))
  }),
  at_least: takes(1, 1, (input, [least]) => atLeast(toNumber(input), toNumber(least))),
  at_most: takes(1, 1, (input, [most]) => atMost(toNumber(input), toNumber(most))),
  to_integer: takes(0, 0, toInteger),
}

function atLeast(value: Numeric, least: Numeric): Numeric {
  return comparable(least) > comparable(value) ? least : value
}

function atMost(value: Numeric, most: Numeric): Numeric {
  return comparable(most) < comparable(value) ? most : value
}

function toInteger(input: unknown): Numeric {
  if (input === true) return 1
  if (input === false || input === null || input === undefined) return 0
  if (typeof input === 'string') return leadingInteger(input)
  if (input instanceof Time) return input.seconds
  if (isNumeric(input)) return leadingInteger(formatNumber(input))
  throw plainError(`undefined method \`to_i' for ${toText(input)}:${className(input)}`)
}
