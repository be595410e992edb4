type Position = { latitude: number; longitude: number }

const kilometresPerDegree = 111.2

/**
 * Puts positions (degrees, WGS 84) into a frame of the given size, to scale and with a margin: equirectangular about their
 * middle, true enough for a governorate.
 */
export function projected(points: readonly Position[], width: number, height: number) {
  const margin = 60
  const latitudes = points.map((point) => point.latitude)
  const longitudes = points.map((point) => point.longitude)
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)]
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)]
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  // Never closer than some two kilometres: one point alone is a map too.
  const degrees = Math.max(
    0.02,
    ((east - west) * shrink) / ((width - 2 * margin) / (height - 2 * margin)),
    north - south,
  )
  const unitsPerDegree = (height - 2 * margin) / degrees
  const place = ({ latitude, longitude }: Position) => ({
    x: Math.round(width / 2 + (longitude - (west + east) / 2) * shrink * unitsPerDegree),
    y: Math.round(height / 2 - (latitude - (south + north) / 2) * unitsPerDegree),
  })
  return { place, kilometresPerUnit: kilometresPerDegree / unitsPerDegree }
}
