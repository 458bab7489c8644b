/** A sheet as one HTML file that needs nothing else, with the style of the reports; what is folded on it opens without a script. */
import { type Chart, type Sheet, type SheetColumn, type SheetSection, type SheetTable } from '../sheet.ts'
import { type Html, joined, nothing, ownText, safe } from './markup.ts'
import { sheetPolicy } from './security-policy.ts'
import { sheetStyle } from './sheet-style.ts'
import { styleSheet } from './style.ts'

/** Ends in a line feed. The same sheet gives the same bytes. */
export function renderSheetHtml({ kind, title, subtitle, status, facts, sections, signatures, foot }: Sheet): string {
  const placed = (place: SheetSection['place']): Html =>
    joined(
      sections.flatMap((section, index) => (section.place === place ? [sectionMarkup(section, `part-${index}`)] : [])),
      '\n',
    )
  const columned = sections.some(({ place }) => place === 'left' || place === 'right')
  return safe`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${sheetPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}: ${kind}, ${subtitle}</title>
<style>${ownText(styleSheet)}</style>
<style>${ownText(sheetStyle)}</style>
</head>
<body class="sheet">
<main id="main">
<header>
<p class="kind">${kind}</p>
<h1>${title}</h1>
<p class="day">${subtitle} <span class="${status.isAlarming ? 'status alarming' : 'status'}">${status.text}</span></p>
<dl class="known">${facts.map(({ name, value }) => safe`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
</header>
${placed('above')}
${
  columned
    ? safe`<div class="columns">
<div>${placed('left')}</div>
<div>${placed('right')}</div>
</div>`
    : nothing
}
${placed('below')}
${signatures.length === 0 ? nothing : safe`<section class="signatures" aria-label="Signatures">${signatures.map((who) => safe`<p><span>${who}</span><span class="line"></span><span>Date</span><span class="line short"></span></p>`)}</section>`}
</main>
<footer><p>${foot}</p></footer>
</body>
</html>
`.markup
}

const sectionMarkup = ({ title, table, chart, remarks, details }: SheetSection, id: string): Html => safe`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${chart === undefined ? nothing : chartMarkup(chart)}
${table === undefined ? nothing : tableMarkup(table, id)}
${remarks.map((remark) => safe`<p>${remark}</p>`)}
${details === undefined ? nothing : safe`<details><summary>${details.title}</summary>${tableMarkup(details.table, id)}</details>`}
</section>`

function tableMarkup({ columns, rows }: SheetTable, labelledBy: string): Html {
  const isHeaded = columns.some(({ heading }) => heading !== '')
  const head = isHeaded ? safe`<thead><tr>${columns.map(headingMarkup)}</tr></thead>` : nothing
  const body = rows.map(({ cells, look, link }) => {
    const parts = columns.map((column, index) => cellMarkup(column, cells[index] ?? '', index === 0 ? link : undefined, index === 0))
    return safe`<tr${look === undefined ? nothing : safe` class="${look}"`}>${parts}</tr>`
  })
  return safe`<div class="scroll" tabindex="0" role="group" aria-labelledby="${labelledBy}"><table>${head}<tbody>${body}</tbody></table></div>`
}

const headingMarkup = ({ heading, of }: SheetColumn): Html =>
  heading === '' ? safe`<td></td>` : safe`<th scope="col"${of === 'figures' ? safe` class="right"` : nothing}>${heading}</th>`

function cellMarkup({ of }: SheetColumn, text: string, link: string | undefined, isFirst: boolean): Html {
  if (of === 'figures') return safe`<td class="right">${text}${text === '' || text.endsWith(')') ? nothing : safe`<span class="tail"></span>`}</td>`
  const content = link === undefined ? safe`${text}` : safe`<a href="${link}">${text}</a>`
  return isFirst ? safe`<th scope="row">${content}</th>` : safe`<td>${content}</td>`
}

const [WIDTH, HEIGHT, MARGIN] = [720, 160, 12]

/** A line through the points. Whoever cannot see it reads the table beside it. */
function chartMarkup({ caption, points, highest, lowest }: Chart): Html {
  const last = Math.max(1, points.length - 1)
  const placed = points.map(({ label, height }, index) => ({
    label,
    x: Math.round(MARGIN + ((WIDTH - 2 * MARGIN) * index) / last),
    y: Math.round(HEIGHT - MARGIN - ((HEIGHT - 2 * MARGIN) * height) / 1000),
  }))
  return safe`<figure><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${caption}: from ${points[0]?.label ?? ''} to ${points.at(-1)?.label ?? ''}, between ${lowest} and ${highest}">
<path class="frame" d="M${MARGIN} ${MARGIN}H${WIDTH - MARGIN}M${MARGIN} ${HEIGHT - MARGIN}H${WIDTH - MARGIN}"></path>
<polyline class="line" points="${placed.map(({ x, y }) => `${x},${y}`).join(' ')}"></polyline>
${placed.map(({ x, y, label }) => safe`<circle cx="${x}" cy="${y}" r="3"><title>${label}</title></circle>`)}
</svg><figcaption>${caption}: highest ${highest}, lowest ${lowest}.</figcaption></figure>`
}
