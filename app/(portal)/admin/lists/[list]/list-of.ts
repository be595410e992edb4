import { notFound } from 'next/navigation'
import { type WordList, wordLists } from '@/lib/admin/domain'

export type ListParams = Promise<{ list: string }>

/** Which list an address means; one that is none is not found. */
export async function listOf(params: ListParams): Promise<WordList> {
  const { list } = await params
  return wordLists.find((known) => known === list) ?? notFound()
}
