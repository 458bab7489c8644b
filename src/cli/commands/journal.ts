import { type CalendarDate, formatCalendarDate } from '../../values/calendar-date.ts'
import { type Issue } from '../../values/issue.ts'
import { USD } from '../../values/currency.ts'
import { type ListedEntry, type ListedJournal, journalDay, listJournal, readAccount } from '../../app/list-journal.ts'
import { type ExitCode } from '../exit-code.ts'
import { counted, plainAmount, shownAmount } from '../figures.ts'
import { answerQuestion, type ReadingOptions, refuseRequest } from '../reading-command.ts'
import { table } from '../table.ts'
import { type Outlet, type Terminal } from '../terminal.ts'

export type JournalOptions = ReadingOptions & { readonly account?: string; readonly from?: CalendarDate; readonly through?: CalendarDate }

/** `tieout journal BOOK`: the entries, each with its cause, and what their postings come to. */
export function runJournal(terminal: Terminal, path: string, options: JournalOptions): ExitCode {
  const { from, through } = options
  const account = options.account === undefined ? undefined : readAccount(options.account, { baseCurrency: USD })
  if (account?.ok === false) {
    const issue: Issue = {
      code: account.fault.code,
      place: { file: '--account' },
      found: `"${options.account}"`,
      needed: account.fault.needed,
      remedy: account.fault.remedy,
    }
    return refuseRequest(terminal, [issue])
  }
  const dates = [
    ...(from === undefined ? [] : [`from ${formatCalendarDate(from)}`]),
    ...(through === undefined ? [] : [`through ${formatCalendarDate(through)}`]),
  ].join(' ')
  return answerQuestion(terminal, path, options, {
    command: 'journal',
    title: `journal${account === undefined ? '' : `, account ${account.value}`}${dates === '' ? '' : `, ${dates}`}`,
    basis: 'reporting',
    asOf: ({ book }) => options.asOf ?? (book === undefined || through === undefined ? undefined : journalDay(book, through)),
    ask: (books) => listJournal(books, { from, through, account: account?.value }),
    json: (journal, { book }) => journalJson(journal, (minorUnits) => plainAmount(minorUnits, book.fund.series.baseCurrency)),
    text: (journal, { book, basis }, outlet) =>
      journalText(journal, basis === 'nav' ? 'NAV date' : 'effective date', (minorUnits) => shownAmount(minorUnits, book.fund.series.baseCurrency), outlet),
  })
}

type Amounts = (minorUnits: bigint) => string

function journalText({ entries, debits, credits, ofAccount }: ListedJournal, dated: string, amount: Amounts, outlet: Outlet): string[] {
  if (entries.length === 0) return [`No entries with such ${dated === 'NAV date' ? 'a NAV date' : 'an effective date'}.`]
  const rows = entries.flatMap(({ postings }) =>
    postings.map(({ posting: { side, base }, account }) => [
      `  ${account.code}`,
      account.name,
      side === 'debit' ? amount(base) : '',
      side === 'credit' ? amount(base) : '',
    ]),
  )
  const totals = [
    ['', `${counted(entries.length, 'entry', 'entries')}, ${counted(rows.length, 'posting')}`, amount(debits), amount(credits)],
    ...(ofAccount === undefined
      ? []
      : [
          [
            '',
            `of them to account ${ofAccount.account.code}, net ${ofAccount.net.side} ${amount(ofAccount.net.amount)}`,
            amount(ofAccount.debits),
            amount(ofAccount.credits),
          ],
        ]),
  ]
  const lines = table(
    [
      { heading: '', align: 'left' },
      { heading: '', align: 'left' },
      { heading: '', align: 'decimal' },
      { heading: '', align: 'decimal' },
    ],
    rows,
    totals,
    { heading: outlet.bold, rule: outlet.faint },
  )
  // One table for all entries, so that every figure stands under the one above; the heads of the entries go between its rows.
  let next = 0
  return [
    ...entries.flatMap((entry) => {
      const ofEntry = lines.slice(next, next + entry.postings.length)
      next += entry.postings.length
      return [...entryHead(entry, outlet), ...ofEntry, '']
    }),
    ...lines.slice(next),
  ]
}

function entryHead({ entry, source, isInNav }: ListedEntry, { bold, faint }: Outlet): string[] {
  const { id, effectiveDate, navDate, memo, cause } = entry
  const because =
    cause.by === 'record'
      ? [...(source === undefined ? [] : [`${source.file}:${source.row}`]), ...(cause.restsOn.length === 0 ? [] : [`rests on ${cause.restsOn.join(', ')}`])]
      : [`rule: ${cause.rule}`, ...(source === undefined ? [] : [`${source.file}:${source.row}`])]
  // What a rule posts in the reporting view is posted anew in each; a record's entry will stand in the NAV of its date.
  const within = cause.by === 'rule' && !isInNav ? 'Reporting basis only' : `NAV ${formatCalendarDate(navDate)}`
  return [`${formatCalendarDate(effectiveDate)}  ${bold(id)}  ${memo}`, faint(`            ${within}; ${because.join('; ')}`)]
}

const journalJson = ({ entries, debits, credits, ofAccount }: ListedJournal, amount: Amounts) => ({
  entries: entries.map(({ entry, postings, source, isInNav }) => ({
    id: entry.id,
    effectiveDate: formatCalendarDate(entry.effectiveDate),
    navDate: formatCalendarDate(entry.navDate),
    isInNav,
    cause:
      entry.cause.by === 'record'
        ? {
            by: 'record',
            record: entry.cause.record,
            restsOn: entry.cause.restsOn,
            ...(entry.cause.pricedOn === undefined ? {} : { pricedOn: formatCalendarDate(entry.cause.pricedOn) }),
          }
        : {
            by: 'rule',
            rule: entry.cause.rule,
            date: formatCalendarDate(entry.cause.date),
            ...('record' in entry.cause ? { record: entry.cause.record } : {}),
            ...(entry.cause.rule === 'accrual'
              ? { charge: entry.cause.charge, from: formatCalendarDate(entry.cause.from), through: formatCalendarDate(entry.cause.through) }
              : {}),
          },
    source: source === undefined ? null : { file: source.file, row: source.row },
    memo: entry.memo,
    postings: postings.map(({ posting, account }) => ({
      account: account.code,
      name: account.name,
      side: posting.side,
      currency: posting.currency,
      amount: plainAmount(posting.amount, posting.currency),
      base: amount(posting.base),
      ...(posting.classId === undefined ? {} : { class: posting.classId }),
    })),
  })),
  totals: { debit: amount(debits), credit: amount(credits) },
  ...(ofAccount === undefined
    ? {}
    : {
        account: {
          account: ofAccount.account.code,
          debit: amount(ofAccount.debits),
          credit: amount(ofAccount.credits),
          net: { side: ofAccount.net.side, amount: amount(ofAccount.net.amount) },
        },
      }),
})
