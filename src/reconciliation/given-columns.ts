/** What the custodian, the transfer agent and brokers say of the fund: the columns of recon/KIND.csv. Given, never booked. */
import {
  amountOrZero,
  choice,
  currency,
  date,
  quantity,
  quantityOfAnySign,
  sharesOrZero,
  signedDecimal,
  text,
  unsignedDecimal,
  wholeNumber,
} from '../values/field.ts'
import { recordId } from '../values/record-id.ts'
import { optional, required } from '../values/table.ts'
import { classIdField } from '../reference/fund-file.ts'
import { instrumentId } from '../reference/instrument.ts'

const account = optional(text, 'Account at the custodian; what several accounts hold is added up.')

export const givenColumns = {
  'custodian-cash': {
    date: required(date, 'Day of the statement, at its end.'),
    currency: required(currency, 'Currency of the balance.'),
    balance: required(
      signedDecimal,
      'Settled cash, in that currency; negative where it is overdrawn. A currency that the statement of a day leaves out is zero.',
    ),
    account,
  },
  'custodian-items': {
    date: required(date, 'Value date of the movement at the custodian.'),
    currency: required(currency, 'Currency of the amount.'),
    amount: required(signedDecimal, 'Positive where the fund received it, negative where it paid.'),
    reference: optional(text, 'The id of the record of the book that it settles, or the custodian’s own reference.'),
    description: optional(text, 'What the custodian says of it.'),
  },
  'custodian-positions': {
    date: required(date, 'Day of the statement, at its end.'),
    instrument: required(instrumentId, 'What is held. An instrument that the statement of a day leaves out is zero.'),
    settled: required(quantityOfAnySign, 'Settled units.'),
    pending: optional(quantityOfAnySign, 'Units still to be received, less those still to be delivered; none where empty.'),
    on_loan: optional(quantityOfAnySign, 'Units lent out, which are the fund’s and not among those settled; none where empty.'),
    account,
  },
  'transfer-agent': {
    date: required(date, 'Trade date: the orders of this day are in it.'),
    class: required(classIdField, 'Class of shares.'),
    shares: required(sharesOrZero, 'Shares outstanding at the end of the day.'),
    shares_sold: required(sharesOrZero, 'Shares sold and reinvested on the day.'),
    dollars_sold: required(amountOrZero, 'Their dollars, in the base currency.'),
    shares_redeemed: required(sharesOrZero, 'Shares redeemed on the day.'),
    dollars_redeemed: required(amountOrZero, 'Their dollars, in the base currency.'),
    transactions: optional(
      wholeNumber(0, 100_000_000),
      'How many transactions these are; each may be rounded by half of the last place of a share (R12.5). Where empty, as many as the book has orders.',
    ),
  },
  'broker-trades': {
    date: required(date, 'Trade date.'),
    instrument: required(instrumentId, 'What was traded.'),
    side: required(choice(['purchase', 'sale']), 'Seen from the fund.'),
    quantity: required(quantity, 'Units.'),
    amount: required(unsignedDecimal, 'Net amount, in the currency of the instrument.'),
    reference: optional(recordId, 'Id of the record of the book. Without it the trade is found by date, instrument, side and quantity.'),
  },
} as const

export type GivenKind = keyof typeof givenColumns

export const givenKinds = Object.keys(givenColumns) as readonly GivenKind[]

/** One sentence for each, for the documentation of the book format. */
export const givenDocs: Readonly<Record<GivenKind, string>> = {
  'custodian-cash': 'Settled cash by currency, held against accounts 1000 and 1010 on trade date (R12.2).',
  'custodian-items': 'Movements of cash, held against those of the books one by one: by amount, value date and reference (R12.2).',
  'custodian-positions': 'Settled and pending units, held against the units of the books on trade date (R12.3).',
  'transfer-agent': 'Shares outstanding and the orders of a day by class, held against those of the books (R12.4, R12.5).',
  'broker-trades': 'Trades as brokers or the order system confirm them, held against purchases and sales (R12.6).',
}
