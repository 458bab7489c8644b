import type { CatalogueTopic } from './catalogue-topic.ts'

export const fileIssues: CatalogueTopic<'file'> = {
  about: 'Files of text',
  codes: {
    'file.encoding': {
      title: 'Not text in UTF-8',
      meaning:
        'The file holds bytes that are not UTF-8, as programs write that save in Windows-1252, in UTF-16 or as a workbook. Nothing is guessed, so none of the file was read.',
      remedy: 'Save the file as UTF-8. In Excel: Save As, "CSV UTF-8 (Comma delimited)".',
    },
  },
}
