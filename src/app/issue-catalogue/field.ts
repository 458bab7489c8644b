import type { CatalogueTopic } from './catalogue-topic.ts'

export const fieldIssues: CatalogueTopic<'field'> = {
  about: 'Values of a cell or key',
  codes: {
    'field.required': {
      title: 'An empty cell that is needed',
      meaning: 'The column must be filled in on every row.',
      remedy: 'Fill it in from the source document.',
    },
    'field.text': {
      title: 'Not a text on one line',
      meaning: 'The text contains a tab, a line break or another control character, or nothing but blanks.',
      remedy: 'Write it on one line, with single blanks.',
    },
    'field.identifier': {
      title: 'Not a name that others can refer to',
      meaning: 'Ids are made of letters, digits, ".", "_" and "-", so that they can stand in a file name, a formula or a list.',
      remedy: 'Take the other characters out, here and wherever the name is used.',
    },
    'field.date': {
      title: 'Not a date',
      meaning: 'Dates are written YYYY-MM-DD, and the day must exist. Other forms are refused because 03/04/2026 is two different days in two countries.',
      remedy: 'Write the date as in 2002-12-31. In a spreadsheet, give the column that format before you save it.',
    },
    'field.time': {
      title: 'Not a time of day',
      meaning: 'A time is written HH:MM or HH:MM:SS with 24 hours. It orders purchases and sales of one day.',
      remedy: 'Write it with two digits each, as in 15:59.',
    },
    'field.choice': {
      title: 'Not one of the words allowed',
      meaning: 'The value must be one word of a short list, written exactly so.',
      remedy: 'Take one of the words that the message lists.',
    },
    'field.currency': {
      title: 'Not a currency',
      meaning: 'Currencies are given by their ISO 4217 code. Pence (GBX) and other quote units are not currencies.',
      remedy: 'Write three capital letters, as in USD.',
    },
    'field.country': {
      title: 'Not a country',
      meaning: 'Countries are given by their two letters of ISO 3166-1.',
      remedy: 'Write two capital letters, as in US.',
    },
    'field.number': {
      title: 'Not a number',
      meaning:
        'Numbers are written in digits with a decimal point, without thousands separators, currency signs, blanks and exponents. Where a whole number is needed, the message gives its bounds.',
      remedy: 'Write the digits alone, as in 1234.50.',
    },
    'field.sign': {
      title: 'A number of the wrong sign',
      meaning: 'Quantities, prices and amounts are positive; the kind of record says in which direction they go. A sale has a positive quantity.',
      remedy: 'Remove the minus; if the record is of the other direction, move it to the file of that kind.',
    },
    'field.too-many-decimals': {
      title: 'More decimals than the value can hold',
      meaning:
        'Amounts have the decimals of their currency, quantities 6, fund shares 4 and prices 9. A value with more is refused, because Tieout never rounds what it is given.',
      remedy: 'Compare with the source, and give the figure as it stands there.',
    },
    'field.too-large': {
      title: 'A number too large to be kept',
      meaning: 'The digits of the value, with all its decimals, do not fit 64 bits. That is beyond any amount or quantity of a fund.',
      remedy: 'Check for a decimal point that was lost, or two numbers run together.',
    },
    'field.lots': {
      title: 'Lots not written as ID:QUANTITY',
      meaning: 'The column "lots" of a sale names each lot it relieves with the quantity taken from it.',
      remedy: 'Write the id of the record that opened the lot, a colon and the quantity, with blanks between the lots: purchase-0001:60 purchase-0002:40.',
    },
    'field.breakpoints': {
      title: 'Not a list of breakpoints',
      meaning:
        'Breakpoints are rates with the net assets above which each holds, from the lowest amount to the highest: 0.0070 above 100000000, 0.0065 above 500000000.',
      remedy: 'Write each as a rate, the word "above" and an amount, with commas between them. The first tier is the rate itself.',
    },
    'field.part': {
      title: 'Not a part of a whole',
      meaning: 'A part is written as two whole numbers with a stroke between them: 3/4. It is above nothing and not more than all.',
      remedy: 'Write the part, a stroke and the whole.',
    },
  },
}
