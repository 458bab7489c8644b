/** What the books to measure with are written with: seeded numbers, lines in large pieces, and amounts as text. */
import { closeSync, openSync, writeSync } from 'node:fs'

/** Lines of a file, written in large pieces. */
export class Rows {
  count = 0
  private bytes = 0
  private waiting: string[]
  private readonly file: number

  constructor(path: string, header: string) {
    this.file = openSync(path, 'w')
    this.waiting = [header]
  }

  add(row: string): void {
    this.count += 1
    if (this.waiting.push(row) >= 50_000) this.flush()
  }

  close(): number {
    this.flush()
    closeSync(this.file)
    return this.bytes
  }

  private flush(): void {
    if (this.waiting.length > 0) this.bytes += writeSync(this.file, `${this.waiting.join('\n')}\n`)
    this.waiting = []
  }
}

export const dollars = (amount: bigint): string => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`
export const tenThousandths = (price: number): string => `${Math.floor(price / 10_000)}.${String(price % 10_000).padStart(4, '0')}`

/** From 0 up to and without 1: mulberry32, which needs no more than 32-bit integers and is the same on every machine. */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
