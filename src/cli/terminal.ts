/** Where the words go: results to stdout, problems to stderr, colour only where a person looks. */
import { styleText } from 'node:util'

/** Writes to one stream, and styles text for it. */
export type Outlet = {
  readonly write: (lines: readonly string[]) => void
  readonly bold: (text: string) => string
  readonly faint: (text: string) => string
  readonly alarming: (text: string) => string
}

/** Says how far long work is: `done` of `total`, with a word for where it stands. */
export type ShowProgress = (where: string, done: number, total: number) => void

export type Terminal = { readonly out: Outlet; readonly err: Outlet; readonly progress: ShowProgress }

type Stream = { readonly isTTY?: boolean; readonly write: (text: string) => unknown }
type Environment = Readonly<Record<string, string | undefined>>

export const terminalOf = (out: Stream, err: Stream, environment: Environment): Terminal => ({
  out: outletOf(out, wantsColour(out, environment)),
  err: outletOf(err, wantsColour(err, environment)),
  progress: progressOf(err),
})

/** Fewer steps than a year of days are over before anybody asks how far it is. */
const FEWEST_STEPS = 250

/** One line on a terminal, written over itself and wiped when all is done; nothing where nobody looks. */
function progressOf(stream: Stream): ShowProgress {
  if (stream.isTTY !== true) return () => undefined
  let shown = -1
  return (where, done, total) => {
    const percent = Math.floor((done * 100) / total)
    if (done === total) {
      if (shown >= 0) stream.write('\r\u001B[K')
      shown = -1
    } else if (percent !== shown && total >= FEWEST_STEPS) {
      shown = percent
      stream.write(`\r${where}: ${percent}%\u001B[K`)
    }
  }
}

/** On a terminal, and not where NO_COLOR is set (no-color.org: to anything but nothing). FORCE_COLOR is not asked: it would beat NO_COLOR. */
export const wantsColour = ({ isTTY }: Stream, { NO_COLOR, TERM }: Environment): boolean => isTTY === true && (NO_COLOR ?? '') === '' && TERM !== 'dumb'

function outletOf(stream: Stream, isColoured: boolean): Outlet {
  // Whether to colour is decided here, so `styleText` is not to ask the stream again.
  const styled = (style: 'bold' | 'dim' | 'red') => (text: string) => (isColoured ? styleText(style, text, { validateStream: false }) : text)
  return {
    write: (lines) => {
      if (lines.length > 0) stream.write(`${lines.join('\n')}\n`)
    },
    bold: styled('bold'),
    faint: styled('dim'),
    alarming: styled('red'),
  }
}
