/**
 * The statement pages of the real report of 2002 against ours: from the schedule to the notes to the schedule, every line
 * that is not furniture, in order. The pages after them are in our own words.
 */
import { expect, test } from 'vitest'
import { renderText } from '../../../src/render/text/render-text.ts'
import { exampleDocument } from '../../support/example-report.ts'
import { besideProject, textOf } from './beside-project.ts'

const seed = besideProject('seed/annual-report-2002.txt')

const foot = /^(?:(\d+) )?Janus Aspen Small Cap Value Portfolio December 31, 2002(?: (\d+))?$/

/** The lines of the pages numbered from 2 to 8, without blanks, leaders, rules, tags and feet. */
function statementLines(text: string): readonly string[] {
  return text.split('<PAGE>').flatMap((page) => {
    const lines = page
      .split('\n')
      .map((line) => line.replace(/ \.{2,}(?= |$)/g, ' ').replace(/\s+/g, ' ').trim())
      .filter((line) => line !== '' && !/^[-=]+$/.test(line))
    const numbers = lines.flatMap((line) => foot.exec(line)?.slice(1) ?? []).filter((number) => number !== undefined)
    const number = Number(numbers[0] ?? 0)
    return number >= 2 && number <= 8 ? lines.filter((line) => !foot.test(line)) : []
  })
}

test('the statement pages are those of the report of 2002, line by line', ({ skip }) => {
  if (seed === undefined) return skip('the report of 2002 does not lie beside the project: ../shared/seed/annual-report-2002.txt')
  const expected = statementLines(textOf(seed))
  expect(expected.length).toBeGreaterThan(250)
  expect(statementLines(renderText(exampleDocument()))).toEqual(expected)
})
