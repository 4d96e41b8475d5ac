def mandelbrot_points(side):
    """How many points of a grid do not escape within 256 rounds."""
    inside = 0
    for row in range(side):
        for column in range(side):
            c = complex(-2 + 2.5 * (column + 0.5) / side, -1.25 + 2.5 * (row + 0.5) / side)
            z = 0
            for _ in range(256):
                z = z * z + c
                if z.real * z.real + z.imag * z.imag > 4:
                    break
            else:
                inside += 1
    return inside
