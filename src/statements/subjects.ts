import { compareText } from '../values/issue.ts'

/**
 * Names as they stand in ids and places: small letters and digits of any script, joined by hyphens. Names that would come
 * out alike ("Oil & Gas", "Oil Gas") are told apart by a number, in the order of the names by code unit.
 */
export function subjectsOf(names: Iterable<string>): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  return new Map(
    [...new Set(names)].toSorted(compareText).map((name) => {
      const slug = slugOf(name)
      let subject = slug
      for (let number = 2; taken.has(subject); number += 1) subject = `${slug}-${number}`
      taken.add(subject)
      return [name, subject]
    }),
  )
}

export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'unnamed'
