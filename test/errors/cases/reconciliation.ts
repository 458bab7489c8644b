import { type ErrorCase } from '../error-case.ts'

export const reconciliationCases: readonly ErrorCase[] = []
