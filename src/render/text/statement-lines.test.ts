import { describe, expect, test } from 'vitest'
import { type Cell, type Row, type Statement } from '../../statements/statement.ts'
import { headLines, layoutOf, rowLines } from './statement-lines.ts'
import { statementPage } from './statement-page.ts'

const cell = (printed: string, hasSymbol = false): Cell => ({ place: printed, figure: undefined, printed, value: undefined, unit: 0, hasSymbol })
const line = (level: number, caption: readonly string[], ...cells: readonly Cell[]): Row => ({
  row: 'line',
  level,
  caption: caption.map((text) => [text]),
  cells,
  hasLeaders: false,
})
const statement = (rows: readonly Row[], rest: Partial<Statement> = {}): Statement => ({
  id: 'sal',
  title: 'Statement of Assets and Liabilities',
  stub: ['As of December 31, 2002'],
  columns: [{ heading: ['Small Cap', 'Value'] }],
  rows,
  footnotes: [],
  reference: undefined,
  ...rest,
})
const linesOf = (shown: Statement): readonly string[] => shown.rows.flatMap((row) => rowLines(row, layoutOf(shown)))
const schedule = (rows: readonly Row[]): Statement =>
  statement(rows, { id: 'soi', leadHeading: 'Shares or Principal Amount', columns: [{ heading: ['Market Value'] }] })
const holding = (quantity: string, name: string, value: Cell): Row => ({
  row: 'line',
  level: 0,
  caption: [[name]],
  cells: [value],
  hasLeaders: true,
  lead: cell(quantity),
})

describe('amounts', () => {
  test('digits end in one column: parentheses and percent signs hang to the right of it', () => {
    const lines = linesOf(
      statement([
        line(0, ['a'], cell('9.92', true)),
        line(0, ['b'], cell('(.08)')),
        line(0, ['c'], cell('(0.80)%')),
        line(0, ['d'], cell('0%')),
        line(0, ['e'], cell('--')),
        line(0, ['f'], cell('N/A')),
      ]),
    )
    expect(lines.map((text) => text.replace(/[)%]*$/, '').length)).toEqual([78, 78, 78, 78, 78, 78])
    expect(lines[2]).toHaveLength(80)
  })

  test('the currency symbol has a column of its own, at 70, and moves left of an amount in billions', () => {
    const at = (...cells: readonly Cell[]): readonly number[] => linesOf(statement(cells.map((one) => line(0, ['a'], one)))).map((text) => text.indexOf('$'))
    expect(at(cell('488,253', true), cell('9.92', true))).toEqual([70, 70])
    expect(at(cell('(3,985)', true), cell('--', true))).toEqual([70, 70])
    expect(at(cell('1,234,567,890,123', true), cell('(3)', true))).toEqual([60, 60])
  })

  test('an amount never touches a caption: a caption without room is wrapped, and the amount stands on its last line', () => {
    const caption = 'Net Increase/(Decrease) in Net Assets Resulting from Operations'
    const lines = linesOf(statement([line(0, [caption], cell('(1,234,567,890,123)', true))]))
    expect(lines).toEqual([
      'Net Increase/(Decrease) in Net Assets Resulting from',
      '  Operations                                               $ (1,234,567,890,123)',
    ])
    expect(lines[1]).toHaveLength(80)
  })
})

describe('captions', () => {
  test('a level is two blanks; a caption goes on two blanks further in, and an opening parenthesis hangs', () => {
    expect(
      linesOf(statement([line(1, ['Change of', 'investments'], cell('1')), line(1, ['Shares', '(unlimited)'], cell('2'))])).map((text) =>
        text.replace(/ +\d$/, ''),
      ),
    ).toEqual(['  Change of', '    investments', '  Shares', '   (unlimited)'])
  })

  test('a heading keeps its words and the cells among them', () => {
    expect(linesOf(statement([{ row: 'heading', level: 0, caption: [['Commercial Banks - ', cell('24.2%')]] }]))).toEqual(['Commercial Banks - 24.2%'])
  })
})

describe('holdings', () => {
  test('quantity, name, leaders, amount', () => {
    expect(linesOf(schedule([holding('521', 'Delta and Pine Land Co.', cell('10,634', true)), holding('1,589', 'Zomax, Inc.*', cell('6,753'))]))).toEqual([
      '         521    Delta and Pine Land Co. .....................     $       10,634',
      '       1,589    Zomax, Inc.* ................................              6,753',
    ])
  })

  test('a long name is wrapped under itself and has its leaders on the last line', () => {
    const lines = linesOf(schedule([holding('12,345,678.123456', `${'Consolidated '.repeat(6)}Holdings, Inc.*`, cell('1,234,567,890,123', true))]))
    expect(lines).toEqual(
      [
        '12,345,678.123456    Consolidated Consolidated',
        '                       Consolidated Consolidated',
        '                       Consolidated Consolidated',
        '                       Holdings, Inc.* .............     $ 1,234,567,890,123',
      ].map((text, index) => (index === 3 ? expect.stringMatching(/^ {23}Holdings, Inc\.\* \.{2,} {5}\$ 1,234,567,890,123$/) : text)),
    )
    expect(lines[3]).toHaveLength(80)
  })

  test('where leaders have no room there are blanks', () => {
    const caption = 'Cash, Receivables and Other Assets, net of Liabilities - 12.4%'
    expect(linesOf(schedule([{ row: 'line', level: 0, caption: [[caption]], cells: [cell('11,747', true)], hasLeaders: true }]))).toEqual([
      `${caption}    $       11,747`,
    ])
  })
})

describe('heads', () => {
  test('stub and heading end in one line; lines of a heading are centred on each other', () => {
    expect(headLines(layoutOf(statement([line(0, ['a'], cell('1,000'))])))).toEqual([
      `${' '.repeat(71)}Small Cap`,
      `As of December 31, 2002${' '.repeat(50)}Value`,
      '',
      '-'.repeat(80),
    ])
  })

  test('a heading without lines of its own is wrapped, and so is a long stub', () => {
    const shown = statement([line(0, ['a'], cell('1,000'))], {
      columns: [{ heading: ['The Very Long-Named Fund for International Opportunities'] }],
      stub: [`For the fiscal year ended ${'x'.repeat(50)}`],
    })
    expect(headLines(layoutOf(shown)).every((text) => text.length <= 80)).toBe(true)
    expect(headLines(layoutOf(shown)).length).toBeGreaterThan(4)
  })

  test('two columns of amounts stand beside each other', () => {
    const shown = statement([line(0, ['Country of which the name is long enough to want more than the line has'], cell('(0.6)%'), cell('3,074', true))], {
      id: 'countries',
      stub: ['Country'],
      columns: [{ heading: ['% of Investment Securities'] }, { heading: ['Market Value'] }],
    })
    expect(linesOf(shown)).toEqual([expect.stringMatching(/^Country of which/), expect.stringMatching(/ \(0\.6\)% +\$ +3,074$/)])
    expect(linesOf(shown)[1]).toHaveLength(80)
  })
})

test('footnotes are wrapped under their words, and no blank line is doubled before them', () => {
  const note = `*** Annualized ${'for periods of less than one full year '.repeat(3).trim()}.`
  const page = statementPage(
    statement([line(0, ['a'], cell('1')), { row: 'space' }], { footnotes: [note, ' (1) Begun.'], reference: 'See Notes to Financial Statements.' }),
  )
  expect(page.slice(-6)).toEqual([
    '',
    expect.stringMatching(/^\*\*\* Annualized/),
    expect.stringMatching(/^ {4}\S/),
    ' (1) Begun.',
    '',
    'See Notes to Financial Statements.',
  ])
  expect(page.at(-7)).not.toBe('')
})
