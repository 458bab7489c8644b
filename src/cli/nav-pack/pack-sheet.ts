/** A NAV pack as a sheet: its sections in the order in which a reviewer asks, each short enough that the whole is one page. */
import { formatCalendarDate, formatLongDate } from '../../values/calendar-date.ts'
import { formatShortDecimal, withoutTrailingZeros } from '../../values/decimal.ts'
import { type NavPack } from '../../app/vocabulary.ts'
import { type Sheet, type SheetSection } from '../../render/sheet.ts'
import { accountedDecimal, plainShares, shownAmount, shownCount, shownDecimal, shownShares } from '../figures.ts'
import { bridgeSection, exceptionSections, gatesSection, pricesSection, trialBalanceSection } from './control-sections.ts'
import { moversSection, perShareSection, proofSection, returnSection } from './proof-sections.ts'
import { amountOf, percentOf } from './words.ts'

export function packSheet(pack: NavPack): Sheet {
  const { fund, date, standing, bookHash, readThrough, previous } = pack
  return {
    kind: 'NAV pack',
    title: fund.series.name,
    subtitle: `${formatLongDate(date)}, NAV basis, ${fund.series.baseCurrency}`,
    status: { text: statusText(pack), isAlarming: standing.status === 'calculated' },
    facts: [
      { name: 'Trust', value: fund.trust.name },
      { name: 'From', value: previous === undefined ? 'the first day of the books' : `the net asset value of ${formatCalendarDate(previous)}` },
      { name: 'Known', value: readThrough.of === 'folder' ? 'the whole folder' : `the log through position ${readThrough.through}` },
      { name: 'Book', value: bookHash.slice(0, 16) },
    ],
    sections: [
      classesSection(pack),
      proofSection(pack),
      perShareSection(pack),
      sharesSection(pack),
      expensesSection(pack),
      trialBalanceSection(pack),
      moversSection(pack),
      returnSection(pack),
      pricesSection(pack),
      bridgeSection(pack),
      gatesSection(pack),
      ...exceptionSections(pack),
    ].filter((section) => section !== undefined),
    signatures: ['Prepared by', 'Reviewed by'],
    foot: 'Made by Tieout. Each day debits equal credits, lots equal positions, the proof has no residual, and a second path finds the same net assets.',
  }
}

export const statusText = ({ standing: { status, open, blocking } }: NavPack): string =>
  status === 'clear' ? (open === 0 ? 'CLEAR' : `CLEAR: ${open} open, none blocks`) : `CALCULATED: ${blocking} open and blocking`

function classesSection(pack: NavPack): SheetSection {
  const { classes, benchmark } = pack
  return {
    title: 'Net asset value',
    place: 'above',
    table: {
      columns: [
        { heading: 'Class', of: 'words' },
        ...['Net assets', 'Shares', 'NAV per share', 'Unrounded', 'Before', 'Change', '%'].map((heading) => ({ heading, of: 'figures' as const })),
      ],
      rows: [
        ...classes.map(({ name, netAssets, outstanding, shareDecimals, navPerShare, unrounded, beforeInSharesOfToday: before, change, percent }) => ({
          cells: [
            name,
            amountOf(pack, netAssets),
            shownShares(outstanding, shareDecimals),
            navPerShare === undefined ? 'no shares' : shownDecimal(navPerShare),
            unrounded === undefined ? '' : shownDecimal(unrounded),
            before === undefined ? '' : shownDecimal(withoutTrailingZeros(before, navPerShare?.scale ?? 2)),
            change === undefined ? '' : accountedDecimal(withoutTrailingZeros(change, navPerShare?.scale ?? 2)),
            percentOf(percent),
          ],
        })),
        ...(benchmark === undefined ? [] : [{ cells: [benchmark.name, '', '', shownDecimal(benchmark.level), '', '', '', percentOf(benchmark.percent)] }]),
      ],
    },
    remarks: pack.proof.shareSplits.map(
      ({ newUnits, oldUnits }) =>
        `Fund shares were split, ${formatShortDecimal(newUnits)} for ${formatShortDecimal(oldUnits)}: the value before is that of a share of today.`,
    ),
  }
}

const kindWords: Readonly<Record<string, string>> = {
  subscription: 'Sold',
  redemption: 'Redeemed',
  'creation-in-kind': 'Created in kind',
  'redemption-in-kind': 'Redeemed in kind',
  'redemption-fee': 'Redemption fees kept',
  'transaction-fee': 'Transaction fees',
  'share-split': 'Split',
  'opening-shares': 'Taken on',
  'take-on': 'Taken on',
  'manual-entry': 'Entries by hand',
}

/** Shares and dollars of each class from yesterday to today. */
function sharesSection(pack: NavPack): SheetSection {
  const rows = pack.shares.flatMap(({ classId, opening, closing }) => {
    const shareClass = pack.classes.find((each) => each.classId === classId)
    const places = shareClass?.shareDecimals ?? 0
    const own = pack.proof.capital.filter((each) => each.classId === undefined || each.classId === classId)
    return [
      { cells: [`${shareClass?.name ?? classId}, before`, shownShares(opening, places), ''] },
      ...own.map(({ kind, count, shares, effect }) => ({
        cells: [
          `  ${kindWords[kind] ?? kind}${count > 1 ? ` (${shownCount(count)})` : ''}`,
          shares < 0n ? `(${shownShares(-shares as typeof shares, places)})` : plainShares(shares, places) === '0' ? '' : shownShares(shares, places),
          amountOf(pack, effect),
        ],
      })),
      { cells: [`${shareClass?.name ?? classId}, after`, shownShares(closing, places), ''], look: 'total' as const },
    ]
  })
  return {
    title: 'Fund shares',
    place: 'left',
    table: {
      columns: [
        { heading: '', of: 'words' },
        { heading: 'Shares', of: 'figures' },
        { heading: pack.fund.series.baseCurrency, of: 'figures' },
      ],
      rows,
    },
    remarks: pack.proof.capital.length === 0 ? ['No order is first in this net asset value.'] : [],
  }
}

function expensesSection(pack: NavPack): SheetSection {
  const { charges, others, ratio } = pack.expenses
  const base = pack.fund.series.baseCurrency
  if (charges.length === 0 && others.length === 0) return { title: 'Expenses', place: 'left', remarks: ['None is agreed, and none was booked.'] }
  return {
    title: 'Expenses',
    place: 'left',
    table: {
      columns: [{ heading: '', of: 'words' }, ...['Today', 'Year to date', 'Budget'].map((heading) => ({ heading, of: 'figures' as const }))],
      rows: [
        ...charges.map(({ charge, today, year, budgeted, isWithinTenth }) => ({
          cells: [
            `${charge.replaceAll('_', ' ')}${isWithinTenth ? '' : ' (over a tenth off)'}`,
            amountOf(pack, today),
            amountOf(pack, year),
            budgeted === undefined ? '' : shownAmount(budgeted, base),
          ],
          look: isWithinTenth ? undefined : ('alarming' as const),
        })),
        ...others.map(({ source, effect }) => ({ cells: [source, amountOf(pack, -effect), '', ''] })),
      ],
    },
    remarks: ratio === undefined ? [] : [`Fees and budgets of the fiscal year so far: ${shownDecimal(ratio)}% a year of average net assets.`],
  }
}
