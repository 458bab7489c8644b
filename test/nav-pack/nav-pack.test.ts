// The pack of a day of a tiny book, against a page made by hand; and what is in one when things are not well.
//
// 500,000.00 − 100.00 of the audit's budget on the first day = 499,900.00.
// acme 1,000 × (22.00 − 20.00) = 2,000.00, beta 400 × (49.00 − 50.00) = −400.00, audit 36,600.00 ÷ 366 = 100.00: 501,400.00 ÷ 50,000 = 10.028.
// Of 499,900.00: acme 20,000.00 is 4.00% × 10.00% = 0.4001%, beta −0.0800%, audit −0.0200%; together 1,500.00, 0.3001%.
// Cash 460,000.00 + cost 40,000.00 + appreciation 1,600.00 + expense 200.00 = 501,800.00 of debits.
// The sale of 10 at 22.50 brings 225.00 for what is worth 220.00, in the next net asset value.
import { describe, expect, test } from 'vitest'
import { indexSheet } from '../../src/cli/nav-pack/index-sheet.ts'
import { packJson } from '../../src/cli/nav-pack/pack-json.ts'
import { packSheet } from '../../src/cli/nav-pack/pack-sheet.ts'
import { renderSheetHtml } from '../../src/render/html/render-sheet.ts'
import { renderSheetText, SHEET_WIDTH } from '../../src/render/text/render-sheet.ts'
import { formatCalendarDate } from '../../src/values/calendar-date.ts'
import { packOf, packsOf, twoHoldings } from './packs.ts'

const pageOf = (...asked: Parameters<typeof packOf>): string => renderSheetText(packSheet(packOf(...asked)))
const rule = (sign: string): string => sign.repeat(SHEET_WIDTH)

/** A line of two columns: the right one begins at 68. */
const two = (left: string, right: string): string => (left.padEnd(68) + right).trimEnd()

describe('the page', () => {
  test('R12.14: of a day on which two holdings moved and a budget accrued', () => {
    expect(pageOf(twoHoldings, '2024-06-04').split('\n').slice(0, 27)).toEqual([
      rule('='),
      'Example Fund'.padEnd(SHEET_WIDTH - 8) + 'NAV PACK',
      'June 4, 2024, NAV basis, USD'.padEnd(SHEET_WIDTH - 5) + 'CLEAR',
      rule('='),
      'Trust: Example Trust; From: the net asset value of 2024-06-03; Known: the whole folder; Book: 0123456789abcdef',
      '',
      `NET ASSET VALUE ${'-'.repeat(SHEET_WIDTH - 16)}`,
      'Class                                                       Net assets      Shares  NAV per share    Unrounded  Before  Change     %',
      'Class A                                                     501,400.00  50,000.000          10.03  10.02800000   10.00    0.03  0.30',
      'BROAD                                                                                       1,002                               0.20',
      '',
      two('PROOF OF NET ASSETS ---------------------------------------- USD', 'HOLDINGS THAT MOVED THE FUND -----------------------------------'),
      two('Net assets, 2024-06-03                               499,900.00', '                         Weight %  Move %  Return %  Gain (loss)'),
      two('Price of holdings                                      1,600.00', 'Acme Corp.                   4.00  10.00    0.4001     2,000.00'),
      two('Income                                                     0.00', 'Beta Inc.                    4.00  (2.00)  (0.0800)     (400.00)'),
      two('Expenses                                                (100.00)', '                         --------  ------  --------  -----------'),
      two('Fund shares sold less redeemed                             0.00', 'All holdings                                0.3201     1,600.00'),
      two('                                                     -----------', ''),
      two('Net assets, 2024-06-04                               501,400.00', 'RETURN OF THE DAY -------------------------------------------- %'),
      two('Residual 0.00.', 'Holdings: weight × move of price and rate                0.3201'),
      two('', 'Income less expenses                                    (0.0200)'),
      two('THE SAME A SHARE ------------------------------------------- USD', '                                                        --------'),
      two('Published, 2024-06-03                                     10.00', 'Return of the fund                                       0.3001'),
      two('Price of holdings                                    0.03200000', 'BROAD                                                      0.20'),
      two('Expenses                                            (0.00200000)', 'Weights × moves, currency and income explain it within the'),
      two('                                                    ------------', 'tolerance.'),
      two('Published, 2024-06-04                                     10.03', ''),
    ])
  })

  test.each([
    ['audit                               100.00        200.00  200.00'],
    ['8 accounts                    501,800.00  501,800.00        0.00'],
    ['1 sale, not yet in the NAV                               225.00'],
    ['Value of 1 holding that they change                     (220.00)'],
    ['Net assets, reporting basis, 2024-06-04              501,405.00'],
    ['None stands on this net asset value.'],
  ])('has the line "%s"', (line) => {
    expect(pageOf(twoHoldings, '2024-06-04')).toContain(line)
  })

  test('no line is wider than the page, whatever the names are, and the whole is no longer than one', () => {
    const long = 'Schweizerische Präzisionswerkzeuge und Maschinenfabrik Winterthur AG (Registered Shares)'
    const text = pageOf(
      {
        ...twoHoldings,
        instruments: `
          id,   name,      type,         industry, country, currency, income_producing, income_source
          acme, ${long},   common-stock, Tools,    US,      USD,      yes,              test
          beta, Beta Inc., common-stock, Tools,    US,      USD,      no,               test
        `,
      },
      '2024-06-04',
    )
    const lines = text.split('\n')
    expect(lines.filter((line) => [...line].length > SHEET_WIDTH)).toEqual([])
    expect(lines.length).toBeLessThanOrEqual(66)
    expect(text).toContain('Schweizerische Präzisi…')
  })

  test('the first day has no yesterday, and says nothing of a return or a move', () => {
    const text = pageOf(twoHoldings, '2024-06-03')
    expect(text).toContain('From: the first day of the books')
    expect(text).toContain('Net assets before the first day')
    expect(text).not.toContain('RETURN OF THE DAY')
    expect(text).not.toContain('THE SAME A SHARE')
  })
})

describe('what is not well', () => {
  const moved = { ...twoHoldings, benchmarks: 'date, benchmark, level, source\n2024-06-03, BROAD, 1000, x\n2024-06-04, BROAD, 980, x' }

  test('R12.11, R12.14: an open exception blocks, with its effect a share; a decided one says by whom', () => {
    const [, line = ''] = /\n(blocks .*)\n/.exec(pageOf(moved, '2024-06-04')) ?? []
    // −2.00% of 499,900.00 would be 489,902.00: 11,498.00 ÷ 50,000 = 0.22996.
    expect(line).toMatch(/^blocks +0\.2300 .*the fund moved \+0\.30% on 2024-06-04 and BROAD −2\.00%/)
    expect(pageOf(moved, '2024-06-04')).toContain('CALCULATED: 1 open and blocking')
  })

  test('R12.2: a break stands apart from exceptions, with its age', () => {
    const broken = { ...twoHoldings, recon: { 'custodian-cash': 'date, currency, balance\n2024-06-03, USD, 499990.00' } }
    const text = pageOf(broken, '2024-06-05')
    expect(text).toContain('BREAKS: 1 open, 0 decided'.toUpperCase())
    expect(text).toMatch(/\n\w+ +0\.0002 +cash-USD +2 days +USD 10\.00 less at the custodian than in the books/)
  })
})

describe('a range, and other forms', () => {
  const packs = packsOf(twoHoldings, '2024-06-05', '2024-06-03')

  test('a page a day, and one that leads to them with the net asset value per share', () => {
    expect(packs.map(({ date }) => formatCalendarDate(date))).toEqual(['2024-06-03', '2024-06-04', '2024-06-05'])
    const sheet = indexSheet(packs, ({ date }) => `${formatCalendarDate(date)}.html`)
    expect(renderSheetText(sheet)).toContain('From 2024-06-03: 10.00 to 2024-06-05: 10.03; highest 10.03, lowest 10.00.')
    const html = renderSheetHtml(sheet)
    expect([...html.matchAll(/href="([^"]+)"/g)].map(([, to]) => to)).toEqual(['2024-06-03.html', '2024-06-04.html', '2024-06-05.html'])
    // The lowest value at the bottom, 160 − 12; the highest at the top, 12.
    expect(html).toContain('<polyline class="line" points="12,148 360,12 708,12">')
  })

  test('the pack of a day is the same whether it was asked for alone or in a range', () => {
    const alone = packOf(twoHoldings, '2024-06-04')
    expect(packJson(packs[1] as never)).toEqual(packJson(alone))
    expect(renderSheetHtml(packSheet(packs[1] as never))).toBe(renderSheetHtml(packSheet(alone)))
  })

  test('as JSON: the third day, 10 acme dealt at 22.50 with the close at 22.00', () => {
    expect(packJson(packs[2] as never)).toMatchObject({
      date: '2024-06-05',
      proof: {
        opening: '501400.00',
        terms: { price: '0.00', dealing: '5.00', expenses: '-100.00' },
        closing: '501305.00',
        residual: '0.00',
        holdings: [
          { instrument: 'acme', opening: '22000.00', price: '0.00', dealing: '5.00', currency: '0.00', rounding: '0.00', closing: '21780.00' },
          { instrument: 'beta', dealing: '0.00' },
        ],
      },
      return: { dealing: '0.0010', rest: '0.0000', isExplained: true },
      trialBalance: { debits: '501905.00', credits: '501905.00' },
    })
  })

  test('what a name brings stays text', () => {
    const named = {
      ...twoHoldings,
      instruments:
        'id, name, type, industry, country, currency, income_producing, income_source\nacme, <script>x</script>, common-stock, T, US, USD, yes, t\nbeta, B, common-stock, T, US, USD, yes, t',
    }
    expect(renderSheetHtml(packSheet(packOf(named, '2024-06-04')))).not.toContain('<script>')
  })
})
