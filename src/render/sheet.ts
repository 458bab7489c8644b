/** A sheet: one page of small tables side by side, as it is to be printed. Cells are words and figures already written. */

export type Sheet = {
  /** `NAV pack`: what the sheet is. */
  readonly kind: string
  readonly title: string
  readonly subtitle: string
  /** In a word, and whether it is one that a reader must not pass over. */
  readonly status: { readonly text: string; readonly isAlarming: boolean }
  readonly facts: readonly Fact[]
  readonly sections: readonly SheetSection[]
  /** Lines to be signed: who does so, each with a place for name and date. */
  readonly signatures: readonly string[]
  readonly foot: string
}

export type Fact = { readonly name: string; readonly value: string }

export type SheetSection = {
  readonly title: string
  /** In one of the two columns, or over both: above them or below. */
  readonly place: 'above' | 'left' | 'right' | 'below'
  readonly table?: SheetTable | undefined
  readonly chart?: Chart | undefined
  /** Under the table. */
  readonly remarks: readonly string[]
  /** Not printed on paper: opened by a reader of the page. */
  readonly details?: { readonly title: string; readonly table: SheetTable } | undefined
}

export type SheetTable = {
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
}

/**
 * Figures stand with their last digits under each other. The first column of words, or one of text, takes the place that is
 * left: words are cut where it is too little, a text goes on in the next line.
 */
export type SheetColumn = { readonly heading: string; readonly of: 'words' | 'figures' | 'text' }

export type SheetRow = {
  readonly cells: readonly string[]
  readonly look?: 'total' | 'alarming' | undefined
  /** Where the first cell leads, in a page that can be followed. */
  readonly link?: string | undefined
}

/** A line through figures; each point has its words. Heights are thousandths of the chart's, from the bottom. */
export type Chart = {
  readonly caption: string
  readonly points: readonly { readonly label: string; readonly height: number }[]
  readonly highest: string
  readonly lowest: string
}
