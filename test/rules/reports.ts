/** Reports for the tests of the rule book: of the example book, and of a small book whose figures can be found by hand. */
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { keepBooks } from '../../src/app/keep-books.ts'
import { openBook } from '../../src/app/open-book.ts'
import { readBookFolder } from '../../src/book/read-book-folder.ts'
import { eventKindNames } from '../../src/events/event.ts'
import { defaultPresentation, readPresentation } from '../../src/statements/presentation.ts'
import { buildReport, type Report } from '../../src/statements/report.ts'
import { statementBooks, viewDates } from '../../src/statements/statement-books.ts'
import { type Period } from '../../src/reference/fund.ts'
import { formatCalendarDate } from '../../src/values/calendar-date.ts'
import { type BookText, day, keep, shownIssue } from '../support/book.ts'

/** The report of the example book as its presentation.yaml has it, or with the defaults in its place. */
export function exampleReport(presentationOf: 'its own' | 'default' = 'its own'): Report {
  const { folder, issues } = readBookFolder(fileURLToPath(new URL('../../examples/small-cap-value-2002', import.meta.url)), eventKindNames)
  if (folder === undefined) throw new Error(issues.map(shownIssue).join('; '))
  const opened = openBook(folder)
  const { book } = opened
  if (book === undefined) throw new Error(opened.issues.map(shownIssue).join('; '))
  const period: Period = { from: day('2002-12-31'), through: day('2002-12-31') }
  const { replay } = keepBooks({ ...opened, book }, period.through, viewDates(period))
  const presentation =
    presentationOf === 'default' ? defaultPresentation(book.fund) : readPresentation(folder.presentation, book.fund, book.instruments).presentation
  return built(buildReport(statementBooks(replay, period), presentation, true))
}

/** The report of a period of a book in texts, with the default presentation. */
export function reportOf(text: BookText, from: string, through: string): Report {
  const period: Period = { from: day(from), through: day(through) }
  const replay = keep(text, through, viewDates(period).map(formatCalendarDate))
  return built(buildReport(statementBooks(replay, period), defaultPresentation(replay.book.fund), true))
}

function built({ report, issues }: ReturnType<typeof buildReport>): Report {
  expect(issues.map(shownIssue)).toEqual([])
  if (report === undefined) throw new Error('no report')
  return report
}

/** Four business days of one fund: capital in and out, two holdings, a sale, a dividend, and expenses by hand. */
export const smallBook: BookText = {
  events: {
    subscription: `
      id, trade_date, class, amount
      first, 2024-06-03, a, 100000.00
      second, 2024-06-04, a, 5000.00`,
    redemption: `
      id, trade_date, class, shares
      out, 2024-06-05, a, 500`,
    purchase: `
      id, trade_date, instrument, quantity, price, commission
      buy-acme, 2024-06-03, acme, 1000, 20.00, 4.00
      buy-beta, 2024-06-03, beta, 333, 7.33,
      buy-coda, 2024-06-05, coda, 100, 10.01,`,
    sale: `
      id, trade_date, instrument, quantity, price, commission, fees
      sell, 2024-06-05, acme, 400, 21.00, 1.60, 0.03`,
    dividend: `
      id, ex_date, instrument, rate, pay_date
      dividend, 2024-06-04, acme, 0.10037, 2024-07-01`,
    'manual-entry': `
      id, line, effective_date, account, debit, credit, reason
      audit, 1, 2024-06-05, 5250, 30.25,, audit fee
      audit, 2, 2024-06-05, 2560,, 30.25,
      legal, 1, 2024-06-05, 5260, 1.40,, legal fee
      legal, 2, 2024-06-05, 2560,, 1.40,
      trustees, 1, 2024-06-05, 5270, 2.30,, fees of trustees
      trustees, 2, 2024-06-05, 2550,, 2.30,
      offset, 1, 2024-06-05, 2560, 2.60,, credit of the custodian
      offset, 2, 2024-06-05, 5900,, 2.60,
      waiver, 1, 2024-06-05, 1350, 10.15,, reimbursement by the adviser
      waiver, 2, 2024-06-05, 5920,, 10.15,`,
  },
  prices: `
    date, instrument, price, type, source
    2024-06-03, acme, 20.25, close, test
    2024-06-03, beta, 7.31, close, test
    2024-06-04, acme, 20.75, close, test
    2024-06-04, beta, 7.29, close, test
    2024-06-05, acme, 21.05, close, test
    2024-06-05, beta, 7.35, close, test
    2024-06-05, coda, 10.03, close, test
    2024-06-06, acme, 20.95, close, test
    2024-06-06, beta, 7.33, close, test
    2024-06-06, coda, 9.97, close, test`,
}
