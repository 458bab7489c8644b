// Writes docs/errors.md from the catalogue of issues and the cases of test/errors: every code with its meaning, what to do,
// the input that gives it and the message as printed. Run it, or take `errorsDoc` and write the text elsewhere.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { issueCatalogue, issueTopics } from '../src/app/issue-catalogue.ts'
import { issueLines } from '../src/render/issue-text.ts'
import { baseBook } from '../test/errors/base-book.ts'
import { errorCases } from '../test/errors/cases.ts'
import { type ErrorCase } from '../test/errors/error-case.ts'
import { contentOf } from '../test/errors/reproduce.ts'

export function errorsDoc(): string {
  const topics = Object.values(issueTopics).map(({ about, codes }) => ({ heading: about, codes: Object.keys(codes) }))
  const paragraphs = [
    '# Errors',
    'Every problem that Tieout finds is said in one form: the place (file, line, column or key) and a code, then what was found, what is needed, and what to do. All problems of a book are said in one run, and none that only follows from another. The codes are stable; `tieout help CODE` prints the meaning of each.',
    'This page is made from the catalogue and from the tests (`npm run docs`). Under each code stands the input that gives it, as a change of one small book: lines with `-` are taken out of that book, lines with `+` are put in. The book stands [at the end](#base-book).',
    ...topics.map(({ heading, codes }) =>
      [`**${heading}**`, '', ...codes.map((code) => `- [\`${code}\`](#${code}): ${issueCatalogue[code]?.title}`)].join('\n'),
    ),
    ...topics.flatMap(({ heading, codes }) => [`## ${heading}`, ...codes.flatMap(sectionOf)]),
    '<a id="base-book"></a>',
    '## The book that the changes are made in',
    ...Object.entries(baseBook).map(([file, text]) => fenced('', [file, '', ...linesOf(text)])),
  ]
  return `${paragraphs.join('\n\n')}\n`
}

function sectionOf(code: string): readonly string[] {
  const entry = issueCatalogue[code]
  if (entry === undefined) return []
  const cases = errorCases.filter((each) => each.code === code)
  return [
    `<a id="${code}"></a>`,
    `### \`${code}\``,
    `**${entry.title}.** ${entry.meaning}`,
    `*What to do:* ${entry.remedy}`,
    ...cases.flatMap((each, index) => reproduction(each, index === 0)),
  ]
}

function reproduction(each: ErrorCase, isFirst: boolean): readonly string[] {
  const changes = Object.entries(each.files).flatMap(([file, change]) => changedLines(file, contentOf(file, change)))
  const also = each.also?.map((line) => `\`${line.slice(line.lastIndexOf(' ') + 1)}\``) ?? []
  return [
    `${isFirst ? 'For instance' : 'Or'}, ${each.fault}:`,
    fenced('diff', each.at === undefined ? changes : [`tieout check book/${each.at}`]),
    fenced('', issueLines(each)),
    ...(also.length === 0 ? [] : [`With it: ${[...new Set(also)].join(', ')}.`]),
  ]
}

/** The lines that differ from the base book, each behind the file it stands in. */
function changedLines(file: string, content: ReturnType<typeof contentOf>): readonly string[] {
  const base = baseBook[file]
  if (content === undefined) return [`--- ${file}`, '(the file is not there)']
  if (typeof content !== 'string' && !(content instanceof Uint8Array)) return [`+++ ${file}`, `(a link to ${content.linkTo})`]
  const after = linesOf(typeof content === 'string' ? content.replaceAll('\t', '<tab>') : bytesShown(content))
  if (after.length === 0) return [`+++ ${file}`, '(an empty file)']
  return [`+++ ${file}`, ...difference(base === undefined ? [] : linesOf(base), after)]
}

/** Lines only in `before` with '-', lines only in `after` with '+', with the number of the line; by their longest common subsequence. */
function difference(before: readonly string[], after: readonly string[]): readonly string[] {
  const common = Array.from({ length: before.length + 1 }, () => Array.from({ length: after.length + 1 }, () => 0))
  const at = (row: number, column: number): number => common[row]?.[column] ?? 0
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      const length = before[row] === after[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
      ;(common[row] as number[])[column] = length
    }
  }
  const lines: string[] = []
  let [row, column] = [0, 0]
  while (row < before.length || column < after.length) {
    if (row < before.length && column < after.length && before[row] === after[column]) [row, column] = [row + 1, column + 1]
    else if (row < before.length && (column === after.length || at(row + 1, column) >= at(row, column + 1))) {
      row += 1
      lines.push(`-${String(row).padStart(3)}  ${before[row - 1]}`)
    } else {
      column += 1
      lines.push(`+${String(column).padStart(3)}  ${after[column - 1]}`)
    }
  }
  return lines
}

/** Bytes as text, those beyond ASCII in hexadecimal: Soci<E9>t<E9>. */
const bytesShown = (bytes: Uint8Array): string =>
  [...bytes]
    .map((byte) => (byte === 10 || (byte >= 32 && byte < 127) ? String.fromCharCode(byte) : `<${byte.toString(16).toUpperCase().padStart(2, '0')}>`))
    .join('')

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .slice(0, text.endsWith('\n') ? -1 : undefined)
    .filter((line, index, all) => line !== '' || index < all.length - 1)

const fenced = (language: string, lines: readonly string[]): string => ['```' + language, ...lines, '```'].join('\n')

export const errorsDocPath = fileURLToPath(new URL('../docs/errors.md', import.meta.url))

if (import.meta.main) writeFileSync(errorsDocPath, errorsDoc())
