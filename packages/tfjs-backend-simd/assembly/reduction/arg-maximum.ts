/** The row of the first maximum in each column of blocks of rows; NaN never counts behind row 0. Items are columns. */
export function argMaximum(x: usize, y: usize, rows: i32, columns: i32, begin: i32, end: i32): void {
  for (let item = begin; item < end; item++) {
    const block = item / columns;
    let at = x + ((<usize>(block * rows * columns + item - block * columns)) << 2);
    let highest = load<f32>(at);
    let place = 0;
    for (let row = 0; row < rows; row++, at += (<usize>columns) << 2) {
      const value = load<f32>(at);
      if (value > highest) {
        highest = value;
        place = row;
      }
    }
    store<i32>(y + ((<usize>item) << 2), place);
  }
}
