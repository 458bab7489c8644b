import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CalendarDate, formatCalendarDate } from '../../values/calendar-date.ts'
import { booksAsOf } from '../../app/books-as-of.ts'
import { navPacks } from '../../app/nav-pack/nav-pack.ts'
import { type NavPack } from '../../app/vocabulary.ts'
import { renderSheetHtml } from '../../render/html/render-sheet.ts'
import { type Sheet } from '../../render/sheet.ts'
import { renderSheetText } from '../../render/text/render-sheet.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { counted, shownDecimal } from '../figures.ts'
import { askedFormats } from '../formats.ts'
import { indexSheet } from '../nav-pack/index-sheet.ts'
import { packJson } from '../nav-pack/pack-json.ts'
import { packSheet, statusText } from '../nav-pack/pack-sheet.ts'
import { bookHashOf, readBook } from '../read-book.ts'
import { jsonHeader, type OutputOptions, refuseBook, refuseRequest, writeJson } from '../reading-command.ts'
import { indented } from '../table.ts'
import { type Terminal } from '../terminal.ts'

export type NavPackOptions = OutputOptions & { readonly asOf?: CalendarDate; readonly from?: CalendarDate; readonly format: string; readonly out: string }

const formats = {
  text: { extension: 'txt', render: renderSheetText },
  html: { extension: 'html', render: renderSheetHtml },
} as const

type Format = keyof typeof formats

/** `tieout nav-pack BOOK`: writes the pack of a day, or of each business day of a range with a page that leads to them. */
export function runNavPack(terminal: Terminal, path: string, options: NavPackOptions): ExitCode {
  const { asOf, from, out } = options
  const asked = askedFormats(options.format, Object.keys(formats) as readonly Format[])
  if (!asked.ok) return refuseRequest(terminal, [asked.issue])

  const opened = readBook(path, terminal)
  const answer = booksAsOf(opened, { asOf, basis: 'nav', from, views: from === undefined ? undefined : 'business days', isReconciled: true, isProved: true })
  if (!answer.ok) return answer.wrong === 'book' ? refuseBook(terminal, path, 'nav-pack', options, answer.issues) : refuseRequest(terminal, answer.issues)

  const packs = navPacks(answer.books, from, bookHashOf(opened))
  // Everything is rendered before anything is written: a fault leaves no half of a pack behind.
  const files = asked.formats.flatMap((format) => filesIn(format, packs, from !== undefined))
  mkdirSync(out, { recursive: true })
  for (const { name, content } of files) writeFileSync(join(out, name), content)
  const written = files.map(({ format, name }) => ({ format, file: join(out, name) }))

  if (options.json) writeJson(terminal, { ...jsonHeader('nav-pack', path, []), files: written, packs: packs.map(packJson) })
  else if (!options.quiet) terminal.out.write(summary(packs, written, terminal))
  return exitCodes.allWell
}

type File = { readonly format: Format; readonly name: string; readonly content: string }

function filesIn(format: Format, packs: readonly NavPack[], isRange: boolean): readonly File[] {
  const { extension, render } = formats[format]
  const nameOf = ({ date }: NavPack): string => `nav-pack-${formatCalendarDate(date)}.${extension}`
  const file = (name: string, sheet: Sheet): File => ({ format, name, content: render(sheet) })
  const ofDays = packs.map((pack) => file(nameOf(pack), packSheet(pack)))
  return isRange && packs.length > 0 ? [file(`index.${extension}`, indexSheet(packs, nameOf)), ...ofDays] : ofDays
}

function summary(packs: readonly NavPack[], files: readonly { readonly file: string }[], { out }: Terminal): string[] {
  const last = packs.at(-1)
  if (last === undefined) return ['No business day in these dates.']
  const navs = last.classes.map(({ name, navPerShare }) => `${name} ${navPerShare === undefined ? 'no shares' : shownDecimal(navPerShare)}`)
  const shown = files.length > 8 ? [...files.slice(0, 7).map(({ file }) => file), `and ${files.length - 7} more`] : files.map(({ file }) => file)
  return [
    out.bold(`${last.fund.series.name}: ${counted(packs.length, 'NAV pack')}`),
    `${formatCalendarDate(last.date)}: ${navs.join(', ')}. ${statusText(last)}.`,
    '',
    'Written',
    ...indented(shown),
  ]
}
