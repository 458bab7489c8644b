/** R12.9: income that did not come, or not all of it, and reclaims that have grown old. */
import { type CalendarDate, formatCalendarDate } from '../values/calendar-date.ts'
import { formatDecimal } from '../values/decimal.ts'
import { type Issue } from '../values/issue.ts'
import { amountToDecimal } from '../values/money.ts'
import { type RecordId } from '../values/record-id.ts'
import { type SourceRow } from '../values/table.ts'
import { type Fund } from '../reference/fund.ts'
import { policyOn } from '../reference/policy.ts'
import { incomeReceivables } from '../booking/income-item.ts'
import { type Obligation } from '../booking/obligation.ts'

/** Calendar days past the pay date after which a receivable is named. */
const DAYS_OVERDUE = 30

type IncomeContext = { readonly fund: Fund; readonly sourceOf: (record: RecordId) => SourceRow | undefined }

export function incomeExceptions(obligations: Iterable<Obligation>, date: CalendarDate, { fund, sourceOf }: IncomeContext): Issue[] {
  const staleDays = policyOn(fund.policies, 'income', date)?.settings.stale_reclaim_days
  const issues: Issue[] = []
  for (const obligation of obligations) {
    const { trade, item, side, account, due, since, open, openBase, total, currency } = obligation
    if (side !== 'receivable' || !incomeReceivables.has(account) || since === undefined) continue
    const shown = (amount: bigint): string => formatDecimal(amountToDecimal(amount, currency))
    const received = (): string =>
      open === total ? `none of ${shown(total)} ${currency} has come` : `${shown(total - open)} of ${shown(total)} ${currency} came`
    const report = (code: Issue['code'], column: string, found: string, needed: string, remedy: string): void => {
      const source = sourceOf(trade)
      if (source === undefined) return
      issues.push({
        code,
        place: { file: source.file, row: source.row, column },
        found,
        needed,
        remedy,
        about: { record: trade, date: formatCalendarDate(since), effect: formatDecimal(amountToDecimal(openBase, fund.series.baseCurrency)) },
      })
    }
    if (item === 'reclaim') {
      if (staleDays !== undefined && date - since > staleDays)
        report(
          'income.reclaim-stale',
          'reclaim',
          `${received()} of the tax reclaimed of ${trade}, ex ${formatCalendarDate(since)}`,
          `cash within ${staleDays} days, by the policy income of fund.yaml`,
          'Ask the custodian where the claim stands. What will not come is written off by a record in events/reclaim.csv.',
        )
    } else if (due !== undefined && date - due > DAYS_OVERDUE)
      report(
        'income.overdue',
        'pay_date',
        `${received()} for ${trade}, due ${formatCalendarDate(due)}`,
        `its cash within ${DAYS_OVERDUE} days of the pay date`,
        'Claim it from the payer or the custodian. Where it will not come, correct the record: a dividend by one that reverses it.',
      )
    else if (due !== undefined && due <= date && open !== total)
      report(
        'income.received-differs',
        'pay_date',
        `${received()} for ${trade}, due ${formatCalendarDate(due)}; ${shown(open)} is open`,
        'what the record expects',
        'Find the difference with the custodian: the rest in a settlement record when it comes, another rate or tax in a record that corrects this one.',
      )
  }
  return issues
}
