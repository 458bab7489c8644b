/** Split or reverse split of fund shares (R6.24): shares × ratio, net asset value per share ÷ ratio, no dollars. */
import { type Decimal, equals, formatDecimal } from '../values/decimal.ts'
import { anyDecimal, date, shares } from '../values/field.ts'
import { type Issue } from '../values/issue.ts'
import { type Shares } from '../values/scaled.ts'
import { optional, required, type RowOf, type SourceRow } from '../values/table.ts'
import { type ClassId } from '../reference/fund.ts'
import { classIdField } from '../reference/fund-file.ts'
import { eventKind } from './event-kind.ts'
import { headerColumns, type RecordHeader } from './record.ts'

export type ShareSplit = RecordHeader<'share-split'> & {
  readonly payload: {
    readonly classId: ClassId
    /** `newUnits` for each `oldUnits`, both above zero. */
    readonly newUnits: Decimal
    readonly oldUnits: Decimal
    /** As the transfer agent confirms, who rounds each account; by the ratio where undefined. */
    readonly sharesAfter: Shares | undefined
  }
}

const columns = {
  ...headerColumns,
  effective_date: required(date, 'First day in new units: orders of this day are in new units, those of the day before in old ones.'),
  class: required(classIdField, 'Share class: an id of fund.yaml.'),
  new_units: required(anyDecimal, 'New shares for the old ones beside it: 2 and 1 for two-for-one, 1 and 4 for a reverse split.'),
  old_units: required(anyDecimal, 'Old shares that become the new ones.'),
  shares_after: optional(
    shares,
    'Shares outstanding behind the split and before the orders of its day, as the transfer agent confirms them; by the ratio where empty.',
  ),
} as const

export const shareSplit = eventKind({
  kind: 'share-split',
  doc: 'A split or reverse split of fund shares at the open of a day: shares by the ratio, net asset value per share against it, no dollars (R6.24).',
  columns,
  dateColumn: 'effective_date',
  rank: 'corporate action',
  isOfBusinessDay: true,
  issues: ratioIssues,
  payload: (row): ShareSplit['payload'] => ({ classId: row.class, newUnits: row.new_units, oldUnits: row.old_units, sharesAfter: row.shares_after }),
})

function ratioIssues({ new_units: after, old_units: before }: RowOf<typeof columns>, { file, row }: SourceRow): Issue[] {
  if (after.units !== 0n && before.units !== 0n && !equals(after, before)) return []
  return [
    {
      code: 'split.ratio',
      place: { file, row, column: 'new_units' },
      found: `${formatDecimal(after)} new units for ${formatDecimal(before)} old`,
      needed: 'two numbers above zero that differ',
      remedy: 'Give the ratio as announced: 2 and 1 for two-for-one, 1 and 4 for a reverse split.',
    },
  ]
}
