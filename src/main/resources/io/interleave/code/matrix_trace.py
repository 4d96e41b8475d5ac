def matrix_trace(side):
    """Multiplies two matrices; the trace of the product."""
    a = [[(row + 2 * column) % 7 for column in range(side)] for row in range(side)]
    b = [[(3 * row + column) % 5 for column in range(side)] for row in range(side)]
    columns = list(zip(*b))
    product = [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]
    return sum(product[i][i] for i in range(side))
