/**
 * The middle of Anbar's districts and sub-districts, in degrees (WGS 84): the median position of the places that the
 * Displacement Tracking Matrix monitors there, or the middle of the boundary where it monitors none.
 * Sources: IOM DTM, public lists of August 2019; OCHA COD-AB Iraq, 2019-06-03, CC BY 3.0 IGO.
 */
export const seedPositions: readonly (readonly [pcode: string, latitude: number, longitude: number])[] = [
  ['IQG01Q01', 33.364, 43.797],
  ['IQG01Q01N01', 33.158, 43.923],
  ['IQG01Q01N02', 33.415, 43.895],
  ['IQG01Q01N03', 33.364, 43.753],
  ['IQG01Q02', 34.393, 41.05],
  ['IQG01Q02N01', 34.38, 41.042],
  ['IQG01Q02N02', 34.432, 41.23],
  ['IQG01Q02N03', 34.398, 41.04],
  ['IQG01Q03', 33.417, 43.308],
  ['IQG01Q03N01', 33.39, 43.514],
  ['IQG01Q03N02', 32.765, 43.388],
  ['IQG01Q03N03', 33.422, 43.291],
  ['IQG01Q04', 33.038, 40.303],
  ['IQG01Q04N01', 32.166, 42.123],
  ['IQG01Q04N02', 33.349, 39.733],
  ['IQG01Q04N03', 33.039, 40.295],
  ['IQG01Q05', 34.465, 41.924],
  ['IQG01Q05N01', 34.368, 41.988],
  ['IQG01Q05N02', 34.479, 41.916],
  ['IQG01Q06', 34.095, 42.38],
  ['IQG01Q06N01', 34.089, 42.366],
  ['IQG01Q06N02', 34.096, 42.384],
  ['IQG01Q07', 33.643, 42.754],
  ['IQG01Q07N01', 33.886, 42.552],
  ['IQG01Q07N02', 33.544, 42.951],
  ['IQG01Q07N03', 33.591, 42.613],
  ['IQG01Q07N04', 33.645, 42.815],
]
