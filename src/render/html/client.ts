/**
 * The script of the report, put into the page as it is: it opens the derivation of a number in a panel. It reads the
 * tables of lineage-data.ts, writes text and never markup, and asks nothing of the network. Whoever changes it changes
 * its hash in security-policy.ts; the test beside that file says the new one.
 */
export const clientScript = String.raw`
(function () {
  'use strict'
  const data = JSON.parse(document.getElementById('lineage').textContent)
  const panel = document.getElementById('derivation')
  const title = document.getElementById('derivation-title')
  const body = document.getElementById('derivation-body')
  const back = document.getElementById('derivation-back')
  const path = document.getElementById('derivation-path')

  // Lists longer than this are shown in part, with a button for the rest.
  const LIST_MAX = 200

  // The views from the number down to the one shown, and the number itself, to which the focus returns.
  let views = []
  let opener = null

  // ---- Tables read the other way: who uses a figure, who reads a row, where a figure is printed.

  const cellAt = new Map(data.cells.map((cell, index) => [cell.place, index]))
  const lists = (length) => Array.from({ length }, () => [])
  const printedIn = lists(data.figures.length)
  const usedBy = lists(data.figures.length)
  const readBy = lists(data.sources.length)
  data.cells.forEach((cell, index) => { if (cell.figure !== undefined) printedIn[cell.figure].push(index) })
  data.figures.forEach((figure, index) => {
    for (const operand of figure.operands || []) usedBy[operand].push(index)
    for (const reading of readingsOf(figure)) readBy[data.readings[reading][0]].push([index, reading])
  })

  function readingsOf({ read = [] }) {
    const result = []
    for (let at = 0; at < read.length; at += 2) for (let step = 0; step < read[at + 1]; step++) result.push(read[at] + step)
    return result
  }

  // ---- Elements, from text only.

  function element(name, attributes, ...children) {
    const made = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value)
    made.append(...children.filter((child) => child !== undefined))
    return made
  }

  const facts = (rows) => element('dl', { class: 'facts' }, ...rows.filter(([, value]) => value !== undefined && value !== '').map(([name, value]) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, value))))

  const code = (text) => element('code', {}, text)

  function action(attributes, press, ...children) {
    const button = element('button', { type: 'button', ...attributes }, ...children)
    button.addEventListener('click', press)
    return button
  }

  function list(heading, items, make) {
    if (items.length === 0) return []
    const shown = element('ul', {}, ...items.slice(0, LIST_MAX).map(make))
    const parts = [element('h3', {}, heading), shown]
    if (items.length > LIST_MAX) {
      const rest = action({ class: 'text-button' }, () => {
        shown.append(...items.slice(LIST_MAX).map(make))
        rest.remove()
        shown.children[LIST_MAX].querySelector('button, a')?.focus()
      }, 'Show all ' + items.length)
      parts.push(rest)
    }
    return parts
  }

  function step(view, { sign, name, small, sum }) {
    return element('li', { class: 'item' }, action({ class: 'step' }, () => walk(view),
      sign === undefined ? undefined : element('span', { class: 'sign' }, sign),
      element('span', { class: 'what' }, element('span', { class: 'name' }, name), ...small.filter(Boolean).map((text) => element('small', {}, text))),
      sum === undefined ? undefined : element('span', { class: 'sum' }, sum)))
  }

  // ---- Words

  const amountOf = ({ amount, unit }) => (unit === 'number' ? amount : unit === 'percent' ? amount + '%' : amount + ' ' + unit)
  const sourceName = ([file, row]) => data.files[file].file + ':' + row
  const scales = { 3: 'thousands', 6: 'millions' }

  function signOf(by, position) {
    if (by === 'sum') return position === 0 ? ' ' : '+'
    if (by === 'difference') return position === 0 ? ' ' : '−'
    if (by === 'product') return position === 0 ? ' ' : '×'
    if (by === 'quotient' || by === 'linked product') return position % 2 === 0 ? ' ' : '÷'
    return undefined
  }

  /** How the printed digits came about. */
  function digitsOf({ footing, moved, printed, because, unit }) {
    if (because !== undefined) return because
    if (printed.endsWith('--')) return 'Exactly zero: it prints as -- (R8.5).'
    if (footing === 'lock') return 'The exact amount rounded half up, and not moved by footing (R8.4).'
    if (footing === 'foot') return moved === undefined ? 'Footed to a printed total, and not moved from its half-up value (R8.3).' : 'Footed to a printed total: moved by ' + moved + ' from its half-up value, so that the column adds (R8.3).'
    if (footing === 'cells') return 'Made from the printed cells below, as a reader adds them (R8.3)' + (moved === undefined ? '.' : '; that is ' + moved + ' from its own half-up value.')
    if (unit !== undefined) return 'The exact amount rounded half up to ' + (scales[unit] || 'units of ten to the power of ' + unit) + '.'
    return 'The figure as it stands.'
  }

  // ---- Views: of a cell, of a figure, of a source row.

  const nameOf = ({ cell, figure, source }) =>
    cell !== undefined ? data.cells[cell].caption : figure !== undefined ? data.figures[figure].label : sourceName(data.sources[source])

  function showCell(index) {
    const cell = data.cells[index]
    const figure = cell.figure === undefined ? undefined : data.figures[cell.figure]
    heading(cell.caption, cell.printed)
    const own = [
      [cell.because === undefined ? 'Digits' : 'Why', digitsOf(cell)],
      ['In', scales[cell.unit]],
    ]
    const place = [['Place', element('a', { href: '#' + cell.place }, code(cell.place))]]
    return [
      element('p', { class: 'under' }, data.words[cell.under]),
      ...(figure === undefined ? [facts([...own, ...place]), element('p', {}, 'There is no such number, and so no figure behind it.')] : figureParts(cell.figure, own, place)),
      ...list('Made from these printed cells', cell.of || [], cellStep),
      ...(figure === undefined ? [] : whereabouts(cell.figure, index)),
    ]
  }

  const cellStep = (index) => step({ cell: index }, { name: data.cells[index].caption, small: [data.words[data.cells[index].under]], sum: data.cells[index].printed })

  function showFigure(index) {
    const figure = data.figures[index]
    heading(figure.label, amountOf(figure))
    return [element('p', { class: 'under' }, data.words[figure.when]), ...figureParts(index, [], []), ...whereabouts(index, undefined)]
  }

  /** What is true of a figure wherever it stands; with the facts of the cell, where it is seen in one. */
  function figureParts(index, own, place) {
    const { id, amount, unit, cite, by, sentence, operands = [], unlisted, when } = data.figures[index]
    const readings = readingsOf(data.figures[index])
    const exact = own.length === 0 ? [] : [['Exactly', amount], ['Unit', unit], ['At', data.words[when]]]
    return [
      facts([...own, ...exact, ['Rule', cite], ['Figure', code(id)], ...place]),
      element('h3', {}, 'How it is made'),
      element('p', {}, data.words[sentence] + '.'),
      ...list(operands.length === 1 ? 'From this figure' : 'From these figures', operands.map((operand, position) => [operand, position]), ([operand, position]) => {
        const { label, when: time } = data.figures[operand]
        return step({ figure: operand }, { sign: signOf(by, position), name: label, small: [data.words[time]], sum: amountOf(data.figures[operand]) })
      }),
      ...list('Read from', readings, (reading) => {
        const [source, fields, text, part] = data.readings[reading]
        return step({ source }, { name: sourceName(data.sources[source]), small: [text, 'fields: ' + fields], sum: part })
      }),
      ...(unlisted === undefined ? [] : [element('p', { class: 'small' }, unlisted + ' more rows are not in this file. They are listed by: tieout explain ' + id)]),
    ]
  }

  /** Where a figure is printed, and the figures that it is part of. */
  function whereabouts(index, own) {
    const printed = printedIn[index].filter((cell) => cell !== own)
    return [
      ...list(own === undefined ? 'Stands in' : 'Stands also in', printed, (cell) => {
        const { caption, under, printed: digits, place } = data.cells[cell]
        const link = element('a', { href: '#' + place }, caption)
        link.addEventListener('click', (event) => {
          event.preventDefault()
          visit(place)
        })
        return element('li', { class: 'item' }, element('div', { class: 'step' }, element('span', { class: 'what' }, link, element('small', {}, data.words[under])), element('span', { class: 'sum' }, digits)))
      }),
      ...list('Is part of', usedBy[index], (user) => step({ figure: user }, { name: data.figures[user].label, small: [data.words[data.figures[user].when]], sum: amountOf(data.figures[user]) })),
    ]
  }

  function showSource(index) {
    const [file, row, record] = data.sources[index]
    heading(sourceName(data.sources[index]), '')
    return [
      element('p', { class: 'under' }, 'A row of the book: where the derivation ends.'),
      facts([['File', code(data.files[file].file)], ['Row', String(row)], ['Record', code(record)], ['SHA-256', code(data.files[file].sha256)]]),
      ...list('Read by', readBy[index], ([figure, reading]) => {
        const [, fields, text] = data.readings[reading]
        return step({ figure }, { name: data.figures[figure].label, small: [text, 'fields: ' + fields], sum: amountOf(data.figures[figure]) })
      }),
    ]
  }

  function heading(name, amount) {
    title.replaceChildren(name, ...(amount === '' ? [] : [' ', element('span', { class: 'amount' }, amount)]))
  }

  // ---- Movement

  function show() {
    const view = views.at(-1)
    const parts = view.cell !== undefined ? showCell(view.cell) : view.figure !== undefined ? showFigure(view.figure) : showSource(view.source)
    body.replaceChildren(...parts)
    back.hidden = views.length < 2
    path.hidden = back.hidden
    path.replaceChildren(...(views.length < 2 ? [] : [element('ol', {}, ...views.map((each, index) => element('li', {},
      index === views.length - 1 ? element('span', { 'aria-current': 'page' }, nameOf(each)) : action({ class: 'text-button' }, () => returnTo(index), nameOf(each)))))]))
    panel.scrollTop = 0
    title.focus()
  }

  function walk(view) {
    views.push(view)
    show()
  }

  function returnTo(index) {
    views = views.slice(0, index + 1)
    show()
  }

  function open(button) {
    if (panel.open) panel.close()
    opener = button
    opener.classList.add('open')
    views = [{ cell: cellAt.get(button.id) }]
    panel.showModal()
    show()
  }

  /** Closes the panel and goes to the number at a place. */
  function visit(place) {
    const button = document.getElementById(place)
    opener?.classList.remove('open')
    opener = button
    panel.close()
    button.scrollIntoView({ block: 'center' })
  }

  panel.addEventListener('close', () => {
    opener?.classList.remove('open')
    opener?.focus()
  })

  document.getElementById('derivation-close').addEventListener('click', () => panel.close())
  back.addEventListener('click', () => returnTo(views.length - 2))

  // A press beside the panel closes it; on another number, it opens that one.
  panel.addEventListener('click', (event) => {
    if (event.target !== panel) return
    panel.close()
    const under = document.elementFromPoint(event.clientX, event.clientY)?.closest('button.n')
    if (under) open(under)
  })

  document.getElementById('main').addEventListener('click', (event) => {
    const button = event.target.closest('button.n')
    if (button) open(button)
  })

  // A link to a place opens what stands there.
  function follow() {
    const place = decodeURIComponent(location.hash.slice(1))
    if (cellAt.has(place)) {
      const button = document.getElementById(place)
      button.scrollIntoView({ block: 'center' })
      open(button)
    } else if (panel.open) panel.close()
  }
  addEventListener('hashchange', follow)

  // ---- Numbers become buttons. One that stands alone says what it is; one within a caption is heard with its words.

  for (const button of document.querySelectorAll('button.n')) {
    const cell = data.cells[cellAt.get(button.id)]
    button.disabled = false
    button.setAttribute('aria-haspopup', 'dialog')
    if (!button.closest('th')) button.setAttribute('aria-label', cell.printed + ', ' + cell.caption)
  }
  for (const hint of document.querySelectorAll('.hint')) hint.hidden = false
  follow()
})()
`
