import { formatCalendarDate } from '../../values/calendar-date.ts'
import { listLots } from '../../app/list-lots.ts'
import { type ExitCode } from '../exit-code.ts'
import { counted, plainAmount, plainQuantity, shownAmount, shownQuantity } from '../figures.ts'
import { answerQuestion, type ReadingOptions } from '../reading-command.ts'
import { table } from '../table.ts'
import { type Terminal } from '../terminal.ts'

/** `tieout lots BOOK`: every open tax lot. */
export const runLots = (terminal: Terminal, path: string, options: ReadingOptions): ExitCode =>
  answerQuestion(terminal, path, options, {
    command: 'lots',
    title: 'open tax lots',
    basis: 'reporting',
    asOf: () => options.asOf,
    ask: listLots,
    json: ({ lots, cost }, { book }) => {
      const amount = (minorUnits: bigint): string => plainAmount(minorUnits, book.fund.series.baseCurrency)
      return {
        lots: lots.map(({ instrument, lot, source }) => ({
          instrument: instrument.id,
          lot: lot.id,
          acquired: formatCalendarDate(lot.acquired),
          quantity: plainQuantity(lot.quantity),
          cost: amount(lot.cost),
          source: { file: source.file, row: source.row },
        })),
        totals: { cost: amount(cost.amount) },
        tiesTo: { cost: cost.account },
      }
    },
    text: ({ lots, instruments, cost }, { book }, outlet) => {
      if (lots.length === 0) return ['No open lots.']
      const amount = (minorUnits: bigint): string => shownAmount(minorUnits, book.fund.series.baseCurrency)
      return [
        ...table(
          [
            { heading: 'Instrument', align: 'left' },
            { heading: 'Lot', align: 'left' },
            { heading: 'Acquired', align: 'left' },
            { heading: 'Quantity', align: 'decimal' },
            { heading: 'Cost', align: 'decimal' },
            { heading: 'From', align: 'left' },
          ],
          lots.map(({ instrument, lot, source }) => [
            instrument.id,
            lot.id,
            formatCalendarDate(lot.acquired),
            shownQuantity(lot.quantity),
            amount(lot.cost),
            `${source.file}:${source.row}`,
          ]),
          [[`${counted(lots.length, 'lot')} of ${counted(instruments, 'instrument')}`, '', '', '', amount(cost.amount)]],
          { heading: outlet.bold, rule: outlet.faint },
        ),
        '',
        `Cost is the balance of account ${cost.account}.`,
      ]
    },
  })
