import { headers } from 'next/headers'

/** Whether a phone asks, by what its browser says of itself: long pages begin folded there. */
export async function isPhone(): Promise<boolean> {
  return /\bMobi/.test((await headers()).get('user-agent') ?? '')
}
