import { counted } from './figures.ts'

/** `90 purchases`, `1 manual entry`: records of a kind, counted. */
export const countedEvents = (kind: string, count: number): string => counted(count, ...(words[kind] ?? ([kind] as const)))

/** One and many, where the name of the kind is no word to count by. */
const words: Readonly<Record<string, readonly [one: string, many?: string]>> = {
  'creation-in-kind': ['creation in kind', 'creations in kind'],
  interest: ['interest record'],
  'manual-entry': ['manual entry', 'manual entries'],
  'other-income': ['other income', 'items of other income'],
  reclaim: ['tax reclaim'],
  'share-split': ['share split', 'share splits'],
  'redemption-in-kind': ['redemption in kind', 'redemptions in kind'],
  'securities-lending': ['lending income', 'items of lending income'],
}
