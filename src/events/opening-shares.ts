/** Fund shares outstanding with which a fund is taken on, and the net asset value per share published that day (R6.6). */
import { date, price, shares } from '../values/field.ts'
import { type Price, type Shares } from '../values/scaled.ts'
import { required } from '../values/table.ts'
import { type ClassId } from '../reference/fund.ts'
import { classIdField } from '../reference/fund-file.ts'
import { eventKind } from './event-kind.ts'
import { headerColumns, type RecordHeader } from './record.ts'

export type OpeningShares = RecordHeader<'opening-shares'> & {
  readonly payload: { readonly classId: ClassId; readonly shares: Shares; readonly netAssetValue: Price }
}

export const openingShares = eventKind({
  kind: 'opening-shares',
  doc: 'Fund shares outstanding when a fund is taken on, with the net asset value per share that was published for that day and at which its orders deal.',
  columns: {
    ...headerColumns,
    effective_date: required(date, 'Day at whose close the fund was taken on: books_from of fund.yaml.'),
    class: required(classIdField, 'Share class: an id of fund.yaml.'),
    shares: required(shares, 'Shares outstanding at that close, as the transfer agent confirms them.'),
    net_asset_value: required(price, 'Net asset value per share published for that day.'),
  },
  dateColumn: 'effective_date',
  rank: 'opening',
  isOfBusinessDay: true,
  issues: () => [],
  payload: (row): OpeningShares['payload'] => ({ classId: row.class, shares: row.shares, netAssetValue: row.net_asset_value }),
})
