package io.interleave.view.timeline;

/// Words as they look in one face: how much of each pixel they cover. They are laid into a picture in any colour;
/// letters that bring colours of their own, as some systems' emoji do, take it too.
///
/// @param left where the first pixel lies, from the place where the words begin
/// @param top the same from their baseline
/// @param width of a row of pixels
/// @param coverage row by row, 0 to 255
record Letters(int left, int top, int width, byte[] coverage) {

    /// Cuts out what is drawn in some rows of a picture.
    ///
    /// @param argb the picture, row by row
    /// @param width of the picture
    /// @param x where in the rows the words begin
    /// @param baseline of the words, below the first of the rows
    static Letters cut(int[] argb, int width, int firstRow, int rows, int x, int baseline) {
        int left = width;
        int right = 0;
        int top = rows;
        int bottom = 0;
        for (int at = 0; at < rows * width; at++) {
            if (argb[firstRow * width + at] != 0) {
                left = Math.min(left, at % width);
                right = Math.max(right, at % width + 1);
                top = Math.min(top, at / width);
                bottom = at / width + 1;
            }
        }
        int wide = Math.max(0, right - left);
        byte[] coverage = new byte[wide * Math.max(0, bottom - top)];
        for (int at = 0; at < coverage.length; at++) {
            coverage[at] = (byte) (argb[(firstRow + top + at / wide) * width + left + at % wide] >>> 24);
        }
        return new Letters(left - x, top - baseline, wide, coverage);
    }

    int height() {
        return width == 0 ? 0 : coverage.length / width;
    }
}
