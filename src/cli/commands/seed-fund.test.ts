import { describe, expect, test } from 'vitest'
import { example, tieout } from '../../../test/command-line.ts'

const lastTokens = (text: string, begins: string): readonly string[] => (text.split('\n').find((line) => line.startsWith(begins)) ?? '').trim().split(/\s{2,}/)

describe('the seed fund, 2002-12-31', () => {
  test('RULES 14.1: the trial balance on the reporting basis', async () => {
    const { code, out, err } = await tieout('trial-balance', example)
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('Reporting basis, 2002-12-31, USD.')
    expect(['1000', '1100', '1190', '2100', '3000', '3010', '7000'].map((account) => lastTokens(out, account).toSpliced(1, 1))).toEqual([
      ['1000', '500,000.00'],
      ['1100', '488,253.00'],
      ['1190', '3,985.27'],
      ['2100', '488,253.00'],
      ['3000', '50.00'],
      ['3010', '499,950.00'],
      ['7000', '3,985.27'],
    ])
    const { lines } = JSON.parse((await tieout('trial-balance', example, '--json')).out) as { lines: { account: string; debit: string; credit: string }[] }
    expect(lines.map(({ account, debit, credit }) => `${account} ${debit === '0.00' ? `Cr ${credit}` : `Dr ${debit}`}`)).toEqual([
      '1000 Dr 500000.00',
      '1100 Dr 488253.00',
      '1190 Cr 3985.27',
      '2100 Cr 488253.00',
      '3000 Cr 50.00',
      '3010 Cr 499950.00',
      '7000 Dr 3985.27',
    ])
  })

  test('RULES 14.1 and R6.3: 10.00 in the NAV book, 9.92 on the reporting basis, and the bridge between', async () => {
    const { code, out } = await tieout('nav', example, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      format: 1,
      command: 'nav',
      path: example,
      issues: [],
      basis: 'nav',
      asOf: '2002-12-31',
      nav: {
        basis: 'nav',
        status: 'clear',
        netAssets: '500000.00',
        classes: [{ class: 'service', shares: '50000.000', navPerShare: '10.00', unrounded: '10.00000000' }],
      },
      proof: { previous: null, opening: '0.00', capital: '500000.00', unrealized: '0.00', closing: '500000.00', residual: '0.00' },
      bridge: {
        navNetAssets: '500000.00',
        events: [{ kind: 'purchase', count: 90, effect: '-488253.00' }],
        values: { count: 90, effect: '484267.73' },
        reportingNetAssets: '496014.73',
        residual: '0.00',
      },
      reporting: { basis: 'reporting', netAssets: '496014.73', classes: [{ navPerShare: '9.92', unrounded: '9.92029460' }] },
    })
  })

  test('the same for a person, with the basis printed', async () => {
    const { out } = await tieout('nav', example)
    expect(out).toContain('NAV basis, 2002-12-31, USD.')
    expect(out).toContain(`Book ${example}.`)
    expect(out).toMatch(/service\s+500,000\.00\s+50,000\.000\s+10\.00\s+10\.00000000\s+clear/)
    expect(out).toMatch(/90 purchases effective by 2002-12-31, not yet in the NAV\s+-488,253\.00/)
    expect(out).toMatch(/Net assets, reporting basis, 2002-12-31\s+496,014\.73/)
    expect((await tieout('nav', example, '--basis', 'reporting')).out).toMatch(/service\s+496,014\.73\s+50,000\.000\s+9\.92\s+9\.92029460/)
  })

  test('positions and lots add to account 1100, and positions to account 1190', async () => {
    const positions = await tieout('positions', example)
    expect(positions.out).toMatch(/90 positions\s+488,253\.00\s+484,267\.73\s+-3,985\.27/)
    // The first row of the book: 521 × 20.41 = 10,633.61, cost 10,721.12.
    expect(positions.out).toMatch(
      /delta-and-pine-land\s+Delta and Pine Land Co\.\s+521\s+20\.41\s+10,721\.12\s+10,633\.61\s+-87\.51\s+prices\/2002-12-31\.csv:2/,
    )
    expect((await tieout('positions', example, '--basis', 'nav')).out).toContain('No positions.')
    const lots = JSON.parse((await tieout('lots', example, '--json')).out) as { lots: unknown[]; totals: unknown }
    expect(lots.lots).toHaveLength(90)
    expect(lots.lots).toContainEqual({
      instrument: 'delta-and-pine-land',
      lot: 'purchase-0001',
      acquired: '2002-12-31',
      quantity: '521',
      cost: '10721.12',
      source: { file: 'events/purchase.csv', row: 2 },
    })
    expect(lots.totals).toEqual({ cost: '488253.00' })
  })

  test('the journal: each entry with its cause, and one account by itself', async () => {
    const { out } = await tieout('journal', example, '--account', '3010', '--json')
    const { entries, account } = JSON.parse(out) as { entries: unknown[]; account: unknown }
    expect(account).toEqual({ account: '3010', debit: '0.00', credit: '499950.00', net: { side: 'credit', amount: '499950.00' } })
    expect(entries).toMatchObject([
      {
        id: 'subscription-0001',
        effectiveDate: '2002-12-31',
        navDate: '2002-12-31',
        cause: { by: 'record', record: 'subscription-0001' },
        source: { file: 'events/subscription.csv', row: 2 },
        postings: [
          { account: '1310', side: 'debit', amount: '500000.00' },
          { account: '3000', side: 'credit', amount: '50.00' },
          { account: '3010', side: 'credit', amount: '499950.00' },
        ],
      },
    ])
    // RULES 14.1: two entries of the subscription, 90 purchases, the mark.
    expect((await tieout('journal', example)).out).toContain('93 entries, 187 postings')
    expect((await tieout('journal', example, '--account', 'cash')).code).toBe(2)
  })

  test('check says what it read and what ties', async () => {
    const { code, out, err } = await tieout('check', example)
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/91\s+events: 1 subscription, 90 purchases/)
    expect(out).toMatch(/Lots = positions = account 1100, at cost\s+488,253\.00/)
    expect(out).toMatch(/Book hash [0-9a-f]{64}/)
    expect(out).toMatch(/Everything ties[.;]/)
    expect(JSON.parse((await tieout('check', example, '--json')).out)).toMatchObject({
      read: { events: { subscription: 1, purchase: 90 }, days: { count: 1 } },
      issues: [],
    })
  })
})
