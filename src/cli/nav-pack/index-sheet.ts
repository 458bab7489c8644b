/** The first page of the packs of a range: each day with its status and its pack, and the net asset value per share as a line. */
import { formatCalendarDate, formatLongDate } from '../../values/calendar-date.ts'
import { type NavPack, scaledHeights } from '../../app/vocabulary.ts'
import { type Chart, type Sheet } from '../../render/sheet.ts'
import { accountedDecimal, counted, shownDecimal, shownShares } from '../figures.ts'
import { amountOf, percentOf } from './words.ts'

/** `fileOf` names the pack of a day, in the folder of the page. */
export function indexSheet(packs: readonly NavPack[], fileOf: (pack: NavPack) => string): Sheet {
  const [first, last] = [packs[0] as NavPack, packs.at(-1) as NavPack]
  const waiting = packs.filter(({ standing }) => standing.status === 'calculated').length
  return {
    kind: 'NAV packs',
    title: last.fund.series.name,
    subtitle: `${formatLongDate(first.date)} through ${formatLongDate(last.date)}, NAV basis, ${last.fund.series.baseCurrency}`,
    status: {
      text: waiting === 0 ? `${counted(packs.length, 'day')}, all CLEAR` : `${waiting} of ${counted(packs.length, 'day')} CALCULATED`,
      isAlarming: waiting > 0,
    },
    facts: [
      { name: 'Trust', value: last.fund.trust.name },
      { name: 'Book', value: last.bookHash.slice(0, 16) },
    ],
    sections: [
      ...first.classes.flatMap(({ classId, name }) => {
        const chart = chartOf(packs, classId)
        return chart === undefined ? [] : [{ title: `NAV per share, ${name}`, place: 'above' as const, chart, remarks: [] }]
      }),
      {
        title: 'Days',
        place: 'below',
        table: {
          columns: [
            { heading: 'Date', of: 'words' },
            ...(first.classes.length > 1 ? [{ heading: 'Class', of: 'words' as const }] : []),
            ...[
              'Net assets',
              'Shares',
              'NAV',
              'Change',
              '%',
              ...(last.benchmark === undefined ? [] : [`${last.benchmark.name} %`]),
              'Open',
              'Decided',
              'Breaks',
              'Status',
            ].map((heading) => ({ heading, of: 'figures' as const })),
          ],
          rows: packs.flatMap((pack) =>
            pack.classes.map(({ name, netAssets, outstanding, shareDecimals, navPerShare, change, percent }) => ({
              cells: [
                formatCalendarDate(pack.date),
                ...(first.classes.length > 1 ? [name] : []),
                amountOf(pack, netAssets),
                shownShares(outstanding, shareDecimals),
                navPerShare === undefined ? 'no shares' : shownDecimal(navPerShare),
                change === undefined ? '' : accountedDecimal(change),
                percentOf(percent),
                ...(last.benchmark === undefined ? [] : [percentOf(pack.benchmark?.percent)]),
                String(pack.standing.open),
                String(pack.standing.disposed),
                String(pack.breaks.length),
                pack.standing.status,
              ],
              look: pack.standing.status === 'calculated' ? ('alarming' as const) : undefined,
              link: fileOf(pack),
            })),
          ),
        },
        remarks: [],
      },
    ],
    signatures: [],
    foot: 'Made by Tieout. Breaks are among the exceptions that are open or decided.',
  }
}

function chartOf(packs: readonly NavPack[], classId: string): Chart | undefined {
  const points = packs.flatMap(({ date, classes }) => {
    const nav = classes.find((each) => each.classId === classId)?.navPerShare
    return nav === undefined ? [] : [{ date, nav }]
  })
  const scaled = scaledHeights(points.map(({ nav }) => nav))
  if (scaled === undefined) return undefined
  return {
    caption: 'NAV per share',
    points: points.map(({ date, nav }, index) => ({ label: `${formatCalendarDate(date)}: ${shownDecimal(nav)}`, height: scaled.heights[index] ?? 0 })),
    highest: shownDecimal(scaled.highest),
    lowest: shownDecimal(scaled.lowest),
  }
}
