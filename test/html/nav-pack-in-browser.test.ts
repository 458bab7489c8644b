// The NAV pack in a real browser: nothing is asked of the network, it reads without a script, and on paper it is one page.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { indexSheet } from '../../src/cli/nav-pack/index-sheet.ts'
import { packSheet } from '../../src/cli/nav-pack/pack-sheet.ts'
import { renderSheetHtml } from '../../src/render/html/render-sheet.ts'
import { packOf, packsOf, twoHoldings } from '../nav-pack/packs.ts'

const executablePath = '/usr/bin/chromium'
const hasChromium = existsSync(executablePath)
if (!hasChromium) console.log(`test/html: passed over, there is no ${executablePath} (apt-get install chromium)`)

/** With a break and an exception, so that every part of the page is there. */
const troubled = {
  ...twoHoldings,
  benchmarks: 'date, benchmark, level, source\n2024-06-03, BROAD, 1000, x\n2024-06-04, BROAD, 980, x',
  recon: { 'custodian-cash': 'date, currency, balance\n2024-06-03, USD, 499990.00' },
}

describe.runIf(hasChromium)('the NAV pack in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-pack-'))
  const pages = { day: join(folder, 'day.html'), index: join(folder, 'index.html') }
  let browser: Browser

  beforeAll(async () => {
    writeFileSync(pages.day, renderSheetHtml(packSheet(packOf(troubled, '2024-06-04'))))
    writeFileSync(pages.index, renderSheetHtml(indexSheet(packsOf(troubled, '2024-06-04', '2024-06-03'), () => 'day.html')))
    browser = await chromium.launch({
      executablePath,
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
    })
  })

  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  async function opened(file: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<{ page: Page; troubles: string[] }> {
    const page = await browser.newPage(options)
    const troubles: string[] = []
    page.on('console', (message) => troubles.push(`console: ${message.text()}`))
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(file).href) troubles.push(`request: ${request.url()}`)
    })
    await page.goto(pathToFileURL(file).href)
    return { page, troubles }
  }

  test.each(['day', 'index'] as const)('%s: its style is let in, and nothing else is asked for', async (name) => {
    const { page, troubles } = await opened(pages[name])
    expect(await page.evaluate("getComputedStyle(document.querySelector('.status')).fontWeight")).toBe('600')
    expect(troubles).toEqual([])
    await page.close()
  })

  test('every holding stands behind the movers, folded', async () => {
    const { page } = await opened(pages.day, { javaScriptEnabled: false })
    const folded = page.locator('details', { hasText: 'Every holding' })
    expect(await folded.locator('table').isVisible()).toBe(false)
    await folded.locator('summary').click()
    expect(await folded.locator('table').innerText()).toMatch(/Acme Corp\.\s+20,000\.00\s+2,000\.00\s+22,000\.00/)
    await page.close()
  })

  test.each([320, 640, 1280])('at a width of %i nothing is beside the page', async (width) => {
    const { page } = await opened(pages.day, { viewport: { width, height: 700 } })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    await page.close()
  })

  test('on paper it is one page', async () => {
    const { page } = await opened(pages.day)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect([...pdf.matchAll(/\/Type\s*\/Page\b/g)].length).toBe(1)
    await page.close()
  })

  const axe = axeSource()
  describe.runIf(axe !== undefined)('accessibility', () => {
    test.each([
      ['day', 'light'],
      ['day', 'dark'],
      ['index', 'light'],
      ['index', 'dark'],
    ] as const)('axe finds nothing: %s, %s', async (name, colorScheme) => {
      const { page } = await opened(pages[name], { colorScheme })
      for (const each of await page.locator('summary').all()) await each.click()
      await page.evaluate(axe ?? '')
      expect(
        await page.evaluate(`axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.length + ' ' + nodes[0].html))`),
      ).toEqual([])
      await page.close()
    })
  })
})

/** axe-core's script, or undefined where the package is not installed. */
function axeSource(): string | undefined {
  try {
    return readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  } catch {
    return undefined
  }
}
