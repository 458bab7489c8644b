/** What lies beside the project and is no part of it: the real report of 2002, and the program that adds it up. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The path of a file under ../shared, as seen from the project; undefined where it is absent. */
export const besideProject = (path: string): string | undefined => {
  const file = fileURLToPath(new URL(`../../../../shared/${path}`, import.meta.url))
  return existsSync(file) ? file : undefined
}

export const textOf = (file: string): string => readFileSync(file, 'utf8')
