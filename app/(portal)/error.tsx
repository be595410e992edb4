'use client'

import { LazyBrokenPage } from '@/components/shell/lazy-broken-page'

export default LazyBrokenPage
