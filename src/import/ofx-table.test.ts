import { describe, expect, test } from 'vitest'
import { readOfxTable } from './ofx-table.ts'

const statement = (transactions: string, rest = ''): string =>
  `<OFX><INVSTMTMSGSRSV1><INVSTMTTRNRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><INVSTMTRS><DTASOF>20240308<CURDEF>USD` +
  `<INVACCTFROM><BROKERID>broker.example<ACCTID>77</INVACCTFROM><INVTRANLIST><DTSTART>20240301<DTEND>20240308${transactions}</INVTRANLIST>${rest}` +
  `</INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1>`
const secid = (id: string, type = 'CUSIP'): string => `<SECID><UNIQUEID>${id}<UNIQUEIDTYPE>${type}</SECID>`
const security = (tag: string, id: string, name: string, ticker: string): string =>
  `<${tag}><SECINFO>${secid(id)}<SECNAME>${name}<TICKER>${ticker}</SECINFO></${tag}>`
const list = (...securities: readonly string[]): string => `<SECLISTMSGSRSV1><SECLIST>${securities.join('')}</SECLIST></SECLISTMSGSRSV1></OFX>`

/** Each row with its name and the cells it has. */
function rows(text: string): readonly Readonly<Record<string, string>>[] {
  const { table, issues } = readOfxTable({ file: 'a.ofx', sha256: '', text, form: 'sgml' })
  expect(issues).toEqual([])
  return (table?.rows ?? []).map(({ name, cells }) => ({
    name: name ?? '',
    ...Object.fromEntries(
      (table?.header ?? []).flatMap((column, position) => ((cells[position] ?? '') === '' ? [] : [[column, cells[position] ?? ''] as const])),
    ),
  }))
}

const buy = `<BUYSTOCK><INVBUY><INVTRAN><FITID>1<DTTRADE>20240304</INVTRAN>${secid('001ACM105')}<UNITS>5<TOTAL>-100</INVBUY><BUYTYPE>BUY</BUYSTOCK>`

describe('the records of an OFX file as rows', () => {
  test('a transaction knows its statement, its security and its currency', () => {
    const [row] = rows(statement(buy) + list(security('STOCKINFO', '001ACM105', 'Acme Corp.', 'ACM')))
    expect(row).toEqual({
      name: 'BUYSTOCK[1]',
      RECORD: 'BUYSTOCK',
      'STATEMENT.BROKERID': 'broker.example',
      'STATEMENT.ACCTID': '77',
      'STATEMENT.CURDEF': 'USD',
      'STATEMENT.DTASOF': '20240308',
      'STATEMENT.DTSTART': '20240301',
      'STATEMENT.DTEND': '20240308',
      AMOUNTS: 'USD',
      FITID: '1',
      DTTRADE: '20240304',
      DTVALUE: '20240304',
      UNIQUEID: '001ACM105',
      UNIQUEIDTYPE: 'CUSIP',
      'SECID.CUSIP': '001ACM105',
      UNITS: '5',
      TOTAL: '-100',
      BUYTYPE: 'BUY',
      SECNAME: 'Acme Corp.',
      TICKER: 'ACM',
      SECURITY: 'STOCKINFO',
    })
  })

  test('every aggregate of a statement is a row, also one that nobody thought of', () => {
    const rest =
      '<INVPOSLIST><POSSTOCK><INVPOS><UNITS>5</INVPOS></POSSTOCK></INVPOSLIST>' +
      '<INVBAL><AVAILCASH>1<BALLIST><BAL><NAME>a<VALUE>2</BAL><BAL><NAME>b<VALUE>3</BAL></BALLIST></INVBAL><NOVELTY><X>1</NOVELTY>'
    const found = rows(statement(buy + buy, rest) + list(security('STOCKINFO', '001ACM105', 'Acme Corp.', 'ACM'), security('MFINFO', '2', 'Fund', 'F')))
    expect(found.map(({ name }) => name)).toEqual([
      'BUYSTOCK[1]',
      'BUYSTOCK[2]',
      'POSSTOCK[1]',
      'INVBAL[1]',
      'BAL[1]',
      'BAL[2]',
      'NOVELTY[1]',
      'STOCKINFO[1]',
      'MFINFO[1]',
    ])
    expect(found[3]).toMatchObject({ AVAILCASH: '1' })
    expect(found[3]).not.toHaveProperty('VALUE')
  })

  test('CURRENCY says that the amounts of the row are in another; ORIGCURRENCY does not', () => {
    const cash = (currency: string): string => `<INVBANKTRAN><STMTTRN><TRNAMT>1<${currency}><CURRATE>1.06<CURSYM>CAD</${currency}></STMTTRN></INVBANKTRAN>`
    expect(rows(`${statement(cash('CURRENCY') + cash('ORIGCURRENCY'))}</OFX>`).map((row) => row['AMOUNTS'])).toEqual(['CAD', 'USD'])
  })

  test('two securities of the list under one id say nothing of it', () => {
    const [row] = rows(statement(buy) + list(security('MFINFO', '001ACM105', 'One', 'A'), security('MFINFO', '001ACM105', 'Two', 'B')))
    expect(row).not.toHaveProperty('SECNAME')
  })

  test('an id by its type, and one of a type of the institution', () => {
    const id = (type: string): string => `<TRANSFER>${secid('X1', type)}<UNITS>1</TRANSFER>`
    expect(rows(`${statement(id('ISIN') + id('PRIVATE'))}</OFX>`).map((row) => [row['SECID.ISIN'], row['SECID.OTHER']])).toEqual([
      ['X1', undefined],
      [undefined, 'X1'],
    ])
  })

  test('a tag that stands twice in a record has its parent before it, and a number where that is not enough', () => {
    const portion = (percent: string): string => `<PORTION><ASSETCLASS>DOMESTICBOND<PERCENT>${percent}</PORTION>`
    const [row] = rows(`${statement('')}<SECLIST><MFINFO>${portion('60')}${portion('30')}${portion('10')}</MFINFO></SECLIST></OFX>`)
    expect(row).toMatchObject({ PERCENT: '60', 'PORTION.PERCENT': '30', 'PORTION.PERCENT (2)': '10' })
  })

  test('an answer that is an error, and a file without a statement, are issues', () => {
    const found = (text: string) => readOfxTable({ file: 'a.ofx', sha256: '', text, form: 'sgml' }).issues.map((issue) => issue.found)
    expect(found('<OFX><SONRS><STATUS><CODE>15500<SEVERITY>ERROR<MESSAGE>Signon invalid</STATUS></SONRS></OFX>')).toEqual([
      'an answer that is an error: 15500, Signon invalid',
    ])
    expect(found('<OFX><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS></SONRS></OFX>')).toEqual(['no statement in the file'])
  })
})
