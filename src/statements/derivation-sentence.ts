import { formatCalendarDate } from '../values/calendar-date.ts'
import { unreachable } from '../values/invariant.ts'
import { accountOf, accounts } from '../reference/chart-of-accounts.ts'
import { type Derivation, type Rounding } from './figure.ts'

/** How a figure was made, in a sentence for a reader; `isTranslated` where exchange rates took part. */
export function derivationSentence(derivation: Derivation, isTranslated = false): string {
  const byRate = isTranslated ? ' × rate' : ''
  switch (derivation.of) {
    case 'ledger balance': {
      const { accounts: codes, positive, from, through, kinds, translated, currency, measure } = derivation.query
      const names =
        codes.length > 4
          ? `${codes.slice(0, 3).join(', ')} and ${codes.length - 3} more accounts`
          : codes.map((code) => `${code} ${accountOf(code)?.name ?? ''}`).join(', ')
      const time = from === undefined ? `through ${formatCalendarDate(through)}` : `from ${formatCalendarDate(from)} through ${formatCalendarDate(through)}`
      return `${positive === 'debit' ? 'Debits less credits' : 'Credits less debits'} of ${names}, effective ${time}${kinds === undefined ? '' : `, of ${kinds.join(' and ')} records`}${translated === 'not' ? ', without items in foreign currencies' : ''}${currency === undefined ? '' : measure === 'local' ? `, in ${currency}` : `, what they are booked at of items in ${currency}`}${isTranslated && codes.length === 1 && codes[0] === accounts.realizedCurrency ? ': cash at the rate of its day or at the average cost of the currency, against what trades were booked at' : ''}`
    }
    case 'position':
      return derivation.measure === 'value'
        ? `Quantity × price × multiplier${byRate}, rounded half up to the minor unit`
        : derivation.measure === 'cost'
          ? `Cost of the open lots on ${formatCalendarDate(derivation.date)}`
          : `Units bought less units sold through ${formatCalendarDate(derivation.date)}, on trade date`
    case 'share count':
      return derivation.query.from === undefined
        ? `Fund shares issued less redeemed through ${formatCalendarDate(derivation.query.through)}`
        : `Fund shares moved by ${derivation.query.kinds?.join(' and ') ?? 'all'} records of the period`
    case 'strike':
      return strikeSentence(derivation, byRate)
    case 'strike change':
      return `What the NAV book took in from ${formatCalendarDate(derivation.period.from)} through ${formatCalendarDate(derivation.period.through)}: the days before, and the last day’s records`
    case 'translation':
      return `${derivation.currency} at the rate of ${formatCalendarDate(derivation.date)}, rounded half up to the minor unit`
    case 'foreign cash': {
      const held = `the ${derivation.currency} in cash in the NAV book on ${formatCalendarDate(derivation.date)}`
      return derivation.measure === 'amount'
        ? `Of ${held}: what came in less what went out`
        : `Cost of ${held}: what came in at the rates of its days, what went out at the average`
    }
    case 'policy value':
      return `Stated by the fund: ${derivation.name}`
    case 'count':
      return `Count: ${derivation.what}`
    case 'nothing':
      return `Nothing: ${derivation.because}`
    case 'sum':
      return `Sum of ${derivation.terms.length} figures`
    case 'difference':
      return 'The first less the second'
    case 'product':
      return 'Product'
    case 'quotient':
      return `The first ÷ the second${derivation.isPercent ? ', in percent' : ''}, rounded ${derivation.rounding.mode} to ${places(derivation.rounding)}`
    case 'maximum':
      return 'The larger of the two'
    case 'minimum':
      return 'The smaller of the two'
    case 'rounding':
      return `Rounded ${derivation.rounding.mode} to ${places(derivation.rounding)}`
    case 'average over days':
      return `Average of daily ${derivation.measure} over ${derivation.days} calendar day${derivation.days === 1 ? '' : 's'}, NAV book; a day without a strike has the last one’s`
    case 'linked product':
      return `The first ÷ the second − 1, in percent${derivation.ratios.length > 1 ? ', linked over the reinvestments' : ''}, rounded once to ${places(derivation.rounding)}`
    default:
      return unreachable(derivation)
  }
}

function strikeSentence({ measure, date: day, currency }: Extract<Derivation, { of: 'strike' }>, byRate: string): string {
  const date = formatCalendarDate(day)
  switch (measure) {
    case 'net assets':
      return `Net assets of the NAV book struck on ${date}: investments, and other assets less liabilities`
    case 'foreign items':
      return `What the NAV book struck on ${date} owns and owes in ${currency}: each item at the rate of the day, rounded by itself`
    case 'foreign money':
      return `${currency} that the NAV book struck on ${date} has in cash and to come, less what it owes: that of the month before, and the month’s records`
    case 'investments':
      return `Investments of the NAV book struck on ${date}: units held × prices of the day × multipliers${byRate === '' ? '' : ' × rates of the day'}`
    case 'units held':
      return `Units of all securities in the NAV book struck on ${date}, as a control total: those of the month before, and the month’s trades`
    case 'shares outstanding':
    case 'other assets, net':
      return `${measure === 'shares outstanding' ? 'Shares outstanding' : 'Other assets less liabilities'} of the NAV book struck on ${date}: those of the month before, and the month’s records`
    default:
      return unreachable(measure)
  }
}

const places = ({ scale }: Rounding): string => (scale === 0 ? 'a whole number' : scale === 1 ? '1 place' : `${scale} places`)
