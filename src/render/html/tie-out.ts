/** The last part: every identity with both sides, which cells the footing moved, what the reader must know, and of which books. */
import { formatLongDate } from '../../values/calendar-date.ts'
import { type IdentityResult } from '../../statements/identities/identity.ts'
import { breaksOf, movedCells, type Report } from '../../statements/report.ts'
import { type ReportDocument } from '../../statements/report-document.ts'
import { type Cell } from '../../statements/statement.ts'
import { signed } from './lineage-data.ts'
import { safe, type Html, nothing } from './markup.ts'
import { cellNames, type CellName, printedText } from './names.ts'

export const tieOutMarkup = ({ report, bookHash }: ReportDocument): readonly Html[] => [
  safe`<p class="verdict">${countsText(report)}</p>`,
  safe`<dl class="facts">
<div><dt>Fund</dt><dd>${report.fund.series.name}, ${report.fund.trust.name}</dd></div>
<div><dt>Period</dt><dd>${periodText(report)}</dd></div>
<div><dt>Basis</dt><dd>reporting basis (trade date)</dd></div>
<div><dt>Book hash</dt><dd><code>${bookHash}</code></dd></div>
</dl>`,
  safe`<h3 id="identities">Identities</h3>`,
  identityTable(report.identities),
  safe`<h3>Cells Moved by Footing</h3>`,
  movedMarkup(report),
  safe`<h3>Remarks</h3>`,
  remarksMarkup(report),
]

export const periodText = ({ period: { from, through } }: Report): string =>
  from === through ? formatLongDate(through) : `${formatLongDate(from)} through ${formatLongDate(through)}`

/** Shown above everything where an identity breaks: the report does not tie out, and why. */
export function breakBanner(report: Report): Html {
  const breaks = breaksOf(report)
  if (breaks.length === 0) return nothing
  const items = breaks.map(
    ({ id, title, left, right, tolerance }) =>
      safe`<li><strong>${id}</strong> ${title}: <span class="side">${left}</span> against <span class="side">${right}</span>${tolerance === undefined || tolerance === '0' ? nothing : safe`, tolerance ${tolerance}`}</li>`,
  )
  return safe`<aside class="banner" aria-labelledby="does-not-tie">
<h2 id="does-not-tie">This report does not tie out</h2>
<p>${breaks.length === 1 ? 'One identity breaks.' : `${breaks.length} identities break.`} Do not rely on it before this is mended.</p>
<ul>${items}</ul>
<p><a href="#identities">All identities, with both sides</a></p>
</aside>`
}

function countsText({ identities }: Report): string {
  const count = (wanted: IdentityResult['result']): number => identities.filter(({ result }) => result === wanted).length
  const breaks = count('breaks')
  const checked = identities.filter(({ result }) => result === 'ties' || result === 'breaks').length
  const verdict =
    breaks === 0 ? `All ${checked} tie.` : `${count('ties')} tie and ${breaks} ${breaks === 1 ? 'breaks' : 'break'}: this report does not tie out.`
  return `${checked} identities were checked on the printed report. ${verdict} ${count('observation')} more are observed and not required, ${count('not applicable')} do not apply to this report.`
}

const identityTable = (identities: readonly IdentityResult[]): Html => safe`<div class="scroll" tabindex="0" role="group" aria-label="Identities">
<table class="plain identities"><thead><tr><th scope="col">No.</th><th scope="col">Identity</th><th scope="col" class="right">Left side</th><th scope="col" class="right">Right side</th><th scope="col" class="right">Tolerance</th><th scope="col">Result</th></tr></thead>
<tbody>
${identities.map(identityRow)}</tbody></table></div>`

const identityRow = ({ id, title, result, left, right, tolerance, note }: IdentityResult): Html =>
  safe`<tr${result === 'breaks' ? safe` class="breaks"` : nothing}><td>${id}</td><th scope="row">${title}${note === undefined ? nothing : safe`<span class="remark">${note}</span>`}</th><td class="right">${left}</td><td class="right">${right}</td><td class="right">${tolerance}</td><td class="result">${result}</td></tr>\n`

function movedMarkup(report: Report): Html {
  const moved = movedCells(report)
  if (moved.length === 0) return safe`<p>None: every printed figure is its exact value, rounded half up.</p>`
  const names = new Map(report.statements.flatMap((statement) => [...cellNames(statement)]))
  return safe`<p>Each of these prints one unit or more away from its exact value rounded half up, so that its column adds to the printed total.</p>
<div class="scroll" tabindex="0" role="group" aria-label="Cells moved by footing">
<table class="plain"><thead><tr><th scope="col">Cell</th><th scope="col">Statement</th><th scope="col" class="right">Printed</th><th scope="col" class="right">Moved by</th></tr></thead>
<tbody>
${moved.map((cell) => movedRow(cell, names.get(cell.place)))}</tbody></table></div>`
}

function movedRow(cell: Cell, name: CellName | undefined): Html {
  const { place, footing } = cell
  return safe`<tr><th scope="row"><a href="#${place}">${name?.caption ?? place}</a></th><td>${name?.under[0]}</td><td class="right">${printedText(cell)}</td><td class="right">${footing === undefined || footing.by === 'lock' ? '' : signed(footing.movedBy)}</td></tr>\n`
}

const remarksMarkup = ({ remarks }: Report): Html =>
  remarks.length === 0 ? safe`<p>None.</p>` : safe`<ul class="remarks">${remarks.map(({ about, text }) => safe`<li>${text} <code>${about}</code></li>`)}</ul>`
