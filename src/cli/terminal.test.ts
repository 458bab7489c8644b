import { describe, expect, test } from 'vitest'
import { terminalOf, wantsColour } from './terminal.ts'

const screen = { isTTY: true, write: () => true }
const pipe = { write: () => true }

describe('colour', () => {
  test('on a terminal, and nowhere else', () => {
    expect(wantsColour(screen, {})).toBe(true)
    expect(wantsColour(pipe, {})).toBe(false)
    expect(wantsColour(screen, { TERM: 'dumb' })).toBe(false)
  })

  test('NO_COLOR holds whatever FORCE_COLOR says, and only where it is not empty (no-color.org)', () => {
    expect(wantsColour(screen, { NO_COLOR: '1', FORCE_COLOR: '1' })).toBe(false)
    expect(wantsColour(screen, { NO_COLOR: '' })).toBe(true)
    expect(wantsColour(pipe, { FORCE_COLOR: '1' })).toBe(false)
  })

  test('each stream by itself', () => {
    const terminal = terminalOf(pipe, screen, {})
    expect(terminal.out.bold('x')).toBe('x')
    expect(terminal.err.bold('x')).toBe('\u001B[1mx\u001B[22m')
  })
})

describe('progress', () => {
  const written = (isTTY: boolean, days: number): string => {
    const texts: string[] = []
    const { progress } = terminalOf(pipe, { isTTY, write: (text) => texts.push(text) }, {})
    for (let done = 1; done <= days; done += 1) progress('Closing a day', done, days)
    return texts.join('')
  }

  test('long work says each percent once, over itself, and wipes the line when it is done', () => {
    const text = written(true, 300)
    expect(text.match(/Closing a day: 50%/g)).toHaveLength(1)
    expect(text.split('\r')).toHaveLength(102) // 0% to 99%, the wiping, and nothing before the first
    expect(text.endsWith('\r\u001B[K')).toBe(true)
  })

  test('short work and streams that nobody looks at say nothing', () => {
    expect(written(true, 249)).toBe('')
    expect(written(false, 300)).toBe('')
  })
})
