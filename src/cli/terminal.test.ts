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
