import { type OwnList, ownLists } from './codes'
import { nameOf, type Resource, systemOf } from './words'

/** A list of ours with its names in English and Arabic. */
export function codeSystemOf(list: OwnList): Resource {
  return {
    resourceType: 'CodeSystem',
    id: list,
    url: systemOf(list),
    name: list.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase()),
    status: 'active',
    content: 'complete',
    caseSensitive: true,
    concept: ownLists[list].codes.map((code) => ({
      code,
      display: nameOf(list, code, 'en'),
      designation: [{ language: 'ar', value: nameOf(list, code, 'ar') }],
    })),
  }
}

/** The lists of a search. */
export function codeSystems({ ids, url }: { ids?: string[]; url?: string }): Resource[] {
  return Object.keys(ownLists)
    .filter((list): list is OwnList => list in ownLists)
    .filter((list) => (!ids || ids.includes(list)) && (!url || url === systemOf(list)))
    .map(codeSystemOf)
}
