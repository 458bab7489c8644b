import { describe, expect, test } from 'vitest'
import { readForeignOfx } from './foreign-ofx.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))
const header = (encoding: string, charset: string, end = '\r\n'): string =>
  ['OFXHEADER:100', 'DATA:OFXSGML', 'VERSION:102', 'SECURITY:NONE', `ENCODING:${encoding}`, `CHARSET:${charset}`, 'NEWFILEUID:NONE', '', ''].join(end)
const read = (text: string | Uint8Array) => readForeignOfx('a.ofx', typeof text === 'string' ? bytes(text) : text)

describe('the header of an OFX file', () => {
  test('names the page of the letters: é is one byte of Windows-1252, two of UTF-8', () => {
    expect(read(`${header('USASCII', '1252')}<OFX>Soci\xe9t\xe9</OFX>`).ofx).toMatchObject({
      form: 'sgml',
      text: expect.stringContaining('<OFX>Société</OFX>'),
    })
    expect(read(`${header('UTF-8', 'NONE')}<OFX>Soci\xc3\xa9t\xc3\xa9</OFX>`).ofx?.text).toContain('<OFX>Société</OFX>')
    expect(read(`<?xml version="1.0" encoding="UTF-8"?><?OFX OFXHEADER="200" VERSION="211"?><OFX>\xc3\xa9</OFX>`).ofx).toMatchObject({
      form: 'xml',
      text: expect.stringContaining('é'),
    })
  })
  test('is blanked, so that lines keep their numbers, whatever the line ends', () => {
    for (const end of ['\n', '\r\n', '\r\r\n'])
      expect(
        read(`${header('USASCII', '1252', end)}<OFX></OFX>`)
          .ofx?.text.split('\n')
          .findIndex((line) => line.includes('<OFX>')),
      ).toBe(8)
  })
  test('of an encoding that is not read is an issue', () => {
    expect(read(`${header('USASCII', '932')}<OFX></OFX>`).issues).toMatchObject([{ code: 'file.encoding', found: 'ENCODING:USASCII with CHARSET:932' }])
    expect(read('<?xml version="1.0" encoding="shift_jis"?><OFX></OFX>').issues).toMatchObject([{ code: 'file.encoding', found: 'encoding "shift_jis"' }])
  })
  test('of bytes that are not of the encoding it states is an issue', () =>
    expect(read(`${header('UTF-8', 'NONE')}<OFX>\xe9</OFX>`).issues).toMatchObject([{ code: 'file.encoding' }]))
  test('a file that is something else is an issue', () =>
    expect(read('Type,Qty\nBUY,1\n').issues).toMatchObject([{ code: 'import.ofx', found: 'no <OFX> in the file' }]))
})
