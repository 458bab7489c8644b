import { invariant } from '../values/invariant.ts'
import { daysOf, reconcile, type Reconciliation } from '../reconciliation/reconcile.ts'
import { type BooksAsOf } from './books-as-of.ts'

/** The books of a day that were asked for with `isReconciled`. */
export function reconcileBooks({ evidence: { given }, replay, asOf }: BooksAsOf): Reconciliation {
  invariant(
    daysOf(given, asOf).every((date) => replay.views.has(date)),
    'books that are reconciled have a view of each day of a statement',
  )
  return reconcile(given, replay, asOf)
}
