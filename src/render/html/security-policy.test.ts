import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { clientScript } from './client.ts'
import { scriptHash, sheetStyleHash, styleHash } from './security-policy.ts'
import { sheetStyle } from './sheet-style.ts'
import { styleSheet } from './style.ts'

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`

test('the policies name the style sheets and the script by their hashes', () => {
  expect(
    { styleHash, scriptHash, sheetStyleHash },
    'after a change of style.ts, sheet-style.ts or client.ts, put these hashes into security-policy.ts',
  ).toEqual({
    styleHash: hashOf(styleSheet),
    scriptHash: hashOf(clientScript),
    sheetStyleHash: hashOf(sheetStyle),
  })
})
