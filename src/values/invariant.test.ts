import { describe, expect, test } from 'vitest'
import { invariant, InvariantFailure, unreachable } from './invariant.ts'

describe('faults of the program', () => {
  test.each([false, undefined, null])('%s stops it with the message', (condition) => {
    expect(() => invariant(condition, 'debits equal credits')).toThrow(InvariantFailure)
    expect(() => invariant(condition, 'debits equal credits')).toThrow('debits equal credits')
  })

  test.each([true, 0, 0n, '', 'x'])('%s holds: only false and nothing fail', (condition) => {
    expect(() => invariant(condition, 'never said')).not.toThrow()
  })

  test('a member that no case takes is shown, amounts included', () => {
    expect(() => unreachable({ kind: 'merger' } as never)).toThrow('unreachable: {"kind":"merger"}')
    expect(() => unreachable({ kind: 'sale', amount: 1234n } as never)).toThrow('unreachable: {"kind":"sale","amount":"1234"}')
    expect(() => unreachable({ amount: 1n } as never)).toThrow(InvariantFailure)
  })
})
