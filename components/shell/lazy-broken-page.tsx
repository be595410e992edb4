import { lazy, Suspense } from 'react'
import type { BrokenPageProps } from './broken-page'

// Fetched when something breaks, not with every page. When it cannot be fetched either, the global error page says so.
const BrokenPage = lazy(() => import('./broken-page').then((module) => ({ default: module.BrokenPage })))

export function LazyBrokenPage(props: BrokenPageProps) {
  return (
    <Suspense>
      <BrokenPage {...props} />
    </Suspense>
  )
}
