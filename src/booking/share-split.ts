/** R6.24: the shares of a class change at the open of a day; par stays with the share, so its amount moves to or from paid-in surplus. */
import { absolute, compare, formatShortDecimal, ONE, subtract } from '../values/decimal.ts'
import { type Issue } from '../values/issue.ts'
import { Shares } from '../values/scaled.ts'
import { accounts } from '../reference/chart-of-accounts.ts'
import { sharesAfterSplit } from '../capital/fund-shares.ts'
import { type ShareSplit } from '../events/share-split.ts'
import { journalEntry, signedInBase } from '../ledger/journal-entry.ts'
import { type Booked, booked, type BookView, refused } from './booked.ts'
import { moveShares } from './order.ts'

/** Of a class without shares nothing is booked. */
export function bookShareSplit(event: ShareSplit, view: BookView): Booked {
  const { id, effectiveDate, payload } = event
  const shareClass = view.shareClass(payload.classId)
  const before = view.outstanding(shareClass.id)
  if (before === 0n) return booked([], [])
  const byRatio = sharesAfterSplit(before, payload.newUnits, payload.oldUnits, shareClass.shareDecimals)
  const after = payload.sharesAfter ?? byRatio
  if (after === 0n) return refused(nothingLeft(event, before))
  const { par, outstanding, fundShares } = moveShares(shareClass, after - before, view)
  const entry = journalEntry({
    id,
    effectiveDate,
    navDate: view.navDate,
    cause: { by: 'record', record: id, kind: 'share-split', restsOn: [] },
    memo: `Split of ${shareClass.name}: ${units(before)} shares become ${units(after)}`,
    postings: [
      signedInBase('credit', accounts.par, view.currency, par, shareClass.id),
      signedInBase('debit', accounts.paidIn, view.currency, par, shareClass.id),
    ],
    fundShares,
  })
  return booked([entry], [outstanding], exceptionsOf(event, before, byRatio))
}

/** The agent rounds each account, so its total may lie off the ratio; a whole share is more than the rounding of many accounts. */
function exceptionsOf({ payload, source, id }: ShareSplit, before: Shares, byRatio: Shares): Issue[] {
  const { sharesAfter } = payload
  if (sharesAfter === undefined) return []
  const difference = absolute(subtract(Shares.toDecimal(sharesAfter), Shares.toDecimal(byRatio)))
  if (compare(difference, ONE) < 0) return []
  return [
    {
      code: 'capital.split-differs',
      place: { file: source.file, row: source.row, column: 'shares_after' },
      found: `${units(sharesAfter)} shares after ${id}`,
      needed: `about ${units(byRatio)} = ${units(before)} × ${formatShortDecimal(payload.newUnits)} ÷ ${formatShortDecimal(payload.oldUnits)}: what rounding leaves in accounts is less than a share`,
      remedy: 'Compare with the transfer agent: an order that is missing on either side, or a wrong ratio. The shares are booked as confirmed.',
    },
  ]
}

const nothingLeft = ({ source, payload }: ShareSplit, before: Shares): Issue => ({
  code: 'split.nothing-left',
  place: { file: source.file, row: source.row, column: 'new_units' },
  found: `a split that leaves nothing of ${units(before)} shares of ${payload.classId}`,
  needed: 'a ratio that leaves shares',
  remedy: 'Correct the ratio.',
})

const units = (shares: Shares): string => formatShortDecimal(Shares.toDecimal(shares))
