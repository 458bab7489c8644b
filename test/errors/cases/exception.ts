import { change, lines } from '../changes.ts'
import { type ErrorCase } from '../error-case.ts'

const header = 'date,code,subject,found,disposition,reason,evidence,by,on,time,knowable'
const disposition = (found: string, on: string): string =>
  `2026-08-20,capital.dollars-differ,subscription-0001,${found},accepted,agent-confirmed,statement of the agent,J. Doe,${on},17:30,`

export const exceptionCases: readonly ErrorCase[] = [
  {
    code: 'exception.disposed-early',
    fault: 'a decision before its exception',
    files: { 'exceptions.csv': lines(header, disposition('100500.00 for subscription-0001', '2026-08-19')) },
    place: { file: 'exceptions.csv', row: 2, column: 'on' },
    found: 'a decision of 2026-08-19 about capital.dollars-differ~subscription-0001~2026-08-20',
    needed: '2026-08-20 or a later day: the exception is of that date',
    remedy: 'Correct one of the two dates.',
  },
  {
    code: 'exception.repeated-disposition',
    fault: 'two decisions about the same facts',
    files: { 'exceptions.csv': lines(header, ...['2026-08-20', '2026-08-21'].map((on) => disposition('100500.00 for subscription-0001', on))) },
    place: { file: 'exceptions.csv', row: 3, column: 'subject' },
    found: 'a second disposition of capital.dollars-differ~subscription-0001~2026-08-20 for the same facts',
    needed: 'one; the first is exceptions.csv:2',
    remedy: 'Remove one of the two rows.',
  },
  {
    code: 'exception.unknown',
    fault: 'a decision about what no strike has',
    files: { 'exceptions.csv': lines(header, disposition('100500.00 for subscription-0001', '2026-08-21')) },
    place: { file: 'exceptions.csv', row: 2, column: 'subject' },
    found: 'a decision about capital.dollars-differ~subscription-0001~2026-08-20, which no strike has',
    needed: 'date, code and subject of an exception, as "tieout exceptions BOOK --all" prints them',
    remedy: 'Remove the row, or correct what it names; a record that was mended is "corrected".',
  },
  {
    code: 'exception.facts-changed',
    fault: 'a decision about an amount that is another now',
    files: {
      'events/subscription.csv': change('100000.00', '100500.00'),
      'exceptions.csv': lines(header, disposition('100400.00 for subscription-0001', '2026-08-21')),
    },
    place: { file: 'exceptions.csv', row: 2, column: 'found' },
    found: 'a decision about "100400.00 for subscription-0001"',
    needed: 'one about the facts as they are: "100500.00 for subscription-0001"',
    remedy: 'Look at the exception again and decide anew; "tieout exceptions BOOK --rows" prints the row to fill in.',
    also: ['events/subscription.csv:2 amount capital.dollars-differ'],
  },
  {
    code: 'exception.not-corrected',
    fault: 'a record called corrected that is not',
    files: {
      'events/subscription.csv': change('100000.00', '100500.00'),
      'exceptions.csv': lines(header, disposition('100500.00 for subscription-0001', '2026-08-21').replace('accepted', 'corrected')),
    },
    place: { file: 'exceptions.csv', row: 2, column: 'disposition' },
    found: 'capital.dollars-differ~subscription-0001~2026-08-20 as corrected, while it stands with the same facts',
    needed: 'records in which what was wrong is mended',
    remedy: 'Correct the record, or decide otherwise: cleared, accepted or timing.',
    also: ['events/subscription.csv:2 amount capital.dollars-differ'],
  },
]
