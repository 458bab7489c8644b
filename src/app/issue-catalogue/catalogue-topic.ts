import type { IssueTopic } from '../../values/issue.ts'

export type CatalogueEntry = {
  /** In a few words. */
  readonly title: string
  readonly meaning: string
  readonly remedy: string
}

/** The issues whose codes begin with one word and a point, in the order of the documentation. */
export type CatalogueTopic<Word extends IssueTopic> = {
  /** What they are about, as a heading. */
  readonly about: string
  readonly codes: Readonly<Record<`${Word}.${string}`, CatalogueEntry>>
}
