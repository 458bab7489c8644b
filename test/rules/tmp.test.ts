import { test } from 'vitest'
import { keep, strikeLine } from '../support/book.ts'
import { smallBook } from './reports.ts'
test('x', () => { const k = keep(smallBook, '2024-06-06', ['2024-06-06']); for (const s of k.strikes) console.log(strikeLine(s)); for (const s of k.views.values()) console.log(strikeLine(s.strike)) })
