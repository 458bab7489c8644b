/** Income from lending securities (R3.56): what was earned, less the rebate to the borrower and the share of the agent. */
import { type Currency } from '../values/currency.ts'
import { type Decimal, formatShortDecimal, ONE, product, subtract, ZERO } from '../values/decimal.ts'
import { date, positiveDecimal, rate, text, unsignedDecimal } from '../values/field.ts'
import { type Issue } from '../values/issue.ts'
import { type Amount, amountToDecimal, roundToAmount } from '../values/money.ts'
import { Rate } from '../values/scaled.ts'
import { optional, required, type RowOf, type SourceRow } from '../values/table.ts'
import { type InstrumentId, instrumentId } from '../reference/instrument.ts'
import { type DecodingContext, eventKind } from './event-kind.ts'
import { incomeColumns, type IncomeTerms, incomeTermsOf, payDateIssues } from './income.ts'
import { localAmount, localAmountIssues } from './local-amount.ts'
import { headerColumns, type RecordHeader } from './record.ts'

export type SecuritiesLending = RecordHeader<'securities-lending'> & {
  readonly payload: IncomeTerms & {
    /** The security on loan, where the income is of one. */
    readonly instrument?: InstrumentId
    /** All in minor units of the currency: fees, or income of the collateral; what of it the borrower and the agent get. */
    readonly earned: Amount
    readonly rebate: Amount
    readonly agentFee: Amount
    readonly agentRate: Rate | undefined
    readonly borrower: string | undefined
  }
}

const columns = {
  ...headerColumns,
  effective_date: required(date, 'Day of which it is income.'),
  instrument: optional(instrumentId, 'The security on loan, where the income is of one.'),
  borrower: optional(text, 'Who borrowed it.'),
  earned: required(positiveDecimal, 'Lending fees, or the income of the collateral, before rebate and agent.'),
  rebate: optional(unsignedDecimal, 'What of it is paid to the borrower.'),
  agent_rate: optional(rate, 'Share of the lending agent, as a fraction of what is earned less the rebate: 0.20.'),
  agent_fee: optional(unsignedDecimal, 'The same as an amount, in place of its rate.'),
  ...incomeColumns,
} as const

type Row = RowOf<typeof columns>

export const securitiesLending = eventKind({
  kind: 'securities-lending',
  doc: 'Income from lending securities, net of the rebate to the borrower and the share of the agent, each kept (R3.56).',
  columns,
  dateColumn: 'effective_date',
  rank: 'income and expense',
  isOfBusinessDay: false,
  issues: lendingIssues,
  payload: (row, context): SecuritiesLending['payload'] => {
    const terms = incomeTermsOf(row, context)
    const amount = (value: Decimal | undefined): Amount => (value === undefined ? (0n as Amount) : localAmount(value, terms.currency))
    const [earned, rebate] = [amount(row.earned), amount(row.rebate)]
    return {
      ...terms,
      ...(row.instrument === undefined ? {} : { instrument: row.instrument }),
      earned,
      rebate,
      agentFee: row.agent_rate === undefined ? amount(row.agent_fee) : agentShare(earned - rebate, row.agent_rate, terms.currency),
      agentRate: row.agent_rate,
      borrower: row.borrower,
    }
  },
})

/** Half up to the minor unit: 20% of 500 − 380 is 24. */
const agentShare = (base: bigint, agentRate: Rate, currency: Currency): Amount =>
  roundToAmount(product(amountToDecimal(base, currency), Rate.toDecimal(agentRate)), currency, 'half-up')

function lendingIssues(row: Row, source: SourceRow, context: DecodingContext): Issue[] {
  const { earned, rebate, agent_fee } = row
  const currency = row.currency ?? context.baseCurrency
  const issues = [...payDateIssues(row, row.effective_date, source), ...localAmountIssues({ earned, rebate, agent_fee }, currency, source)]
  const report = (column: keyof Row, found: string, needed: string, remedy: string): void => {
    issues.push({ code: 'income.lending', place: { file: source.file, row: source.row, column }, found, needed, remedy })
  }
  if (row.agent_rate !== undefined && agent_fee !== undefined)
    report('agent_fee', 'agent_fee and agent_rate', 'one of the two', 'Keep the one that the agent states.')
  const left = subtract(subtract(earned, rebate ?? ZERO), agent_fee ?? ZERO)
  if (left.units < 0n || (row.agent_rate !== undefined && row.agent_rate > ONE_WHOLE))
    report(
      'earned',
      `${formatShortDecimal(earned)} earned, less than the rebate and the share of the agent`,
      'at least what the borrower and the agent get of it',
      'Correct the amounts. A rebate above the income of the collateral is an expense: enter it by hand.',
    )
  return issues
}

const ONE_WHOLE = Rate.from(ONE) as Rate
