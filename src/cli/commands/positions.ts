import { formatCalendarDate } from '../../values/calendar-date.ts'
import { listPositions } from '../../app/list-positions.ts'
import { type ExitCode } from '../exit-code.ts'
import { counted, plainAmount, plainPrice, plainQuantity, shownAmount, shownCount, shownPrice, shownQuantity } from '../figures.ts'
import { answerQuestion, type ReadingOptions } from '../reading-command.ts'
import { indented, table } from '../table.ts'
import { type Terminal } from '../terminal.ts'

/** `tieout positions BOOK`: what the fund holds, at value. */
export const runPositions = (terminal: Terminal, path: string, options: ReadingOptions): ExitCode =>
  answerQuestion(terminal, path, options, {
    command: 'positions',
    title: 'positions',
    basis: 'reporting',
    asOf: () => options.asOf,
    ask: listPositions,
    json: ({ positions, cost, value, unrealized, mix }, { book }) => {
      const amount = (minorUnits: bigint): string => plainAmount(minorUnits, book.fund.series.baseCurrency)
      return {
        positions: positions.map(({ instrument, quantity, price, level, staleDays, cost: ofPosition, value: atValue, unrealized: gain }) => ({
          instrument: instrument.id,
          name: instrument.name,
          quantity: plainQuantity(quantity),
          price: plainPrice(price.price),
          priceDate: formatCalendarDate(price.date),
          priceType: price.type,
          priceSupplier: price.supplier,
          level,
          staleDays,
          priceSource: { file: price.source.file, row: price.source.row },
          cost: amount(ofPosition),
          value: amount(atValue),
          unrealized: amount(gain),
        })),
        totals: { cost: amount(cost.amount), value: amount(value), unrealized: amount(unrealized.amount) },
        priceMix: mix.map(({ type, supplier, level, isStale, count, value: ofWay }) => ({ type, supplier, level, isStale, count, value: amount(ofWay) })),
        tiesTo: { cost: cost.account, unrealized: unrealized.account },
      }
    },
    text: ({ positions, cost, value, unrealized, mix }, { book }, outlet) => {
      if (positions.length === 0) return ['No positions.']
      const amount = (minorUnits: bigint): string => shownAmount(minorUnits, book.fund.series.baseCurrency)
      return [
        ...table(
          [
            { heading: 'Instrument', align: 'left' },
            { heading: 'Name', align: 'left' },
            { heading: 'Quantity', align: 'decimal' },
            { heading: 'Price', align: 'decimal' },
            { heading: 'Cost', align: 'decimal' },
            { heading: 'Value', align: 'decimal' },
            { heading: 'Unrealized', align: 'decimal' },
            { heading: 'Price from', align: 'left' },
            { heading: 'Level', align: 'left' },
          ],
          positions.map((position) => [
            position.instrument.id,
            position.instrument.name,
            shownQuantity(position.quantity),
            shownPrice(position.price.price),
            amount(position.cost),
            amount(position.value),
            amount(position.unrealized),
            `${position.price.source.file}:${position.price.source.row}`,
            position.staleDays === 0 ? position.level : `${position.level}, stale ${counted(position.staleDays, 'day')}`,
          ]),
          [[counted(positions.length, 'position'), '', '', '', amount(cost.amount), amount(value), amount(unrealized.amount)]],
          { heading: outlet.bold, rule: outlet.faint },
        ),
        '',
        'Priced by',
        ...indented(
          table(
            [
              { heading: '', align: 'right' },
              { heading: '', align: 'left' },
              { heading: '', align: 'decimal' },
            ],
            mix.map(({ type, supplier, level, isStale, count, value: ofWay }) => [
              shownCount(count),
              `${type} from ${supplier}, level ${level}${isStale ? ', of an earlier day' : ''}`,
              amount(ofWay),
            ]),
          ),
        ),
        '',
        `Cost is the balance of account ${cost.account}, unrealized that of account ${unrealized.account}.`,
      ]
    },
  })
