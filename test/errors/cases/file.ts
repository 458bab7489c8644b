import { windows1252 } from '../changes.ts'
import { type ErrorCase } from '../error-case.ts'

export const fileCases: readonly ErrorCase[] = [
  {
    code: 'file.encoding',
    fault: 'a file in Windows-1252',
    files: { 'report/market.md': windows1252('Société Générale advised.\n') },
    place: { file: 'report/market.md', row: 1 },
    found: 'byte E9 at byte offset 4, in Windows-1252 "Société"',
    needed: 'text in UTF-8',
    remedy: 'Save the file as UTF-8 (in Excel: Save As, "CSV UTF-8 (Comma delimited)").',
  },
  {
    code: 'file.encoding',
    fault: 'a file in UTF-16',
    files: { 'report/market.md': new Uint8Array([0xff, 0xfe, 0x41, 0x00]) },
    place: { file: 'report/market.md', row: 1 },
    found: 'bytes FF FE 41 00: the file is UTF-16 (Excel calls it "Unicode Text")',
    needed: 'text in UTF-8',
    remedy: 'Save the file as UTF-8 (in Excel: Save As, "CSV UTF-8 (Comma delimited)").',
  },
]
