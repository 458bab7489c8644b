// What each case of an error states.
import { type IssueCode, type Place } from '../../src/values/issue.ts'
import { type Changes } from './reproduce.ts'

/** A book with one fault, and the message that it gives, in full. */
export type ErrorCase = {
  readonly code: IssueCode
  /** What is wrong, in a few words. */
  readonly fault: string
  readonly files: Changes
  /** The path that is read, where it is not the book itself. */
  readonly at?: string
  readonly place: Place
  readonly found: string
  readonly needed: string
  readonly remedy: string
  /** Places and codes of the other issues there are; none where it is absent. */
  readonly also?: readonly string[]
}
