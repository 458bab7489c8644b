/** Observed prices: what prices/*.csv hold, a row an observation. An observation is a record with a natural key. */
import { anyDecimal, choice, date, identifier, priceOrZero, text } from '../values/field.ts'
import { priceUnit } from '../values/quote-unit.ts'
import { optional, required } from '../values/table.ts'
import { instrumentId } from '../reference/instrument.ts'
import { priceTypes, type PriceType, timeAtPlace } from '../reference/policy.ts'

export { priceTypes, type PriceType }

/** Levels of the fair value hierarchy (ASC 820, R5.10). */
export const levels = ['1', '2', '3'] as const
export type Level = (typeof levels)[number]

/** The level of a price whose row states none; a judgement states its own. */
export const levelOfType: Readonly<Record<PriceType, Level | undefined>> = {
  close: '1',
  'official-close': '1',
  last: '1',
  bid: '2',
  ask: '2',
  mean: '2',
  evaluated: '2',
  'fair-value': undefined,
  override: undefined,
}

const person = identifier<string>('the short name of a person', 'j.doe')

export const priceColumns = {
  date: required(date, 'Day of the price, on which the exchange is open.'),
  instrument: required(instrumentId, 'What was priced: an id of instruments.csv.'),
  price: required(priceOrZero, 'Price a unit, in the quote unit of the instrument; zero only by judgement (fair-value, override).'),
  type: required(choice(priceTypes), 'How the price came about.'),
  source: required(text, 'Who observed or supplied it.'),
  currency: optional(priceUnit, 'Currency or quote unit of the price (GBP, GBX); that of the instrument where empty, and never another.'),
  time: optional(timeAtPlace, 'When it was observed, and by which clock.'),
  level: optional(
    choice(levels),
    'Level of the fair value hierarchy (R5.10). Where empty: 1 for close, official-close and last; 2 for bid, ask, mean, evaluated and a close adjusted by a factor. A fair-value and an override state it.',
  ),
  method: optional(text, 'fair-value: how it was found.'),
  evidence: optional(text, 'fair-value: the inputs, or where they lie; of a factor, its model and trigger.'),
  factor: optional(anyDecimal, 'fair-value: the factor by which the local close of the day was adjusted (R5.8).'),
  entered_by: optional(person, 'override: who entered it.'),
  approved_by: optional(person, 'fair-value, override: who approved it; of an override, another person than the one who entered it.'),
  reason: optional(text, 'override: why the observed prices are not taken.'),
  next_review: optional(date, 'fair-value: the last day on which it holds; by then it is reviewed (R5.9).'),
} as const
