/** Numbers as other programs write them, to exact decimals (R0.1): the signs of the source are stated, and nothing else is read. */
import { type Decimal, decimal } from '../values/decimal.ts'

export type NumberFormat = {
  /** '.' or ','. */
  readonly decimal: string
  /** What separates thousands; '' where nothing does. Numbers without it are read too, those with it elsewhere are not. */
  readonly thousands: string
  /** How a number below zero is marked; a minus before it is always read as one. */
  readonly negative: NegativeMark
  /** Texts that stand with a number and are no part of it: "$", "USD". */
  readonly symbols: readonly string[]
}

export const negativeMarks = ['minus', 'trailing-minus', 'parentheses'] as const
export type NegativeMark = (typeof negativeMarks)[number]

export const plainNumbers: NumberFormat = { decimal: '.', thousands: '', negative: 'minus', symbols: [] }

/** The exact number, with the places it is written with; undefined where the text is none in this format. */
export function parseForeignNumber(text: string, format: NumberFormat): Decimal | undefined {
  let rest = text
  for (const symbol of format.symbols) rest = rest.replace(symbol, '')
  rest = rest.trim()
  let isNegative = false
  if (format.negative === 'parentheses' && rest.startsWith('(') && rest.endsWith(')')) [rest, isNegative] = [rest.slice(1, -1).trim(), true]
  else if (format.negative === 'trailing-minus' && rest.endsWith('-')) [rest, isNegative] = [rest.slice(0, -1).trim(), true]
  else if (/^[+-]/.test(rest)) [rest, isNegative] = [rest.slice(1).trim(), rest.startsWith('-')]
  const [whole = '', places, ...others] = rest.split(format.decimal)
  if (others.length > 0 || (places !== undefined && !/^\d+$/.test(places))) return undefined
  const digits = withoutSeparators(whole, format.thousands)
  if (digits === undefined || (digits === '' && places === undefined)) return undefined
  const units = BigInt(`${digits}${places ?? ''}`)
  return decimal(isNegative ? -units : units, places?.length ?? 0)
}

/** Groups of three behind the first, or no separator at all: "1,23" is no number of thousands. A point may begin it: ".50". */
function withoutSeparators(whole: string, thousands: string): string | undefined {
  if (/^\d*$/.test(whole)) return whole
  if (thousands === '') return undefined
  const [first = '', ...groups] = whole.split(thousands)
  return /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group)) ? [first, ...groups].join('') : undefined
}

/** The format in words. */
export const describeNumbers = ({ decimal: point, thousands, negative }: NumberFormat): string =>
  `a number with "${point}" before decimals${thousands === '' ? ', without thousands separators' : ` and "${thousands}" between thousands`}${
    negative === 'minus' ? '' : negative === 'parentheses' ? ', in parentheses where negative' : ', with the minus behind it where negative'
  }`
