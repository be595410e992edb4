/** One box of an ISO base media file (ISO/IEC 14496-12): where it lies, and where its content begins. */
export type Box = { type: string; start: number; body: number; end: number }

/** Reads numbers one after another; every reading beyond the end throws a RangeError. */
export class Cursor {
  private readonly data: DataView
  constructor(
    bytes: Uint8Array,
    public at: number,
    readonly end: number,
  ) {
    this.data = new DataView(bytes.buffer, bytes.byteOffset, Math.min(end, bytes.length))
  }
  /** An unsigned number of 0, 1, 2, 4 or 8 bytes. */
  uint(size: number): number {
    const at = this.at
    this.at += size
    switch (size) {
      case 0:
        return 0
      case 1:
        return this.data.getUint8(at)
      case 2:
        return this.data.getUint16(at)
      case 4:
        return this.data.getUint32(at)
      case 8:
        return Number(this.data.getBigUint64(at))
      default:
        throw new RangeError(`no number of ${size} bytes`)
    }
  }
  type(): string {
    return String.fromCharCode(this.uint(1), this.uint(1), this.uint(1), this.uint(1))
  }
}

/** The boxes that lie one after another between two places. Throws a RangeError when one reaches beyond the end. */
export function boxesIn(bytes: Uint8Array, from: number, end: number): Box[] {
  const boxes: Box[] = []
  for (let start = from; start < end; ) {
    const cursor = new Cursor(bytes, start, end)
    const short = cursor.uint(4)
    const type = cursor.type()
    // 1: the size follows in 8 bytes; 0: up to the end.
    const size = short === 1 ? cursor.uint(8) : short === 0 ? end - start : short
    if (size < cursor.at - start || start + size > end) throw new RangeError(`the box ${type} does not fit`)
    boxes.push({ type, start, body: cursor.at, end: start + size })
    start += size
  }
  return boxes
}
