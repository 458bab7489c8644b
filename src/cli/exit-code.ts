/** How the program ends. The codes are public: scripts decide by them. */
export const exitCodes = {
  allWell: 0,
  issues: 1,
  usage: 2,
  breaks: 3,
  open: 4,
  fault: 70,
  outside: 74,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** In the order of the codes, for `tieout help exit-codes` and the documentation. */
export const exitCodeMeanings: readonly { readonly code: ExitCode; readonly meaning: string }[] = [
  {
    code: exitCodes.allWell,
    meaning: 'All is well: the book has no problem, and what was asked for was done. Exceptions, if any, are printed with the result.',
  },
  {
    code: exitCodes.issues,
    meaning: 'The book, or a file to be imported, has problems. Each is said with its place and its remedy; nothing is printed as a result.',
  },
  {
    code: exitCodes.usage,
    meaning: 'The command line was not understood: an unknown command or option, or a day, period, figure or row that the book cannot answer for.',
  },
  {
    code: exitCodes.breaks,
    meaning:
      'An identity of the statements does not hold: said by "tieout tie" and "tieout report", which is written all the same and says so on its face. Or a difference is beyond its tolerance: said by "tieout compare".',
  },
  {
    code: exitCodes.open,
    meaning:
      'Somebody must decide: an exception or a break is open that keeps a net asset value from being clear, or a disposition holds for nothing. Said by "tieout exceptions" and "tieout reconcile", which print all of it.',
  },
  { code: exitCodes.fault, meaning: 'A fault in Tieout itself. No figure of this run is to be used; please report the message.' },
  { code: exitCodes.outside, meaning: 'The machine refused something: a file that cannot be read or written, a full disk.' },
]
