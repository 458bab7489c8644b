// The profile for OFX on a statement of our own, with one record of each sort that the real files do not have.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyBook, imported } from './foreign-book.ts'

const secid = '<SECID><UNIQUEID>X1<UNIQUEIDTYPE>PRIVATE</SECID>'
const transaction = (id: string, rest = ''): string => `<INVTRAN><FITID>${id}<DTTRADE>20240304${rest}</INVTRAN>`
const trade = (id: string, units: string, total: string): string => `${transaction(id)}${secid}<UNITS>${units}<UNITPRICE>10<TOTAL>${total}`
const records = [
  `<REINVEST>${transaction('1')}${secid}<INCOMETYPE>DIV<TOTAL>-25<UNITS>2.5<UNITPRICE>10</REINVEST>`,
  `<SELLSTOCK><INVSELL>${trade('2', '-1', '9')}<FEES>0.75<TAXES>0.25</INVSELL><SELLTYPE>SELL</SELLSTOCK>`,
  `<SELLSTOCK><INVSELL>${trade('3', '-1', '9')}</INVSELL><SELLTYPE>SELLSHORT</SELLSTOCK>`,
  `<BUYSTOCK><INVBUY>${trade('4', '1', '-10')}</INVBUY><BUYTYPE>BUYTOCOVER</BUYSTOCK>`,
  `<BUYOTHER><INVBUY>${trade('5', '1', '-10')}<CURRENCY><CURRATE>1.3<CURSYM>CAD</CURRENCY></INVBUY></BUYOTHER>`,
  `<BUYDEBT><INVBUY>${trade('6', '1', '-10')}</INVBUY></BUYDEBT>`,
  `<SPLIT>${transaction('7')}${secid}<OLDUNITS>4<NEWUNITS>6<NUMERATOR>3<DENOMINATOR>2</SPLIT>`,
  `<SPLIT>${transaction('71')}${secid}<OLDUNITS>3<NEWUNITS>4<NUMERATOR>3<DENOMINATOR>2<FRACCASH>5.5</SPLIT>`,
  `<JRNLFUND>${transaction('8')}<TOTAL>5</JRNLFUND>`,
  `<NOVELTY>${transaction('9')}</NOVELTY>`,
]
const statement = `OFXHEADER:100
DATA:OFXSGML
VERSION:102
SECURITY:NONE
ENCODING:USASCII
CHARSET:1252
COMPRESSION:NONE
OLDFILEUID:NONE
NEWFILEUID:NONE

<OFX><INVSTMTMSGSRSV1><INVSTMTTRNRS><INVSTMTRS><DTASOF>20240308<CURDEF>USD<INVACCTFROM><BROKERID>b<ACCTID>7</INVACCTFROM>
<INVTRANLIST><DTSTART>20240301<DTEND>20240308
${records.join('\n')}
</INVTRANLIST></INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1>
<SECLISTMSGSRSV1><SECLIST><OTHERINFO><SECINFO>${secid}<SECNAME>Soci\xe9t\xe9 X<TICKER>XX</SECINFO></OTHERINFO></SECLIST></SECLISTMSGSRSV1></OFX>
`

test('each sort of record is what the profile says', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'tieout-ofx-')), 'statement.ofx')
  writeFileSync(file, statement, 'latin1')
  const { records: made, issues, skipped } = await imported(file, 'ofx', emptyBook('2024-03-01', [['SOC', 'Société X', '']]))
  const cells = (kind: string) => made.find(({ record }) => record === kind)?.rows.map((row) => row.cells)

  expect(cells('purchase')).toEqual([{ id: 'ofx-7-1', trade_date: '2024-03-04', instrument: 'SOC', quantity: '2.5', price: '10', net_amount: '25' }])
  expect(cells('sale')).toEqual([{ id: 'ofx-7-2', trade_date: '2024-03-04', instrument: 'SOC', quantity: '1', price: '10', fees: '1.00', net_amount: '9' }])
  expect(cells('custodian-items')?.map((item) => [item['reference'], item['amount']])).toEqual([
    ['ofx-7-1', '-25'],
    ['ofx-7-1-REINVEST', '25'],
    ['ofx-7-2', '9'],
  ])
  const split = { ex_date: '2024-03-04', instrument: 'SOC', new_units: '3', old_units: '2' }
  expect(cells('split')).toEqual([
    { id: 'ofx-7-7', ...split },
    { id: 'ofx-7-71', ...split, fractions: 'cash', cash_amount: '5.5' },
  ])
  expect(skipped.map(({ rule, count }) => `${rule} ${count}`)).toEqual(['journals 1', 'funds and other securities 1'])
  expect(issues.map(({ place, code }) => `${place.row} ${place.column} ${code}`)).toEqual([
    '15 SELLSTOCK[2] import.refused-row',
    '16 BUYSTOCK[1] import.refused-row',
    '17 BUYOTHER[1] AMOUNTS import.currency',
    '18 BUYDEBT[1] import.refused-row',
    '22 NOVELTY[1] import.no-rule',
  ])
})
