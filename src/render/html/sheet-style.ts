/** What a sheet adds to the style of the reports. Whoever changes it changes its hash in security-policy.ts. */
export const sheetStyle = `
.sheet { font-size: .875rem; line-height: 1.35; }
.sheet main, .sheet footer { max-width: 76rem; }
.sheet header { display: grid; grid-template-columns: 1fr auto; gap: .2rem 2rem; padding-top: 1.25rem; border-bottom: 3px double var(--ink); margin-bottom: 1rem; padding-bottom: .75rem; }
.sheet h1 { margin: 0; font-size: 1.5rem; grid-column: 1; }
.sheet .kind { grid-column: 2; grid-row: 1; margin: 0; align-self: end; letter-spacing: .12em; text-transform: uppercase; color: var(--soft); }
.sheet .day { grid-column: 1 / -1; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2rem; margin: 0; font-size: 1.05rem; }
.sheet .status { font-weight: 600; }
.sheet .status.alarming, .sheet tr.alarming > * { color: var(--bad); }
.sheet .known { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: .1rem 1.75rem; margin: .25rem 0 0; color: var(--soft); font-size: .85em; }
.sheet .known div { display: flex; gap: .4em; min-width: 0; }
.sheet .known dt { font-style: italic; }
.sheet .known dd { margin: 0; overflow-wrap: anywhere; }
.sheet .columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 2.25rem; }
.sheet section { margin-bottom: 1.1rem; break-inside: avoid; }
.sheet h2 { font-size: .95rem; margin: 0 0 .25rem; padding-bottom: .15rem; border-bottom: 1px solid var(--ink); }
.sheet p { margin: .25rem 0 0; }
.sheet .scroll { margin: 0 -3px; }
.sheet th, .sheet td { padding: .06rem .8rem .06rem 0; vertical-align: top; }
.sheet th:last-child, .sheet td:last-child { padding-right: 0; }
.sheet thead th { font-style: italic; color: var(--soft); vertical-align: bottom; white-space: nowrap; }
.sheet .right { text-align: right; white-space: nowrap; }
.sheet .tail { --tail: .33em; }
.sheet tr.total > * { font-weight: 600; }
.sheet tr:not(.total) + tr.total > .right { border-top: 1px solid var(--ink); }
.sheet details { margin-top: .3rem; }
.sheet summary { cursor: pointer; color: var(--accent); }
.sheet details .scroll { max-height: 24rem; overflow-y: auto; }
.sheet .signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem 2.25rem; margin-top: 2rem; }
.sheet .signatures p { display: flex; gap: .6em; align-items: end; margin: 0; }
.sheet .signatures .line { flex: 1; border-bottom: 1px solid var(--ink); height: 1.4em; }
.sheet .signatures .short { flex: 0 0 6rem; }
.sheet figure { margin: 0 0 1rem; }
.sheet figcaption { color: var(--soft); font-style: italic; }
.sheet svg { display: block; width: 100%; max-width: 46rem; height: auto; }
.sheet svg .frame { stroke: var(--line); fill: none; }
.sheet svg .line { stroke: var(--accent); stroke-width: 2; fill: none; stroke-linejoin: round; }
.sheet svg circle { fill: var(--accent); }
.sheet footer { margin-top: 1.5rem; padding-bottom: 1.5rem; }
@media (max-width: 52rem) {
  .sheet .columns, .sheet .signatures { grid-template-columns: minmax(0, 1fr); }
}
@page { size: letter; margin: 10mm 12mm; @bottom-right { content: none; } }
@media print {
  .sheet { font-size: 7pt; line-height: 1.2; }
  .sheet main, .sheet footer { max-width: none; padding: 0; }
  .sheet header { padding: 0 0 3pt; margin-bottom: 5pt; gap: 1pt 12pt; }
  .sheet h1 { font-size: 13pt; }
  .sheet h2 { font-size: 8pt; margin-bottom: 1pt; padding-bottom: 1pt; }
  .sheet .day { font-size: 8.5pt; }
  .sheet .known { font-size: 6.5pt; margin: 1pt 0 0; }
  .sheet p { margin-top: 1pt; }
  .sheet th, .sheet td { padding-top: 0; padding-bottom: 0; padding-right: 6pt; }
  .sheet .columns { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 14pt; }
  .sheet section { margin-bottom: 6pt; }
  .sheet details { display: none; }
  .sheet .scroll { overflow: visible; padding: 0; margin: 0; }
  .sheet .signatures { grid-template-columns: 1fr 1fr; margin-top: 10pt; gap: 6pt 14pt; }
  .sheet footer { margin-top: 6pt; padding: 3pt 0 0; font-size: 6.5pt; }
}
`
