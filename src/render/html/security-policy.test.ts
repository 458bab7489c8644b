import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { clientScript } from './client.ts'
import { scriptHash, styleHash } from './security-policy.ts'
import { styleSheet } from './style.ts'

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`

test('the policy names the style sheet and the script by their hashes', () => {
  expect({ styleHash, scriptHash }, 'after a change of style.ts or client.ts, put these hashes into security-policy.ts').toEqual({
    styleHash: hashOf(styleSheet),
    scriptHash: hashOf(clientScript),
  })
})
