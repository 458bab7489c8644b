/** The arithmetic of check digits that several identifier schemes share. Texts here are capitals and digits only. */
import { invariant } from './invariant.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*@#'

/** 0–9 for digits, 10–35 for A–Z, and 36, 37 and 38 for *, @ and #. */
export function characterValue(character: string): number {
  const value = alphabet.indexOf(character)
  invariant(character.length === 1 && value !== -1, `"${character}" has no value in a check digit`)
  return value
}

/** Every character replaced by its value in decimal: US0 is 30280. */
export const expandLetters = (text: string): string => [...text].map(characterValue).join('')

/** The digit that brings a sum to a multiple of ten. */
export const digitToTen = (sum: number): number => (10 - (sum % 10)) % 10

/**
 * Mod 10, double-add-double: the values of the second, fourth, sixth … character are doubled, and the digits of all
 * values are added. A letter's value is doubled whole, so Z there is 70: 7 + 0.
 */
export function doubleAddDouble(text: string): number {
  let sum = 0
  for (const [position, character] of [...text].entries()) {
    const value = characterValue(character) * (position % 2 === 1 ? 2 : 1)
    sum += Math.floor(value / 10) + (value % 10)
  }
  return digitToTen(sum)
}

/** Luhn's check digit of a text of digits: every second digit is doubled, beginning with the last. */
export function luhn(digits: string): number {
  // Zeros in front change no sum; they make the last digit one of those that are doubled.
  return doubleAddDouble(digits.length % 2 === 0 ? digits : `0${digits}`)
}
