import { describe, expect, test } from 'vitest'
import { type BookText, check, checkView, day, dollars, issuesOf, keep, shownIssue } from '../../test/support/book.ts'

// 100 of acme at 25.00, bought on Monday, in the NAV of Tuesday; prices do not move. Wednesday the 5th is the ex-date of most.
const days = ['03', '04', '05', '06', '07', '10', '11', '12', '13', '14'].map((each) => `2024-06-${each}`)
const prices = ['date,instrument,price,type,source', ...days.flatMap((each) => [`${each},acme,25.00,close,x`, `${each},coda,20.00,close,x`])].join('\n')
const header = 'id, ex_date, instrument, rate, pay_date'

const book = (dividends: string, rest: { readonly [kind: string]: string } = {}, text: Partial<BookText> = {}): BookText => ({
  ...text,
  events: {
    subscription: 'id, trade_date, class, amount, settlement_date\nseed, 2024-06-03, a, 500000.00, 2024-06-03',
    purchase: 'id, trade_date, instrument, quantity, price\nbuy, 2024-06-03, acme, 100, 25.00',
    dividend: dividends,
    ...rest,
  },
  prices,
})

describe('R3.15: a cash dividend', () => {
  test('XD Dr 1320 100.00 / Cr 4000 100.00; PD Dr 1000 / Cr 1320: 100 × 1.00', () => {
    check(book(`${header}\ndiv, 2024-06-05, acme, 1.00, 2024-06-10`), '2024-06-10', {
      entries: `
        div         2024-06-05 in 2024-06-05 Dr 1320 100.00 Cr 4000 100.00
        div/settled 2024-06-10 in 2024-06-10 Dr 1000 100.00 Cr 1320 100.00
      `,
      // In the NAV of its own day (R6.2(5)): 500,100.00 on the ex-date, and no more on the pay date.
      strikes: `
        2024-06-04 500000.00 / 50000 = 10.00
        2024-06-05 500100.00 / 50000 = 10.00
        2024-06-10 500100.00 / 50000 = 10.00
      `,
      openItems: '',
    })
  })

  test('it waits for its pay date as an open item; without a pay date for a settlement record', () => {
    check(book(`${header}\ndiv, 2024-06-05, acme, 1.00, 2024-06-10\nlate, 2024-06-05, acme, 0.25,`), '2024-06-07', {
      openItems: `
        div receivable 100.00 of 100.00 due 2024-06-10
        late receivable 25.00 of 25.00 by record
      `,
    })
    check(book(`${header}\nlate, 2024-06-05, acme, 0.25,`, { settlement: 'id, settlement_date, of\ncash, 2024-06-12, late' }), '2024-06-12', {
      entries: 'cash 2024-06-12 in 2024-06-12 Dr 1000 25.00 Cr 1320 25.00',
      openItems: '',
    })
  })

  test('gross is rounded once, half up: 100 × 0.12345 is 12.35', () => {
    check(book(`${header}\ndiv, 2024-06-05, acme, 0.12345, 2024-06-10`), '2024-06-05', {
      entries: 'div 2024-06-05 in 2024-06-05 Dr 1320 12.35 Cr 4000 12.35',
    })
  })

  test('an ex-date on a weekend or a holiday is in the next NAV', () => {
    check(book(`${header}\ndiv, 2024-06-08, acme, 1.00, 2024-06-14`), '2024-06-10', {
      entries: 'div 2024-06-08 in 2024-06-10 Dr 1320 100.00 Cr 4000 100.00',
    })
  })
})

describe('R3.15: who is entitled: bought before the ex-date, and not yet sold', () => {
  const trades = (purchases: string, sales = ''): { readonly [kind: string]: string } => ({
    purchase: `id, trade_date, instrument, quantity, price\n${purchases}`,
    ...(sales === '' ? {} : { sale: `id, trade_date, instrument, quantity, price\n${sales}` }),
  })
  const xd = `${header}\ndiv, 2024-06-05, acme, 1.00, 2024-06-10`

  test.each([
    ['bought the day before: in this NAV first, and entitled', trades('a, 2024-06-04, acme, 70, 25.00'), '70.00'],
    ['bought on the ex-date: not entitled', trades('a, 2024-06-03, acme, 100, 25.00\nb, 2024-06-05, acme, 50, 25.00'), '100.00'],
    ['sold the day before: not entitled', trades('a, 2024-06-03, acme, 100, 25.00', 's, 2024-06-04, acme, 30, 25.00'), '70.00'],
    ['sold on the ex-date: still entitled', trades('a, 2024-06-03, acme, 100, 25.00', 's, 2024-06-05, acme, 100, 25.00'), '100.00'],
  ])('%s', (_, events, expected) => {
    check(book(xd, events), '2024-06-06', { entries: `div 2024-06-05 in 2024-06-05 Dr 1320 ${expected} Cr 4000 ${expected}` })
    // The same where trades are in the NAV of their own day: the ex-date goes before the trades of its day.
    check(book(xd, events, { policies: { nav_timing: 'trades: T' } }), '2024-06-06', {
      entries: `div 2024-06-05 in 2024-06-05 Dr 1320 ${expected} Cr 4000 ${expected}`,
    })
  })

  test('R6.4: of a split of the ex-date it is paid on the new units, those bought the day before among them; trades of the day are not entitled', () => {
    const split = { split: 'id, ex_date, instrument, new_units, old_units, fractions\ntwo, 2024-06-05, acme, 2, 1, kept' }
    const events = { ...trades('a, 2024-06-03, acme, 60, 25.00\nb, 2024-06-04, acme, 40, 25.00\nc, 2024-06-05, acme, 7, 12.50'), ...split }
    check(book(xd, events), '2024-06-05', { entries: 'div 2024-06-05 in 2024-06-05 Dr 1320 200.00 Cr 4000 200.00' })
    // The day before, it is on the old ones; also where it becomes known when they are split and some are sold.
    const before = `${header}, informed, knowable\ndiv, 2024-06-04, acme, 1.00, 2024-06-14, 2024-06-10, no`
    check(book(before, { ...events, sale: 'id, trade_date, instrument, quantity, price\ns, 2024-06-06, acme, 150, 12.50' }), '2024-06-10', {
      entries: 'div 2024-06-04 in 2024-06-10 Dr 1320 60.00 Cr 4000 60.00',
    })
  })

  test('the reporting basis has the dividend of its day on the same units', () => {
    const view = checkView(book(xd, trades('a, 2024-06-03, acme, 100, 25.00\nb, 2024-06-05, acme, 50, 25.00')), '2024-06-05', {
      strikes: '2024-06-05 500100.00 / 50000 = 10.00',
    })
    expect(view.bridge.events.map(({ record }) => record)).toEqual(['b'])
  })

  test('none held: nothing is booked, and the strike says so', () => {
    const { strikes, journal } = keep(book(`${header}\nnone, 2024-06-05, coda, 1.00, 2024-06-10`), '2024-06-06')
    expect(journal.filter(({ id }) => id.startsWith('none'))).toEqual([])
    expect(strikes.map(({ exceptions }) => exceptions.map(shownIssue))).toEqual([[], [], ['events/dividend.csv:2 instrument income.no-position'], []])
  })
})

describe('R12.27: known late', () => {
  const late = `${header}, informed, knowable\ndiv, 2024-06-05, acme, 6.00, 2024-06-10, 2024-06-12, `

  test('on the units of the ex-date, though they are sold; effective on it, in the NAV of the day informed', () => {
    const sold = { sale: 'id, trade_date, instrument, quantity, price\nall, 2024-06-06, acme, 100, 25.00' }
    check(book(`${late}no`, sold), '2024-06-12', {
      entries: `
        div         2024-06-05 in 2024-06-12 Dr 1320 600.00 Cr 4000 600.00
        div/settled 2024-06-10 in 2024-06-12 Dr 1000 600.00 Cr 1320 600.00
      `,
      strikes: `
        2024-06-11 500000.00 / 50000 = 10.00
        2024-06-12 500600.00 / 50000 = 10.01
      `,
    })
    const bought = { purchase: 'id, trade_date, instrument, quantity, price\nbuy, 2024-06-03, acme, 100, 25.00\nmore, 2024-06-05, acme, 900, 25.00' }
    check(book(`${late}no`, bought), '2024-06-12', { entries: 'div 2024-06-05 in 2024-06-12 Dr 1320 600.00 Cr 4000 600.00' })
  })

  test('the reporting basis takes it by its effective date', () => {
    checkView(book(`${late}no`), '2024-06-07', { strikes: '2024-06-07 500600.00 / 50000 = 10.01' })
  })

  test('first published later: booked whatever the size, without an exception. Announced and missed: 600 ÷ 50,000 shares = 0.0120', () => {
    const exceptions = (text: BookText) => keep(text, '2024-06-12').strikes.flatMap(({ exceptions: all }) => all)
    expect(exceptions(book(`${late}no`))).toEqual([])
    const [missed, ...others] = exceptions(book(`${late}yes`))
    expect(others).toEqual([])
    expect(missed?.code).toBe('income.missed')
    expect(missed?.found).toBe('div adds 600.00 to net assets, 0.0120 a share, of which the net asset values from 2024-06-05 were struck without')
  })
})

describe('R3.16: foreign tax withheld', () => {
  const rows = 'id, ex_date, instrument, rate, pay_date, withholding_rate, treaty_rate, withheld, reclaim\n'

  test.each([
    ['by rates', '0.25, 0.15, ,'],
    ['by amounts', ', , 25.00, 10.00'],
    ['withheld by its rate, reclaimed by an amount', '0.25, , , 10.00'],
    ['withheld by an amount, reclaimed by the treaty', ', 0.15, 25.00,'],
  ])('100 gross, 25% withheld, treaty 15%: Dr 1320 75, 1325 10, 4020 15 / Cr 4000 100; %s', (_, tax) => {
    check(book(`${rows}div, 2024-06-05, acme, 1.00, 2024-06-10, ${tax}`), '2024-06-10', {
      entries: `
        div         2024-06-05 in 2024-06-05 Dr 1320 75.00 Dr 1325 10.00 Dr 4020 15.00 Cr 4000 100.00
        div/settled 2024-06-10 in 2024-06-10 Dr 1000 75.00 Cr 1320 75.00
      `,
      openItems: 'div reclaim receivable 10.00 of 10.00 by record',
      strikes: '2024-06-05 500085.00 / 50000 = 10.00',
    })
  })

  const reclaims = 'id, effective_date, of, outcome, amount, reason\n'
  const withReclaim = (text: string) => book(`${rows}div, 2024-06-05, acme, 1.00, 2024-06-10, 0.25, 0.15, ,`, { reclaim: reclaims + text })

  test('a reclaim that comes in parts', () => {
    check(withReclaim('one, 2024-06-11, div, received, 4.00,\ntwo, 2024-06-13, div, received, ,'), '2024-06-13', {
      entries: `
        one 2024-06-11 in 2024-06-11 Dr 1000 4.00 Cr 1325 4.00
        two 2024-06-13 in 2024-06-13 Dr 1000 6.00 Cr 1325 6.00
      `,
      openItems: '',
    })
  })

  test('one that will not come is tax after all', () => {
    check(withReclaim('one, 2024-06-11, div, received, 4.00,\noff, 2024-06-13, div, written-off, , barred after two years'), '2024-06-13', {
      entries: 'off 2024-06-13 in 2024-06-13 Dr 4020 6.00 Cr 1325 6.00',
      openItems: '',
      strikes: '2024-06-13 500079.00 / 50000 = 10.00', // 500,085.00 − 6.00
    })
  })

  test('it ages: older than the policy allows, it is an exception', () => {
    const stale = { policies: { income: 'depositary_fees: expense, stale_reclaim_days: 6' } }
    const { strikes } = keep({ ...withReclaim('one, 2024-06-11, div, received, 4.00,'), ...stale }, '2024-06-12')
    // 2024-06-05 and six days is the 11th.
    expect(strikes.map(({ exceptions }) => exceptions.map(({ code }) => code))).toEqual([[], [], [], [], [], [], [], ['income.reclaim-stale']])
    expect(strikes.at(-1)?.exceptions[0]?.found).toBe('4.00 of 10.00 USD came of the tax reclaimed of div, ex 2024-06-05')
  })
})

describe('R3.66: the fee of a depositary, 100 × 0.02 = 2.00', () => {
  const text = (policies: Readonly<Record<string, string>>) =>
    book('id, ex_date, instrument, rate, pay_date, fee_rate\ndiv, 2024-06-05, acme, 1.00, 2024-06-10, 0.02', {}, { policies })

  test.each([
    ['an expense, without a policy', {}, 'Dr 1320 98.00 Dr 5290 2.00 Cr 4000 100.00'],
    ['an expense by the policy', { income: 'depositary_fees: expense' }, 'Dr 1320 98.00 Dr 5290 2.00 Cr 4000 100.00'],
    ['net of the dividend by the policy', { income: 'depositary_fees: net-of-dividend' }, 'Dr 1320 98.00 Cr 4000 98.00'],
  ])('%s', (_, policies, postings) => {
    check(text(policies), '2024-06-05', { entries: `div 2024-06-05 in 2024-06-05 ${postings}` })
  })
})

describe('R3.62: a dividend of a fund, by the character it reports', () => {
  test('of 1.00 a unit 0.15 are long-term gains: Cr 4000 85.00, Cr 6020 15.00', () => {
    check(book('id, ex_date, instrument, rate, pay_date, capital_gain\ndiv, 2024-06-05, acme, 1.00, 2024-06-10, 0.15'), '2024-06-05', {
      entries: 'div 2024-06-05 in 2024-06-05 Dr 1320 100.00 Cr 4000 85.00 Cr 6020 15.00',
    })
  })
})

describe('R3.67: a dividend corrected', () => {
  const rows = 'id, ex_date, instrument, rate, pay_date, informed, knowable, reverses\n'

  test('.50 booked, .45 in truth: 50.00 reversed and 45.00 booked, effective on the same ex-date', () => {
    check(book(`${rows}first, 2024-06-05, acme, 0.50, 2024-06-12, , ,\nright, 2024-06-05, acme, 0.45, 2024-06-12, 2024-06-10, no, first`), '2024-06-12', {
      entries: `
        first          2024-06-05 in 2024-06-05 Dr 1320 50.00 Cr 4000 50.00
        right/reversal 2024-06-05 in 2024-06-10 Cr 1320 50.00 Dr 4000 50.00
        right          2024-06-05 in 2024-06-10 Dr 1320 45.00 Cr 4000 45.00
        right/settled  2024-06-12 in 2024-06-12 Dr 1000 45.00 Cr 1320 45.00
      `,
      strikes: `
        2024-06-07 500050.00 / 50000 = 10.00
        2024-06-10 500045.00 / 50000 = 10.00
        2024-06-12 500045.00 / 50000 = 10.00
      `,
      openItems: '',
    })
  })

  test('the order of the ids does not matter, nor do two corrections of one on one day of the reporting basis', () => {
    const text = book(
      `${rows}z, 2024-06-05, acme, 0.50, 2024-06-14, , ,\ny, 2024-06-05, acme, 0.45, 2024-06-14, 2024-06-10, no, z\na, 2024-06-05, acme, 0.47, 2024-06-14, 2024-06-12, no, y`,
    )
    checkView(text, '2024-06-05', { strikes: '2024-06-05 500047.00 / 50000 = 10.00' })
    check(text, '2024-06-14', { strikes: '2024-06-14 500047.00 / 50000 = 10.00', openItems: '' })
  })

  test('paid already: what came too much is owed, and goes back on the pay date of the correction', () => {
    check(book(`${rows}first, 2024-06-05, acme, 0.50, 2024-06-06, , ,\nright, 2024-06-05, acme, 0.45, 2024-06-13, 2024-06-11, no, first`), '2024-06-12', {
      openItems: 'right payable 5.00 of 5.00 due 2024-06-13',
      trialBalance: `
        Dr 1000 497550.00
        Dr 1100 2500.00
        Cr 1320 5.00
        Cr 3000 50.00
        Cr 3010 499950.00
        Cr 4000 45.00
      `,
    })
    check(book(`${rows}first, 2024-06-05, acme, 0.50, 2024-06-06, , ,\nright, 2024-06-05, acme, 0.45, 2024-06-13, 2024-06-11, no, first`), '2024-06-13', {
      entries: 'right/settled 2024-06-13 in 2024-06-13 Dr 1320 5.00 Cr 1000 5.00',
      openItems: '',
    })
  })

  test('cancelled: a rate of 0', () => {
    check(book(`${rows}first, 2024-06-05, acme, 0.50, 2024-06-12, , ,\nnone, 2024-06-05, acme, 0, 2024-06-12, 2024-06-10, no, first`), '2024-06-12', {
      entries: 'none/reversal 2024-06-05 in 2024-06-10 Cr 1320 50.00 Dr 4000 50.00',
      openItems: '',
      strikes: '2024-06-10 500000.00 / 50000 = 10.00',
    })
  })

  test('missed: the exception says what the correction changes', () => {
    const { strikes } = keep(
      book(`${rows}first, 2024-06-05, acme, 0.50, 2024-06-12, , ,\nright, 2024-06-05, acme, 6.50, 2024-06-12, 2024-06-10, yes, first`),
      '2024-06-10',
    )
    expect(strikes.at(-1)?.exceptions.map(({ found }) => found)).toEqual([
      'right adds 600.00 to net assets, 0.0120 a share, of which the net asset values from 2024-06-05 were struck without',
    ])
  })

  test.each([
    ['of another instrument', 'right, 2024-06-05, coda, 0.45, 2024-06-12, 2024-06-10, no, first', 'reverses income.correction-differs'],
    ['with another ex-date', 'right, 2024-06-06, acme, 0.45, 2024-06-12, 2024-06-10, no, first', 'reverses income.correction-differs'],
    ['known before what it corrects', 'right, 2024-06-05, acme, 0.45, 2024-06-12, 2024-06-05, no, first', 'informed income.correction-early'],
    ['of nothing', 'right, 2024-06-05, acme, 0.45, 2024-06-12, 2024-06-10, no, fist', 'reverses income.unknown-dividend'],
    ['without its day', 'right, 2024-06-05, acme, 0.45, 2024-06-12, , , first', 'informed income.correction-undated'],
  ])('%s: refused', (_, row, issue) => {
    expect(issuesOf(book(`${rows}first, 2024-06-05, acme, 0.50, 2024-06-12, , ,\n${row}`), '2024-06-12').map(shownIssue)).toEqual([
      `events/dividend.csv:3 ${issue}`,
    ])
  })
})

describe('R12.9: expected and received', () => {
  const xd = `${header}\ndiv, 2024-06-05, acme, 1.00, 2024-06-10`
  const settled = (rows: string) => book(xd, { settlement: `id, settlement_date, of, amount\n${rows}` })

  test('less came than expected: an exception until the rest comes', () => {
    const { strikes } = keep(settled('part, 2024-06-10, div, 74.00\nrest, 2024-06-12, div,'), '2024-06-13')
    expect(strikes.map(({ exceptions }) => exceptions.map(({ code }) => code))).toEqual([
      [],
      [],
      [],
      [],
      [],
      ['income.received-differs'],
      ['income.received-differs'],
      [],
      [],
    ])
    expect(strikes[5]?.exceptions[0]?.found).toBe('74.00 of 100.00 USD came for div, due 2024-06-10; 26.00 is open')
  })

  test('more than was booked is refused', () => {
    expect(issuesOf(settled('much, 2024-06-10, div, 101.00'), '2024-06-10').map(shownIssue)).toEqual([
      'events/settlement.csv:2 amount settlement.exceeds-trade',
    ])
  })

  test('more than 30 days past the pay date: named each day', () => {
    const months = Array.from({ length: 40 }, (_, index) => new Date(Date.UTC(2024, 5, 3 + index)).toISOString().slice(0, 10))
    const text = { ...book(`${header}\ndiv, 2024-06-05, acme, 1.00, 2024-06-06`, { settlement: 'id, settlement_date, of, amount\npart, 2024-07-12, div,' }) }
    const open = months.filter((each) => ![0, 6].includes(new Date(each).getUTCDay()) && !['2024-06-19', '2024-07-04'].includes(each))
    const priced = ['date,instrument,price,type,source', ...open.map((each) => `${each},acme,25.00,close,x`)].join('\n')
    const { strikes } = keep({ ...text, prices: priced }, '2024-07-09')
    // 2024-06-06 and 30 days is Saturday the 6th of July.
    expect(strikes.filter(({ exceptions }) => exceptions.length > 0).map(({ date }) => date)).toEqual([day('2024-07-08'), day('2024-07-09')])
    expect(strikes.at(-1)?.exceptions[0]?.found).toBe('none of 100.00 USD has come for div, due 2024-06-06')
  })
})

describe('R3.16, R3.40, R3.41: a dividend in euros with a reclaim', () => {
  const euros: Partial<BookText> = {
    instruments: `
      id,   name,       type,         industry, country, currency, income_producing, income_source
      acme, Acme Corp., common-stock, Tools,    US,      USD,      yes,              test
      coda, Coda AG,    common-stock, Music,    DE,      EUR,      no,               test
    `,
    rates: [
      'date,currency,rate,quote,source,time',
      ...['1.10', '1.10', '1.10', '1.12', '1.12', '1.15', '1.15', '1.15', '1.20', '1.20'].map(
        (rate, index) => `${days[index]},EUR,${rate},base-per-foreign,x,16:00 Europe/London`,
      ),
    ].join('\n'),
  }
  const text = book(
    'id, ex_date, instrument, rate, pay_date, withholding_rate, treaty_rate\ndiv, 2024-06-05, coda, 1.00, 2024-06-10, 0.25, 0.15',
    {
      purchase: 'id, trade_date, instrument, quantity, price\nbuy, 2024-06-03, coda, 100, 20.00',
      reclaim: 'id, effective_date, of, outcome\nback, 2024-06-13, div, received',
      'manual-entry': `
        id,    line, effective_date, account, currency, debit,   credit,  base_amount, reason
        euros, 1,    2024-06-03,     1010,    EUR,      4000.00, ,        4400.00,     euros bought
        euros, 2,    2024-06-03,     1011,    EUR,      ,        4000.00, 4400.00,
        euros, 3,    2024-06-03,     1012,    ,         4400.00, ,        ,
        euros, 4,    2024-06-03,     1000,    ,         ,        4400.00, ,
      `,
    },
    euros,
  )

  test('booked at the rate of the ex-date, 1.10; cash at 1.15 and the reclaim at 1.20, the rates of their days, with the difference realized', () => {
    check(text, '2024-06-13', {
      entries: `
        div         2024-06-05 in 2024-06-05 Dr 1320 EUR 75.00 = 82.50 Dr 1325 EUR 10.00 = 11.00 Dr 4020 EUR 15.00 = 16.50 Cr 4000 EUR 100.00 = 110.00
        div/settled 2024-06-10 in 2024-06-10 Dr 1010 EUR 75.00 = 86.25 Cr 1320 EUR 75.00 = 82.50 Cr 6200 3.75
        back        2024-06-13 in 2024-06-13 Dr 1010 EUR 10.00 = 12.00 Cr 1325 EUR 10.00 = 11.00 Cr 6200 1.00
      `,
      openItems: '',
    })
  })

  test('translated while it is open: 85.00 × (1.12 − 1.10) = 1.70, 1.50 of the dividend and 0.20 of the reclaim', () => {
    const { journal } = keep(text, '2024-06-06')
    const translation = journal.find(({ id }) => id === 'translation/2024-06-06')
    const of = (account: string) => translation?.postings.find(({ part, side, account: posted }) => part === account && side === 'debit' && posted === '1192')
    expect([dollars(of('1320')?.base ?? 0n), dollars(of('1325')?.base ?? 0n)]).toEqual(['1.50', '0.20'])
  })
})
